"""FLAC: blocks of metadata, and padding among them."""

import io

import attrs
import mutagen.flac
import pytest

from podkit import AudioTags, ParseError, Picture, UnrepresentableError, audio
from podkit.audio import flac
from podkit.audio._comments import Comments, render_comments, write_picture
from tests.audio.containers import COVER, TAGS, Counting, edited, edits_of, problems_of
from tests.audio.tags import tag, text

INFO = bytes(10) + b"\x01\xf4\x00\xf0\0\0\x1f\x40" + bytes(16)


def block(kind, body, *, is_last=False):
    return bytes([kind | 0x80 * is_last]) + len(body).to_bytes(3) + body


def file(*blocks, end=b"audio"):
    return b"fLaC" + block(0, INFO, is_last=not blocks) + b"".join(blocks) + end


def test_mutagen_reads_the_tags(samples):
    found = mutagen.flac.FLAC(io.BytesIO(edited(samples["flac"].read_bytes(), TAGS)))
    assert found["title"] == ["Interdependence"]
    assert found["chapter000url"] == ["https://a.example/1"]
    assert (found.pictures[0].data, found.pictures[0].type) == (COVER.data, 3)


def test_blocks_that_no_field_is_read_from_stay_in_their_order():
    others = [block(2, b"appl"), block(1, bytes(9)), block(126, b"?"), block(6, b"damaged")]
    data = file(*others, block(3, b"seek", is_last=True))
    new = edited(data, TAGS)
    kept = (others[0], others[2], others[3], block(3, b"seek"))
    assert new.startswith(file(*kept, end=b""))
    assert new.endswith(b"audio")
    assert problems_of(data)[1] == [("unreadable-picture", None)]


@pytest.mark.parametrize("spare", [-1, 0, 1, 2, 3, 4, 5])
def test_padding_fills_the_room_where_there_is_enough(spare):
    data = file(block(1, bytes(100), is_last=True))
    exact = 100 - len(render_comments(Comments(b"podkit", (b"TITLE=",))))
    title = "A" * (exact - spare)
    new = edited(data, AudioTags(title=title))
    assert (len(new) == len(data)) is (spare in (0, 4, 5))  # padding takes four bytes or more
    assert audio.read(io.BytesIO(new)).title == title
    assert new.endswith(b"audio")


def test_a_large_room_is_padded_with_several_blocks():
    paddings = [block(1, bytes((1 << 24) - 1)), block(1, bytes((1 << 24) - 1))]
    data = file(*paddings, block(1, bytes(9), is_last=True))
    new = edited(data, AudioTags(title="A"))
    assert len(new) == len(data)
    assert audio.read(io.BytesIO(new)).title == "A"


def test_pictures_that_stay_keep_their_blocks(samples):
    data = edited(samples["flac"].read_bytes(), TAGS)
    old = mutagen.flac.FLAC(io.BytesIO(data))
    old.pictures[0].width = 600
    target = io.BytesIO(data)
    old.save(target)
    new = edited(target.getvalue(), attrs.evolve(TAGS, title="B", pictures=[*TAGS.pictures] * 2))
    widths = [picture.width for picture in mutagen.flac.FLAC(io.BytesIO(new)).pictures]
    assert widths == [600, 600]


def test_a_block_holds_16_mib_at_most(samples):
    picture = Picture(data=bytes(1 << 24), mime_type="image/png")
    with pytest.raises(UnrepresentableError, match=r"^pictures: .* 16 MiB"):
        edited(samples["flac"].read_bytes(), AudioTags(pictures=[picture]))
    with pytest.raises(UnrepresentableError, match=r"^a block of FLAC"):
        edited(samples["flac"].read_bytes(), AudioTags(lyrics="a" * (1 << 24)))


def test_a_tag_of_id3_before_all_stays():
    foreign = tag(text("TIT2", "Other"))
    data = foreign + file()
    new = edited(data, AudioTags(title="A"))
    assert new.startswith(foreign + b"fLaC")
    assert audio.read(io.BytesIO(new)).title == "A"
    assert [edit.start for edit in edits_of(flac, data, TAGS)] == [len(foreign) + 4]


def test_facts_that_are_not_there_are_none():
    facts = audio.facts(io.BytesIO(b"fLaC" + block(0, bytes(34), is_last=True)))
    assert (facts.duration, facts.bit_rate, facts.sample_rate) == (None, None, None)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"fLaC", "ends within its metadata"),
        (b"fLaC\0\0\0", "ends within its metadata"),
        (file()[:20], "ends within its metadata"),
        (b"fLaC" + block(4, bytes(40), is_last=True), "doesn't describe the stream"),
        (b"fLaC" + block(0, bytes(20), is_last=True), "doesn't describe the stream"),
        (b"fLaC" + block(0, INFO) + block(1, b"") * 20_000, "more than 10000 blocks"),
    ],
)
def test_what_is_no_flac_is_refused(data, message):
    for use in (audio.read, audio.facts, lambda source: flac.edits(source, TAGS)):
        with pytest.raises(ParseError, match=message):
            use(io.BytesIO(data))


def test_damaged_comments_are_read_as_far_as_they_go_and_not_written_over():
    data = file(block(4, bytes(4) + b"\2\0\0\0\7\0\0\0TITLE=A", is_last=True))
    tags, problems = problems_of(data)
    assert (tags.title, problems) == ("A", [("damaged-comments", None)])
    with pytest.raises(ParseError, match="no comment is there"):
        edited(data, TAGS)


def test_a_second_block_of_comments_stays():
    comments = [render_comments(Comments(b"me", (title,))) for title in (b"TITLE=A", b"TITLE=B")]
    second = block(4, comments[1], is_last=True)
    new = edited(file(block(4, comments[0]), second), AudioTags(title="C"))
    assert comments[1] in new
    assert audio.read(io.BytesIO(new)).title == "C"


def test_of_a_tag_of_id3_only_the_size_is_read():
    foreign = tag(text("TIT2", "A" * 100_000))
    source = Counting(foreign + file())
    audio.read(source)
    assert source.count < 1000


def shortened(body, kind, by, *, is_last=False):
    """Make a block that says that it is shorter than it is."""
    whole = block(kind, body, is_last=is_last)
    return whole[:1] + (len(body) - by).to_bytes(3) + whole[4:]


PICTURE_BODY = write_picture(COVER, "pictures[0]")


@pytest.mark.parametrize("by", [1, 5, 20])
@pytest.mark.parametrize(
    ("kind", "body", "field", "value"),
    [
        (4, render_comments(Comments(b"me", (b"TITLE=A", b"ARTIST=Ann"))), "artist", "Ann"),
        (6, PICTURE_BODY, "pictures", (COVER,)),
    ],
)
@pytest.mark.parametrize("is_last", [False, True])
def test_blocks_that_are_too_short_are_read_whole_and_not_written_over(
    kind, body, field, value, by, is_last
):
    more = b"" if is_last else block(1, bytes(8), is_last=True)
    short = shortened(body, kind, by, is_last=is_last)
    data = b"fLaC" + block(0, INFO) + short + more + b"\xff\xf8audio"
    tags, problems = problems_of(data)
    assert getattr(tags, field) == value
    assert problems == [("short-block", "byte 46")]
    assert audio.facts(io.BytesIO(data)).mime_type == "audio/flac"
    with pytest.raises(ParseError, match="byte 46: the block says that it ends at"):
        edited(data, TAGS)


def test_a_block_whose_end_fits_ends_there_whatever_it_holds():
    body = b"\2\0\0\0me\1\0\0\0\xff\0\0\0TITLE=A"
    data = b"fLaC" + block(0, INFO) + block(4, body, is_last=True) + b"\xff\xf8" + bytes(500)
    assert problems_of(data)[1] == [("damaged-comments", None)]
