"""What the directories and standards ask of a show, and what a show lacks of it.

Each rule is one function with one id, in a module of its authority or of what it looks at; `rules`
holds them all. A new rule is a function in one of these modules.
"""

from podkit.checks._check import check, rules
from podkit.checks._compare import compare
from podkit.checks._profiles import PROFILES, Levels, Profile
from podkit.checks._reading import READING_PROBLEMS
from podkit.checks._rules import Demand, Rule
from podkit.checks.fetched import Answer, Fetch
from podkit.checks.files import check_chapters, check_tags, check_transcript
from podkit.checks.fixes import Fixed, fix
from podkit.checks.polite import PoliteFetch

__all__ = [
    "PROFILES",
    "READING_PROBLEMS",
    "Answer",
    "Demand",
    "Fetch",
    "Fixed",
    "Levels",
    "PoliteFetch",
    "Profile",
    "Rule",
    "check",
    "check_chapters",
    "check_tags",
    "check_transcript",
    "compare",
    "fix",
    "rules",
]
