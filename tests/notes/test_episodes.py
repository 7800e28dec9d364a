import attrs
import pytest

from podkit import Episode, EpisodeRef, Link, Paragraph, Section, Show, ShowNotes, Transcript, notes
from podkit.models import Cue

SHOW = Show(
    episodes=[
        Episode(number=20, title="Expectations", link="https://example.com/20"),
        Episode(number=31, title="Communication", link="https://www.example.com/31/"),
        Episode(title="Ep #166: Be The Cake", link="https://example.com/cake"),
        Episode(title="A word of welcome", link="https://example.com/welcome"),
        Episode(number=1, season=1, title="On Rest", link="https://example.com/s1e1"),
        Episode(number=1, season=2, title="On Fog", link="https://example.com/s2e1"),
        Episode(number=7, title="No page"),
    ]
)


def links(*refs):
    found = notes.resolve(refs, SHOW)
    return [episode and episode.link for episode in found]


def show_notes(*content):
    return ShowNotes(sections=[Section(paragraphs=[Paragraph(content=content)])])


def content(value):
    [paragraph] = value.sections[0].paragraphs
    return paragraph.content


def test_a_reference_means_the_episode_with_its_number():
    assert links(EpisodeRef(number=20), EpisodeRef(number=31)) == [
        "https://example.com/20",
        "https://www.example.com/31/",
    ]


def test_an_episode_may_have_its_number_in_its_title():
    assert links(EpisodeRef(number=166, title="Be the Cake")) == ["https://example.com/cake"]


def test_season_or_title_decide_between_episodes_with_one_number():
    assert links(
        EpisodeRef(number=1, season=2),
        EpisodeRef(number=1, title="on rest!"),
        EpisodeRef(number=1),
        EpisodeRef(number=1, season=3),
    ) == ["https://example.com/s2e1", "https://example.com/s1e1", None, None]


def test_a_season_that_the_show_does_not_count_is_no_obstacle():
    assert links(EpisodeRef(number=20, season=1)) == ["https://example.com/20"]


def test_what_the_show_does_not_have_is_none():
    assert notes.resolve([EpisodeRef(number=99)], SHOW) == (None,)
    assert notes.resolve([], SHOW) == ()
    assert notes.resolve([EpisodeRef(number=1)], Show()) == (None,)


def test_the_mentions_of_a_transcript_are_resolved():
    transcript = Transcript(cues=[Cue(text="As in Episode 20,"), Cue(text="and Episode 31.")])
    assert links(*EpisodeRef.find_all(transcript.text)) == [
        "https://example.com/20",
        "https://www.example.com/31/",
    ]


def test_mentions_become_links():
    linked = notes.link_episodes(show_notes("See Episode 166 “Be the Cake” and Ep 7, Ep 99."), SHOW)
    cake = "Episode 166 “Be the Cake”"
    assert content(linked) == (
        "See ",
        Link(text=cake, url="https://example.com/cake", kind="episode"),
        " and Ep 7, Ep 99.",
    )


def test_each_episode_of_a_range_that_is_named_becomes_a_link():
    linked = notes.link_episodes(show_notes("Episodes 20-31 say"), SHOW)
    assert content(linked) == (
        Link(text="Episodes 20", url="https://example.com/20", kind="episode"),
        "-",
        Link(text="31", url="https://www.example.com/31/", kind="episode"),
        " say",
    )


def test_an_entry_that_has_lost_its_target_gets_it():
    entry = Link(text="Ep #31: Communication", kind="episode")
    [link] = content(notes.link_episodes(show_notes(entry), SHOW))
    assert link == attrs.evolve(entry, url="https://www.example.com/31/")


@pytest.mark.parametrize("text", ["our site", "Ep #99: Nothing", "Ep #7: No page"])
def test_another_entry_stays(text):
    link = Link(text=text)
    assert content(notes.link_episodes(show_notes(link), SHOW)) == (link,)


@pytest.mark.parametrize(
    "url",
    ["https://example.com/cake", "http://www.example.com/cake/", "https://example.com/cake#t=1"],
)
def test_a_link_to_an_episode_is_of_that_kind(url):
    linked = notes.link_episodes(show_notes("See ", Link(text="this", url=url)), SHOW)
    assert content(linked)[1] == Link(text="this", url=url, kind="episode")


def test_a_link_elsewhere_stays_even_if_it_names_an_episode():
    link = Link(text="Episode 20", url="https://example.org/20", kind="media")
    assert content(notes.link_episodes(show_notes(link), SHOW)) == (link,)


def test_links_are_written_and_read_back():
    linked = notes.link_episodes(show_notes("See Episode 20."), SHOW)
    assert notes.loads(notes.dumps(linked, format="html")).links == linked.links


def prefixed(*titles, **facts):
    link = "https://example.com/{}".format
    return Show(
        episodes=[Episode(title=title, link=link(n), **facts) for n, title in enumerate(titles)]
    )


@pytest.mark.parametrize(
    ("titles", "prefix"),
    [
        (["JSJ 219: Rest", "JSJ 220: Sleep", "JSJ 221 Dreams"], "JSJ"),
        (["LNP341 Rest", "LNP342 Sleep", "LNP343 Dreams", "A word"], "LNP"),
        (["CRE: 219 Rest", "CRE: 220", "CRE: 221"], "CRE"),
        (["FG-045 – Rest", "FG-046 – Sleep", "FG-047 – Dreams"], "FG"),
        (["JSJ 219: Rest", "JSJ 220: Sleep"], None),
        (["JSJ 219: Rest", "JSJ 219: Rest", "JSJ 219: Rest"], None),
        (["JSJ 1: a", "JSJ 2: b", "JSJ 3: c", "d", "e", "f", "g"], None),
        (["Top 10 lamps", "Top 20% of lamps", "Rest 3.5", "Fog 7pm", "Rest 4"], None),
        ([], None),
    ],
)
def test_the_letters_of_a_show_are_those_of_its_titles(titles, prefix):
    assert notes.title_prefix(prefixed(*titles)) == prefix


def test_letters_before_a_number_that_is_not_the_episodes_are_none_of_the_show():
    show = prefixed("Top 1 lamp", "Top 2 lamps", "Top 3 lamps", number=4)
    assert notes.title_prefix(show) is None


@pytest.mark.parametrize(
    ("said", "linked"),
    [
        ("as in JSJ 221, and JSJ220", [("JSJ 221", "2"), ("JSJ220", "1")]),
        ("JSJ: 219", [("JSJ: 219", "0")]),
        ("see JSJ-219 “Rest”", [("JSJ-219 “Rest”", "0")]),
        ("JSJ 221: Dreams", [("JSJ 221: Dreams", "2")]),
        ("JSJ 219-220 and Episode 221", [("JSJ 219", "0"), ("220", "1"), ("Episode 221", "2")]),
        ("jsj 221, JSJX 221, JSJ 221b, JSJ 300", []),
    ],
)
def test_what_has_the_letters_of_the_show_is_a_reference(said, linked):
    show = prefixed("JSJ 219: Rest", "JSJ 220: Sleep", "JSJ 221: Dreams")
    found = notes.link_episodes(show_notes(said), show).links
    assert [(link.text, link.url.rpartition("/")[2]) for link in found] == linked


def test_a_link_that_has_lost_its_target_may_have_the_letters_of_the_show():
    show = prefixed("JSJ 219: Rest", "JSJ 220: Sleep", "JSJ 221: Dreams")
    [link] = notes.link_episodes(show_notes(Link(text="JSJ 220 – Sleep")), show).links
    assert (link.url, link.kind) == ("https://example.com/1", "episode")


def test_a_transcript_may_have_the_letters_of_the_show():
    show = prefixed("JSJ 219: Rest", "JSJ 220: Sleep", "JSJ 221: Dreams")
    refs = EpisodeRef.find_all("We had that in JSJ 221.", prefix=notes.title_prefix(show))
    assert notes.resolve(refs, show) == (show.episodes[2],)
    assert EpisodeRef.parse("JSJ 221", prefix="JSJ") == EpisodeRef(number=221)
    assert EpisodeRef.parse("JSJ 221") is None
