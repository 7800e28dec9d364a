import pytest

from podkit import Link, notes
from podkit.notes._links import UNKNOWN, clean_url, find_urls, link_entry, with_kinds

PLACES = [
    ("https://podcasts.apple.com/us/podcast/a/id1", "follow", "apple_podcasts"),
    ("https://podcasts.apple.com/us/podcast/id1?action=write-review", "review", "apple_podcasts"),
    ("https://open.spotify.com/show/1", "follow", "spotify"),
    ("https://overcast.fm/itunes1", "follow", "overcast"),
    ("https://pca.st/1", "follow", "pocket_casts"),
    ("https://music.youtube.com/playlist?list=1", "follow", "youtube_music"),
    ("https://www.youtube.com/@ann", "follow", "youtube"),
    ("https://youtu.be/1", "media", None),
    ("https://music.amazon.co.uk/podcasts/1", "follow", "amazon_music"),
    ("https://www.amazon.co.uk/dp/1", "shop", None),
    ("https://podcasts.google.com/feed/1", "follow", "google_podcasts"),
    ("https://www.podchaser.com/1", "review", "podchaser"),
    ("https://www.instagram.com/ann/", "social", "instagram"),
    ("https://m.facebook.com/ann", "social", "facebook"),
    ("https://twitter.com/ann", "social", "x"),
    ("https://x.com/ann", "social", "x"),
    ("https://netflix.com/ann", "other", None),
    ("https://www.patreon.com/ann", "support", "patreon"),
    ("https://example.com/feed.xml", "follow", "rss"),
    ("https://feeds.example.com/ann", "follow", "rss"),
    ("https://example.com/1.vtt", "transcript", None),
    ("https://op3.dev/e/example.com/1.mp3?source=a", "media", None),
    ("https://example.com/worksheet.pdf", "download", None),
    ("HTTPS://OPEN.SPOTIFY.COM/SHOW/1", "follow", "spotify"),
    ("/transcript/1", "other", None),
]
WORDINGS = [
    ("Send a text message to 917-540-8447 and drop your email address in", "text_message"),
    ("Text PODCAST to 33444", "text_message"),
    ("Rate and review the show on Spotify", "review"),
    ("The year in review", "other"),
    ("Join the newsletter", "email"),
    ("Leave a comment below", "comment"),
    ("Keep up with me on Facebook", "social"),
    ("Listen on Overcast", "follow"),
    ("Apple Podcasts", "follow"),
    ("My masterclass on rest", "webinar"),
    ("Get the free worksheet", "download"),
    ("Anchored, my coaching program", "program"),
    ("Support us on Patreon", "support"),
    ("Read the transcript", "transcript"),
    ("Call 1-774-462-5667", "phone"),
    ("Ep #31: Communication", "episode"),
    ("S2E5", "episode"),
    ("Our site", "other"),
]


@pytest.mark.parametrize(("url", "kind", "platform"), PLACES)
def test_where_a_link_leads_tells_its_kind(url, kind, platform):
    [link] = with_kinds([Link(text="here", url=url, kind=UNKNOWN)])
    assert (link.kind, link.platform) == (kind, platform)


@pytest.mark.parametrize(("text", "kind"), WORDINGS)
def test_what_a_link_says_tells_its_kind(text, kind):
    [link] = with_kinds([Link(text=text, kind=UNKNOWN)])
    assert link.kind == kind


@pytest.mark.parametrize(
    ("url", "kind", "address"),
    [
        ("mailto:ann@example.com?subject=Hi", "email", "ann@example.com"),
        ("mailto:?subject=Hi", "email", None),
        ("tel:+19175408447", "phone", "+19175408447"),
        ("SMS:+19175408447", "text_message", "+19175408447"),
    ],
)
def test_the_scheme_of_an_address_tells_kind_and_address(url, kind, address):
    [link] = with_kinds([Link(text="here", url=url, kind=UNKNOWN)])
    assert (link.kind, link.address) == (kind, address)


def test_an_address_is_found_in_the_words():
    [link] = with_kinds([Link(text="E-mail ann@example.com", kind=UNKNOWN)])
    assert (link.kind, link.address) == ("email", "ann@example.com")


def test_a_link_alone_in_its_paragraph_is_judged_by_the_words_around_it():
    place = Link(text="Apple Podcasts", url="https://podcasts.apple.com/id1", kind=UNKNOWN)
    assert with_kinds(["Leave a review on ", place])[1].kind == "review"
    assert [link.kind for link in with_kinds([place, " and review us there: ", place])[::2]] == [
        "follow",
        "follow",
    ]


def test_a_kind_that_is_stated_stays():
    link = Link(text="Instagram", kind="sponsor")
    assert with_kinds([link]) == (link,)


def test_an_entry_names_each_place_to_follow_the_show():
    content = link_entry("Follow on Spotify, Pocket Casts or RSS.")
    assert [part if isinstance(part, str) else (part.text, part.platform) for part in content] == [
        "Follow on ",
        ("Spotify", "spotify"),
        ", ",
        ("Pocket Casts", "pocket_casts"),
        " or ",
        ("RSS", "rss"),
        ".",
    ]


def test_an_entry_that_names_no_place_is_one_link():
    assert link_entry("Subscribe to us") == (Link(text="Subscribe to us", kind="follow"),)


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ("See https://example.com/a_(b)?c=d#e.", "https://example.com/a_(b)?c=d#e"),
        ("(https://example.com/)", "https://example.com/"),
        ("Write to ann.lee+show@mail.example.com!", "mailto:ann.lee+show@mail.example.com"),
        ("@ann is a handle", None),
        ("https://...", None),
    ],
)
def test_bare_urls_and_addresses_are_links(text, url):
    parts = list(find_urls(text))
    assert [part.url for part in parts if isinstance(part, Link)] == ([url] if url else [])
    assert "".join(part if isinstance(part, str) else part.text for part in parts) == text


@pytest.mark.parametrize(
    "url",
    [
        "https://example.com/a b",
        "http://example.com",
        "mailto:a@b.c",
        "tel:1",
        "sms:1",
        "/a?b=c:d",
        "#t=1",
        "//example.com/",
    ],
)
def test_safe_urls_stay(url):
    assert clean_url(f"\n {url}\t") == url


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        "java\nscript:alert(1)",
        "\x01javascript:alert(1)",
        "java\x00script:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "vbscript:a",
        "file:///etc/passwd",
        "blob:https://example.com/1",
        " ",
        "",
    ],
)
def test_other_urls_do_not(url):
    assert clean_url(url) is None


def test_a_link_to_an_unsafe_place_keeps_its_text():
    problems = []
    html = "<p><a href='javascript:alert(1)'>Click</a>"
    [link] = notes.loads(html, on_problem=problems.append).links
    assert (link.text, link.url) == ("Click", None)
    assert [problem.id for problem in problems] == ["unsafe-url"]
