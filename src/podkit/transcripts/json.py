"""JSON transcripts, version 1.0.0 (podcast namespace, ``docs/examples/transcripts``), and dialects.

A segment carries a cue's speaker, start, end and text. There is no place for words and their times,
which are left out, nor for a language, which the feed's link to the file carries. The JSON of
speech recognisers, which the table in `_dialects` describes, is read too.
"""

import json
import re
from operator import attrgetter

import attrs

from podkit._clock import read_clock
from podkit._construct import constructor, positional
from podkit._files import Source, Target, read_bytes, write_bytes
from podkit.errors import OnProblem, ParseError, Problem, ignore
from podkit.models import Cue, Transcript, Word
from podkit.transcripts._dialects import PODCAST, Dialect, Json, Keys, find_dialect, first, follow
from podkit.transcripts._languages import TAGS
from podkit.transcripts._reading import make_transcript, normalise, read_source, tidy_name
from podkit.transcripts._writing import check_cue, said, timed_spans

__all__ = ["dumps", "loads", "read", "write"]

_VERSION = "1.0.0"
# More than any episode lasts: times beyond it that are whole numbers must be milliseconds.
_LONGEST_EPISODE = 48 * 3600
# People say some 15 characters in a second: where they say less than a tenth of one in a unit of
# time, the unit is a millisecond.
_SLOWEST = 0.1
_LATEST = 1e9  # seconds; later than any time that is meant
_AS_IT_IS = "{}"
# Some say "en_us".
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{1,8})*")
# How JSON spells what is no character, or a kind of line's end; and some more, as one look at the
# whole takes less time than one at each text.
_ESCAPE = re.compile(r"\\(?:r|u(?:000|[dDfF]))")
_make_cue = constructor(Cue)
_make_spoken = positional(Cue, "text", "start", "end", "speaker")
_make_word = constructor(Word)


def loads(text: str | bytes, *, on_problem: OnProblem = ignore) -> Transcript:
    """Read a JSON transcript: the podcast namespace's, or what speech recognisers write.

    Segments become cues as they are, be they of one word each: `podkit.transcripts.sentences` joins
    them. Read are Whisper (OpenAI's, faster-whisper, WhisperX, whisper.cpp, Transformers),
    AssemblyAI, Deepgram, Amazon Transcribe, Google Speech-to-Text, Azure Speech and Podlove; also a
    bare list of segments, and the podcast namespace's with milliseconds.

    Args:
        text: the file's text, or its bytes.
        on_problem: receives what was forgiven: keys that aren't kept, once each; values of another
            type (read as the nearest value of the right one), segments without a text (left out)
            or a start, times that seem to be milliseconds, are out of order, or end before they
            start.

    Raises:
        ParseError: the text isn't JSON, or holds no segments that are known here.

    >>> loads('{"segments": [{"speaker": "Ann", "startTime": 0.5, "body": "Hello."}]}').cues
    (Cue(text='Hello.', start=0.5, end=None, speaker='Ann', ...),)
    >>> loads('{"text": " Hi.", "segments": [{"start": 1.0, "end": 1.5, "text": " Hi."}]}').cues
    (Cue(text='Hi.', start=1.0, end=1.5, speaker=None, ...),)
    """
    text = read_source(text, on_problem)
    data = _parse(text)
    found = find_dialect(data)
    if not found:
        raise ParseError(
            "expected a list named 'segments' whose members have a 'body', as the podcast "
            "namespace has it, or what a speech recogniser writes"
        )
    dialect, segments = found
    if dialect is PODCAST:
        dialect = _podcast_dialect(data, segments, on_problem)
    is_plain = "\\" not in text or not _ESCAPE.search(text)
    reader = _Reader(dialect, on_problem, is_plain=is_plain)
    cues = reader.cues(data, segments)
    return make_transcript(cues, reader.language(data), on_problem)


def dumps(transcript: Transcript, *, on_problem: OnProblem = ignore) -> str:
    """Write a JSON transcript of the podcast namespace, a line for each segment.

    Args:
        transcript: the transcript.
        on_problem: receives what is left out: cues in which nothing is said.

    Raises:
        UnrepresentableError: a cue has no start, or ends before it starts; or a text isn't Unicode.

    >>> print(dumps(Transcript(cues=[Cue(text="Hello.", start=0.5, speaker="Ann")])), end="")
    {
      "version": "1.0.0",
      "segments": [
        {"speaker": "Ann", "startTime": 0.5, "body": "Hello."}
      ]
    }
    """
    lines = []
    cues = said(transcript, on_problem)
    for (index, cue), (start, end) in zip(cues, timed_spans(cues), strict=True):
        check_cue(cue, f"cues[{index}].")
        segment = {"speaker": cue.speaker, "startTime": start, "endTime": end, "body": cue.text}
        held = {key: value for key, value in segment.items() if value is not None}
        lines.append(f"    {json.dumps(held, ensure_ascii=False)}")
    segments = "\n" + ",\n".join(lines) + "\n  " if lines else ""
    return f'{{\n  "version": "{_VERSION}",\n  "segments": [{segments}]\n}}\n'


def read(source: Source, *, on_problem: OnProblem = ignore) -> Transcript:
    """Read a JSON transcript from a path or an open binary file, as `loads` does.

    >>> import io
    >>> read(io.BytesIO(b'[{"startTime": 0, "body": "Hello."}]')).cues[0].start
    0.0
    """
    return loads(read_bytes(source), on_problem=on_problem)


def write(transcript: Transcript, target: Target, *, on_problem: OnProblem = ignore) -> None:
    """Write a JSON transcript to a path or an open binary file, as `dumps` does.

    >>> import io
    >>> file = io.BytesIO()
    >>> write(Transcript(), file)
    >>> file.getvalue().splitlines()[2]
    b'  "segments": []'
    """
    write_bytes(target, dumps(transcript, on_problem=on_problem).encode())


def _parse(text: str) -> Json:
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        raise ParseError(f"this isn't JSON: {error.msg}", line=error.lineno) from error
    except (ValueError, RecursionError) as error:
        raise ParseError(f"this JSON is beyond reading: {error}") from error


def _podcast_dialect(data: object, segments: list[Json], on_problem: OnProblem) -> Dialect:
    """Report the liberties of a whole document of the podcast namespace, and read its unit."""
    if data is segments:
        on_problem(Problem(id="bare-list", message="expected an object around the list"))
    if not _are_milliseconds(segments):
        return PODCAST
    message = "the times are whole numbers, too far apart for seconds; read as milliseconds"
    on_problem(Problem(id="milliseconds", message=message, where="segments"))
    return attrs.evolve(PODCAST, per_second=1000)


def _are_milliseconds(segments: list[Json]) -> bool:
    times: list[int] = []
    said = 0
    for segment in segments:
        for time in (follow(segment, "startTime"), follow(segment, "endTime")):
            if type(time) is int:
                times.append(time)
            elif time is not None:
                return False
        said += len(str(follow(segment, "body")))
    if not times or max(map(abs, times)) >= _LATEST * 1000:
        return False
    return max(times) > _LONGEST_EPISODE or said < _SLOWEST * (max(times) - min(times))


class _Names(dict[object, str | None]):
    """Names as they are written, and as they are kept: few are, and many times."""

    def __missing__(self, name: str) -> str | None:
        self[name] = tidy_name(normalise(name))
        return self[name]


class _Reader:
    """Reads the segments of a dialect."""

    def __init__(self, dialect: Dialect, on_problem: OnProblem, *, is_plain: bool) -> None:
        self._dialect = dialect
        self._on_problem = on_problem
        self._is_plain = is_plain
        self._names = _Names({None: None})
        self._known = dialect.keys.known() | dialect.repeats
        self._known_of_words = dialect.word_keys.known() | dialect.repeats
        self._unknown: dict[str, str] = {}  # each key that isn't kept, and where it is first

    def cues(self, data: Json, segments: list[Json]) -> list[Cue]:
        """Give the cue of each segment in which something is said."""
        self._gather_unknown(data, self._dialect.known(), "")
        if self._dialect.keys is PODCAST.keys:
            cues = self._podcast_cues(segments)
        else:
            objects = [segment for segment in segments if isinstance(segment, dict)]
            if len(objects) < len(segments):
                self._report("empty-cue", "left out: what is no object", "segments")
            arranged = self._dialect.arrange(data, objects) if objects else []
            found = (self._cue(each, f"segments[{index}]") for index, each in enumerate(arranged))
            cues = [cue for cue in found if cue]
        if self._dialect.has_channels and all(cue.start is not None for cue in cues):
            cues.sort(key=attrgetter("start"))
        for key, where in self._unknown.items():
            self._report("unknown-key", f"not kept: no place for any {key!r:.80}", where)
        return cues

    def language(self, data: Json) -> str | None:
        """Give the language spoken, spelt as a BCP 47 tag."""
        language = first(data, self._dialect.language)
        if isinstance(language, str):
            language = TAGS.get(language.lower(), language)
        if language is None or (isinstance(language, str) and _LANGUAGE.fullmatch(language)):
            return language and language.replace("_", "-")
        message = f"left out: expected a tag such as 'en', found {language!r:.80}"
        self._report("not-a-language", message, "language")
        return None

    def _podcast_cues(self, segments: list[Json]) -> list[Cue]:
        """Read what is as it should be in as little time as Python can.

        Each segment is let go when it is read: where no more objects are made than are freed, the
        garbage collector has no reason to go through them all, which takes longer than the rest.
        """
        cues: list[Cue] = []
        names, is_plain, keep = self._names, self._is_plain, cues.append
        for index, segment in enumerate(segments):
            segments[index] = None
            try:
                text, start, end = segment["body"], segment["startTime"], segment["endTime"]
                text = (text if is_plain else normalise(text)).strip()
                speaker = names[segment.get("speaker")]
                if (
                    text
                    and type(start) is type(end) is float
                    and 0 <= start <= end < _LATEST
                    and len(segment) == (3 if speaker is None else 4)
                ):
                    keep(_make_spoken(text, start, end, speaker))
                    continue
            except (AttributeError, KeyError, TypeError):
                pass  # the long way says what is odd in it
            cue = self._cue(segment, f"segments[{index}]")
            if cue:
                keep(cue)
        return cues

    def _cue(self, segment: Json, where: str) -> Cue | None:
        keys = self._dialect.keys
        self._gather_unknown(segment, self._known, where)
        words = self._words(segment, where)
        text = self._text(first(segment, keys.text), f"{where}.{keys.text[0]}")
        if not text:
            text = " ".join(word.text for word in words)
        text = normalise(text).strip()
        if not text:
            self._report("empty-cue", "left out, as nothing is said in it", where)
            return None
        start, end = self._times(segment, keys, where)
        if start is None and words:
            start, end = words[0].start, words[-1].end
        if start is None:
            self._report("missing-start", "has no start; kept without times", where)
            end = None
        cue: Cue = _make_cue(
            {
                "text": text,
                "start": start,
                "end": end,
                "speaker": self._speaker(segment, where),
                "words": _spelt(words, text) or self._word_alone(segment, text, start, end),
            }
        )
        return cue

    def _words(self, segment: Json, where: str) -> list[Word]:
        """Read the words of a segment, where some have times."""
        keys = self._dialect.word_keys
        words = []
        held = first(segment, self._dialect.keys.words)
        for index, word in enumerate(held if isinstance(held, list) else ()):
            place = f"{where}.words[{index}]"
            self._gather_unknown(word, self._known_of_words, place)
            text = normalise(self._text(first(word, keys.text), f"{place}.{keys.text[0]}") or "")
            start, end = self._times(word, keys, place)
            confidence = _confidence(first(word, keys.confidence))
            if text.strip():
                values = {"text": text.strip(), "start": start, "end": end}
                words.append(_make_word({**values, "confidence": confidence}))
        return words if any(word.start is not None for word in words) else []

    def _word_alone(
        self,
        segment: Json,
        text: str,
        start: float | None,
        end: float | None,
    ) -> list[Word]:
        """Give the word that is all of a segment, where more is known of it than of a cue."""
        confidence = _confidence(first(segment, self._dialect.keys.confidence))
        if confidence is None:
            return []
        return [_make_word({"text": text, "start": start, "end": end, "confidence": confidence})]

    def _times(self, value: Json, keys: Keys, where: str) -> tuple[float | None, float | None]:
        start, end = (self._time(value, paths, where) for paths in (keys.start, keys.end))
        if end is None and start is not None and keys.duration:
            duration = self._time(value, keys.duration, where)
            end = None if duration is None else round(start + duration, 6)
        return start, end

    def _time(self, value: Json, paths: tuple[str, ...], where: str) -> float | None:
        held = first(value, paths)
        if held is None:
            return None
        per_second = self._dialect.per_second
        time = self._dialect.read_time(held)
        if time is not None and 0 <= time < _LATEST * per_second:
            return time / per_second
        nearest = _nearest_time(held, per_second)
        result = "left out" if nearest is None else f"read as {nearest!r} seconds"
        message = f"expected a time, found {held!r:.80}; {result}"
        self._report("wrong-type", message, f"{where}.{paths[0]}")
        return nearest

    def _text(self, value: Json, where: str) -> str | None:
        if value is None or isinstance(value, str):
            return value
        text = str(value) if type(value) in (int, float) else None
        result = "left out" if text is None else f"read as {text!r}"
        message = f"expected a text, found {value!r:.80}; {result}"
        self._report("wrong-type", message, where)
        return text

    def _speaker(self, segment: Json, where: str) -> str | None:
        keys, label = self._dialect.keys, self._dialect.speaker
        value = first(segment, keys.speaker)
        if label != _AS_IT_IS and (
            type(value) is int or (isinstance(value, str) and len(value) < 2)
        ):
            return None if value == "" else label.format(value)
        name = self._text(value, f"{where}.{keys.speaker[0]}") if keys.speaker else None
        return self._names[name]

    def _gather_unknown(self, value: Json, known: frozenset[str], where: str) -> None:
        if isinstance(value, dict) and not value.keys() <= known:
            for key in value:
                if key not in known:
                    self._unknown.setdefault(key, f"{where}.{key}" if where else key)

    def _report(self, kind: str, message: str, where: str) -> None:
        self._on_problem(Problem(id=kind, message=message, where=where))


def _spelt(words: list[Word], text: str) -> list[Word]:
    """Give the words the capitals and the punctuation that they have in the text."""
    spellings = text.split()
    if len(spellings) != len(words):
        return words
    return [
        word if word.text == spelling else attrs.evolve(word, text=spelling)
        for word, spelling in zip(words, spellings, strict=True)
    ]


def _confidence(value: object) -> float | None:
    return float(value) if isinstance(value, int | float) and 0 <= value <= 1 else None


def _nearest_time(value: object, per_second: int) -> float | None:
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    try:
        time = float(value) / per_second
    except (ValueError, OverflowError):
        return read_clock(value[:20]) if isinstance(value, str) else None
    return max(time, 0.0) if time < _LATEST else None
