"""The URLs of episodes, made from a pattern such as ``https://example.com/{number:03}``."""

import re

__all__ = ["fill_in"]

_FIELD = re.compile(r"\{(number|season)(?::0([1-9]))?\}")


def fill_in(pattern: str, *, number: int, season: int | None) -> str | None:
    """Give the URL of an episode; None if the pattern has another field or no such season.

    >>> fill_in("/{season}/{number:03}", number=7, season=2), fill_in("/{x}", number=7, season=2)
    ('/2/007', None)
    """
    known = {"number": number} | ({} if season is None else {"season": season})
    url = _FIELD.sub(
        lambda field: f"{known[field[1]]:0{field[2] or 1}}" if field[1] in known else field[0],
        pattern,
    )
    return None if "{" in url or "}" in url else url
