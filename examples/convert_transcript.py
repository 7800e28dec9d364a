"""Converts a transcript: ``python convert_transcript.py episode.vtt episode.srt``."""

import sys

from podkit import transcripts

transcript = transcripts.read(sys.argv[1])
transcripts.write(transcript, sys.argv[2])
