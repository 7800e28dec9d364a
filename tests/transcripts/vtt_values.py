"""Strategies of transcripts with all that WebVTT carries."""

from html import escape

from hypothesis import strategies as st

from podkit import Cue, Transcript, Word

# Characters that a format may read as its own, but no white space other than what joins lines.
PIECES = st.text(st.sampled_from("abÄ名٣<>&-.,:;\"'{}\\=/"), min_size=1, max_size=5)
LINES = st.lists(PIECES, min_size=1, max_size=3).map(" ".join)
BLOCKS = st.lists(LINES, min_size=1, max_size=3).map("\n".join)
PLAIN_BLOCKS = BLOCKS.filter(lambda text: "-->" not in text)
PLAIN_LINES = LINES.filter(lambda text: "-->" not in text)
CLASSES = st.lists(st.sampled_from(["loud", "bg_blue"]), max_size=2)


@st.composite
def markups(draw, styles, text):
    """Put styles around parts of a text."""
    marked = escape(text, quote=False)
    for name in draw(st.lists(st.sampled_from(styles), max_size=3)):
        classes = "".join(f".{each}" for each in draw(CLASSES)) if len(styles) > 3 else ""
        if name != "c" or classes:
            start = f"<{name}{classes}{' de' if name == 'lang' else ''}>"
            marked = f"{start}{marked}</{name}>"
    return marked if marked != escape(text, quote=False) else None


@st.composite
def cues(draw, begin):
    """Give a cue that starts at a time in milliseconds, with all of its details."""
    texts = draw(st.lists(PIECES, min_size=1, max_size=4))
    duration = draw(st.integers(len(texts) + 1, 5000))
    # Strictly later, each of them, and the first with the cue.
    times = sorted(draw(st.sets(st.integers(1, duration - 1), max_size=len(texts) - 1)))
    starts = [0, *times] if times else []
    words = [
        Word(text=text, start=(begin + starts[index]) / 1000 if index < len(starts) else None)
        for index, text in enumerate(texts)
        if starts
    ]
    text = " ".join(texts)
    return Cue(
        text=text,
        start=begin / 1000,
        end=(begin + duration) / 1000,
        speaker=draw(st.none() | LINES),
        id=draw(st.none() | PLAIN_LINES),
        words=words,
        markup=draw(markups(("i", "b", "u", "c", "lang", "ruby"), text)),
        settings=draw(st.none() | PLAIN_LINES),
    )


@st.composite
def transcripts(draw):
    """Give a transcript with all that WebVTT carries."""
    begins = sorted(draw(st.lists(st.integers(0, 400_000_000), max_size=3)))
    return Transcript(
        cues=[draw(cues(begin)) for begin in begins],
        language=draw(st.none() | st.sampled_from(["en", "de-CH"])),
        title=draw(st.none() | LINES.filter(lambda text: "-->" not in text)),
        styles=draw(st.lists(PLAIN_BLOCKS, max_size=2)),
        regions=draw(st.lists(PLAIN_BLOCKS, max_size=2)),
        comments=draw(st.lists(PLAIN_BLOCKS, max_size=2)),
    )


@st.composite
def styled(draw):
    """Give a transcript with the styles that SubRip carries too."""
    texts = draw(st.lists(st.sampled_from(["Hi.", "5 < 7", "a\nb & c", "{x}"]), max_size=3))
    return Transcript(
        cues=[
            Cue(
                text=text,
                start=index,
                end=index + 1,
                speaker=draw(st.none() | st.sampled_from(["Ann", "the narrator"])),
                markup=draw(markups(("i", "b", "u"), text)),
            )
            for index, text in enumerate(texts)
        ]
    )
