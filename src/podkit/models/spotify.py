"""Who may play a show, in Spotify's namespace (Spotify Open Access, Content management)."""

import attrs

from podkit.models._typed import typed
from podkit.models.extension import Extension

__all__ = ["SpotifyAccess", "SpotifyEntitlement"]


@attrs.frozen(kw_only=True, field_transformer=typed)
class SpotifyEntitlement:
    """What listeners need one of to play an episode on Spotify (``<entitlement>``).

    Attributes:
        name: the identifier that the partner gave it (``name``).
        extensions: what else the element carries.

    >>> SpotifyEntitlement(name="bonus").name
    'bonus'
    """

    name: str
    extensions: tuple[Extension, ...] = ()


@attrs.frozen(kw_only=True, field_transformer=typed)
class SpotifyAccess:
    """Who may play a show or an episode on Spotify (``<spotify:access>``).

    Attributes:
        partner_id: the identifier that Spotify gave the show's partner (``<partner id>``).
        sandbox: whether only those find the show who have its address (``<sandbox enabled>``).
        entitlements: what listeners need one of; with none, all may play it (``<entitlement>``).
        extensions: what else the element carries.

    >>> access = SpotifyAccess(entitlements=[SpotifyEntitlement(name="bonus")])
    >>> [entitlement.name for entitlement in access.entitlements]
    ['bonus']
    """

    partner_id: str | None = None
    sandbox: bool | None = None
    entitlements: tuple[SpotifyEntitlement, ...] = ()
    extensions: tuple[Extension, ...] = ()
