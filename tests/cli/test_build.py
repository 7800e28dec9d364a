"""The command, as a terminal sees it."""

import errno
import io
import runpy
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from podkit.building import prepare
from podkit.cli import main
from tests.building.folders import make_episode, make_show

COMMAND = sys.modules["podkit.cli.build"]  # the package has the command itself by this name


@pytest.fixture
def folder(tmp_path):
    folder = make_show(tmp_path / "show", **{"transcript.times": '"estimated"'})
    make_episode(folder)
    return folder


def run(*arguments):
    return CliRunner().invoke(main, ["build", *map(str, arguments)])


def test_it_prints_what_it_made(folder, tmp_path):
    out = tmp_path / "dist"
    result = run(folder, "--out", out)
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    assert lines[0].split() == ["File", "Size"]
    assert [line.split()[0] for line in lines[1:-1]] == [
        "ep-7.mp3",
        "cover.jpg",
        "ep-7.html",
        "ep-7.transcript.txt",
        "ep-7.transcript.html",
        "ep-7.transcript.vtt",
        "ep-7.transcript.srt",
        "ep-7.transcript.json",
        "index.html",
        "show.opml",
        "show.json",
        "feed.xml",
    ]
    assert lines[-1] == f"12 files in {out}: 12 new"


def test_it_says_that_times_are_estimates(folder, tmp_path):
    result = run(folder, "--out", tmp_path / "dist")
    assert (
        "info: ep-7/page.txt: the transcript has no times; those written are estimates, by "
        "length of text\n"
    ) in result.stderr


def test_a_second_run_says_that_nothing_changed(folder, tmp_path):
    run(folder, "--out", tmp_path / "dist")
    result = run(folder, "--out", tmp_path / "dist")
    assert result.stdout.endswith(": 12 unchanged\n")


def test_quiet_prints_nothing(folder, tmp_path):
    result = run(folder, "--out", tmp_path / "dist", "--quiet")
    assert (result.exit_code, result.output) == (0, "")
    assert (tmp_path / "dist" / "feed.xml").exists()


def test_an_error_is_a_line_and_exits_with_1(folder, tmp_path):
    (folder / "ep-7" / "episode.toml").write_text("date = 2024-03-28\nnumber = 0\n")
    result = run(folder, "--out", tmp_path / "dist", "--quiet")
    assert result.exit_code == 1
    lines = result.stderr.splitlines()
    assert [line.partition(": expected")[0] for line in lines] == [
        "error: ep-7/episode.toml, date",
        "error: ep-7/episode.toml, number",
    ]


def test_a_folder_that_can_not_be_written_is_an_error(folder, tmp_path):
    (tmp_path / "file").write_text("no folder")
    result = run(folder, "--out", tmp_path / "file" / "dist")
    assert result.exit_code == 1
    assert result.stderr.splitlines()[-1].startswith("error: [Errno 20] Not a directory: ")


def test_texts_are_printed_as_they_are(folder, tmp_path):
    (folder / "[red]x.doc").write_text("...")
    result = run(folder, "--out", tmp_path / "dist")
    assert "warning: [red]x.doc: not used" in result.stderr


def test_no_text_gives_orders_to_the_terminal(folder, tmp_path):
    (folder / "x\n\x1b[31m.doc").write_text("...")
    result = run(folder, "--out", tmp_path / "dist")
    assert "warning: x\\n\\x1b[31m.doc: not used" in result.stderr


def test_a_folder_may_be_named_like_a_mark(folder, tmp_path):
    marked = tmp_path / "[" / "x]"
    marked.parent.mkdir()
    result = run(folder.rename(marked), "--out", tmp_path / "[/y]" / "dist")
    assert result.exit_code == 0


def test_any_text_prints_in_any_encoding(folder, tmp_path):
    (folder / "é.doc").write_text("...")
    result = subprocess.run(
        [sys.executable, "-m", "podkit", "build", folder, "--out", tmp_path / "dist"],
        check=True,
        capture_output=True,
        env={"PYTHONIOENCODING": "ascii"},
    )
    assert b"warning: \\xe9.doc: not used" in result.stderr


def test_the_output_need_not_be_a_file(folder, tmp_path, monkeypatch):
    output = io.StringIO()
    monkeypatch.setattr(sys, "stdout", output)
    main(["build", str(folder), "--out", str(tmp_path / "dist")], standalone_mode=False)
    assert output.getvalue().endswith(": 12 new\n")


def test_output_that_cannot_be_written_is_an_error(folder, tmp_path):
    with Path("/dev/full").open("wb") as full:
        result = subprocess.run(
            [sys.executable, "-m", "podkit", "build", folder, "--out", tmp_path / "dist"],
            check=False,
            stdout=full,
            stderr=subprocess.PIPE,
        )
    assert result.returncode == 1
    assert result.stderr.splitlines()[-1] == b"error: [Errno 28] No space left on device"


def test_whoever_stops_reading_sees_no_error(folder, tmp_path, monkeypatch):
    def stopped(*_args, **_options):
        raise BrokenPipeError(errno.EPIPE, "Broken pipe")

    monkeypatch.setattr(COMMAND, "prepare", stopped)
    result = run(folder, "--out", tmp_path / "dist")
    assert (result.exit_code, result.output) == (1, "")


def test_audio_that_changes_while_building_is_an_error(folder, tmp_path, monkeypatch):
    def prepared(*arguments, **options):
        publication = prepare(*arguments, **options)
        (folder / "ep-7" / "audio.mp3").write_text("no sound any more")
        return publication

    monkeypatch.setattr(COMMAND, "prepare", prepared)
    result = run(folder, "--out", tmp_path / "dist")
    assert result.exit_code == 1
    assert "error: expected MP3 audio" in result.stderr


def test_a_terminal_sees_progress(folder, tmp_path):
    """`script` gives the command a terminal."""
    command = f"{sys.executable} -m podkit build {folder} --out {tmp_path / 'dist'}"
    result = subprocess.run(
        ["script", "--quiet", "--return", "--command", command, "/dev/null"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert "Reading" in result.stdout
    assert "Writing" in result.stdout


@pytest.mark.parametrize(
    "command", [[Path(sys.executable).with_name("podkit")], [sys.executable, "-m", "podkit"]]
)
def test_the_command_and_the_module_are_the_same(command, folder, tmp_path):
    result = subprocess.run(
        [*command, "build", folder, "--out", tmp_path / "dist", "--quiet"],
        check=True,
        capture_output=True,
    )
    assert (result.returncode, result.stdout) == (0, b"")


def test_without_its_libraries_the_command_says_what_to_install(monkeypatch, capsys):
    from podkit import __main__

    monkeypatch.setitem(sys.modules, "podkit.cli", None)
    with pytest.raises(SystemExit, match=r"install it with: pip install 'podkit\[cli\]'"):
        __main__.main()


def test_the_module_runs_the_command(monkeypatch):
    monkeypatch.setattr(sys, "argv", ["podkit", "--version"])
    monkeypatch.delitem(sys.modules, "podkit.__main__", raising=False)
    with pytest.raises(SystemExit) as stop:
        runpy.run_module("podkit", run_name="__main__")
    assert stop.value.code == 0
