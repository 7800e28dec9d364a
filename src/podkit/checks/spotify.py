"""What Spotify asks beyond RSS and Apple (Podcast Delivery Specification 1.9)."""

from podkit.checks._forms import COUNTRY, EMAIL, missing, unlike
from podkit.checks._rules import Finding, Findings, for_each, for_show, rules_in
from podkit.checks._sections import SPOTIFY_SHOW
from podkit.models import Owner, Show

__all__ = ["RULES"]


@for_show(SPOTIFY_SHOW.recommends)
def owner_missing(show: Show) -> Findings:
    """The show says whom to write to."""
    message = "there is no <itunes:owner>; give an address, to which Spotify sends its code"
    return missing(show.owner, "itunes:owner", message)


@for_each("owner", SPOTIFY_SHOW.recommends)
def owner_email_missing(owner: Owner) -> Findings:
    """The owner has an e-mail address."""
    message = "there is no <itunes:email>; give the address, to which Spotify sends its code"
    return missing(owner.email, "itunes:owner itunes:email", message)


@for_each("owner", SPOTIFY_SHOW.requires)
def owner_email_malformed(owner: Owner) -> Findings:
    """The address of the owner is one for e-mail."""
    expected = "is no e-mail address, such as ann@example.com"
    return unlike(EMAIL, owner.email, "itunes:owner itunes:email", expected)


@for_each("spotify_country_of_origin", SPOTIFY_SHOW.requires)
def country_of_origin_unknown(countries: str) -> Findings:
    """The countries of origin are two-letter codes of ISO 3166, or global."""
    for code in countries.split():
        if code.lower() != "global" and not COUNTRY.fullmatch(code.upper()):
            message = f"{code!r:.80} is no two-letter code of ISO 3166, such as us; nor global"
            yield Finding("spotify:countryOfOrigin", message)


@for_show(SPOTIFY_SHOW.requires)
def recent_count_low(show: Show) -> Findings:
    """A show that is limited to its newest episodes shows one or more."""
    if show.spotify_limit is not None and show.spotify_limit < 1:
        message = f"{show.spotify_limit} is not above 0; give the number of episodes to show"
        yield Finding("spotify:limit recentCount", message)


RULES = rules_in(globals())
