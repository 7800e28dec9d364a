"""Whatever can be written reads back equal, but for the losses that the formats document."""

from contextlib import suppress

import attrs
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from podkit import ParseError, Transcript, UnrepresentableError, transcripts
from tests.transcripts.values import (
    CAPTIONS,
    FORMATS,
    TIMED,
    TRANSCRIPTS,
    WITHOUT_LANGUAGE,
    carried,
    to_milliseconds,
    with_ends,
)


def saying_something(transcript):
    """Leave out the cues that say nothing, as every format does."""
    return attrs.evolve(transcript, cues=[cue for cue in transcript.cues if cue.text.strip()])


def read_back(transcript, name):
    """Say what a format documents to read back."""
    expected = to_milliseconds(saying_something(transcript))
    if name in CAPTIONS or name == "lrc":
        expected = with_ends(expected)
    expected = attrs.evolve(expected, cues=carried(name, expected.cues))
    return attrs.evolve(expected, language=None) if name in WITHOUT_LANGUAGE else expected


# Drawing a transcript takes longer than writing it: each is for all formats.
def written_in_all_formats(transcript):
    """Write a transcript in each format that doesn't refuse it."""
    for name, module in FORMATS.items():
        with suppress(UnrepresentableError):
            yield name, module, module.dumps(transcript)


@settings(max_examples=200, deadline=None)
@given(transcript=TRANSCRIPTS | TIMED)
def test_a_transcript_is_refused_or_reads_back_equal(transcript):
    for name, module, written in written_in_all_formats(transcript):
        assert (name, module.loads(written)) == (name, read_back(transcript, name))
        assert (name, module.dumps(module.loads(written))) == (name, written)


@settings(max_examples=80, deadline=None)
@given(transcript=TIMED)
def test_reads_what_it_writes_without_a_problem(transcript):
    problems = []
    for name, module, written in written_in_all_formats(transcript):
        module.loads(written, on_problem=problems.append)
        assert (name, problems) == (name, [])


@settings(max_examples=80, deadline=None)
@given(transcript=TIMED)
def test_the_format_is_known_by_what_was_written(transcript):
    assume(transcript.cues)
    for name, module, written in written_in_all_formats(transcript):
        if name not in ("text", "markdown"):  # which may look like any other
            known = transcripts.loads(written.encode())
            assert (name, known) == (name, module.loads(written))


@settings(max_examples=50, deadline=None)
@given(transcript=TIMED)
def test_conversions_keep_texts_order_times_and_speakers(transcript):
    expected = to_milliseconds(transcript).cues
    for source, module, written in written_in_all_formats(transcript):
        found = module.loads(written)
        assert (source, found.cues) == (source, carried(source, expected))
        for target, other, converted in written_in_all_formats(found):
            kept = carried(target, found.cues)
            assert (source, target, other.loads(converted).cues) == (source, target, kept)


@pytest.mark.parametrize("name", FORMATS)
@settings(max_examples=60, deadline=None)
@given(data=st.binary(max_size=80) | st.text(max_size=80))
def test_any_bytes_are_read_or_refused_as_such(name, data):
    try:
        read = FORMATS[name].loads(data)
    except ParseError:
        return
    assert isinstance(read, Transcript)


@settings(max_examples=60, deadline=None)
@given(transcript=TIMED)
def test_every_part_of_a_file_is_read_or_refused_as_such(transcript):
    for _, module, written in written_in_all_formats(transcript):
        for end in range(0, len(written), max(1, len(written) // 8)):
            try:
                read = module.loads(written[:end])
            except ParseError:
                continue
            assert isinstance(read, Transcript)
