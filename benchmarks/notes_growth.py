"""Shows how the time of reading and writing notes grows with their size.

Usage: ``python benchmarks/notes_growth.py [--megabytes 1 2.5 10] [--least 3]
[--without STEP …] [--kinds KIND …]``

Notes of some 80 kinds are read, written in each format, cut for a feed, and read as a page; their
text is searched for time stamps and references. Printed is each step that takes at least that many
seconds for 10 MB, or whose time grows faster than the size does, with its seconds for each size, by
the time that the process itself had. Each kind has a process of its own, with a limit.
"""

import argparse
import multiprocessing
import re
import time
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from podkit import EpisodeRef, PodkitError, notes, pages
from podkit._clock import find_timestamps
from podkit._markup import starts
from podkit._markup.html_tags import sanitised

# Each is a piece that is repeated, with {} for its number.
HTML = {
    "paragraphs": "<p>The fog was loud that night, and nobody slept {}.</p>\n",
    "one paragraph": "The fog was loud that night {}, ",
    "lines": "The fog {} was loud<br>",
    "lists": "<ul><li>One {}<li>Two</ul>",
    "one list": "<li>One {}",
    "numbered": "<ol><li>One {}<li>Two<li>Three</ol>",
    "nested lists": "<ul><li>a<ul><li>b<ol><li>c {}</ol></ul></ul>",
    "links": "<a href='https://example.com/{}'>Our site</a> ",
    "links in lines": "<p>See <a href='https://example.com/{}'>our site</a> for more.",
    "unclosed links": "<a href='/{}'>a ",
    "unclosed bold": "<b>a {} ",
    "unclosed divs": "</div><div>a {} ",
    "headings": "<h2>Links {}</h2><p>a",
    "sections": "<section data-kind=links><h2>A {}</h2><p>b</section>",
    "entities": "&amp;&lt;&eacute;&#8212; {} ",
    "table": "<tr><td>0:0{}</td><td>a</td></tr>",
    "tables": "<table><tr><td>a {}<td>b</table>",
    "comments": "<!-- a {} --><p>b",
    "scripts": "<script>a('{}')</script>a ",
    "attributes": "<p class='a b c {}' id=d data-e='f'>g</p>",
    "time stamps": "<p>0:01 The fog {}</p>",
    "time stamps in lines": "1:05 The fog {}<br>",
    "bare addresses": "see https://example.com/a/{} and ",
    "e-mail addresses": "ann.lee{}@example.com, ",
    "references": "as in Episode 12 and S2E{} ",
    "code": "<pre>a\n  b {}\n</pre>",
    "footnotes": "<a href='#fn:{}'>1</a> a ",
    "half tags": "< a {} <b ",
    "spaces": "   {}   \n\n",
}
MARKDOWN = {
    "paragraphs": "The fog was loud that night {}.\n\n",
    "soft lines": "The fog was loud that night {}\n",
    "points": "- The fog {}\n",
    "numbered": "{}. The fog\n",
    "nested points": "- a\n  - b\n    - c {}\n",
    "loose points": "- a {}\n\n  b\n\n",
    "quotes": "> a {}\n\n",
    "links": "[Our site](https://example.com/{}) ",
    "references of links": "[a][b{}] ",
    "targets of links": "[b{}]: https://example.com/\n",
    "brackets": "[[{}",
    "closing brackets": "]({} ",
    "backticks": "`` a ` {} ",
    "asterisks": "**a *b {} ",
    "underscores": "_a __b{} ",
    "emphasis": "*a* **b** {} ",
    "backslashes": "\\\\\\* {}",
    "headings": "## Links {}\n\na\n\n",
    "rules": "---\n{}\n",
    "table": "| a {} | b |\n",
    "html": "<p>a {}</p>\n\n",
    "entities": "&amp;&lt; {} ",
    "autolinks": "<https://example.com/{}> ",
    "angles": "<a{} ",
    "footnotes": "a[^{0}]\n\n[^{0}]: b\n\n",
    "tasks": "- [x] a {}\n",
    "time stamps": "1:05 The fog {}\n",
    "strikes": "~~a {} ",
    "tabs": "a\t{}\t",
}
TEXT = {
    "paragraphs": "The fog was loud that night {}.\n\n",
    "one line": "word{} ",
    "short lines": "a{}\n",
    "points": "• The fog {}\n",
    "numbered": "{}. The fog\n",
    "headings": "Links:\na {}\n\n",
    "bare addresses": "https://example.com/{}\n",
    "addresses in a line": "https://example.com/{} ",
    "e-mail addresses": "ann@example{}.com ",
    "time stamps": "1:05 The fog {}\n",
    "bracketed time stamps": "[1:05] a {} ",
    "glued time stamps": "a1:05 - b{}",
    "references": "Episode {} and ",
    "lists of references": "Episodes 1, 2, 3 and {}, ",
    "titles of references": "Episode {} “Be ",
    "no letters": "({})",
    "chinese": "雾很大{}",
    "no-break spaces": "a\u00a0{}\u00a0",
    "dashes": "a {} - – — ",
    "follow": "follow us on Spotify {} ",
}
KINDS = {
    f"{form}: {name}": (form, piece)
    for form, kinds in (("html", HTML), ("markdown", MARKDOWN), ("text", TEXT))
    for name, piece in kinds.items()
}
MOST_SECONDS = 600


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--megabytes", type=float, nargs="+", default=[1, 2.5, 10])
    parser.add_argument("--least", type=float, default=3, help="seconds for 10 MB")
    parser.add_argument("--without", nargs="+", default=[], help="steps, such as page")
    parser.add_argument("--kinds", nargs="+", default=list(KINDS))
    arguments = parser.parse_args()
    for kind in arguments.kinds:
        times = measured(kind, arguments.megabytes, arguments.without)
        for step, seconds in times.items():
            sized = [*zip(arguments.megabytes, seconds, strict=False)]
            if is_worth_telling(sized, len(arguments.megabytes), arguments.least):
                shown = ", ".join(f"{size:g} MB {second:.2f} s" for size, second in sized)
                print(f"{kind} | {step} | {shown}", flush=True)


def is_worth_telling(sized: list[tuple[float, float]], count: int, least: float) -> bool:
    """Say whether a step is slow, grows faster than its input, or has not come to an end."""
    rates = [seconds / size for size, seconds in sized]
    grows = len(sized) > 1 and rates[-1] > 1.6 * rates[0] and sized[-1][1] > 1
    return len(sized) < count or rates[-1] * 10 > least or grows


def measured(kind: str, megabytes: list[float], without: list[str]) -> dict[str, list[float]]:
    """Give the seconds of each step, for each size, until the time is up."""
    times: dict[str, list[float]] = {}
    receiver, sender = multiprocessing.Pipe(duplex=False)
    process = multiprocessing.Process(target=measure, args=(sender, kind, megabytes, without))
    process.start()
    sender.close()
    end = time.monotonic() + MOST_SECONDS
    try:
        while receiver.poll(max(0, end - time.monotonic())):
            step, seconds = receiver.recv()
            times.setdefault(step, [])
            times[step] += [] if seconds is None else [seconds]
    except EOFError:
        pass
    process.kill()
    return times


def measure(sender: Any, kind: str, megabytes: list[float], without: list[str]) -> None:
    form, piece = KINDS[kind]
    for size in megabytes:
        text = filled(piece, int(size * 1_000_000))
        for step, run in steps(text, form):
            if step in without:
                continue
            sender.send((step, None))
            start = time.process_time()
            try:
                run()
            except PodkitError:
                continue
            sender.send((step, time.process_time() - start))


def filled(piece: str, letters: int) -> str:
    count = letters // len(piece.format(10_000)) + 1
    return "".join(piece.format(number) for number in range(count))[:letters]


def steps(text: str, form: str) -> Iterator[tuple[str, Callable[[], object]]]:
    """Give each step; those that need the notes come after reading."""
    read: list[Any] = []
    yield "read", lambda: read.append(notes.loads(text, format=form))
    yield "tell the format", lambda: re.match(starts.HTML, text) or re.match(starts.MARKDOWN, text)
    value = read[0] if read else notes.text.loads(text)
    for name in ("html", "markdown", "text"):
        yield f"write {name}", partial(notes.dumps, value, format=name)
    yield "for_feed", lambda: notes.for_feed(value)
    yield "timestamps", lambda: value.timestamps
    yield "sanitise", lambda: sanitised(text)
    yield "page", lambda: pages.loads(text, format=form)
    yield "find_timestamps", lambda: find_timestamps(text)
    yield "find_all", lambda: EpisodeRef.find_all(text)


if __name__ == "__main__":
    main()
