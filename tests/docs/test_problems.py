"""The guide to feeds has every problem that reading one can report, and no other."""

import re
from pathlib import Path

import podkit
from podkit import checks

SOURCE = Path(podkit.__file__).parent
ROOMS = [*SOURCE.glob("_xml/*.py"), *SOURCE.glob("rss/*.py"), SOURCE / "_feedparser.py"]
GUIDE = (Path(__file__).parents[2] / "docs" / "feeds.md").read_text()
REPORTED = re.compile(r'(?:\bid=|report\(|objects\()\s*"([a-z-]+)"')


def test_the_tables_of_problems_are_whole():
    _, _, problems = GUIDE.partition("\n## Problems\n")
    rows = re.findall(r"^\| (`[a-z-]+`(?:, `[a-z-]+`)*) \|", problems, re.MULTILINE)
    listed = [identifier for row in rows for identifier in re.findall("[a-z-]+", row)]
    reported = {found for path in ROOMS for found in REPORTED.findall(path.read_text())}
    assert sorted(listed) == sorted(reported)
    # The command reports one more, where reading raises.
    assert sorted(checks.READING_PROBLEMS) == sorted({*reported, "no-feed"})
