"""The rules of the house: which room may know which, and what every public name has."""

import ast
import importlib
import importlib.util
import inspect
import sys
from pathlib import Path

import pytest

import podkit
from podkit import errors, models

SOURCE = Path(podkit.__file__).parent

# The rooms from top to bottom; a room knows itself and those on the lines below its own. `podkit`
# is the package's own file. Rooms on one line don't know each other.
LAYERS = (
    ("__main__",),
    ("cli",),
    ("podkit",),
    ("building",),
    ("checks", "fetch", "batch"),
    ("pages",),
    ("rss", "atom", "opml", "audio", "chapters", "transcripts", "notes"),
    ("dicts", "effective", "schema", "_feedparser", "_psc"),
    ("_values", "_markup"),
    ("_xml", "_formats", "_journal", "_carry"),
    ("_construct", "_files", "_html", "_markdown", "_ranges", "_report", "_text", "_url_pattern"),
    ("models", "_positional"),
    ("_clock", "_references"),
    ("_numerals",),
    ("errors",),
)
# The libraries of each room, by the names that are imported; attrs serves every room.
LIBRARIES = {
    "cli": {"click", "rich"},
    "building": {"PIL"},
    "checks": {"lxml"},
    "fetch": {"httpx"},
    "batch": {"pyarrow"},
    "pages": {"jinja2", "nh3", "selectolax"},
    "_html": {"selectolax"},
    "_text": {"charset_normalizer"},
    "_markup": {"markdown_it", "nh3", "selectolax"},
    "rss": {"feedgen", "feedparser", "lxml"},
    "atom": {"feedgen", "lxml"},
    "audio": {"av", "mutagen"},
    "chapters": {"lxml"},
    "transcripts": {"lxml", "selectolax"},
    "_feedparser": {"feedparser", "lxml"},
    "_values": {"dateutil"},
    "_xml": {"lxml"},
    "dicts": {"cattrs"},
}
EVERYWHERE = {"attr", "attrs", *sys.stdlib_module_names}
LEVEL = {room: level for level, rooms in enumerate(LAYERS) for room in rooms}
FILES = sorted(SOURCE.rglob("*.py"))

# Names for annotations and for readers' own use, which users find in `podkit.errors`.
ONLY_IN_ERRORS = {"Level", "OnProblem", "ignore"}
# The rooms that users know by name, and the functions that stand beside them.
ROOMS = {"atom", "audio", "chapters", "checks", "effective", "notes", "opml", "pages", "rss"}
ROOMS |= {"transcripts"}
FUNCTIONS = {"build", "from_dict", "json_schema", "to_dict"}


def module_name(path):
    """Give the name by which a file is imported."""
    parts = path.relative_to(SOURCE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def room_of(module):
    """Give the room of a module: the part of its name after the package's."""
    return module.split(".")[1] if "." in module else module


def imports(path):
    """List what a file imports, as pairs of line and module, names of a package made modules."""
    package = module_name(path)
    package = package if path.name == "__init__.py" else package.rpartition(".")[0]
    for node in ast.walk(ast.parse(path.read_bytes())):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            origin = importlib.util.resolve_name("." * node.level + (node.module or ""), package)
            for alias in node.names:
                is_room = origin == "podkit" and alias.name in LEVEL
                yield node.lineno, f"podkit.{alias.name}" if is_room else origin


def may_import(room, module):
    """Decide whether a room may import a module."""
    if module.split(".")[0] != "podkit":
        return module.split(".")[0] in EVERYWHERE | LIBRARIES.get(room, set())
    return room == room_of(module) or LEVEL[room] < LEVEL[room_of(module)]


def breaches(path):
    """List the imports of a file that break the rule, as sentences."""
    room = room_of(module_name(path))
    return [
        f"{path.relative_to(SOURCE.parent)}:{line}: {room} must not import {module}"
        for line, module in imports(path)
        if not may_import(room, module)
    ]


@pytest.mark.parametrize("path", FILES, ids=module_name)
def test_imports_point_down(path):
    assert breaches(path) == []


@pytest.mark.parametrize(
    ("file", "text", "breach"),
    [
        ("models/a.py", "import lxml.etree", "models must not import lxml.etree"),
        ("models/a.py", "from podkit._files import Source", "models must not import podkit._files"),
        ("models/a.py", "from .. import errors, rss", "models must not import podkit.rss"),
        ("rss/a.py", "def f():\n  from podkit.audio import b", "rss must not import podkit.audio"),
        ("rss/__init__.py", "from ..notes.b import c", "rss must not import podkit.notes.b"),
        ("_xml/a.py", "from podkit import rss", "_xml must not import podkit.rss"),
        ("_text.py", "from podkit._files import a", "_text must not import podkit._files"),
        ("chapters/a.py", "from podkit import Chapter", "chapters must not import podkit"),
        ("errors.py", "import podkit.models", "errors must not import podkit.models"),
        ("pages/a.py", "import podkit.checks", "pages must not import podkit.checks"),
        ("audio/a.py", "import httpx", "audio must not import httpx"),
    ],
)
def test_the_rule_finds_its_breaches(tmp_path, monkeypatch, file, text, breach):
    monkeypatch.setattr(sys.modules[__name__], "SOURCE", tmp_path / "podkit")
    path = tmp_path / "podkit" / file
    path.parent.mkdir(parents=True)
    path.write_text(text)
    line = text.count("\n") + 1
    assert breaches(path) == [f"podkit/{file}:{line}: {breach}"]


def test_every_room_has_its_place_in_the_table():
    rooms = {room_of(module_name(path)) for path in FILES}
    assert rooms - set(LEVEL) == set()
    assert set(LIBRARIES) <= set(LEVEL)


# The package and each module in it that no part of its name makes private.
PUBLIC = [name for name in map(module_name, FILES) if "._" not in name]
every_public_module = pytest.mark.parametrize("module", PUBLIC)


@every_public_module
def test_a_module_is_documented_and_has_all_that_it_lists(module):
    module = importlib.import_module(module)
    assert module.__doc__
    assert [name for name in module.__all__ if not hasattr(module, name)] == []


@every_public_module
def test_public_names_are_listed_once_constants_first_then_classes(module):
    names = importlib.import_module(module).__all__
    order = sorted(set(names), key=lambda name: (not name.isupper(), name[0].islower(), name))
    assert list(names) == order


@every_public_module
def test_every_public_class_and_function_is_documented_with_an_example(module):
    module = importlib.import_module(module)
    public = [getattr(module, name) for name in module.__all__]
    assert [
        value.__name__
        for value in public
        if (inspect.isclass(value) or inspect.isfunction(value))
        and ">>> " not in (value.__doc__ or "")
    ] == []


def test_the_package_has_every_model_and_error_and_the_rooms_that_users_know():
    expected = {*models.__all__, *errors.__all__, *ROOMS, *FUNCTIONS} - ONLY_IN_ERRORS
    assert set(podkit.__all__) == expected
