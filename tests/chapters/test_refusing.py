"""What a format can't carry is refused, with the path of its field, before a byte is written."""

import io

import attrs
import pytest

from podkit import (
    Chapter,
    Chapters,
    Extension,
    Location,
    Picture,
    UnrepresentableError,
    UnsupportedFormatError,
    chapters,
)


def one(**fields):
    return Chapters(chapters=[Chapter(**{"start": 0, "end": 1, "title": "A"} | fields)])


def line(**fields):
    return Chapters(chapters=[Chapter(**{"start": 0, "title": "A"} | fields)])


def element(name):
    return Extension(name=name, text="a")


def key(name, text, **more):
    return Extension(kind="json", name=name, text=text, **more)


FORMATS = ["json", "matroska", "psc", "ffmetadata", "vtt", "cue", "labels", "ogm", "text"]
# What no file of chapters alone has a place for.
PICTURE = Picture(data=b"a", mime_type="image/png")


@pytest.mark.parametrize(
    ("format", "value", "where", "message"),
    [
        ("json", one(start=-1), "chapters[0].start", "before the audio begins"),
        ("json", one(end=-0.5), "chapters[0].end", "before the audio begins"),
        ("json", one(title=""), "chapters[0].title", "empty"),
        ("json", one(url="\ud800"), "chapters[0].url", "surrogate"),
        ("json", Chapters(podcast_name=""), "podcast_name", "empty"),
        ("json", Chapters(author="a\udfff"), "author", r"\udfff"),
        ("ffmetadata", one(url="https://example.com/"), "chapters[0].url", "no place"),
        ("ffmetadata", one(image="https://example.com/"), "chapters[0].image", "no place"),
        ("ffmetadata", one(hidden=True), "chapters[0].hidden", "no place"),
        ("ffmetadata", Chapters(file_name="a.mp3"), "file_name", "no place"),
        ("ffmetadata", Chapters(waypoints=False), "waypoints", "no place"),
        ("ffmetadata", one(end=None), "chapters[0].end", "needs an end"),
        ("ffmetadata", one(start=2), "chapters[0].end", "before the chapter's start, 2.0"),
        ("ffmetadata", one(start=-1), "chapters[0].start", "before the audio begins"),
        ("ffmetadata", one(start=1e300, end=1e300), "chapters[0].start", "can count"),
        ("ffmetadata", one(end=1e14), "chapters[0].end", "can count"),
        ("ffmetadata", one(title="a\rb"), "chapters[0].title", "carriage return"),
        ("ffmetadata", Chapters(description="a\0b"), "description", "NUL"),
        ("ffmetadata", Chapters(title="a\\"), "title", "takes the line that follows"),
        ("ffmetadata", Chapters(title="\ud800"), "title", "surrogate"),
        ("ffmetadata", Chapters(author=""), "author", "empty"),
        ("text", line(end=1), "chapters[0].end", "no place"),
        ("text", line(url="no link"), "chapters[0].title", "read back"),
        ("text", line(url=""), "chapters[0].url", "empty"),
        ("text", line(title="A <https://example.com/>"), "chapters[0].title", "read back"),
        ("text", line(image="https://example.com/"), "chapters[0].image", "no place"),
        *((name, line(picture=PICTURE), "chapters[0].picture", "no place") for name in FORMATS),
        *(
            (name, line(chapters=[Chapter(start=0)]), "chapters[0].chapters", "no place")
            for name in FORMATS
            if name != "matroska"
        ),
        ("json", Chapters(version="1.2.0"), "version", "give None"),
        ("json", one(element_id="a"), "chapters[0].element_id", "no place"),
        ("json", one(extensions=[element("a")]), "chapters[0].extensions[0]", "no place"),
        (
            "json",
            one(location=Location(text="A", extensions=[element("a")])),
            "chapters[0].location.extensions[0]",
            "no place",
        ),
        ("json", one(location=Location(text="")), "chapters[0].location.text", "empty"),
        ("json", one(extensions=[key("title", '"B"')]), "chapters[0].extensions[0]", "already"),
        ("json", one(extensions=[key("url", '"B"')]), "chapters[0].extensions[0]", "field url"),
        ("json", one(extensions=[key("href", '"B"')]), "chapters[0].extensions[0]", "field url"),
        ("json", one(extensions=[key("url", "null")]), "chapters[0].extensions[0]", "field url"),
        ("json", one(extensions=[key("a", "[1,2]")]), "chapters[0].extensions[0]", "'[1, 2]'"),
        ("json", one(extensions=[key("a", "[")]), "chapters[0].extensions[0]", "isn't JSON"),
        ("json", one(extensions=[key("a", None)]), "chapters[0].extensions[0]", "isn't JSON"),
        ("json", one(extensions=[key("a", "NaN")]), "chapters[0].extensions[0]", "no number"),
        ("json", one(extensions=[key("\ud800", "1")]), "chapters[0].extensions[0]", "surrogate"),
        (
            "json",
            one(extensions=[key("a", "1"), key("a", "2")]),
            "chapters[0].extensions[1]",
            "already",
        ),
        (
            "json",
            one(extensions=[key("a", "1", parent="b")]),
            "chapters[0].extensions[0]",
            "nothing but its value",
        ),
        ("json", Chapters(extensions=[key("chapters", "1")]), "extensions", "sets chapters"),
        ("json", Chapters(extensions=[key("version", "2")]), "extensions[0]", "field version"),
        ("json", Chapters(extensions=[key("a", "[" * 101 + "]" * 101)]), "extensions[0]", "deeply"),
        ("json", Chapters(extensions=[key("a", "[" * 9999)]), "extensions[0]", "beyond reading"),
        ("psc", line(end=1), "chapters[0].end", "no place"),
        ("psc", line(hidden=True), "chapters[0].hidden", "no place"),
        ("psc", Chapters(author="Ann"), "author", "no place"),
        ("psc", line(start=-1), "chapters[0].start", "negative"),
        ("psc", line(title="a\0b"), "chapters[0].title", "can't hold U+0000"),
        ("psc", Chapters(extensions=[key("a", "1")]), "extensions[0]", "no place"),
        ("matroska", line(url="https://example.com/"), "chapters[0].url", "no place"),
        ("matroska", line(start=-1), "chapters[0].start", "before the audio begins"),
        ("matroska", line(start=1e9), "chapters[0].start", "more than a clock"),
        ("matroska", line(title=" A"), "chapters[0].title", "white space"),
        ("matroska", line(chapters=[line(url="a")[0]]), "chapters[0].chapters[0].url", "no place"),
        ("vtt", line(), "chapters[0].end", "needs an end"),
        ("vtt", one(start=2), "chapters[0].end", "before the chapter's start"),
        ("vtt", one(end=1e9), "chapters[0].end", "more than a clock"),
        ("vtt", one(title="a\n\nb"), "chapters[0].title", "as it is"),
        ("vtt", one(title=" a"), "chapters[0].title", "as it is"),
        ("vtt", one(title="a\rb"), "chapters[0].title", "carriage return"),
        ("vtt", one(title=""), "chapters[0].title", "empty"),
        ("vtt", one(element_id="a-->"), "chapters[0].element_id", "hold it"),
        ("vtt", one(element_id="a\nb"), "chapters[0].element_id", "hold it"),
        ("vtt", one(element_id="a\0b"), "chapters[0].element_id", "NUL"),
        ("cue", Chapters(title="A"), "chapters", "1 to 99 tracks, not 0"),
        ("cue", Chapters(chapters=[line()[0]] * 100), "chapters", "1 to 99 tracks, not 100"),
        ("cue", line(title='a"b'), "chapters[0].title", "quotation marks"),
        ("cue", line(title="a\nb"), "chapters[0].title", "a line"),
        ("cue", line(start=-1), "chapters[0].start", "before the audio begins"),
        ("cue", line(start=1e300), "chapters[0].start", "counts"),
        ("cue", attrs.evolve(line(), author=" A"), "author", "a line"),
        ("labels", one(end=0), "chapters[0].end", "is a point"),
        ("labels", one(title="a\nb"), "chapters[0].title", "a line"),
        ("labels", one(start=1e10), "chapters[0].start", "more than a label"),
        ("labels", one(end=-1), "chapters[0].end", "before the audio begins"),
        ("ogm", line(end=1), "chapters[0].end", "no place"),
        ("ogm", line(title="a\u2028b"), "chapters[0].title", "a line"),
        ("ogm", line(url=" a"), "chapters[0].url", "a line"),
        ("ogm", line(start=1e9), "chapters[0].start", "more than a clock"),
        ("text", Chapters(title="A"), "title", "no place"),
        ("text", line(start=-1), "chapters[0].start", "before the audio begins"),
        ("text", line(start=36_000_000), "chapters[0].start", "more than a clock shows"),
        ("text", line(start=1e308), "chapters[0].start", "more than a clock shows"),
        ("text", line(title=None), "chapters[0].title", "needs a title"),
        ("text", line(title=""), "chapters[0].title", "empty"),
        ("text", line(title="\ud800"), "chapters[0].title", "surrogate"),
        ("text", line(title="two\nlines"), "chapters[0].title", "read back"),
        ("text", line(title="two\u2028lines"), "chapters[0].title", "read back"),
        ("text", line(title=" spaced"), "chapters[0].title", "read back"),
        ("text", line(title="spaced "), "chapters[0].title", "read back"),
        ("text", line(title="- dashed"), "chapters[0].title", "read back"),
        ("text", line(title="|"), "chapters[0].title", "read back"),
    ],
)
def test_values(format, value, where, message):
    target = io.BytesIO()
    with pytest.raises(UnrepresentableError) as error:
        chapters.write(value, target, format=format)
    assert error.value.where == where
    assert message in str(error.value)
    assert target.getvalue() == b""


@pytest.mark.parametrize("format", ["ffmetadata", "text"])
def test_the_path_counts_chapters(format):
    value = Chapters(chapters=[Chapter(start=0, title="A"), Chapter(start=1, title="B", image="u")])
    with pytest.raises(UnrepresentableError, match=r"^chapters\[1\]\.image: "):
        chapters.dumps(value, format=format)


@pytest.mark.parametrize("name", ["xls", "JSON", "ffmetadata1"])
def test_unknown_formats(name):
    message = f"no chapter format '{name}'; it has {', '.join(FORMATS)}"
    with pytest.raises(UnsupportedFormatError, match=message):
        chapters.dumps(Chapters(), format=name)
    with pytest.raises(UnsupportedFormatError, match=message):
        chapters.loads("", format=name)
    with pytest.raises(UnsupportedFormatError, match=message):
        chapters.write(Chapters(), io.BytesIO(), format=name)


@pytest.mark.parametrize("target", ["chapters", "chapters.xls", "json", io.BytesIO()])
def test_targets_without_a_known_suffix(tmp_path, target):
    target = tmp_path / target if isinstance(target, str) else target
    with pytest.raises(UnsupportedFormatError, match=r"give format=, or one of \.json, .*\.txt$"):
        chapters.write(Chapters(), target)
    assert list(tmp_path.iterdir()) == []


def test_a_refused_value_leaves_the_file_as_it_was(tmp_path):
    file = tmp_path / "chapters.txt"
    file.write_text("0:00 Hello\n")
    with pytest.raises(UnrepresentableError):
        chapters.write(Chapters(chapters=[Chapter(start=0)]), file)
    assert file.read_text() == "0:00 Hello\n"
