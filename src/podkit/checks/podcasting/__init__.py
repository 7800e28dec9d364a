"""What the podcast namespace asks (github.com/Podcastindex-org/podcast-namespace, docs/tags).

A tag's page says what it requires, recommends and allows; where it only lists what is known, the
rule is a suggestion.
"""

from podkit.checks.podcasting import files, money, people, shows

__all__ = ["RULES"]

RULES = (*shows.RULES, *people.RULES, *files.RULES, *money.RULES)
