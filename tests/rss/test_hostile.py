"""Input made to harm: nothing is expanded, fetched or recursed into without bound.

What takes memory or time runs in a process of its own whose memory and processor time have limits,
several times what is needed on a slow machine, and far below what an attack would take.
"""

import subprocess
import sys

import pytest

from podkit import Extension, ParseError, rss
from podkit._xml import clark
from podkit._xml.parse import MAXIMUM_ATTRIBUTES

# Ten times what the longest takes on a slow machine.
SECONDS = 100
ITUNES = "http://www.itunes.com/dtds/podcast-1.0.dtd"


def feed(doctype, title):
    return f"{doctype}<rss version='2.0'><channel><title>{title}</title></channel></rss>"


CHILD = """
import gzip, resource, sys
import feedparser
from podkit import ParseError, rss

def channel(content): return f"<rss><channel>{content}</channel></rss>"
def atom(content): return f"<feed xmlns='http://www.w3.org/2005/Atom'>{content}</feed>"
def entity(length): return f"<!DOCTYPE rss [<!ENTITY a '{'a' * length}'>]>"
def attributes(count): return "".join(f" a{number}=''" for number in range(count))
def categories(count): return "".join(f"<category term='{number}'/>" for number in range(count))

data = eval(sys.argv[1])
with open("/proc/self/statm") as file:
    used = int(file.read().split()[0]) * resource.getpagesize()
resource.setrlimit(resource.RLIMIT_AS, (used + int(sys.argv[2]) * 1_000_000,) * 2)
resource.setrlimit(resource.RLIMIT_CPU, (int(sys.argv[3]),) * 2)
problems = []
try:
    rss.loads(data, on_problem=problems.append)
except ParseError as error:
    print(error)
else:
    print(len(problems), "problems")
"""


def read_within(megabytes, make):
    """Read what an expression makes in a process with this much memory beside the data."""
    command = [sys.executable, "-c", CHILD, make, str(megabytes), str(SECONDS)]
    run = subprocess.run(command, capture_output=True, text=True, check=True)
    return run.stdout.strip()


TOO_LONG = (
    "line 1: a text, an attribute or a tag is longer than 10,000,000 bytes, which is not read"
)
TOO_MANY = "an element has more than 1000 attributes"
BOMB = "the gzip data unpacks to over 200,000,000 bytes, more than are read"


@pytest.mark.parametrize(
    ("make", "megabytes", "outcome"),
    [
        ("entity(50_000) + channel('&a;\\n' * 50_000)", 200, "50001 problems"),
        (
            "entity(50_000) + '<rss><a b=\"' + '&a;\\n' * 50_000 + '\"/></rss>'",
            200,
            "50002 problems",
        ),
        ("channel('a' * 100_000_000)", 400, TOO_LONG),
        ("channel('&' + 'a' * 100_000_000)", 1200, TOO_LONG),
        ("channel('<![CDATA[' + 'a' * 11_000_000 + ']]>')", 200, TOO_LONG),
        ("channel('<!--' + 'a' * 11_000_000 + '-->')", 200, "0 problems"),
        ("channel(f'<a{attributes(1_000_000)}/>')", 400, TOO_LONG),
        ("channel(f'<a{attributes(500_000)}/>')", 400, TOO_MANY),
        ("channel(f'<a{attributes(100_000)}/>&')", 400, TOO_MANY),
        ("gzip.compress(bytes(10_000_000)) * 1000", 600, BOMB),
        ("gzip.compress(b'') * 50_000", 100, "the data is empty"),
        ("channel(chr(0) * 5_000_000)", 200, "1 problems"),
        ("channel('&#xD800;\\n' * 50_000)", 200, "50001 problems"),
        ("channel('<a\\n' * 50_000)", 200, "50001 problems"),
        ("channel('<item><b>\\n' * 50_000)", 200, "100000 problems"),
        ("channel('x').encode().replace(b'x', b'\\xe9 ' * 1_000_000)", 200, "2 problems"),
        ("atom(f'<author>{1_000_000 * chr(97)}</author>')", 200, "2 problems"),
        ("atom(f'<entry>{categories(10_000)}</entry>')", 200, "9901 problems"),
    ],
)
def test_what_would_take_memory_or_time_without_bound_does_not(make, megabytes, outcome):
    assert read_within(megabytes, make) == outcome


def laughs():
    entities = "".join(f"<!ENTITY l{n} '{f'&l{n - 1};' * 10}'>" for n in range(1, 10))
    return f"<!DOCTYPE rss [<!ENTITY l0 'ha'>{entities}]>"


def test_a_billion_laughs_stay_one():
    assert rss.loads(feed(laughs(), "&l9;")).title == "&l9;"


def test_a_billion_laughs_in_an_attribute_stay_one():
    show = rss.loads(feed(laughs(), "a").replace("<title>", "<title x='&l9;'>"))
    assert show.extensions[0].text == "&l9;"


def test_a_billion_laughs_are_not_given_to_feedparser():
    atom = "<feed xmlns='http://www.w3.org/2005/Atom'><title>&l9;</title></feed>"
    assert rss.loads(laughs() + atom).title == "&l9;"


@pytest.mark.parametrize("kind", ["SYSTEM '%s'", "PUBLIC 'x' '%s'"])
@pytest.mark.parametrize("address", ["file", "http://127.0.0.1:9/secret.dtd"])
def test_external_entities_and_document_types_are_not_read(tmp_path, kind, address):
    secret = tmp_path / "secret.dtd"
    secret.write_text("<!ENTITY secret 'leaked'><!ATTLIST title leaked CDATA 'leaked'>")
    address = kind % (secret.as_uri() if address == "file" else address)
    for doctype in (
        f"<!DOCTYPE rss {address}>",
        f"<!DOCTYPE rss [<!ENTITY secret {address}>]>",
        f"<!DOCTYPE rss [<!ENTITY % all {address}> %all;]>",
    ):
        show = rss.loads(feed(doctype, "&secret;"))
        assert (show.title, show.extensions) == ("&secret;", ())


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8", "utf-32"])
def test_entities_that_the_document_defines_are_kept_as_text(encoding):
    document = feed("<!DOCTYPE rss [<!ENTITY a 'b'>]>", "&a;").encode(encoding)
    assert rss.loads(document).title == "&a;"


def test_entities_are_not_hidden_by_an_encoding():
    document = feed("<!DOCTYPE rss [<!ENTITY a 'b'>]>", "+ACY-a;")
    declared = b"<?xml version='1.0' encoding='utf-7'?>" + document.encode()
    assert rss.loads(declared).title == "+ACY-a;"


@pytest.mark.parametrize("name", ["mood", "itunes:category"])
def test_elements_nested_too_deeply_raise(name):
    deep = f"<{name}>" * 100_000 + f"</{name}>" * 100_000
    with pytest.raises(ParseError, match="line 1: elements nest too deeply"):
        rss.loads(f"<rss xmlns:itunes='{ITUNES}'><channel>{deep}</channel></rss>")


def test_items_do_not_nest():
    items = "<item>" * 1000 + "</item>" * 1000
    show = rss.loads(f"<rss><channel><title>A</title>{items}</channel></rss>")
    assert (show.title, len(show.extensions)) == ("A", 0)


def test_categories_nested_too_deeply_raise():
    deep = "<itunes:category text='a'>" * 60 + "</itunes:category>" * 60
    with pytest.raises(ParseError, match="line 1: elements nest too deeply"):
        rss.loads(f"<rss xmlns:itunes='{ITUNES}'><channel>{deep}</channel></rss>")


def test_elements_nested_as_deeply_as_is_read_are_written():
    for depth in (240, 248):
        deep = "<mood>" * depth + "<x/>" + "</mood>" * depth
        show = rss.loads(f"<rss><channel>{deep}</channel></rss>")
        assert rss.loads(rss.dumps(show)) == show


def test_many_problems_have_their_lines():
    items = "<item><mood>&calm;</mood></item>\n" * 20_000
    problems = []
    rss.loads(f"<rss><channel>{items}</channel></rss>", on_problem=problems.append)
    assert (problems[-1].where, problems[-1].line) == ("item 20000, mood", 20_000)


def test_an_element_may_have_as_many_attributes_and_namespaces_as_is_read():
    names = range(MAXIMUM_ATTRIBUTES)
    declarations = "".join(f" xmlns:n{name}='urn:{name}' n{name}:a='1'" for name in names)
    show = rss.loads(f"<rss><channel{declarations}></channel></rss>")
    assert len(show.extensions) == len(names)
    assert rss.loads(rss.dumps(show)) == show
    with pytest.raises(ParseError, match="an element has more than 1000 attributes"):
        rss.loads(f"<rss><channel{declarations} a='1'></channel></rss>")


def test_a_prefix_bound_to_nothing_names_what_it_looks_like():
    show = rss.loads("<rss><channel><itunes:author>A</itunes:author><a:b>C</a:b></channel></rss>")
    assert show.author == "A"
    assert show.extensions == (Extension(name="{unbound:a}b", text="C"),)
    assert clark("itunes:author").encode() not in rss.dumps(show)
