"""Times `podkit.audio` against mutagen and against plain copying, on files of up to 1 GB.

Usage: ``python benchmarks/audio.py [--folder .] [--megabytes 5 100 1000] [--rounds 9]``

Point ``--folder`` to a disk: in memory nothing takes time. Each figure is the median of its times.
podkit waits until what it wrote is on the disk, and so does the copy; mutagen does not, and changes
the file in a way that a crash leaves half done (``python -m tests.audio.kill`` counts how often).
"""

import argparse
import io
import itertools
import os
import random
import shutil
import tempfile
from functools import partial
from pathlib import Path
from typing import Any

import attrs
import mutagen.id3
import mutagen.mp3
from measuring import Contestants, medians

from podkit import AudioTags, Chapter, Chapters, Picture, audio

ID3: Any = mutagen.id3.ID3
MP3: Any = mutagen.mp3.MP3
NOISE = random.Random(270)
TAGS = AudioTags(
    title="Interdependence",
    artist="Ann",
    album="A long show",
    track=270,
    genre="Podcast",
    chapters=Chapters(
        chapters=tuple(
            Chapter(
                start=n * 60, end=n * 60 + 60, title=f"Part {n}", url=f"https://example.com/{n}"
            )
            for n in range(40)
        )
    ),
    pictures=(Picture(data=NOISE.randbytes(200_000), mime_type="image/jpeg"),),
)

COLUMNS = ("copy", "mutagen", "podkit", "insert_range")


def main() -> None:
    """Print all tables."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--folder", type=Path, default=Path())
    arguments.add_argument("--megabytes", type=int, nargs="+", default=[5, 100, 1000])
    arguments.add_argument("--rounds", type=int, default=9)
    options = arguments.parse_args()
    with tempfile.TemporaryDirectory(dir=options.folder) as scratch:
        sound = Path(scratch, "ep.mp3")
        print("ms             MB     copy  mutagen   podkit  insert_range  ratio")
        for megabytes in options.megabytes:
            make_sound(sound, megabytes)
            print_first_tag(sound, megabytes, options.rounds)
            print_edit(sound, megabytes, options.rounds)
            print_bytes_read(sound)
        make_sound(sound, 1)
        print_reading(sound, options.rounds)


def make_sound(path: Path, megabytes: int) -> None:
    """Write MPEG frames without a tag."""
    frames = b"".join(b"\xff\xfb\x90\x64" + NOISE.randbytes(413) for _ in range(2400))
    with path.open("wb") as file:
        for _ in range(megabytes):
            file.write(frames)


def print_first_tag(sound: Path, megabytes: int, rounds: int) -> None:
    """Time the writing of a tag into a file that has none, which leaves the file with one."""
    plain, copied = sound.with_name("plain.mp3"), sound.with_name("copied.mp3")
    sound.rename(plain)
    foreign = ID3(io.BytesIO(audio.dumps(TAGS)))
    contestants: Contestants = {
        "copy": partial(copy, plain, copied),
        "mutagen": partial(foreign.save, sound, v2_version=3),
        "podkit": partial(audio.write, TAGS, sound),
        "insert_range": partial(audio.write, TAGS, sound, insert_range=True),
    }

    def prepare() -> None:
        copied.unlink(missing_ok=True)
        shutil.copyfile(plain, sound)
        os.sync()

    seconds = medians(contestants, rounds, prepare)
    room = {"insert_range": seconds.pop("insert_range")}
    print_row("first tag", megabytes, seconds, seconds["podkit"] / seconds["copy"])
    print_row("with room", megabytes, room, room["insert_range"] / seconds["mutagen"])
    plain.unlink()
    copied.unlink(missing_ok=True)


def copy(plain: Path, copied: Path) -> None:
    """Copy a file to the disk."""
    shutil.copyfile(plain, copied)
    with copied.open("rb") as file:
        os.fsync(file.fileno())


def print_edit(sound: Path, megabytes: int, rounds: int) -> None:
    """Time the change of a title in a file that has tags, from reading them to writing them."""
    numbers = itertools.count()

    def by_mutagen() -> None:
        foreign = ID3(sound)
        foreign["TIT2"].text = [f"Interdependence {next(numbers) % 10}"]
        foreign.save(v2_version=3)

    def by_podkit() -> None:
        tags = audio.read(sound)
        audio.write(attrs.evolve(tags, title=f"Interdependence {next(numbers) % 10}"), sound)

    seconds = medians({"mutagen": by_mutagen, "podkit": by_podkit}, rounds * 3, os.sync)
    print_row("edit in place", megabytes, seconds, seconds["podkit"] / seconds["mutagen"])


def print_row(work: str, megabytes: int, seconds: dict[str, float], ratio: float) -> None:
    """Print times in milliseconds, and the ratio that the work is held to."""
    times = [f"{seconds[name] * 1000:9.1f}" if name in seconds else " " * 9 for name in COLUMNS]
    print(f"{work:13} {megabytes:4}{''.join(times)}{ratio:7.2f}", flush=True)


class Counting(io.FileIO):
    """A file that counts the bytes that are read of it."""

    count = 0

    def readinto(self, buffer: Any) -> int | None:
        """Read, and count."""
        size = super().readinto(buffer)
        self.count += size or 0
        return size


def print_bytes_read(sound: Path) -> None:
    """Count the bytes that reading the tags takes from the file."""
    with Counting(sound) as raw:
        tag = ID3(sound).size
        audio.read(io.BufferedReader(raw, 128))  # as podkit opens a path
        print(f"read {raw.count} bytes of a file whose tag has {tag}", flush=True)


def print_reading(sound: Path, rounds: int) -> None:
    """Time the reading of the tags of 1,000 files."""
    audio.write(attrs.evolve(TAGS, pictures=()), sound)
    paths = [sound.with_name(f"{number}.mp3") for number in range(1000)]
    for path in paths:
        shutil.copyfile(sound, path)
    seconds = medians(
        {
            "mutagen.id3.ID3": lambda: [ID3(path) for path in paths],
            "mutagen.mp3.MP3": lambda: [MP3(path) for path in paths],
            "podkit": lambda: [audio.read(path) for path in paths],
        },
        rounds,
    )
    print("reading 1,000 files, 40 chapters each")
    for name, taken in seconds.items():
        print(f"{name:16} {taken * 1000:8.0f} ms {taken / seconds['mutagen.id3.ID3']:6.2f}")


if __name__ == "__main__":
    main()
