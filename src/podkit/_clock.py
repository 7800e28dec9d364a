"""The clock: reads and writes times such as ``1:02:03.5``, and finds the time stamps of a text.

Times are seconds as `float`. They are written to the millisecond or the second, never beyond.
"""

import re

__all__ = ["find_timestamps", "read_clock", "timestamps_by_line", "write_clock"]

_CLOCK = r"(?:(?P<hours>\d{1,4}):)?(?P<minutes>\d{1,3}):(?P<seconds>\d{2}(?:[.,]\d{1,9})?)"
_WHOLE_CLOCK = re.compile(_CLOCK)
_DASHES = "-‐‑‒–—―−"
# Also arrows and pictures: ⏱️ 0:00.
_BULLETS = "*•·‣▪◦▶►\u2190-\u21ff\u2300-\u23ff\u2600-\u27bf\U0001f300-\U0001faff\ufe0f"
# A time of a list: its seconds, and after hours its minutes, are at most 59.
_STAMP_CLOCK = (
    r"(?:(?P<hours>\d{1,4}):(?=[0-5]?\d:))?"
    r"(?P<minutes>\d{1,3}):(?P<seconds>[0-5]\d(?:[.,]\d{1,9})?)"
)
# What leads the eye from a time to its title, or from the title to the time.
_LEADERS = rf"(?:[{_DASHES}:|→=>»~]+|\.{{2,}}|…)"
_GAP = f" \t|→=>»~…{_DASHES}"
# A time at the start of a line, perhaps of a list, bare or in brackets, and then its title. The
# arrow of subtitles starts none, nor does a time of day, or one that a sentence begins with.
_POINT_OF_LIST = rf"[\s{_BULLETS}]*(?:[{_DASHES}]\s+|\d{{1,3}}[.)]\s+)?"
_MINUTES = r"(?:(?i:min(?:uto|ute)?)\.?\s)?"
_TIME_OF_DAY = (
    r"\s?(?i:[ap]\.?m\b|uhr\b|utc\b|gmt\b|ces?t\b|[ecmp][sd]t\b)"
    r"|\s(?:is|was|isn't|isn’t|wasn't|wasn’t|ist|war|est|était|es|era)\b"
)
_LEADING_STAMP = re.compile(
    rf"{_POINT_OF_LIST}{_MINUTES}[(\[]?@?{_STAMP_CLOCK}"
    rf"(?![:.,]?\d|\s*-->|{_TIME_OF_DAY})[)\]]?\s*(?:{_LEADERS}\s*)?(?P<title>.*)"
)
# A time at the end of a line, bare or in brackets.
_TRAILING_STAMP = re.compile(rf"(?<![\d:,])(?<!\d\.)(?P<bracket>[(\[]?){_STAMP_CLOCK}[)\]]?\Z")
# A time that is set off as Markdown does it, by itself or with what follows.
_EMPHASIS = re.compile(
    rf"\A((?:[{_DASHES}{_BULLETS}]\s+|\d{{1,3}}[.)]\s+)?)"
    r"(\*{1,3}|_{1,3})([(\[]?\d{1,4}:.*?)\2(.*)"
)
_LEAST_BARE_STAMPS = 3
_POINT = re.compile(rf"[{_DASHES}{_BULLETS}]\s+")  # of a list, before a title

# Spellings that are made plain before stamps are looked for.
_PREFIX = rf"(?m)^([ \t\xa0{_BULLETS}]{{0,9}}(?:[{_DASHES}][ \t\xa0]|\d{{1,3}}[.)][ \t])?[(\[]?"
# Stamps whose line break was lost: 05:33 - Options06:44 - Getting there.
_GLUED = re.compile(
    rf"(?:(?<=[^\W\d_])|(?<=[)\]”’?!.]))(?=\d{{1,3}}:\d{{2}}(?::\d{{2}})?\s?[{_DASHES}]\s)"
)
# A stamp on a line of its own, whose title is the next one.
_STAMP = r"@?(?:\d{1,4}:)?\d{1,3}:\d{2}[)\]]?"
_OWN_LINE = re.compile(rf"{_PREFIX}{_STAMP})[ \t]*\n(?:[ \t]*\n)?(?=\S)(?![(\[]?{_STAMP})")
# A range, of which counts where it starts.
_RANGE = re.compile(
    rf"{_PREFIX}{_STAMP})\s?[{_DASHES}]\s?(?:\d{{1,4}}:)?\d{{1,3}}:\d{{2}}(?!\d|:\d)"
    r"(?=[)\]]?[ \t]*[^\s)\]])"
)
_LETTERED = re.compile(  # 1h02m03s, 1h02, 2m03s
    rf"{_PREFIX})(?:(\d{{1,2}})h\s?(\d\d)(?:m(?:in)?)?|(\d{{1,3}})m(?:in)?(?=\s?\d{{1,2}}s))"
    r"\s?(?:(\d{1,2})s)?(?!\w)"
)
_PRIMED = re.compile(rf"{_PREFIX}\d{{1,3}})['’′]([0-5]\d)(?:''|’’|[\"”″])")  # 00'12''
# Stamps of one line, all in the same brackets.
_BRACKETED = re.compile(r"(?m)^[ \t]*(?P<open>[(\[])(?:\d{1,4}:)?\d{1,3}:\d{2}[)\]] .*$")
_NEXT_BRACKETED = {
    mark: re.compile(rf"(?<![ \t])[ \t]+(?=\{mark}(?:\d{{1,4}}:)?\d{{1,3}}:\d{{2}}[)\]][ \t]+\S)")
    for mark in "(["
}
_DOTTED = re.compile(rf"{_PREFIX}\d{{1,2}})\.([0-5]\d)\.([0-5]\d)(?![\d.])")  # 00.12.34
_FIRST_DOTTED = re.compile(rf"{_PREFIX}00)\.[0-5]\d\.[0-5]\d")  # which no date is


def read_clock(text: str) -> float | None:
    """Read ``[hours:]minutes:seconds[.fraction]`` as seconds, or give None for any other text.

    >>> read_clock("1:02:03.5"), read_clock("62:09"), read_clock("soon")
    (3723.5, 3729.0, None)
    """
    match = _WHOLE_CLOCK.fullmatch(text.strip()) if ":" in text else None
    return _seconds(match) if match else None


def write_clock(seconds: float, *, decimals: int = 0, point: str = ".", hours: int = 0) -> str:
    """Write seconds as a clock time.

    Args:
        seconds: the time, not negative.
        decimals: how many digits follow the seconds.
        point: what separates them.
        hours: the least number of digits for hours; 0 leaves hours out when there are none.

    >>> write_clock(3723.5, decimals=3, hours=2), write_clock(62), write_clock(3723)
    ('01:02:03.500', '1:02', '1:02:03')
    """
    unit = 10**decimals
    whole, fraction = divmod(int(seconds) * unit + round(seconds % 1 * unit), unit)
    minutes, second = divmod(whole, 60)
    hour, minute = divmod(minutes, 60)
    clock = (
        f"{hour:0{hours}d}:{minute:02d}:{second:02d}" if hours or hour else f"{minute}:{second:02d}"
    )
    return f"{clock}{point}{fraction:0{decimals}d}" if decimals else clock


def find_timestamps(text: str, *, is_list: bool = False) -> list[tuple[float, str]]:
    r"""Find the lines that give a time and what happens then, in order.

    The time stands at the start of its line, after what marks a point of a list, or at its end;
    bare, in Markdown's emphasis or in brackets, after a dash or not. A time within a sentence is
    none, and so is a bare one at its end, save where all lines that give times do so, three or
    more, in order from 0:00. Stamps that have run into one line are parted, and one that has a line
    to itself has its title on the next; ``：`` counts as a colon, and ``1h02m03s``, ``00.12.34``
    and ``12'34''`` are times.

    Args:
        text: the text.
        is_list: whether the text is known to list times, so that bare ones at the ends of lines
            need not be three, nor start from 0:00.

    >>> find_timestamps("00:00 Intro\n(1:05) – The news\nAt 3:00 we left.\nGoodbye [12:34]")
    [(0.0, 'Intro'), (65.0, 'The news'), (754.0, 'Goodbye')]
    """
    text = _GLUED.sub("\n", _LETTERED.sub(_with_colons, text.replace("：", ":")))
    if _FIRST_DOTTED.search(text):
        text = _DOTTED.sub(r"\1:\2:\3", text)
    text = _PRIMED.sub(r"\1:\2", _BRACKETED.sub(_with_breaks, text))
    text = _RANGE.sub(r"\1", _OWN_LINE.sub(r"\1 ", text))
    return [stamp for stamp in timestamps_by_line(text, is_list=is_list) if stamp]


def timestamps_by_line(text: str, *, is_list: bool = False) -> list[tuple[float, str] | None]:
    r"""Give for each line of a text the time and the title that `find_timestamps` finds in it.

    >>> timestamps_by_line("0:00 Intro\nwith Ann")
    [(0.0, 'Intro'), None]
    """
    lines = [
        _EMPHASIS.sub(r"\1\3\4", line.strip()) if ":" in line else "" for line in text.splitlines()
    ]
    stamps = [_line_stamp(line) for line in lines]
    if any(stamps):
        return stamps
    bare = [_trailing_stamp(line, is_bare=True) for line in lines]
    starts = [stamp[0] for stamp in bare if stamp]
    first = starts[:1] if is_list else [0.0]
    least = 1 if is_list else _LEAST_BARE_STAMPS
    return bare if len(starts) >= least and starts == sorted({*first, *starts}) else stamps


def _with_breaks(line: re.Match[str]) -> str:
    return _NEXT_BRACKETED[line["open"]].sub("\n", line[0])


def _with_colons(stamp: re.Match[str]) -> str:
    before, hours, minutes, alone, seconds = stamp.groups()
    return f"{before}{hours or 0}:{minutes or alone:0>2}:{seconds or 0:0>2}"


def _line_stamp(line: str) -> tuple[float, str] | None:
    leading = _LEADING_STAMP.fullmatch(line)
    if leading and leading["title"]:
        return _seconds(leading), leading["title"]
    return _trailing_stamp(line, is_bare=False)


def _trailing_stamp(line: str, *, is_bare: bool) -> tuple[float, str] | None:
    """Read a time at the end of a line: in brackets, after a dash or a tab, or else if bare."""
    stamp = _TRAILING_STAMP.search(line)
    before = line[: stamp.start()] if stamp else ""
    title = before.rstrip(_GAP)
    if title.endswith(".."):
        title = title.rstrip(f".{_GAP}")
    gap = before[len(title) :]
    if not stamp or not title or "-->" in gap:
        return None
    point = _POINT.match(title)
    is_parted = stamp["bracket"] or "\t" in gap or ".." in gap or (gap[:1] == " " and gap.strip())
    return (_seconds(stamp), title[point.end() if point else 0 :]) if is_parted or is_bare else None


def _seconds(match: re.Match[str]) -> float:
    seconds = float(match["seconds"].replace(",", "."))
    return int(match["hours"] or 0) * 3600 + int(match["minutes"]) * 60 + seconds
