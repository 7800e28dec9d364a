"""Gives an MP3 a title and chapters: ``python tag_mp3.py episode.mp3``.

Without an argument it tags a copy of the example show's audio, ``tagged.mp3``.
"""

import shutil
import sys
from pathlib import Path

import attrs

from podkit import Chapter, Chapters, audio

SAMPLE = Path(__file__).parent / "feminist-wellness" / "ep-270" / "audio.mp3"
path = sys.argv[1] if len(sys.argv) > 1 else shutil.copyfile(SAMPLE, "tagged.mp3")

tags = audio.read(path)
marks = Chapters(chapters=(Chapter(start=0, title="Welcome"), Chapter(start=18, title="Dinner")))
audio.write(attrs.evolve(tags, title="Interdependence", chapters=marks), path)
for chapter in audio.read(path).chapters or ():
    print(f"{chapter.start:g} s: {chapter.title}")
