"""What a feed can't carry is refused, with the path of its field."""

import attrs
import pytest

from podkit import (
    Category,
    Enclosure,
    Episode,
    Extension,
    Owner,
    Show,
    UnrepresentableError,
    rss,
)
from podkit._xml import clark

IMAGE = clark("itunes:image")


def attribute(name, text="1", **more):
    return Extension(name=name, kind="attribute", text=text, **more)


def nested(depth):
    extension = Extension(name="mood", text="calm")
    for _ in range(depth):
        extension = Extension(name="mood", children=[extension])
    return extension


def deep_categories(depth):
    category = Category(text="a")
    for _ in range(depth):
        category = Category(text="a", subcategories=[category])
    return category


@pytest.mark.parametrize(
    ("show", "where", "message"),
    [
        (Show(title=""), "title", "empty"),
        (Show(title=" A"), "title", "white space"),
        (Show(title="A\n"), "title", "white space"),
        (Show(title="a\x00b"), "title", "U+0000"),
        (Show(description="<p>\x1b</p>"), "description", "U+001B"),
        (Show(episodes=[Episode(), Episode(title="\ud800")]), "episodes[1].title", "U+D800"),
        (
            Show(episodes=[Episode(enclosures=[Enclosure(url="\uffff")])]),
            "episodes[0].enclosures[0].url",
            "U+FFFF",
        ),
        (Show(owner=Owner(name="\ufffe")), "owner.name", "U+FFFE"),
        (
            Show(episodes=[Episode(enclosures=[Enclosure(url="")])]),
            "episodes[0].enclosures[0].url",
            "empty",
        ),
        (Show(episodes=[Episode(guid_is_permalink=True)]), "episodes[0].guid_is_permalink", "guid"),
        (Show(locked_owner="ann@example.com"), "locked_owner", "locked"),
        (
            Show(itunes_categories=[Category(text="a", domain="b")]),
            "itunes_categories[0].domain",
            "<itunes:category>",
        ),
        (
            Show(categories=[Category(text="a", subcategories=[Category(text="b")])]),
            "categories[0].subcategories",
            "<category>",
        ),
        (
            Show(itunes_categories=[deep_categories(60)]),
            "itunes_categories[0]" + ".subcategories[0]" * 49,
            "nest",
        ),
    ],
    ids=lambda value: None,
)
def test_values(show, where, message):
    with pytest.raises(UnrepresentableError) as error:
        rss.dumps(show)
    assert error.value.where == where
    assert message in str(error.value)


@pytest.mark.parametrize(
    ("extension", "message"),
    [
        (Extension(name="mood"), "holds nothing"),
        (Extension(name="mood", attributes=[("how", "")]), "holds nothing"),
        (Extension(name="mood", text=""), "holds nothing"),
        (Extension(name="mood", text=" "), "white space alone"),
        (Extension(name="mood", attributes=[("a", "1")], text=""), "white space alone"),
        (Extension(name="mood", text="a", tail=" b"), "white space around"),
        (Extension(name="mood", text="a", tail=""), "empty text"),
        (Extension(name="mood", attributes=[("a", "1"), ("a", "2")]), "only once"),
        (Extension(name="mood", children=[attribute("a")]), "element without parent"),
        (Extension(name="mood", children=[Extension(name="a", parent="b")]), "without parent"),
        (nested(250), "nest"),
        (Extension(name="a b", text="c"), "can't be a name"),
        (Extension(name="a:b", text="c"), "can't be a name"),
        (Extension(name="{}b", text="c"), "can't be a name"),
        (Extension(name="{http://www.w3.org/2000/xmlns/}a", text="c"), "can't be a name"),
        (attribute("xmlns"), "a namespace is declared"),
        (Extension(name="{http://www.itunes.com/DTDs/podcast-1.0.dtd}a", text="c"), "spelled"),
        (attribute("mood", text=""), "empty attribute"),
        (attribute("mood", text=None), "empty attribute"),
        (attribute("mood", tail="a"), "only an element"),
        (attribute("mood", attributes=[("a", "1")]), "only an element"),
        (attribute("mood", children=[Extension(name="a")]), "only an element"),
        (Extension(name="#text"), "empty text"),
        (Extension(name="#text", text=" a"), "white space around"),
        (Extension(name="#text", text="a", parent="title"), "the field title"),
        (attribute("href", parent=IMAGE), "the field artwork"),
        (attribute("version", parent="rss"), "the format sets version itself"),
        (attribute("isPermaLink", parent="guid"), "no <guid>"),
        (attribute("lang", parent="link"), "no <link>"),
        (Extension(name="ttl", text="60"), "a field holds"),
        (Extension(name="pubDate", text="2024-03-28T09:00:00Z"), "a field holds"),
        (Extension(name="item", text="a"), "a field holds"),
        (Extension(name="category", text="Arts"), "a field holds"),
        (Extension(name="ttl", text="60\ud800\x00"), "XML can't hold"),
    ],
)
def test_extensions(extension, message):
    show = Show(title="A", artwork="https://example.com/a.jpg", extensions=[extension])
    with pytest.raises(UnrepresentableError) as error:
        rss.dumps(show)
    assert message in str(error.value)
    assert error.value.where.startswith("extensions")


@pytest.mark.parametrize(
    "extension", [attribute("url"), attribute("length", "7"), Extension(name="#text", text="a")]
)
def test_an_attribute_or_text_twice(extension):
    enclosure = Enclosure(url="https://example.com/1.mp3", extensions=[extension] * 2)
    with pytest.raises(UnrepresentableError, match=r"the field (url|length)|already"):
        rss.dumps(Show(episodes=[Episode(enclosures=[enclosure])]))


def test_extensions_out_of_order():
    extensions = [Extension(name="mood", text="calm"), attribute("lang")]
    with pytest.raises(UnrepresentableError, match=r"^extensions: .*attributes come first"):
        rss.dumps(Show(extensions=extensions))


@pytest.mark.parametrize(
    "extension",
    [
        Extension(name="ttl", text="an hour"),
        Extension(name="title", text="A second title"),
        Extension(name="title", attributes=[("lang", "de")]),
        Extension(name="mood", text=" calm ", tail="and more"),
        Extension(
            name="mood", children=[Extension(name="a", tail=" "), Extension(name="b", tail="c")]
        ),
        Extension(name="mood", children=[Extension(name="a"), Extension(name="b")]),
        Extension(name="#text", text="stray"),
        Extension(name="#text", text="stray", parent=IMAGE),
        Extension(name="channel", text="another", parent="rss"),
        Extension(name="b", text="markup", tail=" after", parent="title"),
        attribute("lang", parent="title"),
        attribute("{http://www.w3.org/XML/1998/namespace}base", parent="rss"),
    ],
)
def test_what_reading_keeps_is_written(extension):
    extension = attrs.evolve(extension, tail=extension.tail and extension.tail.strip())
    show = Show(title="A", artwork="https://example.com/a.jpg", extensions=[extension])
    assert rss.loads(rss.dumps(show)) == show


@pytest.mark.parametrize(
    ("hint", "prefix"),
    [
        ("ex", "ex"),
        (None, "ns1"),
        ("itunes", "ns1"),
        ("a b", "ns1"),
        ("XMLish", "ns1"),
        ("ns2", "ns2"),
    ],
)
def test_a_prefix_is_used_again_when_it_is_free(hint, prefix):
    extension = Extension(name="{urn:x}mood", text="calm", prefix=hint)
    assert f"<{prefix}:mood>".encode() in rss.dumps(Show(extensions=[extension]))


def test_two_namespaces_with_one_prefix_get_two():
    extensions = [
        Extension(name="{urn:x}mood", text="calm", prefix="ex"),
        Extension(name="{urn:y}mood", text="calm", prefix="ex"),
        Extension(name="{urn:z}mood", text="calm", prefix="ns1"),
    ]
    written = rss.dumps(Show(extensions=extensions))
    assert [prefix in written for prefix in (b"<ex:mood", b"<ns1:mood", b"<ns2:mood")] == [True] * 3
