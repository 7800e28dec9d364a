"""RSS 1.0 Content module: ``content:encoded``, the full show notes (purl.org/rss/1.0/modules)."""

from podkit._xml import TextChild
from podkit.rss._values import MARKUP

__all__ = ["ITEM"]

ITEM = (TextChild("content:encoded", "content", MARKUP),)
