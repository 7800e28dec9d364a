import pytest

from podkit import Link, notes
from podkit._markup.links import UNKNOWN, clean_url, find_urls, link_entry, with_kinds
from tests.markup.places import PLACES

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
    ("Folge 12: Vom Schlaf", "episode"),
    ("Use code ANN for 20% off", "sponsor"),
    ("15 % Rabatt", "sponsor"),
    ("Avec le code ANN", "sponsor"),
    ("Con el código ANN", "sponsor"),
    ("Bewerte uns auf Spotify", "review"),
    ("Laissez-nous un avis", "review"),
    ("Déjanos una reseña", "review"),
    ("Podcast abonnieren", "follow"),
    ("Suivez-nous", "follow"),
    ("Suscríbete", "follow"),
    ("Handout herunterladen", "download"),
    ("Kommentare", "comment"),
    ("Unser Transkript", "transcript"),
    ("Our shop", "shop"),
    ("Tel. 030 1234567", "phone"),
    ("Our site", "other"),
]


@pytest.mark.parametrize(("kind", "platform"), PLACES)
def test_where_a_link_leads_tells_its_kind(kind, platform):
    links = with_kinds(Link(text="here", url=url, kind=UNKNOWN) for url in PLACES[kind, platform])
    assert [link.url for link in links if (link.kind, link.platform) != (kind, platform)] == []


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
        ("https://www.buzzsprout.com/twilio/text_messages/1/open_sms", "text_message", None),
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


@pytest.mark.parametrize(
    ("section", "url", "kind"),
    [
        ("sponsors", "https://example.com/lamps", "sponsor"),
        ("sponsors", "https://www.amazon.com/gp/1", "sponsor"),
        ("sponsors", "mailto:ann@example.com", "email"),
        ("guest", "https://example.com/bob", "guest"),
        ("guest", "https://www.instagram.com/bob", "social"),
        ("books", "https://example.com/be-cake", "book"),
        ("review", "https://podcasts.apple.com/id1", "review"),
        ("transcript", "https://example.com/20.pdf", "transcript"),
        ("support", "https://example.com/members", "support"),
        ("follow", "https://open.spotify.com/episode/1", "follow"),
        ("links", "https://example.com/bob", "other"),
    ],
)
def test_the_section_tells_the_kind_where_the_place_does_not(section, url, kind):
    [link] = with_kinds([Link(text="here", url=url, kind=UNKNOWN)], section)
    assert link.kind == kind


def test_a_kind_that_is_stated_stays():
    link = Link(text="Instagram", kind="sponsor")
    assert with_kinds([link]) == (link,)


@pytest.mark.parametrize("format", ["html", "markdown", "text"])
def test_bare_urls_and_addresses_are_links_in_every_format(format):
    show_notes = notes.loads("See https://e.com/x and a@b.com.", format=format)
    assert [(link.url, link.kind) for link in show_notes.links] == [
        ("https://e.com/x", "other"),
        ("mailto:a@b.com", "email"),
    ]


def test_a_bare_url_in_a_link_or_a_heading_stays_text():
    html = "<h2>https://example.com/</h2><p><a href='/a'>www.example.com</a>"
    [link] = notes.html.loads(html).links
    assert (link.text, link.url) == ("www.example.com", "/a")


@pytest.mark.parametrize(
    ("html", "kind", "platform"),
    [
        ("Instagram: @pantry<br>Web: <a href='https://pantry.example'>pantry</a>", "other", None),
        ("Instagram is bad, says <a href='https://nature.example'>Nature</a>", "other", None),
        ("Find us on Instagram or <a href='https://ann.example'>here</a>", "other", None),
        ("On <a href='https://short.example/1'>Instagram</a>", "social", "instagram"),
        ("Ann wrote a comment on <a href='https://ann.example'>her blog</a>", "other", None),
        ("Call <a href='https://ann.example'>Ann</a> at 555 1234", "other", None),
        ("Use code ANN at <a href='https://lamp.example'>Acme</a>", "sponsor", None),
        ("Get the worksheet <a href='https://ann.example'>here</a>", "download", None),
        ("Listen on Spotify: <a href='https://ann.example'>ann.example</a>", "follow", None),
    ],
)
def test_words_around_a_link_to_an_unknown_place_count_where_they_tell_of_it(html, kind, platform):
    [link] = notes.html.loads(f"<p>{html}").links
    assert (link.kind, link.platform) == (kind, platform)


def test_an_entry_names_each_place_to_follow_the_show():
    content = link_entry("Follow on Spotify, Pocket Casts or RSS.", "follow")
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
    assert link_entry("Subscribe to us", "follow") == (Link(text="Subscribe to us", kind="follow"),)


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ("See https://example.com/a_(b)?c=d#e.", "https://example.com/a_(b)?c=d#e"),
        ("(https://example.com/)", "https://example.com/"),
        (
            "See https://en.wikipedia.org/wiki/Fog_(weather)",
            "https://en.wikipedia.org/wiki/Fog_(weather)",
        ),
        ("(see https://example.com/a_(b)).", "https://example.com/a_(b)"),
        ("[https://example.com/a[1]]", "https://example.com/a[1]"),
        ("见https://example.com/。然后", "https://example.com/"),
        ("www.example.com/a, or", "http://www.example.com/a"),
        ("awww.example.com", None),
        ("See example.com/fog.", "https://example.com/fog"),
        ("See shows.example.co.uk/@ann", "https://shows.example.co.uk/@ann"),
        ("read in node.js/express", None),
        ("He/she, and/or, e.g./etc", None),
        ("example.com", None),
        ("mail@example.com/x", "mailto:mail@example.com"),
        ("www.example", None),
        ("@ann@mastodon.social", None),
        ("Write to ann.lee+show@mail.example.com!", "mailto:ann.lee+show@mail.example.com"),
        ("@ann is a handle", None),
        ("https://...", None),
        ("https://example.com/" + "a" * 8000, None),
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
        "feed:https://example.com/a",
        "feed://example.com/a:b",
        "itpc:example.com/a",
        "https://example.com/" + "a" * 7980,
    ],
)
def test_safe_urls_stay(url):
    assert clean_url(f"\n {url}\t") == url


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "https://example.com/" + "a" * 8000,
        "JavaScript:alert(1)",
        "java\nscript:alert(1)",
        "\x01javascript:alert(1)",
        "java\x00script:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "vbscript:a",
        "file:///etc/passwd",
        "blob:https://example.com/1",
        "feed:javascript:alert(1)",
        "FEED:feed:JavaScript:alert(1)",
        "pcast:data:text/html,a",
        "podcast::javascript:alert(1)",
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
