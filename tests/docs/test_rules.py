"""The page of rules says what the rules and their examples say."""

from podkit import checks
from tests.docs import rules


def test_the_page_is_made_of_the_rules():
    """Where they differ, ``python -m tests.docs.rules`` writes the page anew."""
    assert rules.PAGE.read_text() == rules.page()


def test_every_rule_has_a_place():
    placed = [rule.id for part in rules._SECTIONS.values() for rule in part]
    assert placed == [rule.id for rule in checks.rules]
