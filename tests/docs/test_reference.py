"""Everything public stands in the reference."""

import pkgutil
import re
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest

import podkit

REFERENCE = Path(__file__).parents[2] / "docs" / "reference"
DOCUMENTED = {
    name
    for page in REFERENCE.iterdir()
    for name in re.findall(r"^::: (\S+)$", page.read_text(), re.MULTILINE)
}


def public_modules() -> list[str]:
    """Give podkit's modules, and the modules that they name in their ``__all__``."""
    names = [info.name for info in pkgutil.iter_modules(podkit.__path__, "podkit.")]
    modules = [import_module(name) for name in names if not name.startswith("podkit._")]
    inner = [getattr(module, name) for module in modules for name in module.__all__]
    modules += [value for value in inner if isinstance(value, ModuleType)]
    return [module.__name__ for module in modules]


@pytest.mark.parametrize("name", public_modules())
def test_a_public_module_has_a_place(name):
    assert name in DOCUMENTED


@pytest.mark.parametrize("name", podkit.__all__)
def test_what_podkit_offers_has_a_place(name):
    value = getattr(podkit, name)
    assert (value.__name__ if isinstance(value, ModuleType) else value.__module__) in DOCUMENTED
