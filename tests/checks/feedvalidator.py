"""Holds our checks against the test cases of the W3C's Feed Validation Service, where they are.

Usage: ``python -m tests.checks.feedvalidator FOLDER``, where the folder is ``testcases`` of a clone
of https://github.com/w3c/feedvalidator. Each case is a feed whose comment says which message of the
service it should get, or not get. A table says by which problems of ours the same is said; what
podkit doesn't judge is out of scope, each kind for a reason.
"""

import re
import sys
from collections import Counter
from pathlib import Path

from podkit import ParseError, Problem, checks

FOLDERS = ("rss", "rss20", "ext/itunes")
EXPECTED = re.compile(r"Expect:\s*(!?)(\w+)(?:\{([^}]*)\})?")

NO_FEED = "no-feed"  # for what can't be read at all
DATES = "bad-value forgiven-value date-implausible"
ADDRESSES = (
    "link-not-absolute docs-not-absolute comments-not-absolute source-not-absolute "
    "image-not-absolute text-input-not-absolute artwork-not-http enclosure-not-http "
    "license-not-absolute"
)
CONTACTS = "channel-email-missing author-email-missing owner-email-malformed"
HTML = "html-in-title html-in-text html-in-summary html-in-category html-in-image html-in-form"
UNKNOWN = "no-feed unknown-element unknown-attribute no-rss no-channel read-by-feedparser"
# The messages of the service, and the problems of ours that say the same.
OURS = {
    "AvoidTextInput": "text-input-present",
    "BadCharacters": "encoding control-character not-well-formed",
    "BadXmlVersion": "xml-version",
    "BooleanAttribute": "bad-value forgiven-value",
    "Cloud": "cloud-incomplete cloud-port cloud-protocol-unknown bad-value",
    "Contact": CONTACTS,
    "ContainsHTML": f"{HTML} html-in-source",
    "ContainsRelRef": "html-relative-address",
    "ContainsSystemEntity": "undefined-entity not-well-formed doctype",
    "Day": "skip-day-unknown",
    "DeprecatedDTD": "doctype",
    "DuplicateDescriptionSemantics": "said-twice",
    "DuplicateElement": "repeated-element",
    "DuplicateEnclosure": "enclosures-several",
    "DuplicateItemSemantics": "said-twice",
    "DuplicateSemantics": "said-twice",
    "DuplicateValue": "guid-repeated skip-day-repeated skip-hour-repeated",
    "Duration": "bad-value duration-implausible",
    "EightDaysAWeek": "skip-day-repeated skip-day-unknown",
    "EmailFormat": "email-form",
    "FormComponentName": "text-input-name",
    "FullLink": ADDRESSES,
    "Height": "image-size bad-value",
    "Hour": "skip-hour-unknown bad-value",
    "HttpGUID": "guid-not-permalink guid-missing",
    "ImageLinkDoesntMatch": "image-link-differs",
    "ImageTitleDoesntMatch": "image-title-differs",
    "ImageUrlFormat": "image-suffix",
    "ImplausibleDate": "date-implausible",
    "Integer": "ttl-low update-frequency-low bad-value forgiven-value",
    "IntegerAttribute": "enclosure-length-missing cloud-port cloud-incomplete bad-value",
    "ItemMustContainTitleOrDescription": "item-empty",
    "ItunesCategory": "category-unknown category-retired",
    "ItunesChannelType": "show-type-unknown",
    "ItunesEpisodeType": "episode-type-unknown",
    "Keywords": "keywords-without-commas",
    "Language": "language-unknown language-malformed dc-language-malformed language-missing",
    "Latitude": "latitude-off-the-globe",
    "Link": ADDRESSES,
    "Longitude": "longitude-off-the-globe",
    "MIMEAttribute": "enclosure-type-malformed",
    "MisplacedItem": "element-after-items",
    "MissingAttribute": (
        "incomplete-element cloud-incomplete enclosure-missing enclosure-length-missing "
        "enclosure-type-missing rss-version artwork-missing category-missing"
    ),
    "MissingDCLanguage": "language-missing",
    "MissingDescription": "description-missing text-input-incomplete",
    "MissingElement": (
        "owner-email-missing incomplete-element text-input-incomplete no-channel no-feed"
    ),
    "MissingGuid": "guid-missing",
    "MissingItunesElement": "category-missing explicit-missing language-missing",
    "MissingItunesEmail": "owner-missing owner-email-missing",
    "MissingLink": "link-missing image-incomplete text-input-incomplete incomplete-element",
    "MissingRealName": "email-form",
    "MissingSelf": "self-link-missing",
    "MissingTitle": "title-missing image-incomplete text-input-incomplete",
    "Namespace": "namespace-misspelt unknown-element read-by-feedparser",
    "NeedDescriptionBeforeContent": "content-without-description",
    "NonNegativeInteger": "enclosure-length-zero bad-value",
    "NonstdEncoding": "encoding-not-utf8",
    "NonstdPrefix": "prefix-unusual",
    "NotBlank": "title-missing episode-title-missing image-incomplete",
    "NotHtml": "encoding not-well-formed",
    "NotInANamespace": UNKNOWN,
    "NotSufficientlyUnique": "guid-small",
    "NotUTF8": "encoding-not-utf8",
    "ObscureEncoding": "encoding-not-utf8",
    "ObsoleteItunesCategory": "category-retired category-unknown",
    "Permalink": "guid-not-permalink",
    "PositiveInteger": "bad-value episode-number-zero",
    "ProblematicalRFC822Date": "bad-value forgiven-value",
    "RFC2822Date": DATES,
    "RSSVersion": "rss-version no-feed",
    "SAXError": "not-well-formed undefined-entity cut-off no-feed",
    "SecurityRisk": "html-unsafe",
    "TooLong": "value-too-long summary-too-long",
    "Title": "image-incomplete html-in-image image-title-differs",
    "TrueFalse": "bad-value forgiven-value",
    "URI": ADDRESSES,
    "URLAttribute": "enclosure-not-http",
    "UndefinedElement": UNKNOWN,
    "UndefinedNamedEntity": "undefined-entity",
    "UnexpectedAttribute": "unknown-attribute",
    "UnexpectedText": "unknown-text not-text",
    "UnicodeError": "encoding",
    "UnsupportedItunesFormat": "enclosure-suffix",
    "UpdatePeriod": "update-period-unknown",
    "UriNotIri": "enclosure-not-ascii link-not-ascii",
    "UseZeroForMidnight": "skip-hour-unknown",
    "W3CDTFDate": DATES,
    "Width": "image-size bad-value",
    "YesNoClean": "bad-value",
}
# And those that say it for a case that should fail, though they find more than that.
STRICTER = {
    "Contact": "email-form",
    "DuplicateValue": "skip-hour-unknown",
    "NotBlank": "element-empty",
    "TrueFalse": "space-around-value",
    "UndefinedElement": "incomplete-element",
    "UnicodeError": "encoding-not-utf8",
    "UpdatePeriod": "element-empty",
    "W3CDTFDate": "element-empty",
    "YesNoClean": "forgiven-value element-empty",
    "MissingElement": "element-empty",
}
# How an ampersand is escaped in a title, which reading resolves.
SPELLINGS = re.compile(r"<title>(?:<!\[CDATA\[)?(?:alpha&|&amp;)")
OTHER_FORMATS = re.compile(
    r"<(?:\w+:)?RDF\b|<rss version=[\"']0\.9|<rss[^>]*-//Netscape", re.IGNORECASE
)
MODULES = re.compile(
    r"admin|blogChannel|trackback|ev:|slash|geourl|icbm|dcterms|xhtml|thr|atom:content|atom:summary"
    r"|Photo|wiki|cc:license|date\.Taken|xmlns:(?:ag|taxo|cp|l|thr|ev|dcterms)="
)
# What podkit doesn't judge, by the messages of the service.
REASONS = {
    "CharacterData": "how a character is escaped, which reading resolves",
    "DangerousStyleAttr": "styles within HTML, which do no harm where they are dropped",
    "InvalidDoctype": "document types of RSS 0.9x",
    "ValidDoctype": "document types of RSS 0.9x",
    "DeprecatedDTD": "document types of RSS 0.9x",
    "NonCanonicalURI": "whether an address is the shortest of its form",
    "SchemeNotIANARegistered": "the list of schemes at IANA",
    "ReservedPrefix": "prefixes that no feed of today has",
    "UseOfExtensionAttr": "attributes of other modules, which are kept",
    "NoBlink": "modules that podcasts don't have",
    "ObsoleteWikiNamespace": "modules that podcasts don't have",
    "SlashDate": "modules that podcasts don't have",
    "InvalidCommaSeparatedIntegers": "modules that podcasts don't have",
}


# Why we differ where we do, by the name of a case.
DIFFERENCES = {
    "dc_date_with_just_day": "a day is no instant, so that it is kept as it is",
    "dcdate_complete_date": "a day is no instant, so that it is kept as it is",
    "dcdate_year_and_month": "a month is no instant, so that it is kept as it is",
    "dcdate_year_only": "a year is no instant, so that it is kept as it is",
    "multiple_dcpublisher": "the model has one publisher; the others are kept aside, and reported",
    "multiple_item_dcdate": "the model has one date; the others are kept aside, and reported",
    "unknown_namespace": "all that isn't known is reported, whatever its namespace",
    "valid_all_rss2_attributes": "xml:base and its like are kept, and reported",
    "xml_double_encoded3": "that characters were encoded twice is not seen",
    "recommendation-3": "a title that speaks of an entity is taken for HTML",
    "everything": "comments within a date are not read, and old zones are forgiven",
    "invalid_pubdate_dow": "the day of the week is not held against the date",
    "pubdate_pre_y2k": "a year of two digits is one of RFC 822",
    "pubdate_with_diff_min": "a zone may have minutes",
    "invalid_guid_blank_isPermalink": "an empty attribute says nothing",
    "rss20_lower_textinput": "capitals don't matter in reading",
    "multiple_channel2": "the second channel is passed over in silence",
    "content_before_description": "no app goes by which of the two comes first",
    "invalid_duration": "00:07:74 is read as 8 minutes and 14 seconds",
    "valid_subcategory": "Apple has retired Technology/Gadgets",
}


def main(folder):
    """Compare all cases, and print what agrees."""
    verdicts, reasons = Counter(), Counter()
    for root in FOLDERS:
        for file in sorted((folder / root).rglob("*.xml")):
            verdict, why = judge(file.read_bytes())
            verdicts[verdict] += 1
            reasons[why] += verdict == "out of scope"
            if verdict == "disagree":
                print(
                    "disagree", file.relative_to(folder), DIFFERENCES.get(file.stem, why), sep=": "
                )
    for why, number in (+reasons).most_common():
        print("out of scope", number, why)
    agree, disagree = verdicts["agree"], verdicts["disagree"]
    print(f"{agree} agree, {disagree} disagree, {verdicts['out of scope']} out of scope")
    print(f"{100 * agree / (agree + disagree):.1f} % of those in scope agree")


def judge(data):
    """Say whether we find what a case is for, and what was expected and found, or why not."""
    text = data.decode("utf-8", "replace").replace("\0", "")
    negation, message, arguments = EXPECTED.search(text).groups()
    reason = out_of_scope(text, message, arguments or "")
    if reason:
        return "out of scope", reason
    is_wanted = bool(negation) == message.startswith("Valid")
    # What the service lets pass is good by RSS; directories may still ask for more.
    found = findings(data, "all" if is_wanted or "xmlns:itunes" in text else "rss")
    if message in ("Error", "Warning"):
        levels = {"error"} if message == "Error" else {"error", "warning"}
        wrong = [problem.id for problem in found if problem.level in levels]
        return ("disagree", f"{negation}{message} {wrong}") if wrong else ("agree", "")
    kind = re.sub("^(Valid|Invalid)", "", message)
    ids = OURS.get(kind, "").split() + (STRICTER.get(kind, "").split() if is_wanted else [])
    element = dict(pair.strip().split(":", 1) for pair in (arguments or "").split(",") if pair)
    said = [
        problem.id
        for problem in found
        # For what should not be found, only the element of the case counts.
        if problem.id in ids and (is_wanted or is_at(problem, element))
    ]
    if bool(said) == is_wanted:
        return "agree", ""
    return "disagree", f"{negation}{message}{{{arguments}}} {said or [p.id for p in found]}"


def is_at(problem, element):
    """Say whether a problem is one of an element, within the channel or the item."""
    part, _, path = (problem.where or "").partition(", ")
    if element.get("parent") in {"channel", "item"} and not part.startswith(element["parent"]):
        return False
    return "element" not in element or element["element"] in path.split()


def out_of_scope(text, message, arguments):
    """Give the reason for which podkit doesn't judge a case, if there is one."""
    if OTHER_FORMATS.search(text):
        return "RSS 1.0 and 0.9x, which are read, but not judged"
    if MODULES.search(arguments) or MODULES.search(text):
        return "modules that podcasts don't have"
    if SPELLINGS.search(text):
        return REASONS["CharacterData"]
    return REASONS.get(message)


def findings(data, profile):
    """Give what is found in a feed."""
    try:
        return checks.check(data, profile=profile)
    except ParseError:
        return [Problem(id=NO_FEED, message="")]


if __name__ == "__main__":
    main(Path(sys.argv[1]))
