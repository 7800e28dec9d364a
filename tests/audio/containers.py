"""What tests of all kinds of files share: tags that they carry, and their bytes."""

import io
import json
import subprocess

from podkit import AudioTags, Chapter, Chapters, Picture, audio

CHAPTERS = Chapters(
    chapters=[
        Chapter(start=0, title="Intro", url="https://a.example/1"),
        Chapter(start=0.05, title="Ŝanĝoj"),
        Chapter(start=0.125),
    ]
)
COVER = Picture(data=b"\x89PNG data", mime_type="image/png")
TAGS = AudioTags(
    title="Interdependence",
    artist="Ŝi",
    album="Feminist Wellness",
    track=270,
    date="2024-03-28",
    genre="Podcast",
    category="Health",
    keywords="love, care",
    comment="A remark",
    description="About\nus",
    language="de",
    guid="g1",
    feed_url="https://a.example/feed",
    lyrics="Hello, my love.",
    chapters=CHAPTERS,
    pictures=[COVER],
)


def edited(data, tags, **options):
    """Write tags into a file's bytes, and give the new ones."""
    file = io.BytesIO()
    audio.write(tags, file, source=io.BytesIO(data), **options)
    return file.getvalue()


def edits_of(verbs, data, tags):
    """Give the edits that tags ask for, which hold."""
    edits = verbs.edits(io.BytesIO(data), tags)
    places = [place for edit in edits for place in edit[:2]]
    assert places == sorted(places)
    return edits


def problems_of(data):
    """Read a file's bytes; give the tags and the problems, as pairs of name and place."""
    problems = []
    tags = audio.read(io.BytesIO(data), on_problem=problems.append)
    return tags, [(problem.id, problem.where) for problem in problems]


def probe(path, *options):
    """Give what ffprobe says of a file."""
    command = ["ffprobe", "-v", "error", "-of", "json", *options, path]
    return json.loads(subprocess.run(command, check=True, capture_output=True).stdout)


def sound_of(path):
    """Give the hash of a file's audio, as packets."""
    command = ["ffmpeg", "-v", "error", "-i", path, "-map", "0:a", "-c", "copy", "-f", "md5", "-"]
    return subprocess.run(command, check=True, capture_output=True).stdout


class Counting(io.BytesIO):
    """A file that counts the bytes that are read."""

    count = 0

    def read(self, size=-1):
        data = super().read(size)
        self.count += len(data)
        return data
