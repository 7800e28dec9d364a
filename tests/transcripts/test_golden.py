import json

import pytest

from podkit import Cue, Transcript, transcripts
from tests.transcripts.golden import FILES, expectation, reading
from tests.transcripts.values import FORMATS, carried


@pytest.fixture(params=FILES, ids=lambda file: file.name)
def file(request):
    return request.param


def test_reads_to_the_expected_values_and_problems(file):
    assert reading(file) == json.loads(expectation(file).read_text())


def test_the_format_is_known_by_content(file):
    name = {".txt": "text", ".md": "markdown"}.get(file.suffix, file.suffix[1:])
    assert transcripts.read(file) == transcripts.read(file, format=name)


def test_its_text_survives_every_format(file):
    transcript = transcripts.spread(without_times(transcripts.read(file)), 600)
    for name, module in FORMATS.items():
        found = module.loads(module.dumps(transcript))
        assert (name, found.cues) == (name, carried(name, transcript.cues))


def without_times(transcript):
    """Leave out what not every format carries: times, blank lines and brackets in a text."""
    return Transcript(
        cues=[
            Cue(text=cue.text.replace("\n\n", "\n").replace("[", "("), speaker=cue.speaker)
            for cue in transcript.cues
        ]
    )
