"""What is asked of the files that a feed names: pictures, media, transcripts and chapter files.

Nothing here fetches by itself: the caller passes in what does, as `Fetch` says. What came of an
address is a `Fetched` value of a class for its kind, and rules look at that.
"""

import ssl
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Literal, Protocol, TypeGuard, TypeVar

import attrs

from podkit import chapters, transcripts
from podkit.checks._forms import HTTP, path_of
from podkit.checks._pictures import PictureHeader, read_header
from podkit.checks._rules import Finding, Findings, for_values, rules_in
from podkit.checks._sections import (
    APPLE_EPISODE,
    APPLE_REQUIREMENTS,
    APPLE_SHOW,
    APPLE_TRANSCRIPTS,
    PLAYERS,
    PSP1_CHANNEL,
    RSS_ENCLOSURE,
    SPOTIFY_PICTURES,
    TRANSCRIPT_FILES,
    tag,
)
from podkit.errors import PodkitError
from podkit.models import (
    Chapters,
    ChaptersLink,
    Episode,
    LiveItem,
    Show,
    Transcript,
    TranscriptLink,
)

__all__ = [
    "RULES",
    "Answer",
    "Fetch",
    "Fetched",
    "FetchedChapters",
    "FetchedMedia",
    "FetchedPicture",
    "FetchedText",
    "FetchedTranscript",
    "fetched_files",
]

# In pixels: a square.
_SMALLEST, _LARGEST = 1400, 3000
# In pixels an inch.
_DENSITY = 72
_PICTURE_SUFFIXES = {"JPEG": (".jpg", ".jpeg"), "PNG": (".png",)}
# Types that mean the same as another one.
_SAME_TYPES = {
    "application/srt": "application/x-subrip",
    "audio/m4a": "audio/mp4",
    "audio/mp3": "audio/mpeg",
    "audio/x-m4a": "audio/mp4",
    "image/jpg": "image/jpeg",
    "text/srt": "application/x-subrip",
    "video/x-m4v": "video/mp4",
}
# The formats of transcripts, by the types that feeds give them.
_TRANSCRIPT_FORMATS = {
    "application/json": "json",
    "application/x-subrip": "srt",
    "text/html": "html",
    "text/plain": "text",
    "text/vtt": "vtt",
}
_NO_HEADERS: Mapping[str, str] = {}
_ORIGIN = {"Origin": "https://example.com"}
_FIRST_BYTE = {"Range": "bytes=0-0"}
# What servers answer that know of no HEAD: RFC 9110, sections 15.5.6 and 15.6.2.
_PARTIAL = 206
_REFUSALS = (405, 501)
# How much of a file is asked for, in bytes. The size of a JPEG stands behind its colour profile.
_MOST_OF_PICTURE = 500_000
_MOST_OF_TEXT = 10_000_000
# In seconds, until the answer begins.
_SLOW = 5.0
_MOST_REDIRECTS = 5


@attrs.frozen(kw_only=True)
class Answer:
    """What a server answers.

    Attributes:
        url: the address that answered, after all redirects.
        status: the status, such as 200.
        headers: the header fields, by their names in small letters.
        content: the body, up to the limit that was asked for.
        seconds: how long it took until the answer began, if that was measured.
        redirects: how often the server sent on to another address.

    >>> Answer(url="https://example.com/1.mp3", status=200, headers={"content-length": "9"}).status
    200
    """

    url: str
    status: int
    headers: Mapping[str, str] = attrs.field(factory=dict)
    content: bytes = b""
    seconds: float | None = None
    redirects: int = 0


class Fetch(Protocol):
    """What fetches: a function of the caller's, over any client.

    It follows redirects, and is to be polite: a time-out, no more of the body than the limit, a
    pause between the requests to one host. Where no answer comes it raises `OSError`; where that is
    because of the certificate, `ssl.SSLCertVerificationError`.

    >>> def fetch(url, *, method, headers, limit):
    ...     return Answer(url=url, status=404)
    >>> fetch("https://example.com/1.mp3", method="HEAD", headers={}, limit=0).status
    404
    """

    def __call__(
        self, url: str, *, method: Literal["GET", "HEAD"], headers: Mapping[str, str], limit: int
    ) -> Answer:
        """Ask a server for what is at an address.

        Args:
            url: the address.
            method: the method of HTTP.
            headers: header fields that the request has, besides the client's own.
            limit: how many bytes of the body are wanted at most.
        """


@attrs.frozen(kw_only=True)
class Fetched:
    """What came of an address.

    Attributes:
        url: the address, as the feed has it.
        element: the element and attribute that hold it.
        index: which of the elements of that name it is, from 0, where there can be several.
        type: the MIME type that the feed gives.
        answer: what the server answered, or why there is no answer.

    >>> unreachable = OSError("no route to host")
    >>> Fetched(url="https://example.com", element="link", answer=unreachable).index is None
    True
    """

    url: str
    element: str
    index: int | None = None
    type: str | None = None
    answer: Answer | OSError

    @property
    def found(self) -> Answer | None:
        """The answer, if it is what was asked for."""
        return self.answer if _is_found(self.answer) else None

    @property
    def served_type(self) -> str | None:
        """The MIME type that the server gives, without parameters."""
        return _plain_type(self.found.headers.get("content-type")) if self.found else None

    def finding(self, message: str) -> Finding:
        """Make a finding about the file."""
        return Finding(self.element, message, index=self.index)


@attrs.frozen(kw_only=True)
class FetchedPicture(Fetched):
    """A cover, fetched.

    Attributes:
        is_head_refused: whether the server refused to answer without the file, if it was asked.

    >>> answer = Answer(url="https://example.com/1.gif", status=200, content=b"GIF89a")
    >>> FetchedPicture(url=answer.url, element="itunes:image href", answer=answer).header.format
    'GIF'
    """

    is_head_refused: bool = False

    @property
    def header(self) -> PictureHeader | None:
        """What the picture says of itself."""
        return read_header(self.found.content) if self.found else None


@attrs.frozen(kw_only=True)
class FetchedMedia(Fetched):
    """A media file, asked for but not fetched.

    Attributes:
        length: the size that the feed gives, in bytes.
        is_head_refused: whether the server refused to answer without the file.
        has_ranges: whether the server gives parts of the file.

    >>> answer = Answer(url="https://example.com/1.mp3", status=200)
    >>> FetchedMedia(url=answer.url, element="enclosure url", answer=answer).has_ranges
    False
    """

    length: int | None = None
    is_head_refused: bool = False
    has_ranges: bool = False


@attrs.frozen(kw_only=True)
class FetchedText(Fetched):
    """A file that was fetched to be read.

    Attributes:
        content: what it says, if it could be read.
        problem: why it could not be read.
        duration: how long the episode plays, in seconds.

    >>> answer = Answer(url="https://example.com/1.vtt", status=404)
    >>> FetchedText(url=answer.url, element="podcast:transcript url", answer=answer).content
    """

    content: Transcript | Chapters | None = None
    problem: str | None = None
    duration: float | None = None


@attrs.frozen(kw_only=True)
class FetchedTranscript(FetchedText):
    """A transcript, fetched.

    >>> answer = Answer(url="https://example.com/1.vtt", status=200)
    >>> FetchedTranscript(url=answer.url, element="podcast:transcript url", answer=answer).problem
    """


@attrs.frozen(kw_only=True)
class FetchedChapters(FetchedText):
    """A chapter file, fetched.

    >>> answer = Answer(url="https://example.com/1.json", status=200)
    >>> FetchedChapters(url=answer.url, element="podcast:chapters url", answer=answer).problem
    """


Text = TypeVar("Text", FetchedTranscript, FetchedChapters)
_TEXTS = (FetchedTranscript, FetchedChapters)
_ALL = (FetchedPicture, FetchedMedia, *_TEXTS)
# What to do about a status (RFC 9110, section 15, and RFC 6585, section 4), and about all others.
_ADVICE = {
    401: "let it be fetched without a password",
    403: "let every app fetch it",
    429: "check again later, with longer pauses",
    503: "check again later",
}
_MISSING = "put the file there, or give its address"


@for_values(_ALL, APPLE_REQUIREMENTS.requires)
def file_unreachable(fetched: Fetched) -> Findings:
    """A file is where the feed says."""
    answer = fetched.answer
    if isinstance(answer, Answer):
        if not fetched.found:
            advice = _ADVICE.get(answer.status, _MISSING)
            yield fetched.finding(f"the server answers with status {answer.status}; {advice}")
    elif not isinstance(answer, ssl.SSLCertVerificationError):
        yield fetched.finding(f"no answer comes ({answer!s:.120}); mend the address or the server")


@for_values(_ALL, APPLE_REQUIREMENTS.requires)
def certificate_invalid(fetched: Fetched) -> Findings:
    """The certificate of a server is valid."""
    if isinstance(fetched.answer, ssl.SSLCertVerificationError):
        yield fetched.finding(f"the certificate is not valid ({fetched.answer!s:.120}); renew it")


@for_values(_ALL, PLAYERS.recommends)
def answer_slow(fetched: Fetched) -> Findings:
    """A server answers within 5 seconds."""
    seconds = fetched.found and fetched.found.seconds
    if seconds and seconds > _SLOW:
        yield fetched.finding(f"the answer began after {seconds:.1f} seconds; use a faster server")


@for_values(_ALL, PLAYERS.recommends)
def redirects_many(fetched: Fetched) -> Findings:
    """A file is reached by 5 redirects at most."""
    redirects = fetched.found.redirects if fetched.found else 0
    if redirects > _MOST_REDIRECTS:
        yield fetched.finding(f"it takes {redirects} redirects; some apps give up after 5")


@for_values(_ALL, PLAYERS.requires)
def redirect_to_http(fetched: Fetched) -> Findings:
    """An address of https leads to no other."""
    final = fetched.found.url if fetched.found else fetched.url
    if _is_secure(fetched.url) and not _is_secure(final):
        yield fetched.finding(f"it leads to {final!r:.80}, which some apps refuse; use https there")


@for_values((FetchedPicture,), APPLE_SHOW.requires, APPLE_EPISODE.requires, PSP1_CHANNEL.requires)
def artwork_format(fetched: FetchedPicture) -> Findings:
    """A cover is a JPEG or a PNG."""
    if fetched.found:
        name = fetched.header.format if fetched.header else "no picture"
        if name not in _PICTURE_SUFFIXES:
            yield fetched.finding(f"the file is {name}; make it a JPEG or a PNG")


@for_values((FetchedPicture,), APPLE_SHOW.requires, APPLE_EPISODE.requires, PSP1_CHANNEL.requires)
def artwork_size(fetched: FetchedPicture) -> Findings:
    """A cover is 1400 to 3000 pixels wide."""
    header = fetched.header
    if header and header.width is not None and not _SMALLEST <= header.width <= _LARGEST:
        message = f"the picture is {header.width} pixels wide; make a square of 1400 to 3000"
        yield fetched.finding(message)


@for_values(
    (FetchedPicture,),
    APPLE_SHOW.requires,
    APPLE_EPISODE.requires,
    SPOTIFY_PICTURES.requires,
    PSP1_CHANNEL.requires,
)
def artwork_not_square(fetched: FetchedPicture) -> Findings:
    """A cover is as wide as it is high."""
    header = fetched.header
    if header and header.width != header.height:
        size = f"{header.width} × {header.height}"
        yield fetched.finding(f"the picture has {size} pixels; make it a square")


@for_values((FetchedPicture,), APPLE_SHOW.requires, APPLE_EPISODE.requires)
def artwork_colours(fetched: FetchedPicture) -> Findings:
    """The colours of a cover are RGB."""
    colours = fetched.header and fetched.header.colours
    if colours in {"grey", "CMYK"}:
        yield fetched.finding(f"the colours of the picture are {colours}; save it as RGB")


# Directories ask for it, but refuse no other.
@for_values((FetchedPicture,), APPLE_SHOW.suggests, APPLE_EPISODE.suggests, PSP1_CHANNEL.suggests)
def artwork_density(fetched: FetchedPicture) -> Findings:
    """A cover that says how dense its pixels are says 72 to the inch."""
    density = fetched.header and fetched.header.density
    if density and round(density) != _DENSITY:
        message = f"the picture says {density:.0f} pixels an inch; save it with {_DENSITY}"
        yield fetched.finding(message)


@for_values((FetchedPicture,), APPLE_SHOW.requires, APPLE_EPISODE.requires)
def artwork_suffix_differs(fetched: FetchedPicture) -> Findings:
    """The name of a cover's file ends as its format asks."""
    path = path_of(fetched.url)
    meant = next((name for name, ends in _PICTURE_SUFFIXES.items() if path.endswith(ends)), None)
    name = fetched.header and fetched.header.format
    if meant and name in _PICTURE_SUFFIXES and meant != name:
        yield fetched.finding(f"the file is {name}, though its name says {meant}; rename it")


@for_values((FetchedPicture, FetchedMedia), APPLE_REQUIREMENTS.requires, PSP1_CHANNEL.requires)
def head_refused(fetched: FetchedPicture | FetchedMedia) -> Findings:
    """A server answers to HEAD, by which directories ask for the size, and for news of a cover."""
    if fetched.is_head_refused:
        yield fetched.finding("the server refuses requests by HEAD; let it answer them")


@for_values((FetchedMedia,), APPLE_REQUIREMENTS.requires)
def ranges_missing(fetched: FetchedMedia) -> Findings:
    """A server gives parts of a media file, so that apps can skip."""
    if fetched.found and not fetched.has_ranges:
        yield fetched.finding("the server gives no parts of the file; let it serve byte ranges")


# Servers that put advertisements into files can't know the size before.
@for_values((FetchedMedia,), RSS_ENCLOSURE.recommends)
def length_differs(fetched: FetchedMedia) -> Findings:
    """The size of a media file is the one that the feed gives."""
    served = fetched.found.headers.get("content-length", "") if fetched.found else ""
    if served.isdecimal() and fetched.length and int(served) != fetched.length:
        yield fetched.finding(f"the file has {served} bytes, not {fetched.length}; say so")


@for_values((FetchedMedia, *_TEXTS), APPLE_EPISODE.recommends)
def served_type_differs(fetched: Fetched) -> Findings:
    """A server gives a file the type that the feed gives."""
    served, declared = fetched.served_type, _plain_type(fetched.type)
    if served and declared and served != declared:
        yield fetched.finding(f"the server says {served}, the feed {declared}; mend one of them")


@for_values((FetchedTranscript,), tag("transcript").requires, APPLE_TRANSCRIPTS.requires)
def transcript_unreadable(fetched: FetchedTranscript) -> Findings:
    """A transcript can be read."""
    return _unreadable(fetched)


@for_values((FetchedChapters,), tag("chapters").requires)
def chapters_unreadable(fetched: FetchedChapters) -> Findings:
    """A chapter file can be read."""
    return _unreadable(fetched)


@for_values((FetchedTranscript,), TRANSCRIPT_FILES.recommends)
def transcript_cors_missing(fetched: FetchedTranscript) -> Findings:
    """A server lets players in web pages read a transcript."""
    return _closed(fetched)


@for_values((FetchedChapters,), PLAYERS.recommends)
def chapters_cors_missing(fetched: FetchedChapters) -> Findings:
    """A server lets players in web pages read a chapter file."""
    return _closed(fetched)


RULES = rules_in(globals())


def fetched_files(show: Show, fetch: Fetch) -> Iterator[tuple[str, Fetched]]:
    """Fetch the files of a show, each address once, and say in which part of the feed each is.

    >>> def fetch(url, *, method, headers, limit):
    ...     return Answer(url=url, status=404)
    >>> show = Show(artwork="https://example.com/cover.jpg")
    >>> [(place, fetched.answer.status) for place, fetched in fetched_files(show, fetch)]
    [('channel', 404)]
    """
    fetcher = _Fetcher(fetch)
    yield from (("channel", fetched) for fetched in fetcher.picture(show.artwork))
    yield from (("channel", fetched) for fetched in fetcher.trailers(show))
    for name, items in (("liveItem", show.live_items), ("item", show.episodes)):
        for number, item in enumerate(items, start=1):
            for fetched in fetcher.files(item, show):
                yield f"{name} {number}", fetched


class _Fetcher:
    """Fetches what the items of a show name, each address once."""

    def __init__(self, fetch: Fetch) -> None:
        self._fetch = fetch
        self._answers: dict[tuple[str, str], Answer | OSError] = {}
        # By hosts: whether they refuse HEAD.
        self._refusing: dict[str, bool] = {}

    def files(self, item: Episode, show: Show) -> Iterator[Fetched]:
        if item.artwork != show.artwork:
            yield from self.picture(item.artwork)
        # What is on air has no size.
        if not isinstance(item, LiveItem):
            yield from self._media(item)
        for index, link in enumerate(item.transcript_links):
            if HTTP.match(link.url):
                yield self._transcript(link, index, item.duration)
        if item.chapters_link and HTTP.match(item.chapters_link.url):
            yield self._chapters(item.chapters_link, item.duration)

    def picture(self, url: str | None) -> Iterator[FetchedPicture]:
        if url and HTTP.match(url):
            answer = self._answer(url, "GET", limit=_MOST_OF_PICTURE)
            yield FetchedPicture(
                url=url,
                element="itunes:image href",
                answer=answer,
                is_head_refused=_is_found(answer) and self._refuses_head(url),
            )

    def trailers(self, show: Show) -> Iterator[FetchedMedia]:
        for index, trailer in enumerate(show.trailers):
            declared = trailer.type, trailer.length
            yield from self._asked(trailer.url, "podcast:trailer url", index, *declared)

    def _refuses_head(self, url: str) -> bool:
        """Say whether a server that has a picture refuses HEAD; each host is asked once."""
        host = url.split("/", 3)[2]
        if host not in self._refusing:
            self._refusing[host] = not _is_found(self._answer(url, "HEAD", limit=0))
        return self._refusing[host]

    def _media(self, item: Episode) -> Iterator[FetchedMedia]:
        for index, enclosure in enumerate(item.enclosures):
            declared = enclosure.type, enclosure.length
            yield from self._asked(enclosure.url, "enclosure url", index, *declared)
        path = "podcast:alternateEnclosure podcast:source uri"
        versions = item.alternate_enclosures
        sources = [(source, version) for version in versions for source in version.sources]
        for index, (source, version) in enumerate(sources):
            declared = source.content_type or version.type, version.length
            yield from self._asked(source.uri, path, index, *declared)

    def _asked(
        self, url: str, element: str, index: int, declared_type: str | None, length: int | None
    ) -> Iterator[FetchedMedia]:
        """Ask for a file without fetching it, or with its first byte."""
        if not HTTP.match(url):
            return
        answer = self._answer(url, "HEAD", limit=0)
        is_refused = isinstance(answer, Answer) and answer.status in _REFUSALS
        has_ranges = _says_ranges(answer)
        if isinstance(answer, Answer) and not has_ranges:
            part = self._answer(url, "GET", headers=_FIRST_BYTE, limit=1)
            has_ranges = isinstance(part, Answer) and part.status == _PARTIAL
            # Some servers refuse with another status than they should.
            is_refused = is_refused or (not _is_found(answer) and _is_found(part))
            if is_refused:
                answer = _whole(part)
        yield FetchedMedia(
            url=url,
            element=element,
            index=index,
            type=declared_type,
            length=length,
            answer=answer,
            is_head_refused=is_refused,
            has_ranges=has_ranges,
        )

    def _transcript(
        self, link: TranscriptLink, index: int, duration: float | None
    ) -> FetchedTranscript:
        answer = self._answer(link.url, "GET", headers=_ORIGIN, limit=_MOST_OF_TEXT)
        fetched = FetchedTranscript(
            url=link.url,
            element="podcast:transcript url",
            index=index,
            type=link.type,
            answer=answer,
            duration=duration,
        )
        form = _TRANSCRIPT_FORMATS.get(_plain_type(link.type) or "")
        return _read(fetched, lambda data: transcripts.loads(data, format=form))

    def _chapters(self, link: ChaptersLink, duration: float | None) -> FetchedChapters:
        answer = self._answer(link.url, "GET", headers=_ORIGIN, limit=_MOST_OF_TEXT)
        fetched = FetchedChapters(
            url=link.url,
            element="podcast:chapters url",
            type=link.type,
            answer=answer,
            duration=duration,
        )
        return _read(fetched, chapters.loads)

    def _answer(
        self,
        url: str,
        method: Literal["GET", "HEAD"],
        *,
        headers: Mapping[str, str] = _NO_HEADERS,
        limit: int,
    ) -> Answer | OSError:
        key = url, method
        if key not in self._answers:
            try:
                self._answers[key] = self._fetch(url, method=method, headers=headers, limit=limit)
            except OSError as error:
                self._answers[key] = error
        return self._answers[key]


def _says_ranges(answer: Answer | OSError) -> bool:
    return isinstance(answer, Answer) and answer.headers.get("accept-ranges", "").lower() == "bytes"


def _is_found(answer: Answer | OSError) -> TypeGuard[Answer]:
    return isinstance(answer, Answer) and answer.status < 400


def _whole(answer: Answer | OSError) -> Answer | OSError:
    """Give the answer that the whole file would have, for that about a part of it."""
    if not isinstance(answer, Answer) or answer.status != _PARTIAL:
        return answer
    size = answer.headers.get("content-range", "").rpartition("/")[2]
    return attrs.evolve(answer, headers={**answer.headers, "content-length": size})


def _read(fetched: Text, read: Callable[[bytes], Any]) -> Text:
    """Read a file that was found; what is longer than was asked for can't be judged."""
    if not fetched.found or len(fetched.found.content) >= _MOST_OF_TEXT:
        return fetched
    try:
        return attrs.evolve(fetched, content=read(fetched.found.content))
    except PodkitError as error:
        return attrs.evolve(fetched, problem=str(error))


def _plain_type(text: str | None) -> str | None:
    """Give a MIME type in its usual spelling, without parameters."""
    plain = (text or "").partition(";")[0].strip().lower()
    return _SAME_TYPES.get(plain, plain) or None


def _is_secure(url: str) -> bool:
    return url[:6].lower() == "https:"


def _unreadable(fetched: FetchedText) -> Findings:
    if fetched.problem:
        yield fetched.finding(f"the file can't be read ({fetched.problem:.160}); mend it")


def _closed(fetched: Fetched) -> Findings:
    if fetched.found and "access-control-allow-origin" not in fetched.found.headers:
        message = "the server doesn't let web pages read the file"
        yield fetched.finding(f"{message}; add the header Access-Control-Allow-Origin: *")
