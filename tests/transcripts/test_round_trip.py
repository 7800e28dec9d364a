"""Whatever can be written reads back equal, but for the losses that the formats document."""

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
    to_milliseconds,
    with_ends,
)


def saying_something(transcript):
    """Leave out the cues that say nothing, as every format does."""
    return attrs.evolve(transcript, cues=[cue for cue in transcript.cues if cue.text.strip()])


def read_back(transcript, name):
    """Say what a format documents to read back."""
    expected = to_milliseconds(saying_something(transcript))
    if name in CAPTIONS:
        expected = with_ends(expected)
    return attrs.evolve(expected, language=None) if name in WITHOUT_LANGUAGE else expected


@pytest.mark.parametrize("name", FORMATS)
@settings(max_examples=150, deadline=None)
@given(transcript=TRANSCRIPTS | TIMED)
def test_a_transcript_is_refused_or_reads_back_equal(name, transcript):
    try:
        written = FORMATS[name].dumps(transcript)
    except UnrepresentableError:
        return
    assert FORMATS[name].loads(written) == read_back(transcript, name)
    assert FORMATS[name].dumps(FORMATS[name].loads(written)) == written


@pytest.mark.parametrize("name", FORMATS)
@settings(max_examples=60, deadline=None)
@given(transcript=TIMED)
def test_reads_what_it_writes_without_a_problem(name, transcript):
    try:
        written = FORMATS[name].dumps(transcript)
    except UnrepresentableError:
        return
    problems = []
    FORMATS[name].loads(written, on_problem=problems.append)
    assert problems == []


@pytest.mark.parametrize("name", FORMATS)
@settings(max_examples=60, deadline=None)
@given(transcript=TIMED)
def test_the_format_is_known_by_what_was_written(name, transcript):
    assume(transcript.cues)
    try:
        written = FORMATS[name].dumps(transcript)
    except UnrepresentableError:
        return
    if name not in ("text", "markdown"):  # which may look like any other
        assert transcripts.loads(written.encode()) == FORMATS[name].loads(written)


@pytest.mark.parametrize("target", FORMATS)
@pytest.mark.parametrize("source", FORMATS)
@settings(max_examples=25, deadline=None)
@given(transcript=TIMED)
def test_conversions_keep_texts_order_times_and_speakers(source, target, transcript):
    try:
        read = FORMATS[source].loads(FORMATS[source].dumps(transcript))
        converted = FORMATS[target].loads(FORMATS[target].dumps(read))
    except UnrepresentableError:
        return
    assert converted.cues == to_milliseconds(transcript).cues


@pytest.mark.parametrize("name", FORMATS)
@settings(max_examples=60, deadline=None)
@given(data=st.binary(max_size=80) | st.text(max_size=80))
def test_any_bytes_are_read_or_refused_as_such(name, data):
    try:
        read = FORMATS[name].loads(data)
    except ParseError:
        return
    assert isinstance(read, Transcript)


@pytest.mark.parametrize("name", FORMATS)
@settings(max_examples=60, deadline=None)
@given(transcript=TIMED)
def test_every_part_of_a_file_is_read_or_refused_as_such(name, transcript):
    try:
        written = FORMATS[name].dumps(transcript)
    except UnrepresentableError:
        return
    for end in range(0, len(written), max(1, len(written) // 8)):
        try:
            read = FORMATS[name].loads(written[:end])
        except ParseError:
            continue
        assert isinstance(read, Transcript)
