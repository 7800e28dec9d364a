"""How listeners pay those who made what they hear (``<podcast:value>``).

The podcast namespace's docs/tags/value.md, value-recipient.md and value-time-split.md define it.
"""

import attrs

from podkit.models._typed import typed
from podkit.models.extension import Extension
from podkit.models.podcast import RemoteItem

__all__ = [
    "Value",
    "ValueRecipient",
    "ValueTimeSplit",
]


@attrs.frozen(kw_only=True, field_transformer=typed)
class ValueRecipient:
    """Who gets a share of the payments (``<podcast:valueRecipient>``).

    Attributes:
        address: where the money goes (``address``).
        type: the kind of address, such as ``node`` or ``lnaddress`` (``type``).
        split: how many shares the recipient gets (``split``).
        name: who or what it is (``name``).
        custom_key: the key of a record that goes with the payment (``customKey``).
        custom_value: the value of that record (``customValue``).
        fee: whether it is taken before the shares; absent means no (``fee``).
        extensions: what else the element carries.

    >>> ValueRecipient(name="Ann", type="lnaddress", address="ann@example.com", split=95).split
    95
    """

    address: str
    type: str | None = None
    split: int | None = None
    name: str | None = None
    custom_key: str | None = None
    custom_value: str | None = None
    fee: bool | None = None
    extensions: tuple[Extension, ...] = ()


@attrs.frozen(kw_only=True, field_transformer=typed)
class ValueTimeSplit:
    """Other recipients for a part of the episode (``<podcast:valueTimeSplit>``).

    Attributes:
        start_time: when the part begins, in seconds (``startTime``).
        duration: how long it is, in seconds (``duration``).
        remote_start_time: when it begins in the remote item, in seconds (``remoteStartTime``).
        remote_percentage: how much goes to the remote recipients; absent means 100
            (``remotePercentage``).
        remote_item: whose recipients they are (``<podcast:remoteItem>``).
        value_recipients: or who they are (``<podcast:valueRecipient>``).
        extensions: what else the element carries.

    >>> song = RemoteItem(feed_guid="a94f5cc9-8c58-55fc-91fe-a324087a655b", item_guid="3")
    >>> ValueTimeSplit(start_time=60, duration=237, remote_item=song).duration
    237.0
    """

    start_time: float
    duration: float
    remote_start_time: float | None = None
    remote_percentage: float | None = None
    remote_item: RemoteItem | None = None
    value_recipients: tuple[ValueRecipient, ...] = ()
    extensions: tuple[Extension, ...] = ()


@attrs.frozen(kw_only=True, field_transformer=typed)
class Value:
    """How listeners can pay while they listen (``<podcast:value>``).

    Attributes:
        type: the currency or layer, such as ``lightning`` (``type``).
        method: how payments are sent, such as ``keysend`` (``method``).
        suggested: how much to send each minute (``suggested``).
        value_recipients: who gets the payments (``<podcast:valueRecipient>``).
        value_time_splits: who else does, for a while (``<podcast:valueTimeSplit>``).
        extensions: what else the element carries.

    >>> Value(type="lightning", method="keysend", suggested=0.00000005).method
    'keysend'
    """

    type: str
    method: str | None = None
    suggested: float | None = None
    value_recipients: tuple[ValueRecipient, ...] = ()
    value_time_splits: tuple[ValueTimeSplit, ...] = ()
    extensions: tuple[Extension, ...] = ()
