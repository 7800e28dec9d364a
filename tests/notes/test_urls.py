import pytest

from podkit import EpisodeRef, Link, Paragraph, ParseError, Section, ShowNotes, notes

NOTES = notes.text.loads(
    """Come to my studio. Click here!

Links:
• Follow me on Instagram
• Leave a review in Apple Podcasts, or tell a friend
• Ep #31: Communication
• S2E5: Rest

Enjoy the show?
• Listen and follow on Apple Podcasts or Spotify.
• Ask for more of this at https://example.com/more
"""
)


def contents(show_notes):
    return [p.content for section in show_notes.sections for p in section.paragraphs]


def test_a_link_is_known_by_its_text():
    linked = notes.set_urls(NOTES, {"Follow me on Instagram": "https://instagram.com/ann"})
    assert contents(linked)[1] == (
        Link(
            text="Follow me on Instagram",
            url="https://instagram.com/ann",
            kind="social",
            platform="instagram",
        ),
    )


def test_a_part_of_a_link_becomes_the_link_and_keeps_its_kind():
    linked = notes.set_urls(NOTES, {"Leave a review": "https://podcasts.apple.com/id1"})
    link = Link(
        text="Leave a review",
        url="https://podcasts.apple.com/id1",
        kind="review",
        platform="apple_podcasts",
    )
    assert contents(linked)[2] == (link, " in Apple Podcasts, or tell a friend")


def test_a_part_of_a_text_becomes_a_link_whose_kind_is_found():
    linked = notes.set_urls(NOTES, {"Click here": "https://example.com/studio.pdf"})
    link = Link(text="Click here", url="https://example.com/studio.pdf", kind="download")
    assert contents(linked)[0] == ("Come to my studio. ", link, "!")


def test_a_link_that_says_just_this_comes_before_texts_that_hold_it():
    linked = notes.set_urls(NOTES, {"Apple Podcasts": "https://podcasts.apple.com/id1"})
    assert contents(linked)[2] == contents(NOTES)[2]
    assert contents(linked)[5][1].url == "https://podcasts.apple.com/id1"


def test_the_order_of_the_urls_does_not_matter():
    urls = {
        "Listen and follow": "https://example.com/listen",
        "Follow me on Instagram": "https://instagram.com/ann",
        "Spotify": "https://open.spotify.com/show/1",
        "me": "https://example.com/me",
    }
    del urls["me"]
    backwards = dict(reversed(urls.items()))
    assert notes.set_urls(NOTES, urls) == notes.set_urls(NOTES, backwards)


def test_a_text_may_be_part_of_a_longer_one_that_has_a_url_of_its_own():
    urls = {"Click here": "https://example.com/1", "my studio. Click": "https://example.com/2"}
    with pytest.raises(ParseError, match="'Click here'"):
        notes.set_urls(NOTES, urls)
    urls = {"studio": "https://example.com/1", "Click here!": "https://example.com/2"}
    assert [link.url for link in notes.set_urls(NOTES, urls).links[:2]] == [*urls.values()]


@pytest.mark.parametrize(
    "text", ["Twitter", "more of this at https", "https://example.com/more", ""]
)
def test_a_text_that_stands_nowhere_without_a_url_is_an_error(text):
    with pytest.raises(ParseError, match="the notes have no link or text") as raised:
        notes.set_urls(NOTES, {text: "https://example.com/"})
    assert raised.value.where == repr(text)


@pytest.mark.parametrize("text", ["or", "me on"])
def test_a_text_that_stands_in_several_places_is_an_error(text):
    twice = ShowNotes(sections=NOTES.sections * 2)
    with pytest.raises(ParseError, match=r"stands in \d places; give more of the words") as raised:
        notes.set_urls(twice, {text: "https://example.com/"})
    assert raised.value.where == repr(text)


def test_references_to_episodes_become_links():
    linked = notes.set_episode_urls(NOTES, "https://example.com/{number:03}/")
    assert [link for link in linked.links if link.kind == "episode"] == [
        Link(text="Ep #31: Communication", url="https://example.com/031/", kind="episode"),
        Link(text="S2E5: Rest", url="https://example.com/005/", kind="episode"),
    ]
    assert linked.episode_refs == NOTES.episode_refs


def test_a_paragraph_that_is_a_reference_as_a_whole_becomes_a_link():
    paragraph = Paragraph(content=["Episode 31: Communication"])
    show_notes = ShowNotes(sections=[Section(paragraphs=[paragraph])])
    assert notes.set_episode_urls(show_notes, "/{number}").links[0].url == "/31"


def test_a_mention_and_a_link_with_a_url_stay():
    link = Link(text="Ep #31", url="https://example.com/b")
    paragraphs = [Paragraph(content=["As in Episode 31"]), Paragraph(content=[link])]
    show_notes = ShowNotes(sections=[Section(paragraphs=paragraphs)])
    assert notes.set_episode_urls(show_notes, "/{number}") == show_notes


def test_the_season_may_be_part_of_the_url():
    [ref] = EpisodeRef.find_all("S2E5: Rest")
    show_notes = ShowNotes(sections=[Section(paragraphs=[Paragraph(content=["S2E5: Rest"])])])
    linked = notes.set_episode_urls(show_notes, "/{season}/{number}")
    assert linked.links[0].url == f"/{ref.season}/{ref.number}"


@pytest.mark.parametrize("pattern", ["/{season}/", "/{stem}/", "/{", "/{}/", "/{number.a}/"])
def test_a_pattern_that_cannot_be_filled_in_is_an_error(pattern):
    with pytest.raises(ParseError, match=r"which knows only number$") as raised:
        notes.set_episode_urls(NOTES, pattern)
    assert raised.value.where == repr(pattern)
