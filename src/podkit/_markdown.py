"""Writes texts so that Markdown (CommonMark 0.31) takes no part of them for markup."""

import re

__all__ = ["escape_heading", "escape_text", "escape_words"]

_SPECIAL = re.compile(r"[\\`*_\[\]<~]|&(?=#?\w{1,40};)")
# Where a line begins as a heading, a list, a quote, a rule, a table or a block of code does.
_AT_START = re.compile(r"^(\d{1,9}(?=[.)])|(?=[#+=>|:-]))", re.MULTILINE)


def escape_text(text: str) -> str:
    r"""Write a text so that it is read as it is.

    >>> print(escape_text("- a *b* <c> &amp; AT&T [d]\n1. e"))
    \- a \*b\* \<c> \&amp; AT&T \[d\]\
    1\. e
    """
    escaped = _AT_START.sub(r"\1\\", escape_words(text)).replace("\n", "\\\n")
    return escaped.replace("\n ", "\n&#32;").replace("\n\t", "\n&#9;")


def escape_heading(text: str) -> str:
    r"""Write a text as it stands in a heading.

    >>> print(escape_heading("*C #"))
    \*C \#
    """
    return re.sub(r"#$", r"\\#", escape_words(text))


def escape_words(text: str) -> str:
    r"""Write a text as it stands within a line.

    >>> print(escape_words("# my_file"))
    # my\_file
    """
    return _SPECIAL.sub(r"\\\g<0>", text)
