"""The examples run, each in a folder of its own, and make what they say."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from podkit import audio, checks, rss, strict, transcripts

EXAMPLES = Path(__file__).parents[2] / "examples"
AUDIO = EXAMPLES / "feminist-wellness" / "ep-270" / "audio.mp3"


@pytest.fixture
def run(tmp_path):
    def run(script: str, *arguments: str) -> str:
        command = [sys.executable, "-W", "error", EXAMPLES / script, *arguments]
        done = subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, text=True)
        assert done.stderr == ""
        return done.stdout

    return run


def test_generate_feed_writes_a_feed_without_errors(run, tmp_path):
    printed = run("generate_feed.py")
    show = rss.read(tmp_path / "feed.xml", on_problem=strict)
    assert [episode.title for episode in show.episodes] == ["The Lighthouse"]
    assert {problem.level for problem in checks.check(show)} == {"info", "warning"}
    assert len(printed.splitlines()) == len(checks.check(show))


@pytest.mark.parametrize("arguments", [(), ("mine.mp3",)])
def test_tag_mp3_tags_the_file_that_it_is_given_or_else_a_copy(run, tmp_path, arguments):
    before = AUDIO.read_bytes()
    shutil.copyfile(AUDIO, tmp_path / "mine.mp3")
    printed = run("tag_mp3.py", *arguments)
    tags = audio.read(tmp_path / (arguments[0] if arguments else "tagged.mp3"), on_problem=strict)
    assert (tags.title, len(tags.chapters)) == ("Interdependence", 2)
    assert printed == "0 s: Welcome\n18 s: Dinner\n"
    assert AUDIO.read_bytes() == before


def test_convert_transcript_converts_by_the_suffixes(run, tmp_path):
    (tmp_path / "ep.vtt").write_text("WEBVTT\n\n00:01.000 --> 00:02.500\n<v Ann>Hello.\n")
    run("convert_transcript.py", "ep.vtt", "ep.srt")
    assert (tmp_path / "ep.srt").read_text().startswith("1\n00:00:01,000 --> 00:00:02,500\n")
    assert transcripts.read(tmp_path / "ep.srt") == transcripts.read(tmp_path / "ep.vtt")


def test_every_example_is_run_here():
    scripts = {path.name for path in EXAMPLES.glob("*.py")}
    assert scripts == {"convert_transcript.py", "generate_feed.py", "tag_mp3.py"}
