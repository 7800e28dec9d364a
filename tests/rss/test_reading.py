"""What reading forgives and what it refuses."""

import gzip
import io
import json
from pathlib import Path

import pytest

import podkit
from podkit import Episode, Extension, Image, ParseError, Show, rss
from podkit._xml import clark
from tests.rss.golden import reading

BROKEN = sorted((Path(__file__).parent.parent / "data" / "rss-broken").glob("*.xml"))


def problems_of(feed):
    problems = []
    rss.loads(feed, on_problem=problems.append)
    return problems


def channel(content):
    return f"<rss version='2.0'><channel>{content}</channel></rss>"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "the data is empty"),
        (b"  \n ", "the data is empty"),
        ("", "the data is empty"),
        (b"no feed here", "there is no XML element in the data, which starts with 'no feed here'"),
        ("<!DOCTYPE html>\n<html><br></html>", "found a web page: its root is <html>"),
        ("<r:RDF xmlns:r='http://www.w3.org/1999/02/22-rdf-syntax-ns#'/>", "its root is <RDF>"),
        ("<opml/>", "found an OPML list"),
        ("<recipe/>", "found another document: its root is <recipe>"),
        ("<rss/>", "expected a <channel> within <rss>, found none"),
    ],
)
def test_what_is_no_feed_raises_and_says_what_was_found(data, message):
    with pytest.raises(ParseError) as error:
        rss.loads(data)
    assert message in str(error.value)


def test_strict_raises_at_the_first_problem():
    with pytest.raises(ParseError, match=r"^channel, ttl, line 2: 'soon' is not a whole number"):
        rss.loads(channel("\n<ttl>soon</ttl>"), on_problem=podkit.strict)


def test_a_string_may_declare_any_encoding():
    feed = "<?xml version='1.0' encoding='utf-16'?>" + channel("<title>é</title>")
    assert rss.loads(feed).title == "é"


def test_bytes_are_read_in_the_encoding_that_they_declare():
    feed = "<?xml version='1.0' encoding='iso-8859-1'?>" + channel("<title>é</title>")
    assert rss.loads(feed.encode("latin-1")).title == "é"


def test_half_a_surrogate_pair_in_a_string_is_dropped_with_a_problem():
    feed = channel("<title>a\ud800b</title>")
    assert rss.loads(feed).title == "ab"
    assert {problem.id for problem in problems_of(feed)} == {"control-character"}


def test_a_byte_order_mark_is_passed_over():
    feed = b"\xef\xbb\xbf<?xml version='1.0'?>" + channel("<title>A</title>").encode()
    assert rss.loads(feed, on_problem=podkit.strict).title == "A"


def test_space_before_the_declaration_keeps_the_lines():
    feed = "\n \n<?xml version='1.0'?>\n" + channel("<ttl>soon</ttl>")
    assert [(problem.id, problem.line) for problem in problems_of(feed)] == [
        ("space-before-declaration", 1),
        ("bad-value", 4),
    ]


def test_space_before_the_root_is_fine_without_a_declaration():
    assert problems_of("\n\n" + channel("")) == []


def test_entities_of_html_are_resolved():
    feed = channel("<title>a&nbsp;&eacute;&NotEqualTilde;</title>")
    assert rss.loads(feed).title == "a\xa0é≂̸"


@pytest.mark.parametrize("reference", ["&mushy;", "& ", "&#x;", "&#1;", "&#xFFFE;", "&#9999999;"])
def test_references_that_mean_nothing_are_kept_as_text(reference):
    feed = channel(f"\n<title>a {reference} b</title><link>&#233;</link>")
    show = rss.loads(feed)
    assert (show.title, show.link) == (f"a {reference} b", "é")
    assert [(problem.id, problem.line) for problem in problems_of(feed)] == [
        ("undefined-entity", 2)
    ]


def test_cdata_and_comments_are_not_mended():
    feed = channel(
        "<!-- &mushy; --><title><![CDATA[&nbsp; &amp; &mushy;]]></title><link>&x;</link>"
    )
    assert rss.loads(feed).title == "&nbsp; &amp; &mushy;"
    assert len(problems_of(feed)) == 1


def test_control_characters_are_dropped_with_a_problem():
    feed = channel("\n<title>a\x01\x02b</title>")
    assert rss.loads(feed).title == "ab"
    assert list(map(str, problems_of(feed))) == [r"line 2: '\x01\x02' was dropped"]


def test_of_a_feed_that_is_cut_off_the_whole_episodes_are_kept():
    feed = channel("<item><title>1</title></item>\n<item><title>2</title></item>")
    cut = feed[: feed.index("</title></item></channel>")]
    assert rss.loads(cut) == Show(episodes=[Episode(title="1")])
    (problem,) = problems_of(cut)
    assert (problem.id, problem.level, problem.line) == ("cut-off", "error", 2)
    assert str(problem) == (
        "line 2: the data ends within <title>, after item 1; "
        "<item>, which was not whole, was dropped"
    )


def test_encodings_may_differ_between_items():
    items = [b"<item><title>" + "é".encode(code) + b"</title></item>" for code in ("utf8", "1252")]
    feed = b"<?xml version='1.0' encoding='utf-8'?>\n" + channel("%s").encode() % b"\n".join(items)
    assert [episode.title for episode in rss.loads(feed).episodes] == ["é", "é"]
    assert [(problem.id, problem.line) for problem in problems_of(feed)] == [("encoding", 3)]


def test_a_feed_may_be_packed_with_gzip():
    assert rss.loads(gzip.compress(channel("<title>A</title>").encode())).title == "A"


def test_what_is_not_known_of_a_namespace_of_others_is_for_info():
    feed = """<rss version='2.0' xmlns:ex='urn:ex'><channel xml:lang='en'>
        <ex:mood>calm</ex:mood><mood>calm</mood>
        <title ex:mood='calm' mood='calm' ot:mood='calm' xmlns:ot='urn:ot'>Tides</title>
    </channel></rss>"""
    found = [(problem.message.partition(" is")[0], problem.level) for problem in problems_of(feed)]
    assert sorted(found) == [
        ("<ex:mood>", "info"),
        ("<mood>", "warning"),
        ("ex:mood", "info"),
        ("mood", "warning"),
        ("xml:lang", "info"),
        ("{urn:ot}mood", "info"),
    ]


@pytest.mark.parametrize(
    ("element", "lacking"),
    [
        ("<itunes:image>a.jpg</itunes:image>", "href"),
        ("<itunes:subtitle mood='calm'/>", "a text"),
        ("<enclosure length='1'/>", "url"),
    ],
)
def test_a_problem_says_what_an_element_lacks(element, lacking):
    feed = channel(f"<item>{element}</item>").replace(
        "<rss", "<rss xmlns:itunes='http://www.itunes.com/dtds/podcast-1.0.dtd'"
    )
    (problem,) = [each for each in problems_of(feed) if each.id == "incomplete-element"]
    assert f" lacks {lacking};" in problem.message


def test_a_second_channel_is_kept_with_a_problem():
    feed = "<rss><channel><ttl>1</ttl></channel><channel><ttl>2</ttl></channel><channel/></rss>"
    show = rss.loads(feed)
    (second,) = show.extensions
    assert (show.ttl, second.name, second.parent) == (1, "channel", "rss")
    assert [problem.id for problem in problems_of(feed)] == ["repeated-element"]
    assert rss.loads(rss.dumps(show)) == show


def test_items_outside_of_the_channel_are_read_as_if_within():
    feed = "<rss><item><title>1</title></item>\n<channel><item><title>2</title></item></channel>"
    feed += "\n<item><title>3</title></item></rss>"
    assert [episode.title for episode in rss.loads(feed).episodes] == ["2", "1", "3"]
    assert [(problem.id, problem.line) for problem in problems_of(feed)] == [
        ("item-outside-channel", 1),
        ("item-outside-channel", 3),
    ]


def test_an_item_outside_of_the_channel_is_not_written():
    show = Show(extensions=[Extension(name="item", text="a", parent="rss")])
    with pytest.raises(podkit.UnrepresentableError, match="a field holds what this says"):
        rss.dumps(show)


@pytest.mark.parametrize(
    ("feed", "problem"),
    [
        ("<rss><title>A</title><item><guid>1</guid></item></rss>", "no-channel"),
        ("<channel><title>A</title><item><guid>1</guid></item></channel>", "no-rss"),
        ("<rss version='0.91'><channel><title>A</title><item><guid>1</guid></item></channel></rss>",
         None),
    ],
)  # fmt: skip
def test_a_channel_is_found_where_it_should_not_be(feed, problem):
    assert rss.loads(feed) == Show(title="A", episodes=[Episode(guid="1")])
    assert [found.id for found in problems_of(feed)] == ([problem] if problem else [])


@pytest.mark.parametrize("feed", BROKEN, ids=lambda feed: feed.stem)
def test_a_broken_feed_reads_to_the_value_beside_it_and_is_written(feed):
    data = feed.read_bytes()
    assert reading(data) == json.loads(feed.with_suffix(".json").read_text())
    show = rss.loads(data)
    assert rss.loads(rss.dumps(show)) == show
    assert rss.dumps(rss.loads(rss.dumps(show))) == rss.dumps(show)


def test_comments_within_a_text_are_passed_over():
    assert rss.loads(channel("<title>a<!-- b -->c<?d e?>f</title>")).title == "acf"


@pytest.mark.parametrize(
    "address",
    [
        "https://podcastindex.org/namespace/1.0",
        "http://podcastindex.org/namespace/1.0/",
        "https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/1.0.md",
        "https://github.com/podcastindex-org/podcast-namespace/blob/main/docs/1.0",
    ],
)
def test_other_addresses_of_a_namespace_are_read_as_the_namespace(address):
    feed = f"<rss xmlns:p='{address}'><channel><p:guid>1</p:guid><p:new>2</p:new></channel></rss>"
    show = rss.loads(feed)
    assert show.guid == "1"
    assert show.extensions == (Extension(name=clark("podcast:new"), text="2"),)


def test_a_default_namespace_of_rss_is_read_as_none():
    feed = "<rss xmlns='http://backend.userland.com/rss2'><channel><ttl>1</ttl></channel></rss>"
    assert rss.loads(feed).ttl == 1


@pytest.mark.parametrize(
    ("name", "known_as"),
    [
        ("mood:calm", "{unbound:mood}calm"),
        ("podcast:new", clark("podcast:new")),
        ("mood:", "{unbound:mood}_"),
        ("a:b:c", "{unbound:a:b}c"),
        ("ex:b:c", "{unbound:ex:b}c"),
    ],
)
def test_a_name_that_is_none_is_made_one(name, known_as):
    show = rss.loads(f"<rss xmlns:ex='urn:x'><channel><{name}>calm</{name}></channel></rss>")
    assert show.extensions == (Extension(name=known_as, text="calm"),)
    assert rss.loads(rss.dumps(show)) == show


def test_an_extension_keeps_its_prefix():
    feed = "<rss xmlns:ex='urn:x'><channel><ex:mood ex:how='very'>calm</ex:mood></channel></rss>"
    written = rss.dumps(rss.loads(feed))
    assert b'<ex:mood ex:how="very">calm</ex:mood>' in written
    assert written.count(b"xmlns:") == 1


def test_only_the_namespaces_used_are_declared():
    assert b"xmlns" not in rss.dumps(Show(title="A"))


def test_what_stands_before_the_channel_is_kept():
    show = rss.loads("<rss><mood>calm</mood><channel><ttl>1</ttl></channel></rss>")
    assert show == Show(ttl=1, extensions=[Extension(name="mood", text="calm", parent="rss")])


def test_a_name_in_a_namespace_of_a_misspelled_address_is_spelled_properly():
    feed = "<rss xmlns:i='http://www.itunes.com/DTDs/Podcast-1.0.dtd'><channel i:a='1'/></rss>"
    assert rss.loads(feed).extensions[0].name == clark("itunes:a")


def test_an_element_that_repeats_a_record_is_kept():
    show = rss.loads(channel("<image><url>a</url></image><image><url>b</url></image>"))
    assert show.image == Image(url="a")
    assert [extension.name for extension in show.extensions] == ["image"]


def test_a_file_is_read_and_written(tmp_path):
    show = Show(title="A")
    rss.write(show, tmp_path / "feed.xml")
    assert rss.read(tmp_path / "feed.xml") == show
    assert rss.read(io.BytesIO(rss.dumps(show))) == show


def test_a_refused_show_leaves_the_file_as_it_was(tmp_path):
    file = tmp_path / "feed.xml"
    rss.write(Show(title="A"), file)
    with pytest.raises(podkit.UnrepresentableError):
        rss.write(Show(title=""), file)
    assert rss.read(file) == Show(title="A")


def test_a_missing_file_is_an_os_error(tmp_path):
    with pytest.raises(FileNotFoundError):
        rss.read(tmp_path / "none.xml")


@pytest.mark.parametrize(
    "url", ["podnews.net/rss", "https://podnews.net/rss", "HTTP://podnews.net/rss//"]
)
def test_the_guid_of_a_feed_leaves_out_scheme_and_last_slashes(url):
    assert rss.podcast_guid(url) == "9b024349-ccf0-5f69-a609-6b82873eab3c"
