"""Whatever can be written reads back equal."""

from datetime import UTC, datetime, timedelta, timezone
from types import UnionType
from typing import get_args, get_origin

import attrs
from hypothesis import given, settings
from hypothesis import strategies as st

from podkit import Extension, Show, UnrepresentableError, rss
from podkit._xml import clark
from podkit._xml.read import extension_order

# What XML can hold, with a liking for what it treats specially.
CHARACTERS = st.one_of(
    st.sampled_from("<>&\"'\r\n\t ]\x85\xa0\u2028\ufeff{}"),
    st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff"),
)
ANY_TEXT = st.one_of(
    st.text(CHARACTERS, max_size=8), st.sampled_from(["<![CDATA[", "]]>", "&amp;"])
)
TEXT = ANY_TEXT.map(lambda text: text.strip(" \t\r\n")).filter(bool)
ZONES = st.integers(-23 * 60, 23 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
DATES = st.datetimes(timezones=st.one_of(st.just(UTC), ZONES))
VALUES = {
    str: TEXT,
    bool: st.booleans(),
    int: st.integers(),
    float: st.floats(0, allow_nan=False, allow_infinity=False),
    datetime: DATES.map(lambda date: date.replace(microsecond=0)),
}
NAMES = st.sampled_from(
    ["title", "enclosure", "guid", "item", "mood", "{urn:x}mood", "{urn:y}mood", "lang", "url"]
    + [clark(name) for name in ("itunes:image", "itunes:duration", "podcast:person", "atom:link")]
)
EXTENSIONS = st.recursive(
    st.builds(
        Extension,
        name=st.one_of(NAMES, st.just("#text")),
        kind=st.sampled_from(["element", "element", "attribute"]),
        text=st.none() | TEXT,
        attributes=st.dictionaries(NAMES, ANY_TEXT, max_size=2).map(lambda pairs: pairs.items()),
        parent=st.sampled_from([None, None, "title", "guid", "rss", clark("itunes:image")]),
        tail=st.none() | st.none() | TEXT,
        prefix=st.sampled_from([None, "ex", "itunes", "ns1", "ns2", "xmlish", "a b"]),
    ),
    lambda inner: st.builds(
        Extension,
        name=NAMES,
        text=st.none() | ANY_TEXT,
        children=st.lists(inner.map(lambda child: attrs.evolve(child, parent=None)), max_size=2),
    ),
    max_leaves=4,
)


def values(annotation, owner):
    """Make a strategy of what an annotation allows."""
    if get_origin(annotation) is tuple:
        member = get_args(annotation)[0]
        member = owner if isinstance(member, str) else member
        if member is Extension:
            return st.lists(EXTENSIONS, max_size=2).map(
                lambda some: sorted(some, key=extension_order)
            )
        inner = VALUES[member] if member in VALUES else st.deferred(lambda: models(member))
        return st.lists(inner, max_size=2)
    if isinstance(annotation, UnionType):
        return st.one_of(st.none(), values(get_args(annotation)[0], owner))
    return VALUES[annotation] if annotation in VALUES else models(annotation)


def models(model):
    """Make a strategy of any value of a model, most of its fields left at their defaults."""
    fields = {field.name: values(field.type, model) for field in attrs.fields(model)}
    needed = {field.name for field in attrs.fields(model) if field.default is attrs.NOTHING}
    some = st.lists(st.sampled_from(sorted(fields)), max_size=5).map(needed.union)
    given = some.flatmap(lambda names: st.fixed_dictionaries({n: fields[n] for n in names}))
    return given.map(lambda given: model(**given))


@settings(max_examples=60, deadline=None)
@given(models(Show))
def test_a_show_is_refused_or_reads_back_equal(show):
    try:
        written = rss.dumps(show)
    except UnrepresentableError:
        return
    assert rss.loads(written) == show
    assert rss.dumps(rss.loads(written)) == written


@settings(max_examples=60, deadline=None)
@given(st.lists(EXTENSIONS, min_size=1, max_size=3))
def test_extensions_are_refused_or_read_back_equal(extensions):
    show = Show(
        title="A", guid="1", artwork="b", extensions=sorted(extensions, key=extension_order)
    )
    try:
        written = rss.dumps(show)
    except UnrepresentableError:
        return
    assert rss.loads(written) == show


@settings(max_examples=40, deadline=None)
@given(models(Show).map(lambda show: attrs.evolve(show, extensions=[])))
def test_what_was_read_can_be_written(show):
    try:
        written = rss.dumps(show)
    except UnrepresentableError:
        return
    # A feed cut anywhere is broken, but what is read of it is still a show.
    for end in range(written.index(b"<channel") + 10, len(written), max(1, len(written) // 5)):
        cut = rss.loads(written[:end])
        assert rss.loads(rss.dumps(cut)) == cut
