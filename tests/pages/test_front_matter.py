from datetime import UTC, datetime

import pytest

from podkit import Enclosure, pages
from podkit.pages import markdown

YAML = """---
title: "Fog"
episode: 12
season: 2 # of three
date: 2024-05-03
author: 'Ann O''Lee'
duration: 34:10
audio: https://example.com/12.mp3
image: cover.jpg
show: Tides
description: On fog.
tags:
  - sea
draft: false
---
"""
TOML = """+++
title = "Fog"
episode = "12"
season = 2
date = 2024-05-03T00:00:00Z
author = "Ann O'Lee"
duration = "34:10"
podcast_file = "https://example.com/12.mp3"
episode_image = "cover.jpg"
series = "Tides"
tags = ["sea"]
[params]
title = "Other"
+++
"""
TABLES = """+++
# A page of Zola.
title = "Fog"
date = 2024-05-03
authors = ["Ann O'Lee", "Bo"]
draft = false
aliases = []
[taxonomies]
tags = ["sea"]
[extra]
season = 2
episode = 12
duration = "34:10"
audio_file = "https://example.com/12.mp3"
image = "cover.jpg"
show = "Tides"
description = '''
On fog.
'''
[[guests]]
title = "Dr."
+++
"""


@pytest.mark.parametrize("source", [YAML, TOML, TABLES, YAML.replace("\n", "\r\n")])
def test_front_matter_states_facts(source):
    page = markdown.loads(f"{source}\nFog is loud.\n\n## Links\n\n- [Horn](/horn)\n")
    episode = page.episode
    assert (episode.title, episode.number, episode.season) == ("Fog", 12, 2)
    assert episode.published == datetime(2024, 5, 3, tzinfo=UTC)
    assert (episode.itunes_author, episode.duration) == ("Ann O'Lee", 2050)
    assert episode.enclosures == (Enclosure(url="https://example.com/12.mp3"),)
    assert (episode.artwork, page.show.title, page.heading) == ("cover.jpg", "Tides", "Fog")
    texts = [[p.text for p in section.paragraphs] for section in page.notes.sections]
    assert texts == [["Fog is loud."], ["Horn"]]


@pytest.mark.parametrize("source", [YAML, TOML, TABLES, "+++\n[extra]\nshow = 'Tides'\n+++\n"])
def test_a_page_with_front_matter_is_markdown(source):
    page = pages.loads(f"{source}\nFog.\n\n<!-- more -->\n\n<em>Horn</em>\n\n## Links\n")
    assert page.show.title == "Tides"
    assert [section.heading for section in page.notes.sections] == [None, "Links"]


def test_a_mark_of_where_the_text_is_cut_makes_no_html():
    assert pages.loads("Fog.\n\n<!--more-->\n\n## Links\n").notes.sections[1].heading == "Links"


def test_toml_that_cannot_be_read_is_read_line_by_line():
    page = markdown.loads('+++\ntitle = "Fog"\ndate = soon\n[extra]\nshow = "Tides"\n+++\nHi.')
    assert (page.episode.title, page.show.title) == ("Fog", None)


def test_what_the_page_shows_goes_before_front_matter():
    page = markdown.loads(f"{YAML}\n# Ep 13: Rain\n\n*May 4, 2024*\n\nHello.")
    assert (page.heading, page.episode.title, page.episode.number) == ("Ep 13: Rain", "Rain", 13)
    assert page.episode.published == datetime(2024, 5, 4, tzinfo=UTC)
    assert page.episode.season == 2


def test_a_title_in_front_matter_may_hold_the_number():
    page = markdown.loads("---\ntitle: 'Ep 12: Fog'\n---\nHello")
    assert (page.heading, page.episode.title, page.episode.number) == ("Ep 12: Fog", "Fog", 12)
    assert page.notes.sections[0].paragraphs[0].text == "Hello"


def test_a_description_is_the_summary_of_a_page_without_text():
    page = markdown.loads(YAML)
    assert [p.text for p in page.notes.sections[0].paragraphs] == ["On fog."]


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("title: Fog # a draft", "Fog"),
        ("title: 'Fog' # a draft", "Fog"),
        (r'title: "Fog \"horn\""', 'Fog "horn"'),
        (r'title: "Fog \horn"', r"Fog \horn"),
        ("title: >", None),
        ("title: [Fog]", None),
        ("Title: Fog", "Fog"),
        ("title:", None),
    ],
)
def test_values_are_plain(line, title):
    assert markdown.loads(f"---\n{line}\n  Rain\n---\n* a").episode.title == title


@pytest.mark.parametrize("file", ["true", "none"])
def test_what_is_no_file_is_no_audio(file):
    assert markdown.loads(f"---\npodcast: {file}\n---\n# Fog").episode.enclosures == ()


@pytest.mark.parametrize(
    "code",
    ['{{< audio src="/12.mp3" >}}', "{{% audio /12.mp3 %}}", '{% include a.html f="/12.mp3" %}'],
)
def test_what_a_generator_replaces_is_no_text(code):
    page = markdown.loads(f"---\ntitle: Fog\n---\n# Fog\n\n{code}\n\nHello.")
    assert page.episode.enclosure.url == "/12.mp3"
    assert [p.text for section in page.notes.sections for p in section.paragraphs] == ["Hello."]


@pytest.mark.parametrize(
    "source", ["---\nHello.\n\n---\n", "---\n", "---\n---\n# Fog", "# Fog\n---\na: b\n---"]
)
def test_a_rule_is_no_front_matter(source):
    assert markdown.loads(source).episode.number is None
    assert markdown.loads(source).episode.artwork is None
