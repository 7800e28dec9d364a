"""Folders that can't be built: one clear line each, and the built files as they were."""

import json
import os
import re
import struct
import sys
import zlib

import pytest

import podkit
from podkit import BuildError, Chapter, Chapters, audio, chapters
from tests.building.folders import PAGE, SILENCE, cover, make_episode, make_show, snapshot


@pytest.fixture
def show(tmp_path):
    return make_show(tmp_path / "show")


def errors(folder, tmp_path):
    """Build over an earlier build, which must stand, and give the lines of the error."""
    out = tmp_path / "dist"
    out.mkdir()
    (out / "feed.xml").write_text("the last one")
    before = snapshot(out)
    with pytest.raises(BuildError) as error:
        podkit.build(folder, out)
    assert snapshot(out) == before
    return str(error.value).splitlines()


def test_a_folder_without_facts(tmp_path):
    lines = errors(tmp_path, tmp_path)
    assert lines == ["show.toml: this file is missing; it says what the show is"]


@pytest.mark.parametrize(
    ("change", "line"),
    [
        ({"author": None}, "show.toml, author: this is missing; say who makes the show"),
        ({"autor": '"Ann"'}, "show.toml, autor: there is no such key; did you mean author?"),
        (
            {"title": "7"},
            "show.toml, title: expected a text in quotes, without space around it, found",
        ),
        ({"title": '" "'}, "show.toml, title: expected a text in quotes, without space around it"),
        ({"explicit": '"no"'}, 'show.toml, explicit: expected true or false, found "no"'),
        ({"link": '"example.com"'}, 'show.toml, link: expected an http or https URL, found "exam'),
        ({"categories": "[]"}, 'show.toml, categories: expected a list of texts such as ["Arts >'),
        ({"type": '"daily"'}, 'show.toml, type: expected "episodic" or "serial", found "daily"'),
        ({"guid": '"7"'}, 'show.toml, guid: expected a UUID in lower case, found "7"'),
        ({"image": '"none.jpg"'}, "show.toml, image: there is no file none.jpg in the folder"),
        ({"image": '"show.toml"'}, "show.toml, image: expected a whole picture, JPEG or PNG"),
        (
            {"title": "no quotes"},
            "show.toml, title: expected a text in quotes, without space around it; this isn't TO",
        ),
        ({"episode.season": "x"}, "show.toml, episode.season: expected a whole number from 1 to"),
        (
            {"x y": "1"},
            "show.toml: this isn't TOML: Expected '=' after a key in a key/value pair (at",
        ),
        ({"title": "[" * 9999}, "show.toml: this isn't TOML: "),
        ({"title": "9" * 9999}, "show.toml: this isn't TOML: "),
        (
            {"title": "2024-03-28"},
            "show.toml, title: expected a text in quotes, without space around",
        ),
        (
            {"episode.seasons": "2"},
            "show.toml, episode.seasons: there is no such key; did you mean",
        ),
        ({"episode.season": "0"}, "show.toml, episode.season: expected a whole number from 1 to"),
        ({"episode_url": '"https://example.com/"'}, "show.toml, episode_url: expected a URL with"),
        ({"episode_url": '"https://example.com/{x}"'}, "show.toml, episode_url: expected a URL"),
        (
            {"transcript.formats": '["doc"]'},
            'show.toml, transcript.formats: expected a list of "vt',
        ),
        ({"zzz": "1"}, "show.toml, zzz: there is no such key; there are title, description,"),
    ],
)
def test_a_wrong_fact_of_the_show(tmp_path, change, line):
    show = make_show(tmp_path / "show", **change)
    make_episode(show)
    lines = errors(show, tmp_path)
    assert len(lines) == 1
    assert lines[0].startswith(line)


def test_all_wrong_facts_of_the_show_are_said_at_once(tmp_path):
    show = make_show(tmp_path / "show", author=None, email=None, explicit="1")
    assert [line.partition(":")[0] for line in errors(show, tmp_path)] == [
        "show.toml, explicit",
        "show.toml, author",
        "show.toml, email",
    ]


@pytest.mark.parametrize(
    ("change", "line"),
    [
        ({"date": None}, "date: this is missing; say when the episode came out"),
        (
            {"date": '"2024-03-28"'},
            "date: expected a date with time and zone, to the second, such as",
        ),
        (
            {"date": "2024-03-28"},
            "date: expected a date with time and zone, to the second, such as",
        ),
        (
            {"date": "2024-03-28T09:00:00"},
            "date: expected a date with time and zone, to the second, such as",
        ),
        ({"number": "0"}, "number: expected a whole number from 1 to 999999999, found 0"),
        ({"number": "true"}, "number: expected a whole number from 1 to 999999999, found true"),
        ({"number": "1000000000"}, "number: expected a whole number from 1 to 999999999, found 10"),
        ({"date": "2024-03-28T09:00:00.5Z"}, "date: expected a date with time and zone, to the se"),
        ({"date": "2024-02-30T09:00:00Z"}, "date: expected a date with time and zone, to the sec"),
        ({"date": "28.3.2024"}, "date: expected a date with time and zone, to the second, such as"),
        ({"title": "7"}, "title: expected a text in quotes, without space around it, found 7"),
        ({"sesaon": "1"}, "sesaon: there is no such key; did you mean season?"),
        ({"links": '"a"'}, 'links: expected lines such as "our web site" = "https://example'),
        ({"links.gone": '"https://example.com/"'}, "links: "),
    ],
)
def test_a_wrong_fact_of_an_episode(tmp_path, show, change, line):
    make_episode(show, **change)
    lines = errors(show, tmp_path)
    assert len(lines) == 1
    assert lines[0].startswith(f"ep-7/episode.toml, {line}")


def test_an_episode_without_a_title(tmp_path, show):
    make_episode(show, page=None)
    line = "ep-7/episode.toml, title: this is missing; say what the episode is called, where its"
    assert [text[: len(line)] for text in errors(show, tmp_path)] == [line]


@pytest.mark.parametrize("data", [b"", b"This is a text, not sound.\n" * 50, b"\xff\xd8\xff\xe0"])
def test_audio_that_is_none(tmp_path, show, data):
    make_episode(show)
    (show / "ep-7" / "audio.mp3").write_bytes(data)
    lines = errors(show, tmp_path)
    assert len(lines) == 1
    assert lines[0].startswith("ep-7/audio.mp3: ")


def test_an_episode_without_audio(tmp_path, show):
    make_episode(show)
    (show / "ep-7" / "audio.mp3").unlink()
    assert errors(show, tmp_path) == [
        "ep-7/episode.toml: the episode has no audio; put an MP3 file beside this one"
    ]


def test_two_files_of_one_part(tmp_path, show):
    make_episode(show)
    (show / "ep-7" / "other.mp3").write_bytes(SILENCE)
    assert errors(show, tmp_path) == [
        "ep-7/other.mp3: there is ep-7/audio.mp3 already; an episode has one file of audio"
    ]


def test_two_episodes_with_the_same_guid(tmp_path, show):
    make_episode(show, guid='"tale"')
    make_episode(show, "ep-8", page=PAGE.replace("7", "8"), guid='"tale"')
    assert errors(show, tmp_path) == [
        (
            "ep-7/episode.toml, guid: 'tale' is also the guid of ep-8/episode.toml; "
            "give each episode its own"
        )
    ]


def test_an_episode_cover_that_is_no_picture(tmp_path, show):
    make_episode(show)
    (show / "ep-7" / "cover.png").write_text("no picture")
    assert errors(show, tmp_path) == ["ep-7/cover.png: expected a whole picture, JPEG or PNG"]


def test_a_chapter_beyond_the_end_of_the_audio(tmp_path, show):
    make_episode(show)
    (show / "ep-7" / "chapters.txt").write_text("0:00 Hello\n1:00 Goodbye\n")
    lines = errors(show, tmp_path)
    assert len(lines) == 1
    assert lines[0].startswith("ep-7/chapters.txt: chapters[1] starts at 60 seconds, but the audio")


def test_a_chapter_file_that_is_none(tmp_path, show):
    make_episode(show)
    (show / "ep-7" / "chapters.json").write_text("{")
    lines = errors(show, tmp_path)
    assert len(lines) == 1
    assert lines[0].startswith("ep-7/chapters.json: ")


def test_two_files_of_the_same_name(tmp_path, show):
    """An episode named cover, with a cover of its own, and the show's cover."""
    make_episode(show, "cover")
    (show / "cover" / "cover.jpg").write_bytes(cover())
    assert errors(show, tmp_path) == ["cover.jpg: another file is built under this name too"]


def test_times_beyond_the_end_of_the_audio(tmp_path):
    show = make_show(tmp_path / "show", **{"transcript.times": '"estimated"'})
    (make_episode(show) / "transcript.txt").write_text("Hello.\n\n[0:20] Goodbye.\n\nAnd more.\n")
    lines = errors(show, tmp_path)
    assert len(lines) == 1
    assert lines[0].startswith("ep-7/transcript.txt: no time is left for ")


def test_a_timed_format_without_times(tmp_path):
    show = make_show(tmp_path / "show", **{"transcript.formats": '["vtt"]'})
    make_episode(show)
    assert errors(show, tmp_path) == [
        (
            "show.toml, transcript.formats: the transcript in ep-7/page.txt has no times, which "
            'vtt can\'t do without; give one that has, or write times = "estimated" under '
            "[transcript]"
        )
    ]


def test_a_value_that_a_file_cannot_hold(tmp_path, show):
    make_episode(show, title='"A\\u0001B"')
    assert errors(show, tmp_path) == ["ep-7/episode.toml, title: XML can't hold U+0001"]


def test_a_show_value_that_the_feed_cannot_hold(tmp_path):
    show = make_show(tmp_path / "show", copyright='"A\\u0001B"')
    assert errors(show, tmp_path) == ["show.toml, copyright: XML can't hold U+0001"]


def test_errors_of_several_episodes_are_said_at_once(tmp_path, show):
    make_episode(show, "ep-7", date=None)
    make_episode(show, "ep-8", date=None)
    assert [line.partition(",")[0] for line in errors(show, tmp_path)] == [
        "ep-7/episode.toml",
        "ep-8/episode.toml",
    ]


@pytest.mark.parametrize(
    ("key", "kind", "values"),
    [
        ("link", "an http or https URL", ["https://", "https://a b/", "ftp://a.b/", "https://["]),
        ("url", "an http or https URL without “?” and “#”", ["https://a.b/?c", "https://a.b/#c"]),
        ("email", "an e-mail address", ["nope", "@", "ann lee@example.com"]),
        ("image", "the name of a file in the folder", ["../cover.jpg", "/cover.jpg", " "]),
        ("categories", "a list of texts", [["Arts >"], ["> Books"], ["Arts > Books > Fog"]]),
        (
            "episode_url",
            "a URL with {number}",
            [
                "https://a.b/{season}",
                "https://a.b/{number.foo}",
                "https://a.b/{number[0]}",
                "https://a.b/{number:>300000000}",
                "https://a.b/{number}{",
                "/{number}",
                7,
            ],
        ),
    ],
)
def test_a_value_of_the_wrong_kind(tmp_path, key, kind, values):
    for index, value in enumerate(values):
        show = make_show(tmp_path / f"{index}", **{key: json.dumps(value)})
        with pytest.raises(BuildError, match=f"^show.toml, {key}: expected {re.escape(kind)}"):
            podkit.build(show, tmp_path / "dist")


@pytest.mark.parametrize(
    "target", ["javascript:alert(1)", "not a url at all", "mailto:", "https://", "ep-6.html"]
)
def test_a_link_that_leads_nowhere(tmp_path, show, target):
    make_episode(show, **{"links.fog": f'"{target}"'})
    (line,) = errors(show, tmp_path)
    assert line.startswith("ep-7/episode.toml, links: expected lines such as ")


def test_wrong_values_and_a_wrong_cover_are_said_at_once(tmp_path):
    show = make_show(tmp_path / "show", author=None, image='"show.toml"')
    assert [line.partition(":")[0] for line in errors(show, tmp_path)] == [
        "show.toml, author",
        "show.toml, image",
    ]


def test_all_links_that_the_notes_do_not_have_are_said_at_once(tmp_path, show):
    make_episode(show, **{"links.gone": '"https://a.b/"', "links.lost": '"https://a.b/"'})
    assert [line.partition(": the")[0] for line in errors(show, tmp_path)] == [
        "ep-7/episode.toml, links: 'gone'",
        "ep-7/episode.toml, links: 'lost'",
    ]


def test_a_reference_whose_season_is_not_known(tmp_path):
    show = make_show(tmp_path / "show", episode_url='"https://a.b/{season}/{number}"')
    make_episode(show, page=PAGE.replace("Full", "Links:\n\n• Ep #3: Wind\n\nFull"))
    (line,) = errors(show, tmp_path)
    assert line.startswith("ep-7/page.txt: 'https://a.b/{season}/{number}': can't be filled in")


def test_timed_formats_without_times_are_one_line_for_each_episode(tmp_path):
    show = make_show(tmp_path / "show", **{"transcript.formats": '["vtt", "srt", "json"]'})
    make_episode(show)
    make_episode(show, "ep-8")
    assert [line.partition(" can't")[0] for line in errors(show, tmp_path)] == [
        (
            "show.toml, transcript.formats: the transcript in "
            f"{stem}/page.txt has no times, which vtt, srt, json"
        )
        for stem in ("ep-7", "ep-8")
    ]


def test_what_directories_require_is_said_by_file_and_key(tmp_path):
    """What an episode lacks is said together with what the show lacks and others."""
    show = make_show(tmp_path / "show", categories='["Fog"]', type='"serial"')
    make_episode(show, page=PAGE.replace("Ep #7: ", ""))
    make_episode(show, "ep-8", title=f'"{"Fog" * 99}"')
    make_episode(show, "ep-9", date=None)
    assert [line.partition(": ")[0] for line in errors(show, tmp_path)] == [
        "ep-9/episode.toml, date",
        "show.toml, categories",
        "ep-7/episode.toml, number",
        "ep-8/episode.toml, title",
    ]


def test_a_value_of_the_show_that_no_episode_can_hold_is_said_once(tmp_path):
    show = make_show(tmp_path / "show", language='"english"')
    make_episode(show)
    make_episode(show, "ep-8")
    lines = errors(show, tmp_path)
    assert [line.partition(": ")[0] for line in lines] == ["show.toml, language"] * 2
    assert lines[0].startswith("show.toml, language: ID3 has codes for whole languages only")


def test_a_title_of_the_page_that_is_too_long(tmp_path, show):
    title = "Fog and fire of the sea, " * 11
    make_episode(show, page=PAGE.replace("The Lighthouse", title))
    (line,) = errors(show, tmp_path)
    assert line.startswith("ep-7/page.txt: the <title> has ")


@pytest.mark.parametrize(
    ("name", "text", "line"),
    [
        ("page.txt", "Ep #7: Fog\n\nA \ufffe tale.\n", "ep-7/page.txt: XML can't hold U+FFFE"),
        ("transcript.srt", "", "ep-7/transcript.srt: the transcript has no text"),
        (
            "transcript.vtt",
            "WEBVTT\n\n00:03.000 --> 00:02.000\nHello.\n",
            "ep-7/transcript.vtt: cues[0]",
        ),
        ("transcript.vtt", "hello", "ep-7/transcript.vtt: "),
        (
            "chapters.json",
            '{"chapters": [{"startTime": 0, "url": "javascript:alert(1)"}]}',
            "ep-7/chapters.json: chapters[0].url: expected",
        ),
    ],
)
def test_what_can_not_be_written_is_said_of_its_own_file(tmp_path, show, name, text, line):
    (make_episode(show) / name).write_text(text)
    lines = errors(show, tmp_path)
    assert len(lines) == 1
    assert lines[0].startswith(line)


def cut(data):
    return data[: len(data) // 2]


def huge(width):
    """Make the head of a PNG file of a square, whose pixels are missing."""
    data = bytearray(cover(kind="PNG"))
    data[16:24] = struct.pack(">II", width, width)
    data[29:33] = struct.pack(">I", zlib.crc32(data[12:29]))
    return bytes(data)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (cut(cover()), "expected a whole picture, JPEG or PNG"),
        (cut(cover(kind="PNG")), "expected a whole picture, JPEG or PNG"),
        (cover(kind="GIF"), "expected a whole picture, JPEG or PNG"),
        (huge(12_000), "the picture is too large; Apple takes at most 3000 × 3000 pixels"),
        (huge(30_000), "the picture is too large; Apple takes at most 3000 × 3000 pixels"),
    ],
    ids=["half a JPEG", "half a PNG", "GIF", "large", "huge"],
)
def test_a_cover_that_can_not_be_shown(tmp_path, show, data, message):
    (show / "cover.jpg").write_bytes(data)
    assert errors(show, tmp_path) == [f"show.toml, image: {message}"]


def test_a_cover_without_pillow(tmp_path, show, monkeypatch):
    monkeypatch.setitem(sys.modules, "PIL", None)
    line = "show.toml, image: reading a cover needs pillow: install podkit[build]"
    assert errors(show, tmp_path) == [line]


def test_a_chapter_at_the_very_end_of_the_audio(tmp_path, show):
    episode = make_episode(show)
    duration = audio.read(episode / "audio.mp3").duration
    marks = Chapters(chapters=(Chapter(start=0), Chapter(start=duration)))
    chapters.json.write(marks, episode / "chapters.json")
    (line,) = errors(show, tmp_path)
    assert line.startswith("ep-7/chapters.json: chapters[1] starts at ")


def test_an_error_in_time_stamps_names_the_file_that_has_them(tmp_path, show):
    episode = make_episode(show)
    (episode / "chapters.json").write_text('{"chapters": []}')
    (episode / "notes.md").write_text("- 0:00 Hello\n- 0:03 The news\n- 1:05 Goodbye\n")
    (line,) = errors(show, tmp_path)
    assert line.startswith("ep-7/notes.md: chapters[2] starts at 65 seconds")


def test_a_name_that_is_not_utf_8(tmp_path, show):
    make_episode(show, os.fsdecode(b"caf\xe9"))
    assert errors(show, tmp_path) == [
        r"caf\udce9: this name isn't UTF-8, and no address can be made of it; rename it"
    ]


@pytest.mark.parametrize("inner", [".", "dist", "ep-7/dist"])
def test_nothing_is_written_into_the_shows_folder(show, inner):
    make_episode(show)
    before = {path: path.is_file() and path.read_bytes() for path in show.rglob("*")}
    with pytest.raises(BuildError, match="this is the show's folder, or in it; publish to a fold"):
        podkit.build(show, show / inner)
    assert {path: path.is_file() and path.read_bytes() for path in show.rglob("*")} == before


def test_a_link_to_a_source_is_not_written_through(tmp_path, show):
    episode, out, sound = make_episode(show), tmp_path / "dist", tmp_path / "sound.mp3"
    (episode / "audio.mp3").rename(sound)
    (episode / "audio.mp3").symlink_to(sound)
    out.mkdir()
    (out / "ep-7.mp3").symlink_to(sound)
    (out / "cover.jpg").symlink_to(show / "cover.jpg")
    with pytest.raises(BuildError) as error:
        podkit.build(show, out)
    assert str(error.value).splitlines() == [
        f"{out / name}: this leads to a file that the show is made of; remove it"
        for name in ("ep-7.mp3", "cover.jpg")
    ]
    assert sound.read_bytes() == SILENCE


def test_a_folder_in_the_place_of_a_file_is_found_before_anything_is_written(tmp_path, show):
    make_episode(show)
    (tmp_path / "dist" / "feed.xml").mkdir(parents=True)
    with pytest.raises(BuildError, match=r"feed\.xml: a folder stands where this file is to be"):
        podkit.build(show, tmp_path / "dist")
    assert [path.name for path in (tmp_path / "dist").iterdir()] == ["feed.xml"]


@pytest.mark.parametrize(
    ("template", "text", "error"),
    [
        ("footer.html", "{% if %}", "looks: footer.html, line 1: Expected an expression"),
        (
            "entry.html",
            "{{ nothing }}",
            "looks: a template can't be filled: 'nothing' is undefined",
        ),
    ],
)
def test_templates_that_can_not_be_filled(tmp_path, template, text, error):
    folder = make_show(tmp_path / "show", templates='"looks"')
    make_episode(folder)
    (folder / "looks").mkdir()
    (folder / "looks" / template).write_text(text)
    assert [line[: len(error)] for line in errors(folder, tmp_path)] == [error]


def test_a_folder_of_templates_that_is_not_there(tmp_path):
    folder = make_show(tmp_path / "show", templates='"looks"')
    make_episode(folder)
    assert errors(folder, tmp_path) == [
        "show.toml, templates: there is no folder looks in this one"
    ]


def test_a_show_value_that_its_index_can_not_hold(tmp_path):
    folder = make_show(tmp_path / "show", copyright='"a\\u0085b"')
    assert errors(folder, tmp_path) == ["show.toml, copyright: holds a character that HTML can't"]


def test_an_episode_that_is_called_like_the_index(tmp_path):
    folder = make_show(tmp_path / "show")
    make_episode(folder, "index")
    assert errors(folder, tmp_path) == ["index.html: another file is built under this name too"]
