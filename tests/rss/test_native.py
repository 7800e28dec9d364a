"""The native walk reads what the reader in Python reads, and reports the same."""

import importlib
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import podkit._xml.native
from podkit import ParseError, rss
from podkit._xml.namespaces import NAMESPACES
from podkit.rss.tables import CHANNEL, ITEM
from tests.rss.golden import FEEDS

OTHER_SPELLING = "https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/1.0.md"
DECLARATIONS = " ".join(
    f'xmlns:{prefix}="{address}"'
    for prefix, address in (NAMESPACES | {"pod2": OTHER_SPELLING}).items()
    if prefix
)
# What stands in an element: what rows read, and what they don't.
PIECES = (
    "<title>A &amp; B</title>",
    "<title>A<![CDATA[ < ]]>B</title>",
    "<title mood='calm'>C</title>",
    "<title/>",
    "<title>A<b>bold</b> word</title>",
    "<itunes:explicit>clean</itunes:explicit>",
    "<itunes:explicit>perhaps</itunes:explicit>",
    "<itunes:duration>1:00</itunes:duration>",
    "<itunes:duration>00:07:74</itunes:duration>",
    "<pubDate>Wed, 28 Mar 2024 09:00:00 GMT</pubDate>",
    "<pubDate>Thu, 28 Mar 2024 09:00:00 GMT (UTC)</pubDate>",
    "<dc:date>2024-03-28</dc:date>",
    "<itunes:image href='a.jpg'/>",
    "<itunes:image href=''/>",
    "<itunes:image>a.jpg</itunes:image>",
    "<itunes:subtitle mood='calm'/>",
    "<ex:mood xmlns:ex='urn:ex' ex:level='1'>calm</ex:mood>",
    "<guid xml:lang='en' ex:mood='calm' xmlns:ex='urn:ex'>h</guid>",
    "<itunes:image mood='calm' href='b.jpg'>text</itunes:image>",
    "<enclosure url='a.mp3' length='1' type='audio/mpeg'/>",
    "<enclosure url='a&#38;b.mp3' length='one'/>",
    "<enclosure length='1'/>",
    "<enclosure/>",
    "<category domain='d'>News</category>",
    "<category>  </category>",
    "<itunes:category text='Arts'><itunes:category text='Design'/></itunes:category>",
    "<guid isPermaLink='yes'>g</guid>",
    "<guid isPermaLink='false'/>",
    "<podcast:person role='host'>Ann</podcast:person>",
    "<podcast:value type='x'><podcast:valueRecipient type='node'/> stray </podcast:value>",
    "<podcast:value type='x'> <podcast:valueRecipient type='n' split='1'/> </podcast:value>",
    "<pod2:person>Bob</pod2:person>",
    "<podcast:location rel='x'>Here</podcast:location>",
    "<skipHours><hour>1</hour><hour>one</hour><hour/> <hour> </hour></skipHours>",
    "<skipHours><hour>1<b/></hour></skipHours>",
    "<fh:complete/>",
    "<mood level='1'>calm<deep/>er</mood>",
    "<mood/>",
    "stray",
    " \n ",
)


@pytest.fixture(autouse=True)
def native():
    assert podkit._xml.native.is_built, "the package was built without its native code"


def read(data):
    problems = []
    try:
        show = rss.loads(data, on_problem=problems.append)
    except ParseError as error:
        return str(error), problems
    return show, problems


def assert_alike(data):
    quick = read(data)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(podkit._xml.native, "is_built", False)
        assert read(data) == quick


def feed(channel, item):
    return f"<rss {DECLARATIONS}><channel>{channel}<item>{item}</item></channel></rss>"


def test_without_native_code_feeds_are_read_all_the_same(monkeypatch):
    data = feed(*PIECES[:2])
    show = rss.loads(data)
    with monkeypatch.context() as patch:
        patch.delattr(podkit._xml, "_walk")
        patch.setitem(sys.modules, "podkit._xml._walk", None)
        importlib.reload(podkit._xml.native)
        assert not podkit._xml.native.is_built
        assert rss.loads(data) == show
    importlib.reload(podkit._xml.native)


@pytest.mark.parametrize("path", FEEDS, ids=lambda path: path.stem)
def test_golden_feeds_read_alike(path):
    assert_alike(path.read_bytes())


@pytest.mark.parametrize("piece", PIECES)
def test_each_piece_reads_alike_once_and_twice(piece):
    assert_alike(feed(piece, piece))
    assert_alike(feed(piece * 2, piece * 2))


@settings(deadline=None, max_examples=100)
@given(st.lists(st.sampled_from(PIECES), max_size=8), st.lists(st.sampled_from(PIECES), max_size=8))
def test_any_mixture_reads_alike(channel, item):
    assert_alike(feed("".join(channel), "".join(item)))


def test_every_element_of_a_table_reads_alike():
    elements = [row.name for row in (*CHANNEL.rows, *ITEM.rows)]
    content = "".join(f"<{name} url='u' href='h' text='t'>1</{name}>" for name in elements)
    assert_alike(feed(content, content))
