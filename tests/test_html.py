import pytest

from podkit import ParseError
from podkit._html import parse_html


def test_the_options_of_a_long_list_are_no_elements():
    root = parse_html("<h1>Fog</h1><select>" + "<option value=a>x</option>" * 2500)
    assert root.css("option") == []
    assert root.css_first("h1").text() == "Fog"
    assert len(parse_html("<select>" + "<option>x" * 900 + "<p></p>" * 2000).css("option")) == 900


@pytest.mark.parametrize("separator", [" ", "=1 ", '="a b"', "/"])
def test_an_element_of_too_many_attributes_is_refused(separator):
    names = separator.join(f"a{number}" for number in range(16_000))
    with pytest.raises(ParseError, match="more than 5000 attributes"):
        parse_html(f"<h1>Fog</h1>text <p {names}>")


@pytest.mark.parametrize(
    "html",
    [
        "<p>" + "word " * 16_000,
        '<path d="' + "M0 0 L1 1 " * 2000 + '">',
        '<img src="data:image/png;base64,' + "a/b" * 16_000 + '">',
        "<script>" + "a < b; " * 16_000,
    ],
)
def test_long_texts_and_values_are_no_attributes(html):
    assert parse_html(f"<h1>Fog</h1>{html}").css_first("h1").text() == "Fog"
