"""What a format can't carry is refused, with the path of its field, before a byte is written."""

import io

import pytest

from podkit import Chapter, Chapters, UnrepresentableError, UnsupportedFormatError, chapters


def one(**fields):
    return Chapters(chapters=[Chapter(**{"start": 0, "end": 1, "title": "A"} | fields)])


def line(**fields):
    return Chapters(chapters=[Chapter(**{"start": 0, "title": "A"} | fields)])


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
        ("text", line(url="https://example.com/"), "chapters[0].url", "no place"),
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
    value = Chapters(chapters=[Chapter(start=0, title="A"), Chapter(start=1, title="B", url="u")])
    with pytest.raises(UnrepresentableError, match=r"^chapters\[1\]\.url: "):
        chapters.dumps(value, format=format)


@pytest.mark.parametrize("name", ["xls", "JSON", "ffmetadata1"])
def test_unknown_formats(name):
    message = f"no chapter format '{name}'; it has json, ffmetadata, text"
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
