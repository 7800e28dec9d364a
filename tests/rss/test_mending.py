"""What is wrong with a document's bytes, characters and tags, and what is made of it."""

import gzip
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from podkit import ParseError
from podkit._xml import parse

NOTHING = "means nothing; it was kept as text"


def mended(data):
    """Parse a document; give it as it was understood, and its problems."""
    problems = []
    root = parse(data, problems.append, records={"item": "a"})
    messages = [str(problem).removeprefix("line 1: ") for problem in problems]
    return etree.tostring(root, encoding="unicode"), messages


def begins(messages, beginnings):
    """Say whether there are as many messages as beginnings, and each has its own."""
    pairs = zip(messages, beginnings, strict=True)
    return all(message.startswith(beginning) for message, beginning in pairs)


@pytest.mark.parametrize(
    ("document", "spelling", "problems"),
    [
        ("<a>1 < 2</a>", "<a>1 &lt; 2</a>", [f"< {NOTHING}"]),
        ("<a>1 < 2 < 3 & & &\n&</a>", "<a>1 &lt; 2 &lt; 3 &amp; &amp; &amp;\n&amp;</a>", [
            f"< {NOTHING}", f"& {NOTHING}", f"line 2: & {NOTHING}",
        ]),
        ("<a>x]]>y</a>", "<a>x]]&gt;y</a>", [f"]]> {NOTHING}"]),
        ("<a>Jo <jo@x.org></a>", "<a>Jo &lt;jo@x.org&gt;</a>", [f"< {NOTHING}"]),
        ("<a><![CDATA[x]]>]]></a>", "<a>x]]&gt;</a>", [f"]]> {NOTHING}"]),
        ("<a><![CDATA[<![CDATA[x]]></a>", "<a>&lt;![CDATA[x</a>", []),
        ("<a>&nbsp;<![CDATA[&x;]]></a>", "<a>\xa0&amp;x;</a>", ["&nbsp; is HTML's, not XML's; "]),
        ("<a>x\0y</a>", "<a>xy</a>", [r"'\x00' was dropped"]),
        ("<a>x\ud800y</a>", "<a>xy</a>", [r"'\ud800' was dropped"]),
        ("<a>&#xD83D;&#xDE00;</a>", "<a>&amp;#xD83D;&amp;#xDE00;</a>", [
            f"&#xD83D; {NOTHING}", f"&#xDE00; {NOTHING}",
        ]),
    ],
)  # fmt: skip
def test_characters_are_mended(document, spelling, problems):
    found, reported = mended(document)
    assert found == spelling
    assert begins(reported, problems), reported


@pytest.mark.parametrize(
    ("document", "spelling", "problems"),
    [
        ("<a><b>1</a>", "<a><b>1</b></a>", ["<b> has no end; it was ended before </a>"]),
        ("<a>1</b></a>", "<a>1</a>", ["</b> ends nothing; it was dropped"]),
        ("<a>1<br>2</a>", "<a>1<br/>2</a>", ["<br> was read as <br/>"]),
        ("<a>1<br>2</br>3<br></a>", "<a>1<br/>23<br/></a>", ["<br> was read as <br/>"]),
        ("<a>1<br>\n<br></a>", "<a>1<br/>\n<br/></a>", [
            "<br> was read as <br/>", "line 2: <br> was read as <br/>",
        ]),
        ("<A>1</a>", "<A>1</A>", ["</a> was read as </A>"]),
        ("<a><b/ ></a>", "<a><b/></a>", ["'/' is no attribute", "<b> has no end"]),
        ("<a b='1' b='2'/>", '<a b="1"/>', ["\"b='2'\" is no attribute, or stands here twice; "]),
        ("<a b='1' 'c'/>", '<a b="1"/>', ["\"'c'\" is no attribute, or stands here twice; "]),
        ("<a b=1 c/>", '<a b="1" c=""/>', [
            "the value of b is not in quotes", "the value of c is not in quotes",
        ]),
        ("<a b='<c> \"d\"'>&x;</a>", '<a b="&lt;c&gt; &quot;d&quot;">&amp;x;</a>', [
            f"< {NOTHING}", f"&x; {NOTHING}",
        ]),
        ("<a b='1>2</a>", '<a b="1">2</a>', ["the value of b is not in quotes"]),
        ("<a><item><b>1<item>2</item></a>", "<a><item><b>1</b></item><item>2</item></a>", [
            "<b> has no end; it was ended before <item>",
            "<item> has no end; it was ended before <item>",
        ]),
        ("<a><b><item>1</item></a>", "<a><b/><item>1</item></a>", [
            "<b> has no end; it was ended before <item>",
        ]),
        ("<a>1</a><b>2</b>", "<a>1</a>", ["what follows the end of the document was dropped"]),
        ("<a/><b/>", "<a/>", ["what follows the end of the document was dropped"]),
        ("<a>1</a>2", "<a>1</a>", ["a text outside of the document's element was dropped"]),
        ("1<a/>", "<a/>", ["a text outside of the document's element was dropped"]),
        ("<a/><![CDATA[x]]>", "<a/>", ["a text outside of the document's element was dropped"]),
        ("Warning: <b>x</b><?xml version='1.0'?><a/>", "<a/>", [
            "what stands before the XML declaration was dropped",
        ]),
        ("<?xml version='3'?><a/>", "<a/>", [
            "the XML declaration is malformed, or not in its place",
        ]),
        ("<a><?xml version='1.0'?></a>", "<a/>", [
            "the XML declaration is malformed, or not in its place",
        ]),
        ("<!-- -- --><a><?php x?>1</a>", "<a>1</a>", []),
        ("<!DOCTYPE a [<!ATTLIST a b CDATA 'c'>]><a/>", "<a/>", []),
        ("<a><x:b/></a>", "<a><x:b/></a>", ["Namespace prefix x on b is not defined"]),
    ],
)  # fmt: skip
def test_tags_are_mended(document, spelling, problems):
    found, reported = mended(document)
    assert found == spelling
    assert begins(reported, problems), reported


@pytest.mark.parametrize(
    ("document", "spelling", "place"),
    [
        ("<a><item>1</item><item><b>2", "<a><item>1</item></a>",
         "within <b>, after item 1; <item>, which was not whole, was dropped"),
        ("<a><item>1</item>\n", "<a><item>1</item>\n</a>", "within <a>, after item 1"),
        ("<a><b>1</b><c>2", "<a><b>1</b></a>", "within <c>; <c>, which was not whole, was dropped"),
        ("<a><c><![CDATA[1", "<a/>", "within <c>; <c>, which was not whole, was dropped"),
        ("<a><c>1<b>2</b>3", "<a><c>1<b>2</b>3</c></a>", "within <c>"),
        ("<a><b>1</b><c", "<a><b>1</b></a>", "within <a>"),
        ("<a><b>1</b", "<a/>", "within <b>; <b>, which was not whole, was dropped"),
        ("<a><b>1</b><!-- c", "<a><b>1</b></a>", "within <a>"),
    ],
)  # fmt: skip
def test_of_what_is_cut_off_the_whole_is_kept(document, spelling, place):
    found, problems = mended(document)
    assert found == spelling
    assert [problem.partition("the data ends ")[2] for problem in problems] == [place]


def test_mending_keeps_the_lines():
    document = "<!--\n--><a\n b='\n'\n c='1'><?php\n?><![CDATA[\n]]></\n></b\n><d/>&x;</a\n><e/>\n"
    problems = []
    root = parse(document, problems.append)
    assert root[0].sourceline == 9
    assert [problem.line for problem in problems] == [7, 8, 9, 10]


@pytest.mark.parametrize(
    "encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-8-sig"]
)
def test_unicode_is_known_by_its_first_bytes(encoding):
    assert mended("<a>é€&x;</a>".encode(encoding))[0] == "<a>é€&amp;x;</a>"


@pytest.mark.parametrize(
    ("declared", "content", "text", "problems"),
    [
        ("utf-8", b"\xc3\xa9 \xe9", "é é", ["bytes that are not UTF-8 were read as Win"]),
        ("utf-8", b"\x93\x81", "“\ufffd", ["bytes that are not UTF-8 were read as Win"]),
        ("iso-8859-1", b"\xe9", "é", []),
        ("iso-8859-1", b"\xc3\xa9", "é", ["the encoding is not iso-8859-1 but UTF-8"]),
        ("iso-8859-1", b"\xe9 \x93", "é “", ["the encoding is not iso-8859-1 but cp1252"]),
        ("iso-8859-1", b"\xe9 &x;", "é &amp;x;", ["&x; means"]),
        ("us-ascii", b"\xe9", "é", ["the encoding is not us-ascii but cp1252"]),
        ("windows-1252", b"\x93", "“", []),
        ("windows-1251", b"\xe9", "й", []),
        ("windows-1251", b"\xd0\xb9 &x;", "й &amp;x;", [
            "the encoding is not windows-1251 but UTF-8", "&x; means",
        ]),
        ("gb2312", "é 㐀".encode("gb18030"), "é 㐀", ["the encoding is not gb2312 but gb18030"]),
        ("shift_jis", b"\x82\xa0 \xff&x;", "あ \ufffd&amp;x;", [
            "bytes that are not shift_jis were replaced by U+FFFD", "&x; means",
        ]),
        ("iso-2022-jp", "あ &x;".encode("iso-2022-jp"), "あ &amp;x;", ["&x; means"]),
        ("klingon", b"\xc3\xa9", "é", ["the encoding can't be klingon; read as UTF-8"]),
        ("utf-16", b"\xc3\xa9", "é", ["the encoding can't be utf-16; read as UTF-8"]),
        ("idna", b"\xc3\xa9", "é", ["the encoding can't be idna; read as UTF-8"]),
        ("punycode", b"\xc3\xa9", "é", ["the encoding can't be punycode; read as UTF-8"]),
        ("hex", b"\xc3\xa9", "é", ["the encoding can't be hex; read as UTF-8"]),
        ("", b"\xc3\xa9", "é", ["the XML declaration is malformed, or not in its place"]),
    ],
)  # fmt: skip
def test_the_encoding_is_what_the_bytes_show(declared, content, text, problems):
    declaration = f"<?xml version='1.0' encoding='{declared}'?>".encode()
    found, reported = mended(declaration + b"<a>" + content + b"</a>")
    assert found == f"<a>{text}</a>"
    assert begins(reported, problems), reported


def test_gzip_is_unpacked():
    assert mended(gzip.compress(b"<a>1") + gzip.compress(b"</a>")) == ("<a>1</a>", [])


def test_gzip_that_unpacks_to_too_much_raises(monkeypatch):
    monkeypatch.setattr("podkit._xml.decode.MAXIMUM_UNPACKED", 7)
    assert mended(gzip.compress(b"<a></a>"))[0] == "<a/>"
    with pytest.raises(ParseError, match="the gzip data unpacks to over 7 bytes"):
        mended(gzip.compress(b"<a>1</a>"))


@pytest.mark.parametrize("start", ["<a>", "<a>& "])
def test_a_text_that_is_too_long_raises(start):
    assert mended(f"{start}{'a' * 9_000_000}</a>")
    with pytest.raises(ParseError, match="line 1: a text, an attribute or a tag is longer than"):
        mended(f"{start}{'a' * 10_000_001}</a>")


def test_of_damaged_gzip_what_can_be_unpacked_is_read():
    packed = gzip.compress(b"<a>1</a>")
    damaged = "the gzip data is damaged or cut off; what could be unpacked was read"
    for data in (packed[:-1], packed[:-5] + b"x" + packed[-4:], packed + b"trailing"):
        assert mended(data) == ("<a>1</a>", [damaged])


@pytest.mark.parametrize(
    "data", [b"\x1f\x8b", b"\x1f\x8bnot gzip at all", gzip.compress(b"a", mtime=0)[:10]]
)
def test_gzip_that_holds_nothing_raises(data):
    with pytest.raises(ParseError, match="the gzip data can't be unpacked") as error:
        mended(data)
    assert isinstance(error.value.__cause__, EOFError | OSError | zlib.error)


@pytest.mark.parametrize(
    "document", ["", "  ", "\ufeff", "no feed", "<", "</a>", "<!-- a", "<a", "<ª/>", "\0", "a&x;b"]
)
def test_what_has_no_element_raises(document):
    with pytest.raises(ParseError, match=r"there is no XML element|the data is empty"):
        mended(document)


PIECES = st.sampled_from(
    [
        *("<a>", "</a>", "<item>", "</item>", "<b c='1' c=2 d>", "<br>", "<x:y z:a='1'>", "x:y"),
        *("<![CDATA[", "]]>", "<!--", "-->", "<?xml version='1.0'?>", "<!DOCTYPE a [", "]>", "é"),
        *("<", ">", '"', "'", "&", "&nbsp;", "&#0;", "\0", "=", "/", "\ud800", "x", "\n"),
    ]
)


@settings(max_examples=300, deadline=None)
@given(st.lists(PIECES, max_size=12).map("".join))
def test_anything_is_read_or_raises(text):
    for data in (text, f"<a>{text}", f"<a>{text}</a>".encode("utf-8", "surrogatepass")):
        try:
            root = parse(data, lambda problem: None, records={"item": "a"})
        except ParseError:
            continue
        assert etree.tostring(root)


def test_a_mistake_in_an_attribute_has_its_own_line():
    problems = []
    parse("<rss><channel a='1\n&\n&'>", problems.append)
    assert [problem.line for problem in problems if problem.id == "undefined-entity"] == [2, 3]
