"""What ``lossy=True`` leaves out: all that a format has no place for, and nothing more."""

import io

import pytest

from podkit import Chapter, Chapters, Extension, Location, Picture, UnrepresentableError, chapters

INNER = Chapter(start=30, title="Within", url="https://example.com/")
RICH = Chapters(
    author="Ann",
    version="1.1.0",
    extensions=[Extension(name="mood", kind="json", text='"calm"')],
    chapters=[
        Chapter(
            start=0,
            title="Hello",
            end=60,
            url="https://example.com/",
            picture=Picture(data=b"...", mime_type="image/png"),
            location=Location(text="Quay", extensions=[Extension(name="a", text="b")]),
            element_id="one",
            extensions=[Extension(name="mood", text="calm")],
            chapters=[INNER],
        ),
        Chapter(start=10, title="Secret", hidden=True),
        Chapter(start=20, title="Goodbye", end=40),
    ],
)


TEXTS = {
    "text": """\
0:00 Hello <https://example.com/>
0:20 Goodbye
0:30 Within <https://example.com/>
""",
    "labels": """\
0.000000\t60.000000\tHello
20.000000\t40.000000\tGoodbye
30.000000\t30.000000\tWithin
""",
    "cue": """\
PERFORMER "Ann"
  TRACK 01 AUDIO
    TITLE "Hello"
    INDEX 01 00:00:00
  TRACK 02 AUDIO
    TITLE "Goodbye"
    INDEX 01 00:20:00
  TRACK 03 AUDIO
    TITLE "Within"
    INDEX 01 00:30:00
""",
}


@pytest.mark.parametrize(("format", "text"), TEXTS.items())
def test_chapters_are_one_list_in_order_of_time_without_the_hidden_ones(format, text):
    assert chapters.dumps(RICH, format=format, lossy=True) == text


def test_json_keeps_hidden_chapters_its_own_extensions_and_places():
    found = chapters.json.loads(chapters.json.dumps(RICH, lossy=True))
    assert found == Chapters(
        author="Ann",
        version="1.1.0",
        extensions=RICH.extensions,
        chapters=[
            Chapter(
                start=0,
                title="Hello",
                end=60,
                url="https://example.com/",
                location=Location(text="Quay"),
            ),
            Chapter(start=10, title="Secret", hidden=True),
            Chapter(start=20, title="Goodbye", end=40),
            INNER,
        ],
    )


def test_matroska_keeps_chapters_within_others_hidden_ones_and_extensions_of_xml():
    found = chapters.matroska.loads(chapters.matroska.dumps(RICH, lossy=True))
    first, *others = RICH
    assert found == Chapters(
        chapters=[
            Chapter(
                start=0,
                title="Hello",
                end=60,
                element_id="one",
                extensions=first.extensions,
                chapters=[Chapter(start=30, title="Within")],
            ),
            *others,
        ]
    )


def test_a_list_without_chapters_within_others_keeps_its_order():
    value = Chapters(chapters=[Chapter(start=9, title="B", end=10), Chapter(start=1, title="A")])
    assert chapters.dumps(value, format="text", lossy=True) == "0:09 B\n0:01 A\n"


@pytest.mark.parametrize("format", chapters._FORMATS.rows)
def test_each_module_and_the_room_write_the_same(format, tmp_path):
    value = Chapters(chapters=[Chapter(start=0, end=1, title="A", picture=RICH[0].picture)])
    module, file = getattr(chapters, format), io.BytesIO()
    chapters.write(value, file, format=format, lossy=True)
    module.write(value, tmp_path / "file", lossy=True)
    written = module.dumps(value, lossy=True).encode()
    assert file.getvalue() == (tmp_path / "file").read_bytes() == written


def test_what_a_format_needs_and_texts_that_it_cannot_hold_are_refused_still():
    value = Chapters(chapters=[Chapter(start=0)])
    with pytest.raises(UnrepresentableError, match="needs a title"):
        chapters.dumps(value, format="text", lossy=True)
    with pytest.raises(UnrepresentableError, match="needs an end"):
        chapters.dumps(value, format="vtt", lossy=True)
