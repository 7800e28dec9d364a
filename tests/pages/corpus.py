"""The corpus: pages after the templates of hosts and themes, and beside each what it says.

Each is written by hand; the text is invented. The rules were first run on those in all folders but
``known`` when these were written, and then mended; no rule was written or mended for those in
``first_look``.
"""

import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

from podkit import pages

FOLDER = Path(__file__).parents[1] / "data/pages/corpus"
GROUPS = (
    *("known", "held_back", "unseen", "new_makers"),
    *("mainstream", "site_makers", "more_sites", "app_pages", "page_builders", "mixture"),
    *("well_known", "well_known_again"),
)
FIRST_LOOK = "first_look"
# What is counted together.
MEASURES = {
    "titles": ("show", "title"),
    "numbers": ("number", "season"),
    "dates": ("published",),
    "audio": ("audio",),
    "other facts": ("author", "cover", "duration", "feed", "language", "link"),
    "sections": ("section",),
    "paragraphs": ("paragraph",),
    "links": ("link in text",),
    "link kinds": ("kind of link",),
    "transcripts": ("cue",),
    "chapters": ("chapter",),
}


def sources(group: str) -> list[Path]:
    """Give the pages of a group, in order."""
    return [path for path in sorted((FOLDER / group).iterdir()) if path.suffix != ".json"]


def expected(source: Path) -> Counter[Any]:
    """Give the claims that a page makes, as its neighbour file states them."""
    facts = json.loads(source.with_suffix(".json").read_text())
    parts = {name: facts.pop(name, []) for name in ("sections", "links", "cues", "chapters")}
    sections = [(s["kind"], s["heading"], s["paragraphs"]) for s in parts["sections"]]
    return claims(facts, sections, parts["links"], parts["cues"], parts["chapters"])


def read(source: Path) -> Counter[Any]:
    """Give the claims that podkit reads in a page."""
    page = pages.read(source)
    show, episode, transcript = page.show, page.episode, page.transcript
    facts = {
        "show": show.title,
        "title": episode.title,
        "number": episode.number,
        "season": episode.season,
        "published": episode.published and episode.published.isoformat(),
        "audio": [enclosure.url for enclosure in episode.enclosures],
        "author": episode.itunes_author,
        "cover": episode.artwork or show.artwork,
        "duration": episode.duration,
        "feed": next((link.href for link in show.atom_links if link.rel == "self"), None),
        "language": show.language,
        "link": episode.link,
    }
    sections = [
        (s.kind, s.heading, [f"{'• ' * p.is_point}{p.text}" for p in s.paragraphs])
        for s in page.notes.sections
    ]
    links = [(link.text, link.url, link.kind) for link in page.notes.links]
    cues = [(cue.speaker, cue.start, cue.text) for cue in (transcript.cues if transcript else ())]
    chapters = [(chapter.start, chapter.title) for chapter in page.chapters or ()]
    return claims(facts, sections, links, cues, chapters)


def claims(
    facts: dict[str, Any], sections: Any, links: Any, cues: Any, chapters: Any
) -> Counter[Any]:
    """Give all that is said of a page as pairs of what it is and its value, in a counter."""
    found: Counter[Any] = Counter()
    for name, value in facts.items():
        for each in value if isinstance(value, list) else [value]:
            # A page that states a day alone states no zone, and what it shows are whole seconds.
            said = each[:10] if name == "published" and each else each
            found[name, int(said) if name == "duration" and said else said] += each is not None
    for kind, heading, paragraphs in sections:
        found["section", (kind, heading)] += 1
        found.update(("paragraph", (kind, text)) for text in paragraphs)
    for text, url, kind in links:
        found["link in text", (text, url)] += 1
        found["kind of link", (text, url, kind)] += kind is not None
    found.update(("cue", tuple(cue)) for cue in cues)
    found.update(("chapter", tuple(chapter)) for chapter in chapters)
    return +found


def score(paths: list[Path]) -> dict[str, Counter[str]]:
    """Give for each measure how many claims were right, were read, and are expected."""
    scores: dict[str, Counter[str]] = {measure: Counter() for measure in MEASURES}
    for source in paths:
        wanted, got = expected(source), read(source)
        for measure, names in MEASURES.items():
            want = Counter({c: n for c, n in wanted.items() if c[0] in names})
            have = Counter({c: n for c, n in got.items() if c[0] in names})
            if measure == "link kinds":  # only where the corpus states one
                stated = {claim[1][:2] for claim in want}
                have = Counter({c: n for c, n in have.items() if c[1][:2] in stated})
            scores[measure] += Counter(
                right=(want & have).total(), read=have.total(), expected=want.total()
            )
    return scores


def ratios(count: Counter[str]) -> tuple[float, float]:
    """Give precision and recall; where there is nothing to get wrong, all is right."""
    precision, recall = (
        count["right"] / count[whole] if count[whole] else 1.0 for whole in ("read", "expected")
    )
    return precision, recall


def words(source: Path) -> list[str]:
    """Give the words that a page's notes and transcript hold."""
    facts = json.loads(source.with_suffix(".json").read_text())
    texts = [s["heading"] or "" for s in facts["sections"] if s["kind"] != "transcript"]
    texts += [text for section in facts["sections"] for text in section["paragraphs"]]
    texts += [text for _, _, text in facts.get("cues", [])]
    return re.findall(r"\w+", "\n".join(texts))
