"""Fills the templates of pages: Jinja2 files, each of which a folder of the user's may replace.

A template there stands for ours of the same name, and may include ours or extend it under the
name ``podkit/…``. The user's run in a sandbox, and every text is escaped.
"""

import functools
import hashlib
import os
from base64 import b64encode
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from podkit._clock import write_clock
from podkit._markup.html_tags import relation
from podkit.errors import ParseError, UnsupportedFormatError

if TYPE_CHECKING:
    import jinja2

__all__ = ["Folder", "duration", "render", "seconds"]

Folder: TypeAlias = str | os.PathLike[str]


def render(facts: dict[str, Any], templates: Folder | None) -> str:
    """Fill the template ``page.html``.

    Args:
        facts: what the template may name.
        templates: a folder of templates that stand for ours.

    Raises:
        ParseError: a template there can't be read or filled.
        UnsupportedFormatError: jinja2 isn't installed.
        OSError: there is no such folder, or a file in it can't be read.
    """
    try:
        import jinja2  # noqa: PLC0415 -- only those who write pages need it
    except ImportError as error:
        message = "writing a page as HTML needs jinja2: install podkit[pages]"
        raise UnsupportedFormatError(message) from error
    environment = _environment(None if templates is None else _folder(templates))
    try:
        return environment.get_template("page.html").render(facts)
    except jinja2.TemplateSyntaxError as error:
        raise ParseError(str(error.message), where=error.name, line=error.lineno) from error
    except jinja2.TemplateNotFound as error:
        raise ParseError("there is no template of this name", where=str(error.name)) from error
    except jinja2.TemplateError as error:
        raise ParseError(f"a template can't be filled: {error.message}") from error


def duration(seconds_: float) -> str:
    """Write seconds as ISO 8601 does, with as many digits as HTML allows.

    >>> duration(1830.5)
    'PT1830.5S'
    """
    return f"PT{seconds(round(seconds_, 3))}S"


def seconds(number: float) -> str:
    """Write seconds as a number, without a fraction where there is none.

    >>> seconds(754.0), seconds(0.5)
    ('754', '0.5')
    """
    return str(int(number) if number.is_integer() else number)


def _folder(templates: Folder) -> str:
    folder = os.fspath(templates)
    next(Path(folder).iterdir(), None)  # raises where there is none
    return folder


@functools.lru_cache(maxsize=8)
def _environment(folder: str | None) -> "jinja2.Environment":
    import jinja2.sandbox  # noqa: PLC0415 -- only those who write pages need it

    ours = jinja2.PackageLoader("podkit.pages")
    theirs = [] if folder is None else [jinja2.FileSystemLoader(folder)]
    # The sandbox takes time, and our own templates need none.
    kind = jinja2.sandbox.ImmutableSandboxedEnvironment if theirs else jinja2.Environment
    environment = kind(
        loader=jinja2.ChoiceLoader([*theirs, ours, jinja2.PrefixLoader({"podkit": ours})]),
        autoescape=True,
        auto_reload=folder is not None,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.policies["json.dumps_kwargs"] = {"ensure_ascii": False}
    environment.filters.update(
        clock=write_clock, duration=duration, relation=relation, seconds=seconds, sha256=_sha256
    )
    return environment


@functools.lru_cache(maxsize=8)  # that of one page is that of all
def _sha256(text: str) -> str:
    """Give the hash of a script or style as a Content-Security-Policy names it."""
    return f"sha256-{b64encode(hashlib.sha256(text.encode()).digest()).decode()}"
