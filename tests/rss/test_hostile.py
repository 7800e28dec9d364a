"""Input made to harm: nothing is expanded, fetched or recursed into without bound."""

import pytest

from podkit import ParseError, rss


def feed(doctype, title):
    return f"{doctype}<rss version='2.0'><channel><title>{title}</title></channel></rss>"


def test_a_billion_laughs_stay_one():
    entities = "".join(f"<!ENTITY l{n} '{f'&l{n - 1};' * 10}'>" for n in range(1, 10))
    doctype = f"<!DOCTYPE rss [<!ENTITY l0 'ha'>{entities}]>"
    assert rss.loads(feed(doctype, "&l9;")).title == "&l9;"


def test_a_billion_laughs_in_an_attribute_stay_one():
    entities = "".join(f"<!ENTITY l{n} '{f'&l{n - 1};' * 10}'>" for n in range(1, 10))
    doctype = f"<!DOCTYPE rss [<!ENTITY l0 'ha'>{entities}]>"
    show = rss.loads(feed(doctype, "a").replace("<title>", "<title x='&l9;'>"))
    assert show.extensions[0].text == "&l9;"


@pytest.mark.parametrize("kind", ["SYSTEM '%s'", "PUBLIC 'x' '%s'"])
def test_external_entities_and_document_types_are_not_read(tmp_path, kind):
    secret = tmp_path / "secret.dtd"
    secret.write_text("<!ENTITY secret 'leaked'><!ATTLIST title leaked CDATA 'leaked'>")
    address = kind % secret.as_uri()
    for doctype in (
        f"<!DOCTYPE rss {address}>",
        f"<!DOCTYPE rss [<!ENTITY secret {address}>]>",
        f"<!DOCTYPE rss [<!ENTITY % all {address}> %all;]>",
    ):
        show = rss.loads(feed(doctype, "&secret;"))
        assert (show.title, show.extensions) == ("&secret;", ())


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8"])
def test_entities_that_the_document_defines_are_kept_as_text(encoding):
    document = feed("<!DOCTYPE rss [<!ENTITY a 'b'>]>", "&a;").encode(encoding)
    assert rss.loads(document).title == "&a;"


def test_entities_hidden_by_an_encoding_raise():
    document = feed("<!DOCTYPE rss [<!ENTITY a 'b'>]>", "+ACY-a;")
    with pytest.raises(ParseError, match="defines entities"):
        rss.loads(b"<?xml version='1.0' encoding='utf-7'?>" + document.encode())


@pytest.mark.parametrize("name", ["mood", "title", "itunes:category", "item"])
def test_elements_nested_too_deeply_raise(name):
    deep = f"<{name}>" * 100_000
    itunes = "http://www.itunes.com/dtds/podcast-1.0.dtd"
    with pytest.raises(ParseError, match="line 1: elements nest too deeply"):
        rss.loads(f"<rss xmlns:itunes='{itunes}'><channel>{deep}")


def test_categories_nested_too_deeply_raise():
    deep = "<itunes:category text='a'>" * 60 + "</itunes:category>" * 60
    itunes = "http://www.itunes.com/dtds/podcast-1.0.dtd"
    with pytest.raises(ParseError, match="line 1: elements nest too deeply"):
        rss.loads(f"<rss xmlns:itunes='{itunes}'><channel>{deep}</channel></rss>")


def test_elements_nested_as_deeply_as_is_read_are_written():
    for depth in (240, 248):
        deep = "<mood>" * depth + "<x/>" + "</mood>" * depth
        show = rss.loads(f"<rss><channel>{deep}</channel></rss>")
        assert rss.loads(rss.dumps(show)) == show


def test_many_problems_take_linear_time():
    items = "<item><mood>&calm;</mood></item>\n" * 20_000
    problems = []
    rss.loads(f"<rss><channel>{items}</channel></rss>", on_problem=problems.append)
    assert (problems[-1].where, problems[-1].line) == ("item 20000, mood", 20_000)


def test_many_attributes_and_namespaces_take_linear_time():
    names = range(20_000)
    declarations = "".join(f" xmlns:n{name}='urn:{name}' n{name}:a='1'" for name in names)
    show = rss.loads(f"<rss><channel{declarations}></channel></rss>")
    assert len(show.extensions) == len(names)
    assert rss.loads(rss.dumps(show)) == show
