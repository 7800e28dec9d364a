"""How feeds spell values, seen through whole feeds."""

from datetime import UTC, datetime, timedelta, timezone
from xml.sax.saxutils import escape

import pytest

from podkit import Chapter, Chapters, Episode, Show, UnrepresentableError, rss
from podkit._xml.namespaces import NAMESPACES

DECLARATIONS = " ".join(f'xmlns:{prefix}="{NAMESPACES[prefix]}"' for prefix in NAMESPACES if prefix)


def item(element):
    """Read a feed whose one item holds one element, and give the episode and the problems."""
    problems = []
    feed = f"<rss {DECLARATIONS}><channel><item>{element}</item></channel></rss>"
    show = rss.loads(feed, on_problem=problems.append)
    return show.episodes[0], [problem.id for problem in problems]


def chapters(attributes):
    return f"<psc:chapters version='1.2'><psc:chapter {attributes}/></psc:chapters>"


def date(text):
    episode, problems = item(f"<pubDate>{text}</pubDate>")
    return episode.published and episode.published.isoformat(), problems


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Thu, 28 Mar 2024 09:00:00 +0000", "2024-03-28T09:00:00+00:00"),
        ("Thu, 28 Mar 2024 09:00:00 -0330", "2024-03-28T09:00:00-03:30"),
        ("Thu, 28 Mar 2024 09:00:00 GMT", "2024-03-28T09:00:00+00:00"),
        ("28 Mar 2024 09:00 PST", "2024-03-28T09:00:00-08:00"),
        ("Thu, 28 March 2024 9:00:00 edt", "2024-03-28T09:00:00-04:00"),
        ("Thu , 28 Mar 24 09:00:00 Z", "2024-03-28T09:00:00+00:00"),
        ("Sat, 28 Mar 98 09:00:00 UT", "1998-03-28T09:00:00+00:00"),
    ],
)
def test_rfc_2822_dates(text, expected):
    assert date(text) == (expected, [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Thu, 28 Mar 2024 09:00:00 q", "2024-03-28T09:00:00+00:00"),
        ("Thu, 28 Mar 2024 09:00:00 +0000 (UTC)", "2024-03-28T09:00:00+00:00"),
        ("Thu(at last), 28 (th (March) Mar\\)) Mar 2024()09:00 GMT", "2024-03-28T09:00:00+00:00"),
    ],
)
def test_rfc_2822_dates_of_old_forms_are_forgiven(text, expected):
    assert date(text) == (expected, ["forgiven-value"])


@pytest.mark.parametrize("weekday", ["Wed", "Wednesday", "Thus", "FRI"])
def test_another_day_of_the_week_is_forgiven(weekday):
    text = f"{weekday}, 28 Mar 2024 09:00:00 +0000"
    assert date(text) == ("2024-03-28T09:00:00+00:00", ["forgiven-value"])


def test_brackets_without_end_are_no_comment():
    assert date(f"Thu, 28 Mar 2024 09:00 GMT {'(' * 9}") == (None, ["bad-value"])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2024-03-28T09:00:00Z", "2024-03-28T09:00:00+00:00"),
        ("2024-03-28T09:00:00.25+02:00", "2024-03-28T09:00:00+02:00"),
        ("Thu, 28 Mar 2024 09:00:00", "2024-03-28T09:00:00+00:00"),
        ("Thu, 28 Mar 2024 09:00:00 CEST", "2024-03-28T09:00:00+00:00"),
        ("March 28, 2024 9:00 PM EST", "2024-03-28T21:00:00-05:00"),
        ("28.3.98 09:00", "1998-03-28T09:00:00+00:00"),
    ],
)
def test_other_dates_are_forgiven(text, expected):
    assert date(text) == (expected, ["forgiven-value"])


@pytest.mark.parametrize(
    "text",
    [
        "yesterday",
        "2024-03-28",
        "March 2024",
        "Thursday",
        "09:00",
        "10",
        "Thu, 32 Mar 2024 09:00:00 +0000",
        "Thu, 28 Mar 2024 25:00:00 +0000",
        "Thu, 28 Mar 2024 09:00:00 +9900",
        "28 March 2024 09:00:00 +99:00",
        "9" * 50,
        "9" * 500,
    ],
)
def test_a_text_that_is_no_complete_date_is_kept(text):
    assert date(text) == (None, ["bad-value"])


@pytest.mark.parametrize("text", ["2024-03-28", "2024-03", "2024"])
def test_a_day_that_dublin_core_allows_is_kept_and_not_objected_to(text):
    problems = []
    feed = f"<rss {DECLARATIONS}><channel><dc:date>{text}</dc:date></channel></rss>"
    show = rss.loads(feed, on_problem=problems.append)
    assert show.extensions[0].text == text
    assert [(problem.id, problem.level) for problem in problems] == [("bad-value", "info")]


def test_a_play_time_of_now_is_kept_and_not_objected_to():
    problems = []
    thumbnail = "<media:thumbnail url='a.jpg' time='now'/>"
    feed = f"<rss {DECLARATIONS}><channel>{thumbnail}</channel></rss>"
    rss.loads(feed, on_problem=problems.append)
    assert [(problem.id, problem.level) for problem in problems] == [("bad-value", "info")]


def test_a_date_is_written_with_its_offset():
    zone = timezone(timedelta(hours=5, minutes=45))
    show = Show(published=datetime(2024, 3, 8, 9, tzinfo=zone))
    assert b"<pubDate>Fri, 08 Mar 2024 09:00:00 +0545</pubDate>" in rss.dumps(show)


@pytest.mark.parametrize(
    "published",
    [
        datetime(2024, 3, 28, 9, 0, 0, 1, tzinfo=UTC),
        datetime(2024, 3, 28, 9, tzinfo=timezone(timedelta(seconds=90))),
    ],
)
def test_a_date_finer_than_rss_has_them_is_refused(published):
    with pytest.raises(UnrepresentableError, match=r"^published: .*whole seconds"):
        rss.dumps(Show(published=published))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("5400", 5400.0),
        ("5400.5", 5400.5),
        ("1:30:00", 5400.0),
        ("90:00", 5400.0),
        ("01:30:00.5", 5400.5),
        ("0", 0.0),
    ],
)
def test_durations(text, expected):
    episode, problems = item(f"<itunes:duration> {text} </itunes:duration>")
    assert (episode.duration, problems) == (expected, [])


@pytest.mark.parametrize(
    ("text", "expected"), [("00:07:74", 494.0), ("1:75:00", 8100.0), ("1:100:00.5", 9600.5)]
)
def test_a_clock_time_with_more_than_59_minutes_or_seconds_is_forgiven(text, expected):
    episode, problems = item(f"<itunes:duration>{text}</itunes:duration>")
    assert (episode.duration, problems) == (expected, ["forgiven-value"])


@pytest.mark.parametrize("text", ["-1", "an hour", "1e3", "1:2:3:4", "9" * 400, "nan"])
def test_a_text_that_is_no_duration_is_kept(text):
    episode, problems = item(f"<itunes:duration>{text}</itunes:duration>")
    assert (episode.duration, problems) == (None, ["bad-value"])
    assert episode.extensions[0].text == text


@pytest.mark.parametrize(
    ("duration", "text"),
    [(5400, "5400"), (0.1, "0.1"), (1e-7, "0.0000001"), (1e20, "1" + "0" * 20)],
)
def test_a_duration_is_written_as_a_plain_number(duration, text):
    written = rss.dumps(Show(episodes=[Episode(duration=duration)]))
    assert f"<itunes:duration>{text}</itunes:duration>".encode() in written


def test_a_negative_duration_is_refused():
    with pytest.raises(UnrepresentableError, match=r"^episodes\[1\]\.duration: .*negative"):
        rss.dumps(Show(episodes=[Episode(), Episode(duration=-1)]))


@pytest.mark.parametrize(
    ("text", "expected"), [("true", True), ("TRUE", True), ("false", False), (" False ", False)]
)
def test_explicit(text, expected):
    episode, problems = item(f"<itunes:explicit>{text}</itunes:explicit>")
    assert (episode.explicit, problems) == (expected, [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [("yes", True), ("Explicit", True), ("1", True), ("clean", False), ("no", False), ("0", False)],
)
def test_explicit_in_its_old_spellings_is_forgiven(text, expected):
    episode, problems = item(f"<itunes:explicit>{text}</itunes:explicit>")
    assert (episode.explicit, problems) == (expected, ["forgiven-value"])


@pytest.mark.parametrize("text", ["maybe", "truethy", "2", "да"])
def test_a_text_that_is_no_truth_value_is_kept(text):
    episode, problems = item(f"<itunes:explicit>{text}</itunes:explicit>")
    assert (episode.explicit, problems) == (None, ["bad-value"])


@pytest.mark.parametrize(("text", "expected"), [("7", 7), ("+7", 7), ("-7", -7), (" 007 ", 7)])
def test_whole_numbers(text, expected):
    episode, problems = item(f"<itunes:episode>{text}</itunes:episode>")
    assert (episode.number, problems) == (expected, [])


@pytest.mark.parametrize("text", ["7.5", "1_000", "seven", "٧", "9" * 5000])
def test_a_text_that_is_no_whole_number_is_kept(text):
    episode, problems = item(f"<itunes:episode>{text}</itunes:episode>")
    assert (episode.number, problems) == (None, ["bad-value"])


def test_a_number_too_long_to_be_read_is_refused():
    with pytest.raises(UnrepresentableError, match=r"^ttl: "):
        rss.dumps(Show(ttl=10**5000))


def test_a_number_may_have_a_sign_spaces_and_a_bare_point():
    for text, expected in [("100.5", 100.5), (" +7 ", 7.0), ("-7.", -7.0), (".5", 0.5)]:
        episode, problems = item(f"<geo:lat>{text}</geo:lat>")
        assert (episode.geo_lat, problems) == (expected, [])


@pytest.mark.parametrize("text", ["1,5", "1e3", "nan", "inf", ".", "٧", "9" * 400])
def test_a_text_that_is_no_number_is_kept(text):
    episode, problems = item(f"<geo:lat>{text}</geo:lat>")
    assert (episode.geo_lat, problems) == (None, ["bad-value"])


@pytest.mark.parametrize(
    ("number", "text"), [(3, "3"), (5e-8, "0.00000005"), (-0.5, "-0.5"), (1e20, "1" + "0" * 20)]
)
def test_a_number_is_written_without_an_exponent(number, text):
    written = rss.dumps(Show(episodes=[Episode(geo_lat=number)]))
    assert f"<geo:lat>{text}</geo:lat>".encode() in written


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("00:00:00.000", 0.0),
        ("01:02:03.5", 3723.5),
        ("1:02:03", 3723.0),
        ("12:15", 735.0),
        ("735", 735.0),
        ("735.25", 735.25),
    ],
)
def test_play_times(text, expected):
    episode, problems = item(chapters(f'start="{text}"'))
    assert ([chapter.start for chapter in episode.chapters], problems) == ([expected], [])


@pytest.mark.parametrize(
    ("start", "text"),
    [
        (0, "00:00:00.000"),
        (3723.5, "01:02:03.500"),
        (0.12345, "0.12345"),
        (1e9, "1000000000"),
    ],
)
def test_a_play_time_is_a_clock_time_where_the_clock_is_fine_enough(start, text):
    show = Show(episodes=[Episode(chapters=Chapters(chapters=[Chapter(start=start)]))])
    assert f'<psc:chapter start="{text}"/>'.encode() in rss.dumps(show)
    assert rss.loads(rss.dumps(show)) == show


def test_a_chapter_before_the_beginning_is_refused():
    show = Show(episodes=[Episode(chapters=Chapters(chapters=[Chapter(start=-1)]))])
    with pytest.raises(UnrepresentableError, match=r"chapters\.chapters\[0\]\.start: .*negative"):
        rss.dumps(show)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2021-09-26T07:30:00.000-0600", "2021-09-26T07:30:00-06:00"),
        ("2021-09-26T07:30:00.125+05:45", "2021-09-26T07:30:00.125000+05:45"),
        ("2021-09-26T07:30Z", "2021-09-26T07:30:00+00:00"),
    ],
)
def test_iso_8601_dates(text, expected):
    episode, problems = item(f"<dc:date>{text}</dc:date>")
    assert (episode.dc_date.isoformat(), problems) == (expected, [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2021-09-26 07:30:00 -0600", "2021-09-26T07:30:00-06:00"),
        ("2021-09-26T07:30:00", "2021-09-26T07:30:00+00:00"),
        ("Sun, 26 Sep 2021 07:30:00 EST", "2021-09-26T07:30:00-05:00"),
    ],
)
def test_other_dates_than_iso_8601_are_forgiven(text, expected):
    episode, problems = item(f"<dc:date>{text}</dc:date>")
    assert (episode.dc_date.isoformat(), problems) == (expected, ["forgiven-value"])


@pytest.mark.parametrize(
    "text", ["2021-09-26", "2021-13-26T07:30:00Z", "2021-09-26T07:30:00+99:00", "2021-W39-7"]
)
def test_a_text_that_is_no_complete_iso_8601_date_is_kept(text):
    episode, problems = item(f"<dc:date>{text}</dc:date>")
    assert (episode.dc_date, problems) == (None, ["bad-value"])


def test_an_iso_8601_date_is_written_with_its_fraction():
    date = datetime(2024, 3, 28, 9, 0, 0, 250000, tzinfo=timezone(timedelta(hours=-6)))
    written = rss.dumps(Show(dc_date=date))
    assert b"<dc:date>2024-03-28T09:00:00.250000-06:00</dc:date>" in written


def test_an_iso_8601_date_with_a_finer_offset_is_refused():
    date = datetime(2024, 3, 28, 9, tzinfo=timezone(timedelta(seconds=90)))
    with pytest.raises(UnrepresentableError, match=r"^dc_date: .*whole minutes"):
        rss.dumps(Show(dc_date=date))


@pytest.mark.parametrize(
    "text", ["ann@example.com (Ann Lee)", "Ann Lee <ann@example.com>", "mailto:ann@example.com"]
)
def test_an_address_is_kept_in_its_form(text):
    episode, problems = item(f"<author>{escape(text)}</author>")
    assert (episode.author, problems) == (text, [])


@pytest.mark.parametrize("text", ["https://example.com/a b.mp3", "https://example.com/é", "a.mp3"])
def test_an_address_of_a_file_is_kept_as_it_is_written(text):
    episode, problems = item(f'<enclosure url="{text}"/>')
    assert (episode.enclosure.url, problems) == (text, [])


@pytest.mark.parametrize("html", ["<p>a & b</p>", "a & b"])
def test_markup_is_written_as_cdata(html):
    written = rss.dumps(Show(description=html)).decode()
    assert f"<description><![CDATA[{html}]]></description>" in written


@pytest.mark.parametrize("html", ["<p>]]></p>", "<p>\r\n</p>"])
def test_markup_that_cdata_cannot_hold_is_escaped(html):
    written = rss.dumps(Show(description=html))
    assert b"CDATA" not in written
    assert rss.loads(written).description == html


def test_plain_text_is_escaped():
    assert b"<title>a &amp; &lt;b&gt;</title>" in rss.dumps(Show(title="a & <b>"))
