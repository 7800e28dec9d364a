"""A build that is killed leaves no file half-written."""

import random
import subprocess
import sys
import time

import podkit
from podkit._files import TEMPORARY_SUFFIX
from tests.building.folders import SILENCE, make_episode, make_show, snapshot, toml

# Says when each file is written, and so when a kill falls between files or within one.
BUILD = """
import sys
from podkit.building import prepare

publication = prepare(sys.argv[1])
print("ready", flush=True)
for made in publication.write(sys.argv[2]):
    print(made.name, flush=True)
"""
VERSIONS = ("2024-03-28T09:00:00Z", "2024-03-29T09:00:00Z")
KILLS = 24


def test_every_file_is_whole_after_a_kill_at_any_moment(tmp_path):
    """Each file is one that a finished build of the old or of the new folder has."""
    folder, out = make_show(tmp_path / "show"), tmp_path / "dist"
    episodes = [make_episode(folder, stem) for stem in ("ep-7", "ep-8")]
    for episode in episodes:
        (episode / "audio.mp3").write_bytes(SILENCE * 20)
    finished = []
    for version in VERSIONS:
        set_version(episodes, version)
        finished.append(built(folder, tmp_path / version))
    (tmp_path / VERSIONS[0]).rename(out)
    moments = random.Random(7)
    interrupted = 0
    for kill in range(KILLS):
        set_version(episodes, VERSIONS[(kill + 1) % 2])
        left = killed(folder, out, after=kill % 7, pause=moments.uniform(0, 0.02))
        files = {name: data for name, data in left.items() if not name.endswith(TEMPORARY_SUFFIX)}
        assert files.keys() == finished[0].keys()
        for name, data in files.items():
            assert data in (finished[0][name], finished[1][name]), name
        interrupted += len(left) > len(files) or files not in finished
    assert interrupted > KILLS / 4  # else the kills fell where nothing could break
    assert built(folder, out) in finished


def set_version(episodes, date):
    for episode in episodes:
        (episode / "episode.toml").write_text(toml({"date": date}))


def built(folder, out):
    podkit.build(folder, out)
    return snapshot(out)


def killed(folder, out, *, after, pause):
    """Build in another process, kill it some time after so many files, and give what is there."""
    command = [sys.executable, "-c", BUILD, folder, out]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
        for _ in range(after + 1):
            process.stdout.readline()
        time.sleep(pause)
        process.kill()
    return snapshot(out)
