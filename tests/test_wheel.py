"""The wheel, installed alone into an empty environment, works."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
# What needs no extra: the models, and every form that is read and written without a template.
CORE = """
import importlib, podkit
for room in ("rss", "chapters", "transcripts", "audio", "checks", "notes", "pages"):
    importlib.import_module(f"podkit.{room}")
show = podkit.rss.loads("<rss><channel><title>A</title></channel></rss>")
assert podkit.rss.loads(podkit.rss.dumps(show)) == show
print(podkit.__file__)
"""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "build", "--wheel", "--outdir", folder, ROOT]
    subprocess.run(command, check=True, capture_output=True)
    (path,) = folder.glob("*.whl")
    return path


@pytest.fixture(scope="module")
def python(wheel, tmp_path_factory):
    folder = tmp_path_factory.mktemp("empty")
    subprocess.run([sys.executable, "-m", "venv", folder], check=True)
    python = folder / "bin" / "python"
    subprocess.run([python, "-m", "pip", "install", "--quiet", wheel], check=True)
    return python


def test_the_wheel_holds_every_file_of_the_package(wheel):
    with zipfile.ZipFile(wheel) as archive:
        held = {name for name in archive.namelist() if name.startswith("podkit/")}
    package = ROOT / "src" / "podkit"
    files = (path for path in package.rglob("*") if path.is_file())
    assert held == {
        f"podkit/{path.relative_to(package).as_posix()}"
        for path in files
        if "__pycache__" not in path.parts
    }


def test_the_core_works_without_extras(python, tmp_path):
    result = subprocess.run(
        [python, "-c", CORE], check=True, capture_output=True, text=True, cwd=tmp_path
    )
    assert str(ROOT) not in result.stdout


def test_the_command_says_which_extra_it_needs(python, tmp_path):
    result = subprocess.run(
        [python, "-m", "podkit", "build"], check=False, capture_output=True, text=True, cwd=tmp_path
    )
    assert result.returncode == 1
    assert (
        result.stderr == "podkit: there is no click; install it with: pip install 'podkit[cli]'\n"
    )
