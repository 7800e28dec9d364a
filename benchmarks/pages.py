"""Measures how `podkit.pages` reads the pages of other makers: how right it is, and how fast.

Usage: ``python benchmarks/pages.py [--against] [--speed]``

The corpus is in ``tests/data/pages/corpus``: pages written after the templates of hosts and themes,
with invented text, and beside each what it says. Those in ``known`` were there while the rules were
written. Those in ``first_look`` the rules know nothing of. All others were written before the rules
were run on them, and then mended; docs/notes-and-pages.md has the figures of that first run.

``--against`` compares podkit's choice of content with that of trafilatura and readability-lxml, by
the words of notes and transcript: ``pip install trafilatura readability-lxml``. ``--speed`` counts
instructions (valgrind must be installed) of reading a page of 200 KB against lxml.html's parse.
"""

import argparse
import re
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable
from itertools import cycle, islice
from pathlib import Path
from typing import Any

from measuring import imported

sys.path.insert(0, str(Path(__file__).parents[1]))
from tests.pages import corpus

from podkit import pages


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--against", action="store_true")
    parser.add_argument("--speed", action="store_true")
    arguments = parser.parse_args()
    for group in (*corpus.GROUPS, corpus.FIRST_LOOK):
        print_scores(group)
    if arguments.against:
        print_words()
    if arguments.speed:
        print_instructions()


def print_scores(group: str) -> None:
    """Print precision and recall of each measure over the pages of a group."""
    sources = corpus.sources(group)
    print(f"\n{group}, {len(sources)} pages\n{'':14} precision recall expected")
    for measure, count in corpus.score(sources).items():
        precision, recall = corpus.ratios(count)
        print(f"{measure:14} {precision:9.3f} {recall:6.3f} {count['expected']:8}")


def print_words() -> None:
    """Print how many of the words of notes and transcript each library finds, and what else."""
    readers: dict[str, Callable[[str], str]] = {"podkit": words_of_podkit}
    trafilatura, readability = imported("trafilatura"), imported("readability")
    if trafilatura:
        readers["trafilatura"] = lambda html: (
            trafilatura.extract(html, favor_recall=True, include_comments=False) or ""
        )
    if readability:
        readers["readability"] = lambda html: re.sub(
            r"<[^>]*>", " ", readability.Document(html).summary()
        )
    print(f"\nwords of the content\n{'':14} precision recall")
    for name, read in readers.items():
        total: Counter[str] = Counter()
        for group in corpus.GROUPS:
            for source in (path for path in corpus.sources(group) if path.suffix == ".html"):
                want = Counter(corpus.words(source))
                have = Counter(re.findall(r"\w+", read(source.read_text())))
                total += Counter(
                    right=(want & have).total(), read=have.total(), expected=want.total()
                )
        precision, recall = corpus.ratios(total)
        print(f"{name:14} {precision:9.3f} {recall:6.3f}")


def words_of_podkit(html: str) -> str:
    page = pages.html.loads(html)
    transcript = page.transcript.cues if page.transcript else ()
    return "\n".join(
        [
            *(s.heading or "" for s in page.notes.sections if s.kind != "transcript"),
            *(p.text for section in page.notes.sections for p in section.paragraphs),
            *(cue.text for cue in transcript),
        ]
    )


def print_instructions() -> None:
    """Count the instructions of reading a page, and of what lies below it."""
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "page.html"
        page.write_text(big_page())
        print(f"\nreading {page.stat().st_size / 1000:.0f} KB, in million instructions")
        counts = {name: instructions(code, page) for name, code in READINGS.items()}
    for name, count in counts.items():
        print(f"{name:14} {count / 1e6:7.1f}   {count / counts['lxml.html']:5.2f} x lxml.html")


READINGS = {
    "lxml.html": "import lxml.html; run = lxml.html.fromstring",
    "selectolax": "from selectolax.lexbor import LexborHTMLParser as run",
    "podkit": "from podkit.pages import html; run = html.loads",
}
ROUNDS = 4


def instructions(code: str, page: Path) -> float:
    """Count the instructions of one run: those of more runs, less those of fewer."""
    counts = []
    for rounds in (1, 1 + ROUNDS):
        program = f"{code}\ntext = open({str(page)!r}).read()\nfor _ in range({rounds}): run(text)"
        command = ["valgrind", "--tool=cachegrind", "--cache-sim=no"]
        command += ["--cachegrind-out-file=/dev/null", sys.executable, "-c", program]
        done: Any = subprocess.run(command, capture_output=True, text=True, check=True)
        [count] = re.findall(r"I\s+refs:\s+([\d,]+)", done.stderr)
        counts.append(int(count.replace(",", "")))
    return (counts[1] - counts[0]) / ROUNDS


def big_page() -> str:
    """Make a page such as a blog has: a third of it content, the rest styles, menus, comments."""
    words = cycle(
        ["the", "bridge", "hums", "at", "dusk", "and", "nobody", "in", "town", "can", "say", "why"]
    )

    def said(count: int) -> str:
        return " ".join(islice(words, count)).capitalize() + "."

    menu = "".join(
        f'<li class="menu-item"><a href="/topic/{n}/">Topic {n}</a></li>' for n in range(60)
    )
    styles = "".join(f".block-{n}{{margin:0 auto;padding:{n}px}}\n" for n in range(3300))
    links = "".join(f'<li><a href="https://l{n}.example/">{said(7)}</a></li>' for n in range(40))
    transcript = "".join(
        f"<p><strong>{('Ann', 'Bo')[n % 2]}:</strong> {said(60)}</p>\n" for n in range(170)
    )
    comments = "".join(
        f'<li class="comment"><article><b class="fn">Reader {n}</b><p>{said(40)}</p></article></li>'
        for n in range(60)
    )
    return f"""<!doctype html><html lang="en"><head><title>Episode 12: The Bridge - Show</title>
<meta property="og:title" content="Episode 12: The Bridge"><style>{styles}</style></head><body>
<header class="site-header"><nav><ul>{menu}</ul></nav></header><main><article>
<h1>Episode 12: The Bridge</h1><div class="entry-content"><audio src="/12.mp3"></audio>
<p>{said(50)}</p><h2>Links</h2><ul>{links}</ul><h2>Transcript</h2>{transcript}</div></article>
<div id="comments" class="comments-area"><ol>{comments}</ol></div></main>
<footer class="site-footer"><ul>{menu}</ul></footer></body></html>"""


if __name__ == "__main__":
    main()
