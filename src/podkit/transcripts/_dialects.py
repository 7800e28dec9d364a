"""The dialects of JSON transcripts: one entry each, of where it has what a cue is made of.

Places are written as paths: keys and indexes with dots between, ``*`` for every member of a list.
A dialect is told by its content: its list of segments is where it says, and a segment has its sign.
Where keys can't say how segments are found, a function arranges what the document has into some
that they can describe.
"""

import re
from bisect import bisect_right
from collections.abc import Callable
from itertools import groupby, islice
from typing import Any, TypeAlias

import attrs

__all__ = ["PODCAST", "Dialect", "Json", "Keys", "find_dialect", "first", "follow"]

Json: TypeAlias = Any  # whatever JSON holds
_Segment: TypeAlias = dict[str, Json]


def follow(value: Json, path: str) -> Json:
    """Give what is at the end of a path, or None.

    >>> data = {"results": [{"words": [1, 2]}, {"words": [3]}]}
    >>> follow(data, "results.1.words"), follow(data, "results.*.words"), follow(data, "a.b")
    ([3], [1, 2, 3], None)
    """
    head, _, rest = path.partition(".")
    if not head:
        return value
    if isinstance(value, dict):
        return follow(value.get(head), rest)
    if not isinstance(value, list):
        return None
    if head == "*":
        return [each for member in value for each in _list(member, rest)]
    return follow(value[int(head)], rest) if head.isdecimal() and int(head) < len(value) else None


def first(value: Json, paths: tuple[str, ...]) -> Json:
    """Give what is at the end of the first path that leads to something, or None.

    >>> first({"word": "hello"}, ("punctuated_word", "word"))
    'hello'
    """
    for path in paths:
        found = follow(value, path)
        if found is not None:
            return found
    return None


def _list(value: Json, path: str) -> list[Json]:
    found = follow(value, path)
    return found if isinstance(found, list) else []


@attrs.frozen(kw_only=True)
class Keys:
    """Where a segment, or a word of one, has its parts; of several paths, the first that leads.

    Attributes:
        text: what is said.
        start: when it begins.
        end: when it ends.
        duration: how long it lasts, where it has no end.
        speaker: who speaks.
        confidence: how sure its recognition is.
        words: the list of its words.
    """

    text: tuple[str, ...] = ("text",)
    start: tuple[str, ...] = ("start",)
    end: tuple[str, ...] = ("end",)
    duration: tuple[str, ...] = ()
    speaker: tuple[str, ...] = ("speaker",)
    confidence: tuple[str, ...] = ()
    words: tuple[str, ...] = ()

    def known(self) -> frozenset[str]:
        """Give the keys of an object that are read.

        >>> sorted(Keys(text=("body",), start=("offsets.from",), end=("offsets.to",)).known())
        ['body', 'offsets', 'speaker']
        """
        paths = [path for field in attrs.astuple(self) for path in field]
        return frozenset(path.partition(".")[0] for path in paths)


def _number(value: Json) -> float | None:
    return value if type(value) is float or type(value) is int else None


_DIGITS = re.compile(r"\d{1,9}(?:\.\d{1,9})?")


def _digits(value: Json) -> float | None:
    """Read a number that stands in a text: ``"1.5"``."""
    return float(value) if isinstance(value, str) and _DIGITS.fullmatch(value) else None


def _duration(value: Json) -> float | None:
    """Read a duration as protocol buffers spell it: ``"1.500s"``, or as seconds and nanoseconds."""
    if isinstance(value, str):
        return _digits(value.removesuffix("s"))
    seconds, nanos = follow(value, "seconds"), follow(value, "nanos")
    whole = _digits(seconds) if isinstance(seconds, str) else _number(seconds)
    try:
        return None if whole is None else whole + (_number(nanos) or 0) / 1_000_000_000
    except OverflowError:
        return None


@attrs.frozen(kw_only=True)
class Dialect:
    """A dialect.

    Attributes:
        name: what it is called.
        segments: where its list of segments is; of several paths, the first that leads to one.
        keys: where a segment has its parts.
        word_keys: where a word has its parts.
        sign: what one of its segments has; absent means what is said.
        marks: keys of which the document has at least one, where the segments don't tell enough.
        read_time: reads a time of the type that it writes.
        per_second: how many of its units make a second.
        speaker: what to call a speaker for whom it has a number or a letter.
        language: where the document says which language is spoken.
        repeats: keys of the document, its segments and words that say nothing that others don't.
        has_channels: whether it lists one channel after the other; then times give the order.
        arrange: makes segments that the keys describe of the document and the list found in it.
    """

    name: str
    segments: tuple[str, ...]
    keys: Keys = Keys()
    word_keys: Keys = Keys()
    sign: tuple[str, ...] = ()
    marks: frozenset[str] = frozenset()
    read_time: Callable[[Json], float | None] = _number
    per_second: int = 1
    speaker: str = "{}"
    language: tuple[str, ...] = ()
    repeats: frozenset[str] = frozenset()
    has_channels: bool = False
    arrange: Callable[[Json, list[Json]], list[Json]] = lambda _data, segments: segments

    def known(self) -> frozenset[str]:
        """Give the keys of a document that are read."""
        paths = (*self.segments, *self.language)
        return self.repeats | {path.partition(".")[0] for path in paths}

    def find(self, data: Json) -> list[Json] | None:
        """Give the list of segments, if the document is of this dialect."""
        if self.marks and not (isinstance(data, dict) and self.marks & data.keys()):
            return None
        sign = self.sign or self.keys.text
        for path in self.segments:
            found = _list(data, path)
            if any(first(each, sign) is not None for each in found):
                return found
        return None


def find_dialect(data: Json) -> tuple[Dialect, list[Json]] | None:
    """Give a document's dialect and its list of segments, or None for a document of no dialect.

    >>> dialect, segments = find_dialect({"transcription": [{"offsets": {}, "text": "Hello."}]})
    >>> dialect.name, len(segments)
    ('whisper.cpp', 1)
    """
    for dialect in _DIALECTS:
        segments = dialect.find(data)
        if segments is not None:
            return dialect, segments
    # An empty list has no sign, but says well enough that nothing was said.
    for dialect in _DIALECTS:
        if any(follow(data, path) == [] for path in dialect.segments if "*" not in path):
            return dialect, []
    return None


def _share(words: list[Json], segments: list[_Segment], start: str) -> list[_Segment]:
    """Share words out among the segments, by their starts."""
    starts = [_digits_or_number(segment.get(start)) or 0.0 for segment in segments]
    shares: list[list[Json]] = [[] for _ in segments]
    place = 0
    for word in words:
        time = _digits_or_number(follow(word, start))
        if time is not None:
            place = max(bisect_right(starts, time) - 1, 0)
        shares[place].append(word)
    return [segment | {"words": share} for segment, share in zip(segments, shares, strict=True)]


def _digits_or_number(value: Json) -> float | None:
    return _number(value) if _digits(value) is None else _digits(value)


def _whisper(data: Json, segments: list[_Segment]) -> list[_Segment]:
    """Share out words that stand beside the segments, where these have none of their own."""
    words = _list(data, "words")
    has_own = any(segment.get("words") for segment in segments)
    return segments if has_own or not words else _share(words, segments, "start")


def _whispered(data: Json, words: list[_Segment]) -> list[_Segment]:
    """Make one segment of words without any, as only the whole text has their punctuation."""
    text = follow(data, "text")
    is_said = isinstance(text, str) and text.strip()
    return [{"text": text, "words": words}] if is_said else words


def _whisper_cpp(_data: Json, segments: list[_Segment]) -> list[_Segment]:
    return [each | {"words": _words_of_tokens(_list(each, "tokens"))} for each in segments]


def _words_of_tokens(tokens: list[Json]) -> list[_Segment]:
    """Make words of tokens: one that starts with a space starts a word."""
    words: list[_Segment] = []
    texts: list[list[str]] = []
    for token in tokens:
        text = follow(token, "text")
        if not isinstance(text, str) or text.startswith("[_"):  # a token that isn't spoken
            continue
        if not words or text.startswith(" "):
            words.append({"start": follow(token, "offsets.from")})
            texts.append([])
        words[-1]["end"] = follow(token, "offsets.to")
        texts[-1].append(text)
    return [word | {"text": "".join(parts)} for word, parts in zip(words, texts, strict=True)]


def _deepgram(data: Json, paragraphs: list[_Segment]) -> list[_Segment]:
    """Give each paragraph the text of its sentences, and its share of the words."""
    words = _list(data, "results.channels.*.alternatives.0.words")
    rest = iter(words)
    arranged = []
    for paragraph in paragraphs:
        texts = [follow(sentence, "text") for sentence in _list(paragraph, "sentences")]
        count = paragraph.get("num_words")
        share = list(islice(rest, min(max(count, 0), len(words)))) if type(count) is int else []
        text = " ".join(text for text in texts if isinstance(text, str))
        arranged.append(paragraph | {"text": text, "words": share})
    return arranged


def _amazon(data: Json, items: list[_Segment]) -> list[_Segment]:
    """Put punctuation behind its word, and the words into the segments, where there are some."""
    if not _list(data, "results.items"):
        return items  # the whole text, as it is
    words: list[_Segment] = []
    for item in items:
        text = follow(item, "alternatives.0.content")
        if item.get("type") == "punctuation" and words and isinstance(text, str):
            words[-1]["text"] += text
        elif isinstance(text, str):
            confidence = _digits(follow(item, "alternatives.0.confidence"))
            words.append(item | {"text": text, "confidence": confidence})
    for path in ("results.audio_segments", "results.speaker_labels.segments"):
        segments = [each for each in _list(data, path) if isinstance(each, dict)]
        if segments:
            return _share(words, segments, "start_time")
    return words


_GOOGLE_SPEAKER = ("speakerTag", "speaker_tag", "speakerLabel", "speaker_label")
_GOOGLE_END = ("resultEndTime", "resultEndOffset", "result_end_time", "result_end_offset")


def _google(_data: Json, results: list[_Segment]) -> list[_Segment]:
    """Give a segment for each result and, within it, for each speaker.

    Where speakers are told apart, a last result without a transcript has all words once more.
    """
    texts = [follow(result, "alternatives.0.transcript") for result in results]
    words = [_list(result, "alternatives.0.words") for result in results]
    told = iter(words.pop() if texts[-1] is None else ())
    arranged: list[_Segment] = []
    end = "0s"
    for result, text, own in zip(results, texts, words, strict=False):
        start, end = end, first(result, _GOOGLE_END)
        spoken = list(islice(told, len(own))) or own
        turns = [list(turn) for _, turn in groupby(spoken, key=_google_speaker)]
        if len(turns) > 1:
            arranged += [{"words": turn, "speaker": _google_speaker(turn[0])} for turn in turns]
        else:
            speaker = _google_speaker(spoken[0]) if spoken else None
            times = {} if spoken else {"start": start, "end": end}
            arranged.append({"text": text, "words": spoken, "speaker": speaker, **times})
    return arranged


def _google_speaker(word: Json) -> Json:
    return first(word, _GOOGLE_SPEAKER) or None


# What the podcast namespace documents.
PODCAST = Dialect(
    name="the podcast namespace",
    segments=("segments", ""),
    keys=Keys(text=("body",), start=("startTime",), end=("endTime",)),
    repeats=frozenset({"version"}),
)
_MILLISECONDS = 1000
_TICKS = 10_000_000
_ASSEMBLYAI = frozenset({"acoustic_model", "audio_duration", "audio_url", "status"})
_WITH_WORDS = Keys(words=("words",))
_WORD = Keys(text=("word", "text"), speaker=(), confidence=("confidence",))
# In the order in which they are tried.
_DIALECTS = (
    PODCAST,
    # The JSON of Podlove's web player.
    Dialect(
        name="Podlove",
        segments=("", "transcripts"),
        keys=Keys(start=("start_ms",), end=("end_ms",), speaker=("voice", "speaker")),
        sign=("start_ms",),
        per_second=_MILLISECONDS,
        repeats=frozenset({"start", "end"}),
    ),
    # Whisper, faster-whisper, WhisperX, stable-ts, OpenAI's own service; and lists of lines with
    # these keys, however they spell them.
    Dialect(
        name="Whisper",
        segments=("segments", ""),
        keys=Keys(
            start=("start", "startTime", "start_time"),
            end=("end", "endTime", "end_time"),
            duration=("duration",),
            words=("words",),
        ),
        word_keys=Keys(
            text=("word", "text"), speaker=(), confidence=("probability", "score", "confidence")
        ),
        language=("language",),
        repeats=frozenset({"id", "seek", "text", "words", "word_segments", "task", "duration"}),
        arrange=_whisper,
    ),
    # OpenAI's service, where it was asked for words alone.
    Dialect(
        name="Whisper's words",
        segments=("words",),
        keys=Keys(text=("text", "word"), words=("words",)),
        word_keys=_WORD,
        sign=("word",),
        language=("language",),
        repeats=frozenset({"text", "task", "duration"}),
        arrange=_whispered,
    ),
    Dialect(
        name="whisper.cpp",
        segments=("transcription",),
        keys=Keys(start=("offsets.from",), end=("offsets.to",), words=("words",)),
        word_keys=_WORD,
        per_second=_MILLISECONDS,
        speaker="Speaker {}",
        language=("result.language", "params.language"),
        repeats=frozenset({"params", "result", "timestamps", "tokens"}),
        arrange=_whisper_cpp,
    ),
    # Whisper by Hugging Face's pipelines, such as insanely-fast-whisper.
    Dialect(
        name="Transformers",
        segments=("speakers", "chunks"),
        keys=Keys(start=("timestamp.0",), end=("timestamp.1",)),
        repeats=frozenset({"text", "chunks"}),
    ),
    Dialect(
        name="AssemblyAI",
        segments=("utterances",),
        keys=_WITH_WORDS,
        marks=_ASSEMBLYAI,
        word_keys=_WORD,
        per_second=_MILLISECONDS,
        speaker="Speaker {}",
        language=("language_code",),
        repeats=frozenset({"text", "words", "speaker"}),
    ),
    Dialect(
        name="AssemblyAI's words",
        segments=("words",),
        keys=Keys(confidence=("confidence",)),
        marks=_ASSEMBLYAI,
        per_second=_MILLISECONDS,
        speaker="Speaker {}",
        language=("language_code",),
        repeats=frozenset({"text", "utterances"}),
    ),
    Dialect(
        name="Deepgram",
        has_channels=True,
        segments=("results.utterances",),
        keys=Keys(text=("transcript",), words=("words",)),
        word_keys=attrs.evolve(_WORD, text=("punctuated_word", "word")),
        speaker="Speaker {}",
        language=("results.channels.0.detected_language",),
        repeats=frozenset({"channel", "id", "speaker", "word"}),
    ),
    Dialect(
        name="Deepgram's paragraphs",
        has_channels=True,
        segments=("results.channels.*.alternatives.0.paragraphs.paragraphs",),
        keys=_WITH_WORDS,
        word_keys=attrs.evolve(_WORD, text=("punctuated_word", "word")),
        sign=("sentences",),
        speaker="Speaker {}",
        language=("results.channels.0.detected_language",),
        repeats=frozenset({"num_words", "sentences", "speaker", "word"}),
        arrange=_deepgram,
    ),
    Dialect(
        name="Deepgram's words",
        has_channels=True,
        segments=("results.channels.*.alternatives.0.words",),
        keys=Keys(text=("punctuated_word", "word"), confidence=("confidence",)),
        speaker="Speaker {}",
        language=("results.channels.0.detected_language",),
        repeats=frozenset({"word"}),
    ),
    Dialect(
        name="Amazon Transcribe",
        segments=("results.items", "results.transcripts"),
        keys=Keys(
            text=("text", "transcript"),
            start=("start_time",),
            end=("end_time",),
            speaker=("speaker_label",),
            confidence=("confidence",),
            words=("words",),
        ),
        word_keys=attrs.evolve(_WORD, start=("start_time",), end=("end_time",)),
        sign=("alternatives.0.content", "transcript"),
        read_time=_digits,
        language=("results.language_code",),
        repeats=frozenset({"alternatives", "id", "items", "speaker_label", "transcript", "type"}),
        arrange=_amazon,
    ),
    Dialect(
        name="Google Speech-to-Text",
        has_channels=True,
        segments=("results", "response.results"),
        keys=_WITH_WORDS,
        word_keys=attrs.evolve(
            _WORD,
            start=("startTime", "startOffset", "start_time", "start_offset"),
            end=("endTime", "endOffset", "end_time", "end_offset"),
        ),
        sign=("alternatives.0.transcript",),
        read_time=_duration,
        speaker="Speaker {}",
        language=("results.0.languageCode", "results.0.language_code"),
        repeats=frozenset(_GOOGLE_SPEAKER),
        arrange=_google,
    ),
    Dialect(
        name="Azure Speech",
        has_channels=True,
        segments=("recognizedPhrases",),
        keys=Keys(
            text=("nBest.0.display",),
            start=("offsetInTicks",),
            end=(),
            duration=("durationInTicks",),
            words=("nBest.0.displayWords", "nBest.0.words"),
        ),
        word_keys=Keys(
            text=("displayText", "word"),
            start=("offsetInTicks",),
            end=(),
            duration=("durationInTicks",),
            speaker=(),
            confidence=("confidence",),
        ),
        per_second=_TICKS,
        speaker="Speaker {}",
        language=("recognizedPhrases.0.locale",),
        repeats=frozenset({"combinedRecognizedPhrases", "duration", "offset", "recognitionStatus"}),
    ),
    Dialect(
        name="Azure fast transcription",
        segments=("phrases",),
        keys=Keys(
            start=("offsetMilliseconds",),
            end=(),
            duration=("durationMilliseconds",),
            words=("words",),
        ),
        word_keys=Keys(
            start=("offsetMilliseconds",), end=(), duration=("durationMilliseconds",), speaker=()
        ),
        sign=("offsetMilliseconds",),
        per_second=_MILLISECONDS,
        speaker="Speaker {}",
        language=("phrases.0.locale",),
        repeats=frozenset({"combinedPhrases", "durationMilliseconds", "locale"}),
    ),
)
