"""The guides' examples run in a folder of their own, with the example show as ``my-show``."""

import shutil
from pathlib import Path

import pytest

_SHOW = Path(__file__).parent.parent / "examples" / "feminist-wellness"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Go to a new folder with a copy of the example show."""
    shutil.copytree(_SHOW, tmp_path / "my-show")
    monkeypatch.chdir(tmp_path)
