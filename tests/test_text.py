import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from podkit import UnrepresentableError, strict
from podkit._text import check_text, decode
from podkit.errors import ignore


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
        (b"\xef\xbb\xbfCaf\xe9", "Café", "bytes that are not UTF-8 were read as Windows-1252"),
        (b"\xff\xfeA\x00B", "A\ufffd", "bytes that are not UTF-16-LE were replaced"),
        (b"\xfe\xff\x00A\xd8\x00", "A\ufffd", "bytes that are not UTF-16-BE were replaced"),
        ("Füße".encode() + b"\xff", "Füßeÿ", "bytes that are not UTF-8 were read as Windows-1252"),
        ("Füße – ".encode()[:-2], "Füße ", "the data ends within a character, which was left out"),
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
        ("shift_jis", "shift_jis", "第12回:霧"),
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


def test_decodes_utf_8_whatever_is_declared():
    assert decode("<meta charset=iso-8859-1>é".encode(), strict) == "<meta charset=iso-8859-1>é"


SAID = {
    "Windows-1250": "Zażółć gęślą jaźń. Poszliśmy i zobaczyliśmy łódź, która wróciła.",
    "Windows-1251": "Была тёмная ночь, и маяк не горел. Утром мы увидели лодку.",
    "Windows-1252": "Über Füße lässt sich größere Mühe erklären, natürlich würde ich’s mögen.",
    "Windows-1253": "Ήταν μια σκοτεινή νύχτα και ο φάρος δεν άναβε.",
    "KOI8-R": "Была тёмная ночь, и маяк не горел. Утром мы увидели лодку.",
    "Shift-JIS": "暗い夜だった。灯台は光っていなかった。次の日、私たちは港に行きました。",
    "GB18030": "那是一个黑暗的夜晚,灯塔没有亮。第二天我们去了港口。大家好,欢迎收听。",
    "EUC-KR": "어두운 밤이었고 등대는 켜지지 않았다. 다음 날 우리는 항구에 가서 보았다.",
}


@pytest.mark.parametrize(("encoding", "text"), SAID.items())
def test_guesses_the_encoding_of_a_text_long_enough(encoding, text):
    problems = []
    assert decode(f"1\n{text}\n".encode(encoding), problems.append) == f"1\n{text}\n"
    assert list(map(str, problems)) == [f"the bytes aren't all UTF-8; read as {encoding}"]


@pytest.mark.parametrize("text", ["Füße", "Été à Orléans", "¿Qué pasó?", "¡Mañana!"])
def test_what_says_too_little_is_windows_1252(text):
    assert decode(text.encode("cp1252"), ignore) == text


def test_guesses_by_a_part_of_what_is_long():
    text = f"{'Hello. ' * 9999}\n{SAID['Windows-1251'] * 9999}"
    assert decode(text.encode("cp1251"), ignore) == text


@pytest.mark.parametrize(
    ("start", "encoding"),
    {
        "<?xml version='1.0' encoding='ISO-8859-2'?><tt>": "ISO-8859-2",
        "\n<!DOCTYPE html><html><META CHARSET=shift_jis>": "Shift_JIS",
        "<meta name=a><meta http-equiv=a content='text/html; charset=big5'>": "Big5",
        "<meta charset=klingon><p>": "Windows-1252",
        "<meta charset=utf-8><p>": "Windows-1252",
        "<meta name='charset'>": "Windows-1252",
        "charset=utf-16 <meta charset=koi8-r>": "Windows-1252",
    }.items(),
)
def test_a_declared_encoding_is_believed_where_it_can_be_meant(start, encoding):
    letters = "年" if encoding in ("Shift_JIS", "Big5") else "é"
    assert decode((start + letters).encode(encoding), ignore) == start + letters
    assert decode((start + letters).encode(), strict) == start + letters


def test_bytes_that_the_declared_encoding_lacks_are_replaced():
    problems = []
    text = decode(b"<meta charset=shift_jis>\xff", problems.append)
    assert text.endswith("\ufffd")
    assert list(map(str, problems)) == ["bytes that are not shift_jis were replaced by U+FFFD"]


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


def test_a_long_text_of_western_letters_is_windows_1252():
    text = SAID["Windows-1252"] * 9
    assert decode(text.encode("cp1252"), ignore) == text
