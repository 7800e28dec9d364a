"""Where an episode is commented: the Slash module and the Comment API.

The documents are purl.org/rss/1.0/modules/slash and wellformedweb.org/CommentAPI.
"""

from podkit._values import INTEGER
from podkit._xml import TextChild

__all__ = ["ITEM"]

ITEM = (
    TextChild("slash:section", "slash_section"),
    TextChild("slash:department", "slash_department"),
    TextChild("slash:comments", "slash_comments", INTEGER),
    TextChild("slash:hit_parade", "slash_hit_parade"),
    TextChild("wfw:comment", "wfw_comment"),
    TextChild("wfw:commentRss", "wfw_comment_rss"),
)
