"""The kinds of rows, seen through whole feeds: flags, many texts, lists in a wrapper, chapters."""

import pytest

from podkit import (
    Chapter,
    Chapters,
    Episode,
    Extension,
    RemoteItem,
    Show,
    UnrepresentableError,
    rss,
)
from podkit._xml import clark
from podkit._xml.namespaces import NAMESPACES

DECLARATIONS = " ".join(f'xmlns:{prefix}="{NAMESPACES[prefix]}"' for prefix in NAMESPACES if prefix)


def read(content):
    """Read a feed, check that it is written without loss, and give show and problems."""
    problems = []
    feed = f"<rss {DECLARATIONS}><channel>{content}</channel></rss>"
    show = rss.loads(feed, on_problem=problems.append)
    assert rss.loads(rss.dumps(show)) == show
    return show, [problem.id for problem in problems]


def refusal(show):
    with pytest.raises(UnrepresentableError) as error:
        rss.dumps(show)
    return str(error.value)


@pytest.mark.parametrize("element", ["<fh:complete/>", "<fh:complete></fh:complete>"])
def test_a_flag_is_there_or_not(element):
    assert read(element) == (Show(fh_complete=True), [])
    assert read("") == (Show(fh_complete=False), [])


def test_a_flag_with_something_in_it_is_one_all_the_same():
    show, problems = read("<fh:complete how='very'>yes</fh:complete>")
    assert show.fh_complete
    assert [(e.name, e.text, e.parent) for e in show.extensions] == [
        ("how", "very", clark("fh:complete")),
        ("#text", "yes", clark("fh:complete")),
    ]
    assert problems == ["unknown-attribute", "unknown-text"]


def test_a_flag_twice_is_one():
    assert read("<fh:archive/><fh:archive/>") == (Show(fh_archive=True), [])
    show, problems = read("<fh:archive/><fh:archive>yes</fh:archive>")
    assert show.extensions == (Extension(name=clark("fh:archive"), text="yes"),)
    assert problems == ["repeated-element"]


def test_a_flag_among_the_extensions_is_refused():
    extension = Extension(name=clark("fh:archive"), text="yes")
    assert "a field holds what this says" in refusal(Show(extensions=[extension]))
    assert rss.dumps(Show(fh_archive=True, extensions=[extension]))


def test_a_text_may_stand_any_number_of_times():
    show, problems = read("<dc:creator>Ann</dc:creator><dc:creator/><dc:creator> Bo </dc:creator>")
    assert (show.dc_creators, problems) == (("Ann", "Bo"), [])


@pytest.mark.parametrize("element", ["<dc:creator id='1'>Ann</dc:creator>", "<dc:creator><b/>"])
def test_one_of_many_texts_with_more_than_text_is_kept_as_it_is(element):
    element = element.replace("<b/>", "<b>Ann</b></dc:creator>")
    show, problems = read(f"<dc:creator>Bo</dc:creator>{element}")
    assert show.dc_creators == ("Bo",)
    assert [extension.name for extension in show.extensions] == [clark("dc:creator")]
    assert problems == ["not-text"]


def test_nothing_hangs_on_one_of_many_texts():
    extension = Extension(name="id", kind="attribute", text="1", parent=clark("dc:creator"))
    message = refusal(Show(dc_creators=["Ann"], extensions=[extension]))
    assert "there is no <{http://purl.org/dc/elements/1.1/}creator>" in message


def test_an_empty_one_of_many_texts_is_refused():
    assert refusal(Show(dc_creators=["Ann", ""])).startswith("dc_creators[1]: ")


def test_a_list_in_a_wrapper_keeps_what_it_does_not_know():
    show, problems = read(
        "<skipHours x='1'><hour>1</hour><hour>noon</hour><day>2</day></skipHours>"
    )
    assert show.skip_hours == (1,)
    assert [(e.name, e.text, e.parent) for e in show.extensions] == [
        ("x", "1", "skipHours"),
        ("hour", "noon", "skipHours"),
        ("day", "2", "skipHours"),
    ]
    assert problems == ["unknown-attribute", "bad-value", "unknown-element"]


def test_a_wrapper_without_what_it_is_for_is_kept_whole():
    show, problems = read("<skipHours><hour>noon</hour></skipHours>")
    assert [extension.name for extension in show.extensions] == ["skipHours"]
    assert problems == ["bad-value", "incomplete-element"]


def test_an_empty_wrapper_says_nothing():
    assert read("<skipHours/><skipDays> </skipDays>") == (Show(), [])


def test_a_wrapper_twice_is_kept():
    show, problems = read("<skipDays><day>Monday</day></skipDays>" * 2)
    assert show.skip_days == ("Monday",)
    assert [extension.name for extension in show.extensions] == ["skipDays"]
    assert problems == ["repeated-element"]


def test_one_record_in_a_wrapper_and_another_that_repeats_it():
    item = "<podcast:remoteItem feedGuid='{}'/>"
    show, problems = read(
        f"<podcast:publisher>{item.format(1)}{item.format(2)}</podcast:publisher>"
    )
    assert show.publisher == RemoteItem(feed_guid="1")
    assert [extension.parent for extension in show.extensions] == [clark("podcast:publisher")]
    assert problems == ["repeated-element"]


def test_what_stands_in_a_wrapper_is_indented():
    written = rss.dumps(Show(podroll=[RemoteItem(feed_guid="1")], skip_hours=[5])).decode()
    assert "\n    <skipHours>\n      <hour>5</hour>\n    </skipHours>" in written
    assert '\n    <podcast:podroll>\n      <podcast:remoteItem feedGuid="1"/>\n    </' in written


def test_an_extension_in_a_wrapper_that_is_a_field_or_hangs_on_nothing_is_refused():
    hour = Extension(name="hour", text="5", parent="skipHours")
    assert "a field holds" in refusal(Show(skip_hours=[4], extensions=[hour]))
    noon = Extension(name="hour", text="noon", parent="skipHours")
    assert "there is no <skipHours>" in refusal(Show(extensions=[noon]))
    assert rss.dumps(Show(skip_hours=[4], extensions=[noon]))


CHAPTER = "<psc:chapter start='1' title='Fog' {}/>"


@pytest.mark.parametrize("version", ["version='1.2'", "version='1.0'", ""])
def test_chapters_of_any_version_are_read_and_written_in_the_newest(version):
    element = f"<psc:chapters {version}>{CHAPTER.format('')}</psc:chapters>"
    show, problems = read(f"<item>{element}</item>")
    episode = Episode(chapters=Chapters(chapters=[Chapter(start=1, title="Fog")]))
    assert (show, problems) == (Show(episodes=[episode]), [])
    assert b'<psc:chapters version="1.2">' in rss.dumps(show)


def test_what_chapters_say_more_than_their_fields_is_kept_with_them():
    late = CHAPTER.replace("'1'", "'late'").format("")
    chapter = CHAPTER.format("mood='calm'")
    element = f"<psc:chapters by='Ann'>{chapter}{late}</psc:chapters>"
    show, problems = read(f"<item>{element}</item>")
    marks = show.episodes[0].chapters
    mood = Extension(name="mood", kind="attribute", text="calm")
    assert marks.chapters == (Chapter(start=1, title="Fog", extensions=[mood]),)
    assert [extension.name for extension in marks.extensions] == ["by", clark("psc:chapter")]
    assert problems == ["unknown-attribute"] * 2 + ["bad-value", "incomplete-element"]
    assert rss.loads(rss.dumps(show)) == show


def test_a_key_of_json_is_refused():
    key = Extension(name="mood", kind="json", text='"calm"')
    chapter = Chapter(start=1, extensions=[key])
    message = refusal(Show(episodes=[Episode(chapters=Chapters(chapters=[chapter]))]))
    where = "episodes[0].chapters.chapters[0].extensions[0]"
    assert message.startswith(f"{where}: XML has no place for a key of JSON")


@pytest.mark.parametrize(
    ("chapters", "where"),
    [
        (Chapters(author="Ann"), "episodes[0].chapters.author"),
        (Chapters(chapters=[Chapter(start=1, hidden=True)]), "chapters.chapters[0].hidden"),
        (Chapters(chapters=[Chapter(start=1, end=2)]), "chapters.chapters[0].end"),
    ],
)
def test_what_chapters_in_a_feed_cannot_say_is_refused(chapters, where):
    message = refusal(Show(episodes=[Episode(chapters=chapters)]))
    assert f"{where}: <psc:chapter" in message


def test_a_live_item_has_all_that_an_episode_has():
    show, problems = read(
        "<podcast:liveItem status='live' start='soon'><title>On air</title>"
        "<itunes:duration>60</itunes:duration><mood>calm</mood></podcast:liveItem>"
    )
    (live,) = show.live_items
    assert (live.status, live.title, live.duration, live.start) == ("live", "On air", 60.0, None)
    assert [extension.name for extension in live.extensions] == ["start", "mood"]
    assert problems == ["bad-value", "unknown-element"]


def test_problems_name_the_item_that_they_are_in():
    feed = (
        f"<rss {DECLARATIONS}><channel><mood/><x>1</x><podcast:liveItem/><podcast:liveItem>"
        "<x>2</x></podcast:liveItem><item/><item><x>3</x></item></channel></rss>"
    )
    problems = []
    rss.loads(feed, on_problem=problems.append)
    assert [problem.where for problem in problems] == ["channel, x", "liveItem 2, x", "item 2, x"]


@pytest.mark.parametrize(
    ("name", "address"),
    [
        ("atom:id", "http://www.w3.org/2005/Atom/"),
        ("atom:id", "http://w3.org/2005/Atom"),
        ("cc:license", "http://web.resource.org/cc/"),
        (
            "creativeCommons:license",
            "http://cyber.law.harvard.edu/rss/creativeCommonsRssModule.html",
        ),
        ("dc:rights", "https://purl.org/dc/elements/1.1"),
        ("googleplay:author", "https://www.google.com/schemas/play-podcasts/1.0/"),
        ("googleplay:author", "http://www.google.com/schemas/play-podcasts/1.0/play-podcasts.xsd"),
        ("itunes:author", "https://www.itunes.com/DTDs/PodCast-1.0.dtd"),
        ("media:keywords", "http://search.yahoo.com/mrss"),
        ("media:keywords", "https://www.rssboard.org/media-rss"),
        ("rawvoice:location", "https://blubrry.com/developer/rawvoice-rss/"),
        ("spotify:countryOfOrigin", "https://www.spotify.com/ns/rss"),
        ("sy:updatePeriod", "http://purl.org/rss/1.0/modules/syndication"),
    ],
)
def test_an_address_seen_in_feeds_stands_for_the_proper_one(name, address):
    _, _, local = name.partition(":")
    feed = f"<rss xmlns:x='{address}'><channel><x:{local}>here</x:{local}></channel></rss>"
    written = rss.dumps(rss.loads(feed))
    assert f"<{name}>here</{name}>".encode() in written
    assert rss.loads(feed).extensions == ()
