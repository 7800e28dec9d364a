"""A short MP3 file, as an encoder makes it."""

import subprocess

import pytest


@pytest.fixture(scope="session")
def encoded(tmp_path_factory):
    """Two seconds of a tone, without a tag."""
    path = tmp_path_factory.mktemp("audio") / "tone.mp3"
    sound = ["-f", "lavfi", "-i", "sine=duration=2"]
    options = ["-b:a", "32k", "-ac", "1", "-id3v2_version", "0", "-write_id3v1", "0"]
    subprocess.run(["ffmpeg", "-v", "error", *sound, *options, path], check=True)
    return path
