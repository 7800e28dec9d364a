"""A file is the old one or the new one whenever its writer is killed."""

import signal
import subprocess
import sys
import time

import pytest

from podkit import AudioTags, audio
from tests.audio.tags import SILENCE

TITLES = ("Old", "New" * 5000)
WRITER = f"""
import sys
from podkit import AudioTags, audio
audio.write(AudioTags(title="Old"), sys.argv[1])
print("ready", flush=True)
while True:
    for title in {TITLES!r}:
        audio.write(AudioTags(title=title), sys.argv[1])
"""


@pytest.fixture(scope="module")
def states(tmp_path_factory):
    """The bytes of the file with either title; some megabytes."""
    path = tmp_path_factory.mktemp("kill") / "states.mp3"
    path.write_bytes(SILENCE * 100)
    states = []
    for title in TITLES:
        audio.write(AudioTags(title=title), path)
        states.append(path.read_bytes())
    return states


@pytest.mark.parametrize("attempt", range(10))
def test_a_killed_writer_leaves_the_old_file_or_the_new_one(tmp_path, states, attempt):
    path = tmp_path / "a.mp3"
    path.write_bytes(states[0])
    command = [sys.executable, "-c", WRITER, path]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as writer:
        writer.stdout.readline()
        time.sleep(0.02 + 0.013 * attempt)
        writer.kill()
    assert writer.returncode == -signal.SIGKILL
    assert path.read_bytes() in states
