"""The command that holds a feed against the one whose place it takes."""

import json

import pytest
from click.testing import CliRunner

from podkit import checks
from podkit.cli import main

OLD = """<rss version='2.0'><channel><title>Tides</title>
<item><title>Fog</title><guid>1</guid></item>
<item><title>Ice</title><guid>2</guid><link>https://example.com/</link></item>
</channel></rss>"""
NEW = """<rss version='2.0'><channel><title>Tides</title>
<item><title>Ice</title>
<guid>new-2</guid></item>
</channel></rss>"""


@pytest.fixture
def old(tmp_path):
    path = tmp_path / "old.xml"
    path.write_text(OLD)
    return str(path)


@pytest.fixture
def new(tmp_path):
    path = tmp_path / "new.xml"
    path.write_text(NEW)
    return str(path)


def run(*arguments, **options):
    return CliRunner().invoke(main, ["compare", *arguments], **options)


def test_what_is_lost_is_said_of_the_new_feed_with_its_lines(old, new):
    result = run(old, new)
    assert result.exit_code == 1
    assert result.stdout.splitlines() == [
        f"{new}: 2 errors, 1 warning",
        "error: episode-lost: 'Fog' (guid '1') is gone; add it",
        "  line 1, channel, item",
        "error: guid-changed: 'new-2' was '2', so that apps take it for new; keep the old",
        "  line 3, item 1, guid",
        "warning: episode-value-lost: the old feed had a <link>; take it over",
        "  line 2, item 1, link",
    ]


def test_a_feed_that_takes_its_own_place_loses_nothing(old):
    result = run(old, "-", input=OLD)
    assert (result.exit_code, result.stdout) == (0, "-: nothing found\n")


def test_the_formats_are_those_of_check(old, new):
    result = run(old, new, "--format", "json")
    expected = [
        (problem.id, problem.line) for problem in checks.compare(OLD.encode(), NEW.encode())
    ]
    assert [(found["id"], found["line"]) for found in json.loads(result.stdout)] == expected
    results = json.loads(run(old, new, "--format", "sarif").stdout)["runs"][0]["results"]
    assert [result["ruleId"] for result in results] == [identifier for identifier, _ in expected]
    assert run(old, new, "--format", "github").stdout.startswith(f"::error file={new},line=1,")


def test_a_profile_and_levels_count(old, new):
    levels = ("--level=episode-lost=off", "--level=guid-changed=warning")
    result = run(old, new, "--profile", "rss", *levels)
    assert (result.exit_code, result.stdout.splitlines()[0]) == (0, f"{new}: 1 warning")
    assert run(old, new, *levels, "--fail-on", "warning").exit_code == 1
    assert run(old, new, "--level", "guid-chnged=off").exit_code == 2


@pytest.mark.parametrize("is_old", [True, False])
def test_what_can_not_be_read_or_is_no_feed_exits_with_2_and_is_named(old, tmp_path, is_old):
    page = tmp_path / "page.html"
    page.write_text("<html/>")
    for bad, message in (
        (str(page), f"error: {page}: line 1: expected RSS, found a web page"),
        (str(tmp_path / "none.xml"), "error: [Errno 2] No such file or directory"),
    ):
        result = run(*((bad, old) if is_old else (old, bad)))
        assert (result.exit_code, result.stdout) == (2, "")
        assert result.stderr.startswith(message)
