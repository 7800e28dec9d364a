"""Pictures inside audio files."""

import attrs

from podkit.models._typed import typed

__all__ = ["Picture"]


@attrs.frozen(kw_only=True, field_transformer=typed)
class Picture:
    """A picture inside an audio file.

    Attributes:
        data: the bytes of the picture's file.
        mime_type: its MIME type, such as ``image/jpeg``.
        type: what it shows, by ID3's numbers; 3 is the front cover.
        description: a text for it.

    >>> Picture(data=b"...", mime_type="image/jpeg").type
    3
    """

    data: bytes
    mime_type: str
    type: int = 3
    description: str = ""
