"""Short files, as an encoder makes them."""

import subprocess

import pytest

# The atom "moov" is the last one of "m4a", and before the audio in "first.m4a".
SUFFIXES = ("m4a", "first.m4a", "flac", "ogg", "opus", "spx", "flac.ogg", "wav", "aiff")


@pytest.fixture(scope="session")
def encoded(tmp_path_factory):
    """Two seconds of a tone, without a tag."""
    path = tmp_path_factory.mktemp("audio") / "tone.mp3"
    sound = ["-f", "lavfi", "-i", "sine=duration=2"]
    options = ["-b:a", "32k", "-ac", "1", "-id3v2_version", "0", "-write_id3v1", "0"]
    subprocess.run(["ffmpeg", "-v", "error", *sound, *options, path], check=True)
    return path


@pytest.fixture(scope="session")
def samples(tmp_path_factory):
    """A tone of 0.2 seconds in files of each kind, without tags, by what their names end with."""
    folder = tmp_path_factory.mktemp("samples")
    sound = ["-f", "lavfi", "-i", "sine=duration=0.2", "-fflags", "+bitexact"]
    outputs = {suffix: folder / f"tone.{suffix}" for suffix in SUFFIXES}
    options = {
        "first.m4a": ["-movflags", "+faststart"],
        "spx": ["-ar", "16000"],
        "flac.ogg": ["-c:a", "flac"],
    }
    for suffix, path in outputs.items():
        command = ["ffmpeg", "-v", "error", *sound, *options.get(suffix, ()), path]
        subprocess.run(command, check=True)
    return outputs
