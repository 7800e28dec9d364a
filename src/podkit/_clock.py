"""The clock: reads and writes times such as ``1:02:03.5``, and finds the time stamps of a text.

Times are seconds as `float`. They are written to the millisecond or the second, never beyond.
"""

import re

__all__ = ["find_timestamps", "read_clock", "write_clock"]

_CLOCK = r"(?:(?P<hours>\d{1,4}):)?(?P<minutes>\d{1,3}):(?P<seconds>\d{2}(?:[.,]\d{1,9})?)"
_WHOLE_CLOCK = re.compile(_CLOCK)
_DASHES = "-–—‒−"
# A time at the start of a line, bare or in brackets, and then its title.
_LEADING_STAMP = re.compile(
    rf"[\s*•]*[(\[]?@?{_CLOCK}(?!:?\d)[)\]]?\s*(?:[{_DASHES}:|]\s*)?(?P<title>.*)"
)
# A title and then a time in brackets, at the end of a line.
_TRAILING_STAMP = re.compile(rf"[(\[]{_CLOCK}[)\]]\Z")


def read_clock(text: str) -> float | None:
    """Read ``[hours:]minutes:seconds[.fraction]`` as seconds, or give None for any other text.

    >>> read_clock("1:02:03.5"), read_clock("62:09"), read_clock("soon")
    (3723.5, 3729.0, None)
    """
    match = _WHOLE_CLOCK.fullmatch(text.strip())
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


def find_timestamps(text: str) -> list[tuple[float, str]]:
    r"""Find the lines that give a time and what happens then, in order.

    The time stands at the start of its line, bare or in brackets, or in brackets at the end; a time
    within a sentence is none.

    >>> find_timestamps("00:00 Intro\n(1:05) – The news\nAt 3:00 we left.\nGoodbye [12:34]")
    [(0.0, 'Intro'), (65.0, 'The news'), (754.0, 'Goodbye')]
    """
    return [stamp for stamp in map(_line_stamp, text.splitlines()) if stamp]


def _line_stamp(line: str) -> tuple[float, str] | None:
    line = line.strip()
    leading = _LEADING_STAMP.fullmatch(line)
    if leading and leading["title"]:
        return _seconds(leading), leading["title"]
    trailing = _TRAILING_STAMP.search(line)
    title = line[: trailing.start()].rstrip() if trailing else ""
    return (_seconds(trailing), title) if trailing and title else None


def _seconds(match: re.Match[str]) -> float:
    seconds = float(match["seconds"].replace(",", "."))
    return int(match["hours"] or 0) * 3600 + int(match["minutes"]) * 60 + seconds
