"""The command that checks feeds, as a terminal and as machines see it."""

import errno
import json

import attrs
import jsonschema
import pytest
from click.testing import CliRunner

from podkit import Problem, checks
from podkit.cli import main
from podkit.cli._reports import github_report, json_report, sarif_report

FEED = b"""<?xml version='1.0' encoding='UTF-8'?>
<rss version='2.0' xmlns:itunes='http://www.itunes.com/dtds/podcast-1.0.dtd'><channel>
<title>Tides</title>
<link>https://example.com/</link>
<description>Stories.</description>
<language>klingon</language>
<itunes:image href='https://example.com/a.png'/>
<item><title>1</title></item>
<item><title>2</title></item>
</channel></rss>
"""

# What the standard requires of the parts of a SARIF 2.1.0 log that are written here.
TEXT = {"type": "object", "required": ["text"], "properties": {"text": {"type": "string"}}}
LEVEL = {"enum": ["none", "note", "warning", "error"]}
SARIF = {
    "type": "object",
    "required": ["version", "runs"],
    "additionalProperties": False,
    "properties": {
        "$schema": {"type": "string", "format": "uri"},
        "version": {"const": "2.1.0"},
        "runs": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["tool"],
                "additionalProperties": False,
                "properties": {
                    "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
                    "tool": {
                        "type": "object",
                        "required": ["driver"],
                        "additionalProperties": False,
                        "properties": {
                            "driver": {
                                "type": "object",
                                "required": ["name"],
                                "additionalProperties": False,
                                "properties": {
                                    "name": {"type": "string"},
                                    "rules": {
                                        "type": "array",
                                        "uniqueItems": True,
                                        "items": {"$ref": "#/$defs/rule"},
                                    },
                                },
                            }
                        },
                    },
                    "results": {"type": "array", "items": {"$ref": "#/$defs/result"}},
                },
            },
        },
    },
    "$defs": {
        "rule": {
            "type": "object",
            "required": ["id"],
            "additionalProperties": False,
            "properties": {
                "id": {"type": "string"},
                "shortDescription": TEXT,
                "fullDescription": TEXT,
                "help": TEXT,
                "defaultConfiguration": {"type": "object", "properties": {"level": LEVEL}},
            },
        },
        "result": {
            "type": "object",
            "required": ["message"],
            "additionalProperties": False,
            "properties": {
                "ruleId": {"type": "string"},
                "level": LEVEL,
                "message": TEXT,
                "locations": {"type": "array", "items": {"$ref": "#/$defs/location"}},
            },
        },
        "location": {
            "type": "object",
            "additionalProperties": False,
            "properties": {
                "physicalLocation": {
                    "type": "object",
                    "required": ["artifactLocation"],
                    "additionalProperties": False,
                    "properties": {
                        "artifactLocation": {
                            "type": "object",
                            "properties": {"uri": {"type": "string", "format": "uri-reference"}},
                        },
                        "region": {
                            "type": "object",
                            "properties": {"startLine": {"type": "integer", "minimum": 1}},
                        },
                    },
                },
                "logicalLocations": {
                    "type": "array",
                    "items": {
                        "type": "object",
                        "additionalProperties": False,
                        "properties": {"fullyQualifiedName": {"type": "string"}},
                    },
                },
            },
        },
    },
}
FOUND = {
    "a b/é.xml": [
        Problem(
            id="guid-missing", message="none: 100%,\nreally", level="error", where="item 1", line=3
        ),
        Problem(id="cut-off", message="the data ends"),
        Problem(id="link-missing", message="there is none", level="info", where="item 1, link"),
    ],
    "/tmp/b.xml": [],
}


@pytest.fixture
def feed(tmp_path):
    path = tmp_path / "feed.xml"
    path.write_bytes(FEED)
    return str(path)


def run(*arguments, **options):
    return CliRunner().invoke(main, ["check", *arguments], **options)


def test_problems_are_grouped_with_their_lines_the_gravest_first(feed):
    result = run(feed, "--profile", "apple")
    lines = result.stdout.splitlines()
    assert result.exit_code == 1
    assert lines[0].startswith(f"{feed}: ")
    headings = [line.split(": ")[0] for line in lines[1:] if not line.startswith("  ")]
    assert set(headings) == {"error", "warning", "info"}
    assert headings == sorted(headings, key=["error", "warning", "info"].index)
    place = lines.index(
        "error: enclosure-missing: there is no <enclosure> with a url; give the episode's file"
    )
    assert lines[place + 1] == "  line 8, item 1, enclosure; line 9, item 2, enclosure"


def test_the_first_line_counts(feed):
    found = checks.check(FEED, profile="psp1")
    counts = [
        sum(problem.level == level for problem in found) for level in ("error", "warning", "info")
    ]
    expected = f"{feed}: {counts[0]} errors, {counts[1]} warnings, {counts[2]} infos"
    assert run(feed, "--profile", "psp1").stdout.splitlines()[0] == expected


def test_of_many_places_only_the_first_are_shown():
    items = b"<item/>" * 12
    result = run(
        "-", "--profile", "rss", input=b"<rss version='2.0'><channel>" + items + b"</channel></rss>"
    )
    (places,) = [line for line in result.stdout.splitlines() if "item 10" in line][:1]
    assert places.endswith("line 1, item 10, title; and 2 more")


def test_a_feed_without_problems_says_so():
    names = dict.fromkeys((rule.id for rule in checks.rules), "off")
    options = [f"--level={name}={level}" for name, level in names.items()]
    result = run("-", *options, input=FEED)
    assert (result.exit_code, result.stdout) == (0, "-: nothing found\n")


def test_a_level_is_changed_by_id(feed):
    result = run(feed, "--profile=rss", "--level", "guid-missing=info", "--format", "json")
    assert "guid-missing" not in {found["id"] for found in json.loads(result.stdout)}
    result = run(feed, "--level", "guid-missing=info", "--format", "json")
    found = [found for found in json.loads(result.stdout) if found["id"] == "guid-missing"]
    assert [problem["level"] for problem in found] == ["info", "info"]


@pytest.mark.parametrize("level", ["guid-missing", "guid-missing=fatal", "=", ""])
def test_a_level_that_is_none_is_refused(feed, level):
    result = run(feed, "--level", level)
    assert result.exit_code == 2
    assert "is not ID=LEVEL, with one of error, warning, info, off" in result.stderr


@pytest.mark.parametrize(
    ("identifier", "advice"),
    [("guid-mising", "; did you mean 'guid-missing'?"), ("xyz", "\n"), ("cut-of", "'cut-off'?")],
)
def test_a_level_of_nothing_is_refused_and_the_nearest_id_named(feed, identifier, advice):
    result = run(feed, "--level", f"{identifier}=off", terminal_width=200)
    assert result.exit_code == 2
    assert f"podkit reports no '{identifier}'" in result.stderr
    assert advice in result.stderr


@pytest.mark.parametrize(
    ("feed", "fail_on", "code"),
    [
        (b"<rss version='2.0'><channel/></rss>", "error", 1),
        (b"<rss version='2.0'><channel/></rss>", "never", 0),
        (b"<rss version='2.0'><channel/></rss>", "info", 1),
    ],
)
def test_it_exits_by_the_level(feed, fail_on, code):
    assert run("-", "--fail-on", fail_on, input=feed).exit_code == code


@pytest.mark.parametrize(
    ("level", "fail_on", "code"),
    [
        ("error", "error", 1),
        ("warning", "error", 0),
        ("warning", "warning", 1),
        ("info", "warning", 0),
        ("info", "info", 1),
    ],
)
def test_what_is_as_grave_as_asked_for_fails(monkeypatch, level, fail_on, code):
    problem = Problem(id="x", message="m", level=level)
    monkeypatch.setattr(checks, "check", lambda data, **options: [problem])
    assert run("-", "--fail-on", fail_on, input=b"").exit_code == code


def test_several_feeds_are_checked(feed):
    result = run(feed, "-", "--format", "json", input=b"<rss version='2.0'><channel/></rss>")
    assert list(dict.fromkeys(found["feed"] for found in json.loads(result.stdout))) == [feed, "-"]


def test_what_is_no_feed_is_an_error_of_its_own(tmp_path):
    path = tmp_path / "page.html"
    path.write_text("<html>\n</html>")
    result = run(str(path))
    assert result.exit_code == 1
    assert result.stdout.splitlines() == [
        f"{path}: 1 error",
        "error: no-feed: line 1: expected RSS, found a web page: its root is <html>",
        "  line 1",
    ]


def test_that_something_is_no_feed_has_a_level_too():
    result = run("-", "--level", "no-feed=warning", input="<html/>")
    assert (result.exit_code, result.stdout.splitlines()[0]) == (0, "-: 1 warning")
    result = run("-", "--level", "no-feed=off", input="<html/>")
    assert (result.exit_code, result.stdout) == (0, "-: nothing found\n")


def test_a_file_that_can_not_be_read_exits_with_2(tmp_path):
    result = run(str(tmp_path / "none.xml"))
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(f"error: [Errno {errno.ENOENT}] ")
    assert run(str(tmp_path)).exit_code == 2


def test_what_was_found_in_the_other_files_is_said_first(feed, tmp_path):
    alone = run(str(feed), "--format", "json")
    result = run(str(feed), str(tmp_path / "none.xml"), "--format", "json")
    assert (result.exit_code, result.stdout) == (2, alone.stdout)


def test_text_from_a_feed_gives_no_orders_to_a_terminal():
    feed = "<rss version='2.0'><channel><language>a\x1b[31m</language></channel></rss>"
    feed = feed.replace("\x1b", "&#27;")
    result = run("-", input=feed.encode())
    assert "\x1b" not in result.stdout


def test_dates_in_the_future_are_found():
    item = b"<item><pubDate>Fri, 01 Jan 9999 00:00:00 GMT</pubDate></item>"
    result = run(
        "-", "--format", "json", input=b"<rss version='2.0'><channel>" + item + b"</channel></rss>"
    )
    assert "date-in-future" in {found["id"] for found in json.loads(result.stdout)}


def test_json_lists_what_check_finds():
    result = run("-", "--format", "json", "--profile", "rss", input=FEED)
    expected = checks.check(FEED, profile="rss")
    assert json.loads(result.stdout) == [
        {"feed": "-", **attrs.asdict(problem)} for problem in expected
    ]


def test_sarif_is_what_the_standard_asks_for():
    log = json.loads(sarif_report(FOUND))
    jsonschema.validate(log, SARIF, format_checker=jsonschema.FormatChecker())
    (run,) = log["runs"]
    assert run["results"] == [
        {
            "ruleId": "guid-missing",
            "level": "error",
            "message": {"text": "none: 100%,\nreally"},
            "locations": [
                {
                    "physicalLocation": {
                        "artifactLocation": {"uri": "a%20b/%C3%A9.xml"},
                        "region": {"startLine": 3},
                    },
                    "logicalLocations": [{"fullyQualifiedName": "item 1"}],
                }
            ],
        },
        {
            "ruleId": "cut-off",
            "level": "warning",
            "message": {"text": "the data ends"},
            "locations": [{"physicalLocation": {"artifactLocation": {"uri": "a%20b/%C3%A9.xml"}}}],
        },
        {
            "ruleId": "link-missing",
            "level": "note",
            "message": {"text": "there is none"},
            "locations": [
                {
                    "physicalLocation": {"artifactLocation": {"uri": "a%20b/%C3%A9.xml"}},
                    "logicalLocations": [{"fullyQualifiedName": "item 1, link"}],
                }
            ],
        },
    ]


def test_sarif_describes_every_rule_and_all_that_reading_reports():
    described = json.loads(sarif_report({}))["runs"][0]["tool"]["driver"]["rules"]
    expected = [*(rule.id for rule in checks.rules), *checks.READING_PROBLEMS]
    assert [each["id"] for each in described] == expected
    # What GitHub requires of each.
    for each in described:
        assert each["shortDescription"]["text"]
        assert each["fullDescription"]["text"]
        assert each["help"]["text"]


def test_sarif_names_a_file_by_its_uri():
    log = sarif_report({"/tmp/a b.xml": FOUND["a b/é.xml"][:1]})
    assert '"uri": "file:///tmp/a%20b.xml"' in log


def test_github_gets_commands():
    assert github_report(FOUND).splitlines() == [
        "::error file=a b/é.xml,line=3,title=guid-missing::item 1: none: 100%25,%0Areally",
        "::warning file=a b/é.xml,title=cut-off::the data ends",
        "::notice file=a b/é.xml,title=link-missing::item 1, link: there is none",
    ]
    (command,) = github_report({"a,b:c.xml": FOUND["a b/é.xml"][1:2]}).splitlines()
    assert command == "::warning file=a%2Cb%3Ac.xml,title=cut-off::the data ends"


@pytest.mark.parametrize("form", ["json", "sarif", "github"])
def test_a_report_of_nothing_is_one(form):
    result = run(
        "-", "--format", form, "--fail-on", "never", input=b"<rss version='2.0'><channel/></rss>"
    )
    assert result.exit_code == 0
    assert result.stdout


def test_json_is_plain_ascii():
    report = json_report({"é.xml": [Problem(id="x", message="“é”")]})
    assert report.isascii()
    assert json.loads(report)[0]["message"] == "“é”"


def test_github_is_told_of_each_line():
    result = run("-", "--format", "github", input=FEED)
    start = "::error file=-,line=6,title=language-unknown::channel, language: 'klingon'"
    assert [line for line in result.stdout.splitlines() if line.startswith(start)]


def test_the_command_fetches_when_it_is_asked_to(monkeypatch):
    def fetch(url, **_options):
        return checks.Answer(url=url, status=404)

    monkeypatch.setattr(checks, "PoliteFetch", lambda: fetch)
    assert "file-unreachable" not in run("-", input=FEED).stdout
    result = run("-", "--fetch", input=FEED)
    assert "error: file-unreachable: the server answers with status 404" in result.stdout
