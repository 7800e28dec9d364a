"""Vorbis comments, the same in Ogg and FLAC."""

import base64

import pytest

from podkit import AudioTags, Chapter, Chapters, ParseError, Picture, UnrepresentableError
from podkit.audio._comments import (
    Comments,
    read_comments,
    read_picture,
    render_comments,
    split_comments,
    update_comments,
    write_picture,
)
from podkit.errors import ignore

COVER = Picture(data=b"data", mime_type="image/png", type=4, description="Ŝi")


def read(*entries):
    """Read comments; give the tags and the problems, as pairs of name and place."""
    problems = []
    found = Comments(b"", tuple(entry.encode() for entry in entries))
    tags = read_comments(found, problems.append)
    return tags, [(problem.id, problem.where) for problem in problems]


def updated(tags, *entries):
    old = Comments(b"", tuple(entry.encode() for entry in entries))
    new = update_comments(old, tags, has_pictures=True)
    return [entry.decode() for entry in new.entries]


@pytest.mark.parametrize(
    ("entries", "field", "value"),
    [
        (["title=Intro"], "title", "Intro"),
        (["TITLE="], "title", None),
        (["ARTIST=Ann", "Artist=Ben"], "artist", "Ann / Ben"),
        (["TRACKNUMBER=3/12"], "track", 3),
        (["TRACKNUMBER=A", "TRACKNUMBER=3"], "track", 3),
        (["DATE=2024-03-28"], "date", "2024-03-28"),
        (["LANGUAGE=ger"], "language", "de"),
        (["LANGUAGE=de-CH"], "language", "de-CH"),
        (["UNSYNCEDLYRICS=Hello."], "lyrics", "Hello."),
        (["UNSYNCEDLYRICS=A", "LYRICS=B"], "lyrics", "B"),
        (["PODCASTURL=https://a.example"], "feed_url", "https://a.example"),
    ],
)
def test_a_comment_is_read(entries, field, value):
    tags, problems = read(*entries)
    assert getattr(tags, field) == value
    assert problems == []


@pytest.mark.parametrize(
    ("entry", "problem"),
    [
        ("TRACKNUMBER=A", ("wrong-type", "TRACKNUMBER")),
        ("DATE=last spring", ("wrong-type", "DATE")),
        ("CHAPTER001NAME=A", ("bad-start", "CHAPTER001")),
        ("CHAPTER001=soon", ("bad-start", "CHAPTER001")),
        ("METADATA_BLOCK_PICTURE=!", ("unreadable-picture", "METADATA_BLOCK_PICTURE")),
        ("METADATA_BLOCK_PICTURE=AAAAAA==", ("unreadable-picture", "METADATA_BLOCK_PICTURE")),
    ],
)
def test_what_is_not_understood_is_a_problem_and_stays(entry, problem):
    tags, problems = read(entry)
    assert tags == AudioTags()
    assert problems == [problem]
    assert updated(AudioTags(title="A"), entry) == [entry, "TITLE=A"]


def test_what_is_not_utf_8_is_a_problem():
    problems = []
    tags = read_comments(Comments(b"", (b"TITLE=caf\xe9",)), problems.append)
    assert tags.title == "caf\ufffd"
    assert [(problem.id, problem.where) for problem in problems] == [("encoding", "TITLE")]


def test_chapters_are_read_in_order_of_time():
    tags, problems = read(
        "CHAPTER002=00:01:00.500",
        "CHAPTER002NAME=B",
        "CHAPTER002URL=https://b.example",
        "chapter001=00:02:00.000",
        "CHAPTER001NAME=",
        "CHAPTER1=00:00:00.000",
    )
    assert tags.chapters == Chapters(
        chapters=[
            Chapter(start=60.5, title="B", url="https://b.example"),
            Chapter(start=120),
        ]
    )
    assert problems == [("out-of-order", "CHAPTER")]


def test_chapters_are_written_with_their_numbers():
    marks = Chapters(
        chapters=[Chapter(start=3723.5, title="B"), Chapter(start=0, url="https://a.example")]
    )
    assert updated(AudioTags(chapters=marks), "CHAPTER007=00:00:01.000", "CHAPTER007NAME=x") == [
        "CHAPTER000=00:00:00.000",
        "CHAPTER000URL=https://a.example",
        "CHAPTER001=01:02:03.500",
        "CHAPTER001NAME=B",
    ]


def test_chapters_that_no_number_or_time_holds_are_refused():
    many = Chapters(chapters=[Chapter(start=n) for n in range(1001)])
    with pytest.raises(UnrepresentableError, match=r"^chapters: .* 1000 chapters"):
        updated(AudioTags(chapters=many))
    late = Chapters(chapters=[Chapter(start=360_000)])
    with pytest.raises(UnrepresentableError, match=r"^chapters\[0\]: expected times"):
        updated(AudioTags(chapters=late))
    tags, _ = read("CHAPTER000=100:00:00.000")
    assert updated(tags, "CHAPTER000=100:00:00.000") == ["CHAPTER000=100:00:00.000"]


def test_unknown_comments_keep_their_order_and_spelling():
    others = ["Mood=calm", "no equals sign", "MOOD=b", "TRACKTOTAL=12"]
    assert updated(AudioTags(title="B"), "Title=A", *others) == [*others, "TITLE=B"]
    assert updated(AudioTags(title="A"), "Title=A", *others) == ["Title=A", *others]


def test_what_is_not_understood_gives_way_to_what_is_written():
    assert updated(AudioTags(track=3), "TRACKNUMBER=A") == ["TRACKNUMBER=3"]
    assert updated(AudioTags(), "LYRICS=A", "UNSYNCEDLYRICS=B") == []


def test_pictures_that_stay_keep_their_size_and_colours():
    block = write_picture(COVER, "pictures[0]").replace(bytes(16), bytes([0, 0, 0, 9]) * 4)
    entry = f"METADATA_BLOCK_PICTURE={base64.b64encode(block).decode()}"
    other = Picture(data=b"other", mime_type="image/png")
    assert (
        updated(AudioTags(pictures=[other, COVER]), entry, "METADATA_BLOCK_PICTURE=!")[2] == entry
    )


def test_a_picture_cut_short_is_an_error():
    block = write_picture(COVER, "pictures[0]")
    assert read_picture(block + b"more") == COVER
    for end in range(len(block)):
        with pytest.raises(ParseError, match="ends too early"):
            read_picture(block[:end])


@pytest.mark.parametrize("end", range(29))
def test_comments_cut_short_are_read_as_far_as_they_go(end):
    problems = []
    data = render_comments(Comments(b"me", (b"TITLE=A", b"B=C")))
    found, rest = split_comments(data[:end], problems.append)
    assert found.entries == (b"TITLE=A", b"B=C")[: (end >= 21) + (end >= 28)]
    assert rest == b""
    assert [problem.id for problem in problems] == ["damaged-comments"] * (end < 28)


def test_more_comments_than_anyone_writes_are_refused():
    data = bytes(4) + b"\xff\xff\xff\xff" + bytes(4 * 200_000)
    with pytest.raises(ParseError, match="more than 100000 comments"):
        split_comments(data, ignore)


@pytest.mark.parametrize(
    ("picture", "field"),
    [
        (Picture(data=b"", mime_type="ŝ"), "mime_type"),
        (Picture(data=b"", mime_type="image/png", type=1 << 32), "type"),
        (Picture(data=b"", mime_type="image/png", description="\ud800"), "description"),
    ],
)
def test_what_a_picture_cannot_hold_is_refused(picture, field):
    with pytest.raises(UnrepresentableError, match=rf"^pictures\[0\].{field}: "):
        updated(AudioTags(pictures=[picture]))
