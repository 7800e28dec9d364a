"""The command that mends a feed."""

import pytest
from click.testing import CliRunner

from podkit import checks, rss
from podkit.cli import main

FEED = """<?xml version='1.0'?>
<rss version='2.0' xmlns:itunes='http://www.itunes.com/dtds/podcast-1.0.dtd'><channel>
<title>Tides</title>
<language>en_GB</language>
<itunes:category text='arts'/>
<item><itunes:duration>1 hour</itunes:duration></item>
</channel></rss>"""


@pytest.fixture
def feed(tmp_path):
    path = tmp_path / "feed.xml"
    path.write_text(FEED)
    return path


def run(*arguments, **options):
    return CliRunner().invoke(main, ["fix", *map(str, arguments)], **options)


def test_it_says_what_can_be_mended_and_writes_nothing(feed):
    result = run(feed)
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    assert lines[0] == f"{feed}: {len(checks.fix(FEED.encode()).mended)} to mend"
    place = lines.index(
        "error: category-unknown: 'arts' is not one of Apple's categories; write 'Arts'"
    )
    assert lines[place + 1] == "  line 5, channel, itunes:category text"
    assert feed.read_text() == FEED


@pytest.mark.parametrize("name", ["feed.xml", "mended.xml"])
def test_it_writes_the_mended_feed_to_a_file_which_may_be_the_same(feed, name):
    out = feed.parent / name
    result = run(feed, "--out", out)
    mended = len(checks.fix(FEED.encode()).mended)
    assert (result.exit_code, result.stdout.splitlines()[0]) == (0, f"{feed}: {mended} mended")
    assert out.read_bytes() == rss.dumps(checks.fix(FEED.encode()).show)
    assert run(out).stdout == f"{out}: nothing to mend\n"


def test_a_feed_may_come_in_and_go_out(feed):
    result = run("-", "--out", "-", input=FEED)
    assert result.stdout_bytes == rss.dumps(checks.fix(FEED.encode()).show)
    assert result.stderr == run("-", input=FEED).stdout.replace(" to mend", " mended", 1)


def test_a_feed_may_come_in(tmp_path):
    out = tmp_path / "mended.xml"
    assert run("-", "-o", out, input=FEED).exit_code == 0
    assert rss.read(out).language == "en-GB"


def test_what_can_not_be_read_or_is_no_feed_exits_with_2(tmp_path):
    out = tmp_path / "mended.xml"
    result = run("-", "-o", out, input="<html/>")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("error: -: line 1: expected RSS, found a web page")
    assert run(tmp_path / "none.xml", "-o", out).exit_code == 2
    assert not out.exists()


def test_where_it_can_not_write_it_exits_with_2(feed):
    result = run(feed, "-o", feed.parent / "no-such-folder" / "mended.xml")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("error: ")
