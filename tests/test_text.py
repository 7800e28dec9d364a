import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from podkit import UnrepresentableError, strict
from podkit._text import check_text, decode


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le-mark", "utf-16-be-mark"]
)
@settings(max_examples=30, deadline=None)
@given(text=st.text())
def test_decodes_what_was_encoded(encoding, text):
    text = text.removeprefix("\ufeff")
    assume("\0" not in text[:2])
    name = encoding.removesuffix("-mark")
    data = ("\ufeff" + text if name != encoding else text).encode(name)
    assert decode(data, strict) == text


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", ["1", "WEBVTT", "{}", "1\r\nПривет"])
def test_decodes_utf_16_without_its_mark_where_it_starts_with_ascii(encoding, text):
    assert decode(text.encode(encoding), strict) == text


@pytest.mark.parametrize(
    ("data", "text", "message"),
    [
        (b"Caf\xe9 \x96 \x81", "Café – \ufffd", "aren't all UTF-8; read as Windows-1252"),
        (b"\xef\xbb\xbfCaf\xe9", "Café", "aren't all UTF-8; read as Windows-1252"),
        (b"\xff\xfeA\x00B", "A\ufffd", "aren't all UTF-16-LE; read as UTF-16-LE"),
        (b"\xfe\xff\x00A\xd8\x00", "A\ufffd", "aren't all UTF-16-BE; read as UTF-16-BE"),
    ],
)
def test_decodes_what_is_broken_with_a_problem(data, text, message):
    problems = []
    assert decode(data, problems.append) == text
    assert [problem.id for problem in problems] == ["encoding"]
    assert message in problems[0].message


@pytest.mark.parametrize(
    ("label", "encoding", "text"),
    [
        ("shift_jis", "cp932", "第12回:霧①"),
        ("gb2312", "gb18030", "第12期 雾"),
        ("KOI8-R", "koi8-r", "Эпизод"),
        ("iso-8859-2", "iso8859-2", "žluťoučký"),
        ("iso-8859-1", "cp1252", "“Hi”, it’s €5"),
        ("'windows-1251'", "cp1251", "Эпизод"),
        ("euc-kr", "cp949", "안개"),
    ],
)
def test_decodes_html_as_it_declares(label, encoding, text):
    for meta in (f"<meta charset={label}>", f'<META content="text/html; charset={label}" a>'):
        html = f"<!doctype html><head>{meta}<p>{text}"
        assert decode(html.encode(encoding), strict) == html


@pytest.mark.parametrize(
    "start", ["<meta charset=utf-8>", "<meta charset=rot13>", "<meta charset=gbk>", "charset=gbk"]
)
def test_does_not_decode_as_declared_what_is_not_of_that(start):
    problems = []
    assert decode(start.encode() + b"\xff\xe9", problems.append) == f"{start}ÿé"
    assert [problem.id for problem in problems] == ["encoding"]


def test_decodes_utf_8_whatever_is_declared():
    assert decode("<meta charset=iso-8859-1>é".encode(), strict) == "<meta charset=iso-8859-1>é"


def test_takes_a_text_as_it_is_without_its_mark():
    assert decode("\ufeffA\ud800", strict) == "A\ud800"


@settings(max_examples=100, deadline=None)
@given(st.binary())
def test_decodes_anything(data):
    assert isinstance(decode(data, lambda problem: None), str)


def test_gives_a_text_back():
    assert check_text("Café \0", "title") == "Café \0"


@pytest.mark.parametrize(
    ("text", "message"), [("", "empty"), ("a\ud800b", r"'\ud800'"), ("\udfff", r"'\udfff'")]
)
def test_refuses_what_is_no_text(text, message):
    with pytest.raises(UnrepresentableError) as error:
        check_text(text, "episodes[0].title")
    assert error.value.where == "episodes[0].title"
    assert message in str(error.value)
