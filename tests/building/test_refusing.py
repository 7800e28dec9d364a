"""Folders that can't be built: one clear line each, and the built files as they were."""

import pytest

import podkit
from podkit import BuildError
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
        ({"title": "7"}, "show.toml, title: expected a text, without space around it, found 7"),
        ({"title": '" "'}, "show.toml, title: expected a text, without space around it, found ' '"),
        ({"explicit": '"no"'}, "show.toml, explicit: expected true or false, found 'no'"),
        ({"link": '"example.com"'}, "show.toml, link: expected an http or https URL, found 'exam"),
        ({"categories": "[]"}, 'show.toml, categories: expected a list of texts such as ["Arts >'),
        ({"type": '"daily"'}, 'show.toml, type: expected "episodic" or "serial", found \'daily\''),
        ({"guid": '"7"'}, "show.toml, guid: expected a UUID in lower case, found '7'"),
        ({"image": '"none.jpg"'}, "show.toml, image: there is no file none.jpg in the folder"),
        ({"image": '"show.toml"'}, "show.toml, image: show.toml: expected a picture, JPEG or PNG"),
        ({"title": "no quotes"}, "show.toml: this isn't TOML: Invalid value (at line 1, column 9)"),
        (
            {"episode.seasons": "2"},
            "show.toml, episode.seasons: there is no such key; did you mean",
        ),
        ({"episode.season": "0"}, "show.toml, episode.season: expected a whole number, 1 or more"),
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
        ({"date": '"2024-03-28"'}, "date: expected a date with time and zone such as"),
        ({"date": "2024-03-28"}, "date: expected a date with time and zone such as"),
        ({"date": "2024-03-28T09:00:00"}, "date: expected a date with time and zone such as"),
        ({"number": "0"}, "number: expected a whole number, 1 or more, found 0"),
        ({"number": "true"}, "number: expected a whole number, 1 or more, found True"),
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
            "ep-8/episode.toml, guid: tale is the guid in ep-7/episode.toml too; "
            "each episode needs its own"
        )
    ]


def test_an_episode_cover_that_is_no_picture(tmp_path, show):
    make_episode(show)
    (show / "ep-7" / "cover.png").write_text("no picture")
    assert errors(show, tmp_path) == ["ep-7/cover.png: expected a picture, JPEG or PNG"]


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
            "show.toml, transcript.formats: vtt needs times, and the transcript in ep-7/page.txt "
            'has none; give one that has, or write times = "estimated" under [transcript]'
        )
    ]


def test_a_value_that_a_file_cannot_hold(tmp_path, show):
    make_episode(show, title='"A\\u0001B"')
    assert errors(show, tmp_path) == ["ep-7/episode.toml: episodes[0].title: XML can't hold U+0001"]


def test_a_show_value_that_the_feed_cannot_hold(tmp_path):
    show = make_show(tmp_path / "show", copyright='"A\\u0001B"')
    assert errors(show, tmp_path) == ["show.toml: copyright: XML can't hold U+0001"]


def test_errors_of_several_episodes_are_said_at_once(tmp_path, show):
    make_episode(show, "ep-7", date=None)
    make_episode(show, "ep-8", date=None)
    assert [line.partition(",")[0] for line in errors(show, tmp_path)] == [
        "ep-7/episode.toml",
        "ep-8/episode.toml",
    ]
