"""Small folders of shows, for building."""

import functools
import io
from pathlib import Path

from PIL import Image

SHOW = {
    "title": '"Tides & Tales"',
    "description": '"Stories of the sea."',
    "author": '"Ann Lee"',
    "email": '"ann@example.com"',
    "categories": '["Arts > Books", "Arts > Design", "History"]',
    "language": '"en-GB"',
    "image": '"cover.jpg"',
    "link": '"https://example.com/"',
    "explicit": "false",
    "url": '"https://media.example.com/tides/"',
}
# A frame of silence (MPEG 1 layer III, 128 kb/s, 44.1 kHz: 26 ms), and about ten seconds of it.
SILENCE = (b"\xff\xfb\x90\x64" + bytes(413)) * 383
PAGE = """Ep #7: The Lighthouse

A keeper's tale of fog and fire.

Full Episode Transcript:

Welcome to the lighthouse.

It was a dark night, and a long one.
"""
EPISODE = {"date": "2024-03-28T09:00:00Z"}


@functools.cache
def cover(width: int = 1400, height: int = 1400, kind: str = "JPEG") -> bytes:
    """Make a picture of one colour."""
    file = io.BytesIO()
    Image.new("RGB", (width, height), (43, 29, 58)).save(file, kind)
    return file.getvalue()


def toml(facts: dict[str, str]) -> str:
    return "".join(f"{key} = {value}\n" for key, value in facts.items())


def make_show(folder: Path, **changes: str | None) -> Path:
    """Make a show's folder without episodes; a change of None leaves the key out."""
    folder.mkdir(parents=True, exist_ok=True)
    facts = {key: value for key, value in (SHOW | changes).items() if value is not None}
    (folder / "show.toml").write_text(toml(facts))
    (folder / "cover.jpg").write_bytes(cover())
    return folder


def make_episode(folder: Path, stem: str = "ep-7", page: str | None = PAGE, **changes) -> Path:
    """Add an episode in a sub-folder; a change of None leaves the key out."""
    episode = folder / stem
    episode.mkdir()
    (episode / "audio.mp3").write_bytes(SILENCE)
    if page is not None:
        (episode / "page.txt").write_text(page)
    facts = {key: value for key, value in (EPISODE | changes).items() if value is not None}
    (episode / "episode.toml").write_text(toml(facts))
    return episode


def snapshot(folder: Path) -> dict[str, bytes]:
    """Give all files of a folder and their bytes."""
    return {path.name: path.read_bytes() for path in folder.iterdir()} if folder.exists() else {}
