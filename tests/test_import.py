"""What importing podkit loads: what is heavy waits until it is used."""

import subprocess
import sys

import pytest

import podkit

HEAVY = ["cattrs", "charset_normalizer", "feedgen", "feedparser", "jinja2", "lxml", "mutagen"]
HEAVY += ["selectolax"]


def loaded_by(code):
    """List the modules of podkit, and the heavy ones, that code in a process of its own loads."""
    code += "\nimport sys; print(*sys.modules, sep='\\n')"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    modules = run.stdout.split()
    rooms = {".".join(module.split(".")[:2]) for module in modules if module.startswith("podkit")}
    return rooms, sorted(set(HEAVY) & set(modules))


def test_importing_the_package_loads_the_errors_alone():
    assert loaded_by("import podkit") == ({"podkit", "podkit.errors"}, [])


@pytest.mark.parametrize("use", ["podkit.Show(title='A')", "from podkit import *"])
def test_models_are_loaded_when_they_are_used(use):
    rooms, _ = loaded_by(f"import podkit\nassert 'Show' in dir(podkit)\n{use}")
    assert "podkit.models" in rooms


@pytest.mark.parametrize("room", ["rss", "chapters", "opml"])
def test_a_form_that_is_xml_or_text_needs_no_library_but_the_parser(room):
    _, heavy = loaded_by(f"import podkit\npodkit.{room}")
    assert set(heavy) <= {"lxml"}


def test_what_the_package_lacks_is_an_error():
    with pytest.raises(AttributeError, match="module 'podkit' has no attribute 'mood'"):
        podkit.mood  # noqa: B018
