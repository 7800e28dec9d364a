"""Show notes of every shape that a reader yields: white space tidy, nothing empty."""

import attrs
from hypothesis import strategies as st

from podkit import Link, Paragraph, Section, ShowNotes
from podkit._markup.blocks import tidy, tidy_section

MARKS = st.sampled_from([*"*_`#[]()<>&!-+=~.|:?\\/'\"1•\u00a0 \n"])
LETTERS = st.characters(exclude_categories=["Cs"], max_codepoint=0x1F700)
# Headings, entries and sentences that mean something to a reader.
SAID = st.sampled_from(
    [
        "Links:",
        "Transcript",
        "Follow me on Instagram",
        "Ep #31: Communication",
        "Click here to join my program!",
        "Leave a review in Apple Podcasts.",
        "&amp;",
        "<b>",
        "Ann: Hello.",
        "https://example.com/a_b",
        "[a](b)",
        "![a](b)",
        "## A",
        "- a",
        "1. a",
        "---",
        "</section>",
    ]
)
untidy = st.lists(SAID | MARKS | LETTERS | st.text(LETTERS, max_size=4), max_size=8).map("".join)
URLS = st.sampled_from(
    [
        "https://example.com/",
        "https://example.com/a b(c)_d?e=f&amp;g&h#i",
        "https://open.spotify.com/show/1",
        "https://example.com/<\"'>\\*",
        "mailto:ann@example.com?subject=Hello",
        "tel:+19175408447",
        "sms:+19175408447",
        "/relative/ü",
        "#t=754",
    ]
)
KINDS = st.sampled_from(["other", "follow", "social", "email", "sponsor", "a \"'&<> b"])
names = st.none() | st.sampled_from(["spotify", "ann@example.com", 'a & "b"'])
links = st.builds(
    Link, text=untidy, url=st.none() | URLS, kind=KINDS, platform=names, address=names
)


def tidied(parts):
    # A link that shows nothing but white space is none; what it leaves may be joined and tidied.
    return tidy(tidy(parts))


content = st.lists(untidy | links, min_size=1, max_size=5).map(tidied).filter(bool)
paragraphs = st.builds(
    Paragraph,
    content=content,
    is_point=st.booleans(),
    number=st.none() | st.integers(0, 12),
    depth=st.integers(0, 3),
)
headings = untidy.map(lambda text: "".join(tidied([text])).replace("\n", " ")).filter(bool)
sections = st.builds(
    Section,
    kind=st.sampled_from(["summary", "promotion", "links", "transcript", "other", "key_points"]),
    heading=st.none() | headings,
    paragraphs=st.lists(paragraphs, max_size=4),
)
show_notes = st.builds(ShowNotes, sections=st.lists(sections, max_size=4))
untidy_show_notes = st.builds(
    ShowNotes,
    sections=st.lists(
        st.builds(
            Section,
            heading=st.none() | untidy,
            paragraphs=st.lists(
                st.builds(Paragraph, content=st.lists(untidy | links, max_size=4)), max_size=3
            ),
        ),
        max_size=3,
    ),
)


def as_read(value):
    """Give the value with bare URLs in its texts as links, as readers give them."""
    sections = [tidy_section(section, "") for section in value.sections]
    return attrs.evolve(value, sections=sections)
