"""RSS 1.0 Content module: ``content:encoded``, the full show notes (purl.org/rss/1.0/modules)."""

from podkit._values import MARKUP
from podkit._xml import TextChild

__all__ = ["ITEM"]

ITEM = (TextChild("content:encoded", "content", MARKUP),)
