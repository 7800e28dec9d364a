"""Checks the example feed of the podcast namespace, and says why what is found is no false alarm.

Usage: ``python -m tests.checks.example_feed FILE``, where the file is ``example.xml`` of
https://github.com/Podcastindex-org/podcast-namespace.
"""

import sys
from pathlib import Path

from podkit import checks

REASONS = {
    "namespace-missing": "it doesn't declare the namespace of Atom, which PSP-1 requires",
    "html-without-cdata": "its descriptions have HTML that is escaped",
    "self-link-missing": "it has no link to itself, which PSP-1 requires",
    "podcast-guid-malformed": "its guid stands for the one that you will have",
    "copyright-form": "its copyright has a year, which PSP-1 leaves out",
    "email-form": "its authors stand before their addresses",
    "duration-missing": "its episodes have no duration, which Apple recommends",
    "title-with-number": "its titles begin with Episode 3, which Apple leaves to another tag",
}


def main(file):
    """Print what is found, and whether each has a reason."""
    found = {problem.id for problem in checks.check(file.read_bytes())}
    for identifier in sorted(found):
        print(identifier, REASONS.get(identifier, "NO REASON"), sep=": ")
    return 0 if found <= REASONS.keys() else 1


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
