"""Signs: short texts without which a rule can find nothing in a long one.

To search a text with the pattern of each rule takes long, and most have nothing to be found. So all
signs are looked for in one pass, which native code makes (`podkit.checks._scan`), where the package
was built with it; and a rule looks at those texts alone that have one of its own.
"""

import re
from collections.abc import Callable, Sequence

import attrs

try:
    from podkit.checks._scan import Scan
except ImportError:  # it was not built, or for another Python
    is_built = False
else:
    is_built = True

__all__ = ["Sign", "is_built", "scanner"]


@attrs.frozen(eq=False)
class Sign:
    """What stands in a text where a rule may find something.

    Attributes:
        key: a character, of ASCII and not too frequent.
        texts: one of these is there, which starts or ends with the key.
        exceptions: none of these stands at that key, which they start or end with as well.

    >>> Sign("=", ["=http:"], exceptions=["rel="]).pattern.pattern
    '=(?:(?=http:))(?<!rel=)'
    """

    key: str
    texts: Sequence[str]
    exceptions: Sequence[str] = ()

    @property
    def pattern(self) -> re.Pattern[str]:
        """A pattern that finds the sign."""
        texts = "|".join(self._beside(self.texts, "="))
        exceptions = "".join(self._beside(self.exceptions, "!"))
        return re.compile(f"{re.escape(self.key)}(?:{texts}){exceptions}")

    def _beside(self, texts: Sequence[str], kind: str) -> list[str]:
        """Spell, for a pattern that has the key, that texts stand there or don't."""
        after = [re.escape(text[1:]) for text in texts if text.startswith(self.key)]
        before = [re.escape(text) for text in texts if not text.startswith(self.key)]
        ahead = [f"(?{kind}{'|'.join(after)})"] if after else []
        return ahead + [f"(?<{kind}{text})" for text in before]


def scanner(signs: Sequence[Sign]) -> Callable[[str], int]:
    """Make a function that tells the signs that are in a text: the bit of each, by its number.

    >>> scan = scanner([Sign("&", ["&lt;", "&amp;"]), Sign("<", ["<"], exceptions=["<p>"])])
    >>> scan("<p>Tides"), scan("Tides &amp; <p>Tales"), scan("<b>Fog")
    (0, 1, 2)
    """
    if is_built:
        return Scan([(sign.key, sign.texts, sign.exceptions) for sign in signs])
    patterns = [(1 << number, sign.pattern.search) for number, sign in enumerate(signs)]
    return lambda text: sum([bit for bit, search in patterns if search(text)])
