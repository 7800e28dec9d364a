"""Shows the doctests and tables of docstrings as they stand, which Markdown would take apart."""

import re
from typing import Any

import griffe

# A run of lines from a prompt, or from the upper rule of a table, on to the next blank line.
_LITERAL = re.compile(r"^(?:>>> |={3,} ).*(?:\n.+)*", re.MULTILINE)


class Literals(griffe.Extension):
    """Puts doctests and tables into fences."""

    def on_object(self, *, obj: griffe.Object, **_: Any) -> None:  # noqa: ANN401 -- griffe's own
        """Rewrite the docstring of an object."""
        if obj.docstring:
            obj.docstring.value = _LITERAL.sub(r"```pycon\n\g<0>\n```", obj.docstring.value)
