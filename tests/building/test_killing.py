"""A build that is killed leaves no file half-written."""

import shutil
import signal
import subprocess
import sys

import podkit
from podkit._files import TEMPORARY_SUFFIX
from tests.building.folders import SILENCE, make_episode, make_show, snapshot, toml

# Builds, and dies as soon as a file is opened or changed for the time of this number; at the end it
# says how often that was.
BUILD = """
import os, signal, sys
from podkit.building import prepare

CHANGES = {"open", "write", "writelines", "flush", "fsync", "rename", "replace", "unlink"}
last, calls = int(sys.argv[3]), 0

def count(_frame, event, called):
    global calls
    owner = getattr(called, "__self__", None)
    module = getattr(owner, "__name__", None) or type(owner).__module__
    if event == "c_return" and module in ("_io", "io", "posix") and called.__name__ in CHANGES:
        calls += 1
        if calls == last:
            os.kill(os.getpid(), signal.SIGKILL)

publication = prepare(sys.argv[1])
sys.setprofile(count)
list(publication.write(sys.argv[2]))
sys.setprofile(None)
print(calls)
"""


def test_every_file_is_whole_after_a_kill_at_any_moment(tmp_path):
    """Each file is the one of the old build or of the new."""
    folder, out = make_show(tmp_path / "show"), tmp_path / "dist"
    episode = make_episode(folder)
    (episode / "audio.mp3").write_bytes(SILENCE * 20)
    old = built(folder, episode, tmp_path / "old", date="2024-03-28T09:00:00Z")
    new = built(folder, episode, tmp_path / "new", date="2024-03-29T09:00:00Z")
    changed = {name for name in old if old[name] != new[name]}
    shutil.copytree(tmp_path / "old", out)
    calls = int(build_until(0, folder, out).stdout)
    replaced, temporary = [], []
    for call in range(1, calls + 1):
        shutil.rmtree(out)
        shutil.copytree(tmp_path / "old", out)
        assert build_until(call, folder, out).returncode == -signal.SIGKILL
        left = snapshot(out)
        temporary += [name for name in left if name.endswith(TEMPORARY_SUFFIX)]
        files = {name: data for name, data in left.items() if name not in temporary}
        assert files.keys() == old.keys()
        for name, data in files.items():
            assert data in (old[name], new[name]), name
        replaced.append(sum(files[name] == new[name] for name in changed))
    assert sorted({*replaced}) == list(range(len(changed) + 1))  # the kills fell between files,
    assert temporary  # and within them
    podkit.build(folder, out)
    assert snapshot(out) == new


def built(folder, episode, out, *, date):
    (episode / "episode.toml").write_text(toml({"date": date}))
    podkit.build(folder, out)
    return snapshot(out)


def build_until(call, folder, out):
    """Build in another process, which is killed at a call, if that is one of those it makes."""
    command = [sys.executable, "-c", BUILD, folder, out, str(call)]
    return subprocess.run(command, capture_output=True, text=True, check=False)
