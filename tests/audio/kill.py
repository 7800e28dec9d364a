"""Kills programs that write tags into a file of 50 MB, each at a random moment.

Usage: ``python -m tests.audio.kill [kills] [writer …]``

A child writes one set of tags after another: of one length, which is done in place, or longer and
longer, for which the file is replaced, the file system makes room, or mutagen moves the audio.
After each kill the file is opened by podkit, and compared with each state that it may be in. For
each way are counted: the kills, those within a write (of podkit's, which something beside the file
tells), the files that are in none of these states, and those whose audio isn't all there.
"""

import os
import random
import signal
import sys
import tempfile
import time
from contextlib import suppress
from functools import partial
from pathlib import Path

import mutagen.id3

from podkit import AudioTags, ParseError, Picture, audio

FRAMES = 120_000
ALIKE = [bytes([number]) * 300_000 for number in range(12)]
LONGER = [bytes([number]) * 1_000_000 * number for number in range(1, 4)]


def by_podkit(data, path, **options):
    picture = Picture(data=data, mime_type="image/png")
    audio.write(AudioTags(pictures=(picture,)), path, **options)


def by_mutagen(data, path):
    tags = mutagen.id3.ID3()
    with suppress(mutagen.id3.ID3NoHeaderError):
        tags.load(path)
    tags.setall("APIC", [mutagen.id3.APIC(mime="image/png", type=3, data=data)])
    tags.save(path, v2_version=3)


WAYS = {
    "podkit, in place": (by_podkit, ALIKE),
    "podkit, new file": (by_podkit, LONGER),
    "podkit, insert_range": (partial(by_podkit, insert_range=True), LONGER),
    "mutagen, in place": (by_mutagen, ALIKE),
    "mutagen, making room": (by_mutagen, LONGER),
}


def main():
    kills = int(sys.argv[1]) if len(sys.argv) > 1 else 500
    sys.stdout.write("writer               kills  within  neither  audio lost\n")
    for way, (write, pictures) in WAYS.items():
        if way.startswith(tuple(sys.argv[2:] or WAYS)):
            with tempfile.TemporaryDirectory() as folder:
                within, neither, lost = run(write, pictures, kills, Path(folder))
            sys.stdout.write(f"{way:20} {kills:5} {within:7} {neither:8} {lost:11}\n")
            sys.stdout.flush()


def run(write, pictures, kills, folder):
    """Give how many kills fell within a write, and after how many the file or its audio is lost."""
    sound = audio_data()
    path, start = folder / "ep.mp3", folder / "start.mp3"
    path.write_bytes(sound)
    write(pictures[0], path)
    start.write_bytes(path.read_bytes())
    heads, began = [head(path, sound)], time.perf_counter()
    for data in pictures[1:]:
        write(data, path)
        heads.append(head(path, sound))
    duration = time.perf_counter() - began
    moments = random.Random(270)
    within = neither = lost = 0
    is_whole = False
    for _ in range(kills):
        if pictures is LONGER or not is_whole:
            path.write_bytes(start.read_bytes())
        kill(lambda: [write(data, path) for data in pictures[1:]], moments.uniform(0, duration))
        left = set(folder.iterdir()) - {path, start}
        with suppress(ParseError):
            audio.read(path)
        data = path.read_bytes()
        has_sound = data.endswith(sound)
        is_whole = has_sound and data[: -len(sound)] in heads
        within += bool(left)
        neither += not is_whole
        lost += not has_sound
        for file in left:
            file.unlink(missing_ok=True)
    return within, neither, lost


def audio_data():
    """Give MPEG frames, of which no two are the same."""
    noise = random.Random(270)
    return b"".join(b"\xff\xfb\x90\x64" + noise.randbytes(413) for _ in range(FRAMES))


def head(path, sound):
    """Give what is before the audio."""
    with path.open("rb") as file:
        return file.read(path.stat().st_size - len(sound))


def kill(work, after):
    """Let a child work, and kill it after some seconds."""
    child = os.fork()
    if not child:
        work()
        signal.pause()
    time.sleep(after)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)


if __name__ == "__main__":
    main()
