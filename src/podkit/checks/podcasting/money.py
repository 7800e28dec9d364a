"""How listeners pay (docs/tags/value.md, value-recipient.md and value-time-split.md)."""

import re

from podkit.checks._forms import EMAIL, none_of, unlike
from podkit.checks._rules import Finding, Findings, for_each, for_items, rules_in
from podkit.checks._sections import tag
from podkit.checks._vocabularies import RECIPIENT_TYPES, VALUE_METHODS, VALUE_TYPES
from podkit.models import Episode, RemoteItem, Value, ValueRecipient, ValueTimeSplit

__all__ = ["RULES"]

_RECIPIENT = "podcast:value podcast:valueRecipient"
_SPLIT = "podcast:value podcast:valueTimeSplit"
# A public key of Lightning: a compressed point, in hexadecimal digits.
_NODE = re.compile(r"0[23][0-9a-fA-F]{64}")
_PERCENT = 100


@for_each("values.type", tag("value").suggests)
def value_type_unknown(kind: str) -> Findings:
    """The currency to pay in is one that the namespace lists."""
    return none_of(VALUE_TYPES, kind, "podcast:value type")


@for_each("values", tag("value").requires, lack="method")
def value_method_missing(_value: Value) -> Findings:
    """A way to pay says how payments are sent."""
    message = f"there is no method; give one of {', '.join(VALUE_METHODS)}"
    return (Finding("podcast:value method", message),)


@for_each("values.method", tag("value").suggests)
def value_method_unknown(method: str) -> Findings:
    """Payments are sent by a method that the namespace lists."""
    return none_of(VALUE_METHODS, method, "podcast:value method")


@for_each("values", tag("value").requires, lack="value_recipients")
def value_recipients_missing(_value: Value) -> Findings:
    """A way to pay has somebody to be paid."""
    message = "there is no <podcast:valueRecipient> with an address; say who gets the payments"
    return (Finding(_RECIPIENT, message),)


@for_each("values", tag("value").requires)
def value_suggestion_low(value: Value) -> Findings:
    """What is suggested to be paid is more than nothing."""
    if value.suggested is None or value.suggested > 0:
        return ()
    message = f"{value.suggested:g} is not above 0; suggest a sum, or leave it out"
    return (Finding("podcast:value suggested", message),)


@for_each("values", tag("value-recipient").requires, fields=("value_recipients",))
def value_shares_missing(value: Value) -> Findings:
    """Somebody gets a share that isn't a fee."""
    for each in value.value_recipients:
        if each.split and each.split > 0 and not each.fee:
            return ()
    message = "nobody gets a share but the fees; give a recipient a split above 0"
    return (Finding(_RECIPIENT, message),)


@for_each("values", tag("value-recipient").requires)
def value_fees_high(value: Value) -> Findings:
    """The fees leave something to be shared."""
    fees = sum([each.split or 0 for each in value.value_recipients if each.fee])
    if fees < _PERCENT:
        return ()
    return (Finding(_RECIPIENT, f"the fees are {fees} percent; leave something to the others"),)


@for_each("values.value_recipients", tag("value-recipient").requires, lack="type")
def recipient_type_missing(_recipient: ValueRecipient) -> Findings:
    """A recipient says what kind of address it has."""
    message = f"there is no type; give one of {', '.join(RECIPIENT_TYPES)}"
    return (Finding(f"{_RECIPIENT} type", message),)


@for_each("values.value_recipients.type", tag("value-recipient").suggests)
def recipient_type_unknown(kind: str) -> Findings:
    """The address of a recipient is of a kind that the namespace lists."""
    return none_of(RECIPIENT_TYPES, kind, f"{_RECIPIENT} type")


@for_each("values.value_recipients", tag("value-recipient").requires, lack="split")
def recipient_split_missing(recipient: ValueRecipient) -> Findings:
    """A recipient gets a number of shares."""
    if recipient.split is None:
        message = "there is no split that is a whole number; give the number of shares"
        yield Finding(f"{_RECIPIENT} split", message)


@for_each("values.value_recipients.split", tag("value-recipient").requires)
def recipient_split_negative(split: int) -> Findings:
    """A recipient gets no less than nothing."""
    if split > 0:
        return ()
    message = f"the split is {split}; give the number of shares, 0 or more"
    return (Finding(f"{_RECIPIENT} split", message),)


@for_each("values.value_recipients", tag("value-recipient").recommends, lack="name")
def recipient_name_missing(_recipient: ValueRecipient) -> Findings:
    """A recipient has a name."""
    message = "there is no name; say who or what gets the payments"
    return (Finding(f"{_RECIPIENT} name", message),)


@for_each("values.value_recipients", tag("value-recipient").requires)
def recipient_node_malformed(recipient: ValueRecipient) -> Findings:
    """The address of a node is a public key of Lightning."""
    if recipient.type != "node":
        return ()
    expected = "is no public key of 66 hexadecimal digits that starts with 02 or 03"
    return unlike(_NODE, recipient.address, f"{_RECIPIENT} address", expected)


@for_each("values.value_recipients", tag("value-recipient").requires)
def recipient_lightning_address_malformed(recipient: ValueRecipient) -> Findings:
    """A Lightning address looks like one for e-mail."""
    if recipient.type != "lnaddress":
        return ()
    expected = "is no Lightning address, such as ann@example.com"
    return unlike(EMAIL, recipient.address, f"{_RECIPIENT} address", expected)


@for_each(
    "values.value_recipients",
    tag("value-recipient").requires,
    fields=("custom_key", "custom_value"),
)
def recipient_custom_incomplete(recipient: ValueRecipient) -> Findings:
    """A record that goes with a payment has a key and a value."""
    if bool(recipient.custom_key) != bool(recipient.custom_value):
        there, lacking = "customKey", "customValue"
        if recipient.custom_value:
            there, lacking = lacking, there
        message = f"there is a {there}, but no {lacking}; give both or neither"
        yield Finding(f"{_RECIPIENT} {lacking}", message)


@for_each("values.value_time_splits", tag("value-time-split").requires)
def time_split_recipients(split: ValueTimeSplit) -> Findings:
    """A time split has a remote item or recipients of its own, not both."""
    if bool(split.remote_item) == bool(split.value_recipients):
        found = "both a remote item and recipients" if split.remote_item else "nobody to be paid"
        yield Finding(_SPLIT, f"there is {found}; give a remote item or recipients")


@for_each("values.value_time_splits", tag("value-time-split").requires)
def time_split_times(split: ValueTimeSplit) -> Findings:
    """A time split starts in the episode and lasts a while."""
    if split.start_time < 0 or split.duration <= 0:
        message = f"it starts at {split.start_time:g} and lasts {split.duration:g} seconds; mend it"
        yield Finding(f"{_SPLIT} duration", message)


@for_items(tag("value-time-split").requires, fields=("values",))
def time_split_beyond_end(episode: Episode) -> Findings:
    """A time split starts before the episode ends."""
    if not episode.duration:
        return
    splits = [split for value in episode.values for split in value.value_time_splits]
    for index, split in enumerate(splits):
        if split.start_time >= episode.duration:
            message = f"it starts at {split.start_time:g} seconds; the episode has ended by then"
            yield Finding(f"{_SPLIT} startTime", message, index=index)


@for_items(tag("value-time-split").requires, fields=("values",))
def time_splits_overlap(episode: Episode) -> Findings:
    """One time split ends before the next one starts."""
    first = 0
    for value in episode.values:
        splits = list(enumerate(value.value_time_splits, start=first))
        first += len(splits)
        end = 0.0
        for index, split in sorted(splits, key=lambda pair: pair[1].start_time):
            if split.start_time < end:
                message = f"it starts at {split.start_time:g} seconds, within another one"
                yield Finding(f"{_SPLIT} startTime", message, index=index)
            end = max(end, split.start_time + split.duration)


@for_each("values.value_time_splits", tag("value-time-split").recommends)
def time_split_percentage(split: ValueTimeSplit) -> Findings:
    """What goes to remote recipients is 0 to 100 percent."""
    percentage = split.remote_percentage
    if percentage is not None and not 0 <= percentage <= _PERCENT:
        message = f"{percentage:g} percent is not from 0 to {_PERCENT}; give one that is"
        yield Finding(f"{_SPLIT} remotePercentage", message)


@for_each("values.value_time_splits.remote_item", tag("remote-item").requires, lack="feed_guid")
def time_split_guid_missing(_item: RemoteItem) -> Findings:
    """The remote item of a time split has the guid of its feed."""
    element = f"{_SPLIT} podcast:remoteItem feedGuid"
    message = "there is no feedGuid; copy the <podcast:guid> of the other feed"
    return (Finding(element, message),)


RULES = rules_in(globals())
