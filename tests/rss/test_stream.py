"""Feeds of any length, read and written an episode at a time."""

import io
import subprocess
import sys

import attrs
import pytest
from hypothesis import given, settings

from podkit import Episode, Extension, ParseError, Show, UnrepresentableError, rss
from tests.rss.golden import FEEDS
from tests.rss.test_round_trip import models

WHOLE = b"<rss version='2.0'><channel><title>A</title>%s</channel></rss>"
ONE, TWO = b"<item><title>1</title></item>", b"<item><title>2</title></item>"
UNUSUAL = {
    "nothing of a feed but its start": b"<rss><channel>",
    "no items": WHOLE % b"",
    "cut off": (WHOLE % (ONE + TWO))[:-20],
    "cut off within an item": (WHOLE % (ONE + TWO))[:-40],
    "an undefined entity": WHOLE % (ONE + b"<item><title>&eacute;</title></item>"),
    "a document type": b"<!DOCTYPE rss [<!ENTITY e 'x'>]>" + WHOLE % ONE,
    "another encoding": b"<?xml version='1.0' encoding='iso-8859-1'?>" + WHOLE % ONE,
    "a wrong encoding": b"<?xml version='1.0' encoding='iso-8859-1'?>"
    + WHOLE % "<item><title>é</title></item>".encode(),
    "a byte of no encoding": WHOLE % (ONE + b"<item><title>\xe9</title></item>"),
    "space before the declaration": b"\n<?xml version='1.0'?>" + WHOLE % ONE,
    "an unbound prefix": WHOLE % b"<item><itunes:title>1</itunes:title></item>",
    "another namespace": b"<rss xmlns='http://backend.userland.com/rss2'><channel>%s</channel></rss>"
    % ONE,
    "a channel alone": b"<channel>%s</channel>" % ONE,
    "a second channel": b"<rss><channel>%s</channel><channel>%s</channel></rss>" % (ONE, TWO),
    "an item before the channel": b"<rss>%s<channel>%s</channel></rss>" % (TWO, ONE),
    "an item behind the channel": b"<rss><channel>%s</channel>%s</rss>" % (ONE, TWO),
    "an item within another element": WHOLE % (b"<x>%s</x>" % ONE + TWO),
    "an item within an item": WHOLE % (b"<item>%s</item>" % ONE + TWO),
    "an item in a strange namespace": WHOLE % (b"<item xmlns='urn:x'>1</item>" + TWO),
    "items within no channel": b"<rss><x>%s</x></rss>" % ONE,
    "text between items": WHOLE % (ONE + b" between " + TWO),
    "text behind the last item": WHOLE % (ONE + b" last "),
    "comments": WHOLE % (b"<!-- a --><item><title>1<!-- b --></title></item>" + TWO),
    "Atom": b"<feed xmlns='http://www.w3.org/2005/Atom'><entry><title>1</title></entry></feed>",
    "RSS 1.0": b"<rdf:RDF xmlns='http://purl.org/rss/1.0/' xmlns:rdf="
    b"'http://www.w3.org/1999/02/22-rdf-syntax-ns#'><item><title>1</title></item></rdf:RDF>",
}


def outcome(read):
    """Give what reading gives, the problems it has, and how it ends."""
    problems, values, error = [], [], None
    try:
        values = read(problems.append)
    except ParseError as caught:
        error = str(caught)
    return values, [str(problem) for problem in problems], error


def check_equal(feed):
    """Compare what is read in parts with what is read as a whole."""
    show, problems, error = outcome(lambda on: rss.loads(feed, on_problem=on))
    found = outcome(lambda on: tuple(rss.iter_episodes(io.BytesIO(feed), on_problem=on)))
    assert (found[0], found[2]) == (show.episodes if show else [], error)
    assert [problem for problem in found[1] if "item " in problem] == [
        problem for problem in problems if "item " in problem
    ]
    found = outcome(lambda on: rss.read_show(io.BytesIO(feed), on_problem=on))
    assert (found[0], found[2]) == (attrs.evolve(show, episodes=()) if show else [], error)
    assert set(found[1]) <= set(problems)


@pytest.mark.parametrize("feed", FEEDS, ids=lambda feed: feed.stem)
def test_reads_in_parts_what_is_read_as_a_whole(feed):
    check_equal(feed.read_bytes())


@pytest.mark.parametrize("name", UNUSUAL)
def test_reads_in_parts_what_is_read_as_a_whole_of_what_is_unusual(name):
    check_equal(UNUSUAL[name])


@settings(max_examples=30, deadline=None)
@given(models(Show))
def test_reads_in_parts_what_was_written(show):
    try:
        written = rss.dumps(show)
    except UnrepresentableError:
        return
    assert tuple(rss.iter_episodes(io.BytesIO(written))) == show.episodes
    assert rss.read_show(io.BytesIO(written)) == attrs.evolve(show, episodes=())


@pytest.mark.parametrize("read", [rss.iter_episodes, rss.read_show])
def test_reads_a_path_and_a_file_that_cannot_be_read_twice(tmp_path, read):
    def result(source):
        found = read(source)
        return found if isinstance(found, Show) else list(found)

    feed = WHOLE % (ONE + TWO)
    path = tmp_path / "feed.xml"
    path.write_bytes(feed)
    stream = io.BytesIO(feed)
    stream.seekable = lambda: False
    assert result(path) == result(str(path)) == result(stream) == result(io.BytesIO(feed))


def test_reads_a_file_from_where_it_is():
    for feed in (WHOLE % ONE, (WHOLE % ONE)[:-5]):
        file = io.BytesIO(b"before" + feed)
        file.seek(6)
        assert [episode.title for episode in rss.iter_episodes(file)] == ["1"]


def test_too_many_attributes_are_refused():
    attributes = " ".join(f"a{number}='1'" for number in range(1001)).encode()
    for feed in (WHOLE % (b"<item><x %s/></item>" % attributes), WHOLE % (b"<x %s/>" % attributes)):
        with pytest.raises(ParseError, match="more than 1000 attributes"):
            list(rss.iter_episodes(io.BytesIO(feed)))


def test_a_problem_is_told_once_though_the_feed_is_read_again():
    bad = b"<item><pubDate>soon</pubDate></item>"
    problems = []
    feed = (WHOLE % (bad + bad + bad))[:-60]
    episodes = list(rss.iter_episodes(io.BytesIO(feed), on_problem=problems.append))
    places = [problem.where for problem in problems if problem.id == "bad-value"]
    assert len(places) == len(set(places)) == len(episodes) > 0


SHOWS = {
    "empty": Show(),
    "title": Show(title="A"),
    "text": Show(extensions=[Extension(name="#text", text="a")]),
    "unknown": Show(
        title="A",
        extensions=[
            Extension(name="x", text="1"),
            Extension(name="mood", kind="attribute", text="calm", parent="rss"),
            Extension(name="{urn:y}y", text="2", parent="rss"),
        ],
    ),
}


@pytest.mark.parametrize("name", SHOWS)
@pytest.mark.parametrize("count", [0, 1, 3])
def test_writes_from_an_iterator_what_is_written_of_the_show(name, count):
    episodes = [Episode(title=str(number), itunes_author="A") for number in range(count)]
    file = io.BytesIO()
    rss.write(SHOWS[name], file, episodes=iter(episodes))
    assert file.getvalue() == rss.dumps(attrs.evolve(SHOWS[name], episodes=episodes))
    assert rss.loads(file.getvalue()).episodes == tuple(episodes)


def test_the_episodes_given_replace_the_show_s_own():
    file = io.BytesIO()
    rss.write(Show(episodes=[Episode(title="1")]), file, episodes=[])
    assert rss.loads(file.getvalue()) == Show()


@pytest.mark.parametrize(
    ("show", "episode", "where"),
    [
        (Show(), Episode(title="a\0"), r"episodes\[1\]\.title"),
        (Show(), Episode(title=" a"), r"episodes\[1\]\.title"),
        (Show(title="a\0"), Episode(), "title"),
    ],
)
def test_nothing_is_written_where_something_cannot_be(tmp_path, show, episode, where):
    path = tmp_path / "feed.xml"
    path.write_bytes(b"old")
    with pytest.raises(UnrepresentableError, match=f"^{where}: "):
        rss.write(show, path, episodes=iter([Episode(title="1"), episode]))
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_what_is_no_show_is_refused():
    for write in (rss.dumps, lambda show: rss.write(show, io.BytesIO(), episodes=[])):
        with pytest.raises(UnrepresentableError, match="<channel> is for values of Show"):
            write(Episode())


def test_what_is_no_episode_is_refused():
    with pytest.raises(
        UnrepresentableError, match=r"episodes\[0\]: <item> is for values of Episode"
    ):
        rss.write(Show(), io.BytesIO(), episodes=[Show()])


# Writes and reads a feed of 40 MB in a process of its own, and says by how much it grew.
LONG = """
import sys
from podkit import Episode, Show, rss
episodes = (Episode(title=str(number), content="Notes. More" * 900) for number in range(4000))
rss.loads(rss.dumps(Show(title="A", episodes=[Episode(title="1", content="a")])))
def peak():  # of this process alone; getrusage begins with what its parent had
    status = open("/proc/self/status").read()
    return int(status.partition("VmHWM:")[2].split()[0])
before = peak()
rss.write(Show(title="A"), sys.argv[1], episodes=episodes)
assert sum(1 for episode in rss.iter_episodes(sys.argv[1])) == 4000
assert rss.read_show(sys.argv[1]) == Show(title="A")
print(peak() - before)
"""


def test_memory_does_not_grow_with_the_number_of_episodes(tmp_path):
    path = tmp_path / "feed.xml"
    run = [sys.executable, "-c", LONG, path]
    growth = subprocess.run(run, capture_output=True, text=True, check=True).stdout
    assert path.stat().st_size > 39_000_000
    assert int(growth) < 25_000  # kilobytes
