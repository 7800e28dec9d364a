"""How often the feed changes, and how much of the show it holds: Syndication and Feed History.

The RSS 1.0 Syndication module (purl.org/rss/1.0/modules/syndication), and RFC 5005, section 4.
"""

from podkit._values import INTEGER, ISO_DATE
from podkit._xml import FlagChild, TextChild

__all__ = ["CHANNEL"]

CHANNEL = (
    TextChild("sy:updatePeriod", "sy_update_period"),
    TextChild("sy:updateFrequency", "sy_update_frequency", INTEGER),
    TextChild("sy:updateBase", "sy_update_base", ISO_DATE),
    FlagChild("fh:complete", "fh_complete"),
    FlagChild("fh:archive", "fh_archive"),
)
