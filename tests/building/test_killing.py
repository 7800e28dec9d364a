"""A build that is killed leaves no file half-written."""

import random
import signal
import subprocess
import sys
import time

import podkit
from podkit._files import TEMPORARY_SUFFIX
from tests.building.folders import SILENCE, make_episode, make_show, snapshot, toml

BUILD = "import sys, podkit; podkit.build(sys.argv[1], sys.argv[2])"
KILLS = 12


def test_every_file_is_whole_after_a_kill_at_any_moment(tmp_path):
    """Each file is one that a finished build of the old or of the new folder has."""
    folder, out = make_show(tmp_path / "show"), tmp_path / "dist"
    episode = make_episode(folder)
    (episode / "audio.mp3").write_bytes(SILENCE * 40)
    dates = ("2024-03-28T09:00:00Z", "2024-03-29T09:00:00Z")
    whole = {}
    for index, date in enumerate(dates):
        (episode / "episode.toml").write_text(toml({"date": date}))
        start = time.perf_counter()
        subprocess.run([sys.executable, "-c", BUILD, folder, tmp_path / f"{index}"], check=True)
        seconds = time.perf_counter() - start
        for name, data in snapshot(tmp_path / f"{index}").items():
            whole.setdefault(name, set()).add(data)
    moments = random.Random(7)
    for index in range(KILLS):
        (episode / "episode.toml").write_text(toml({"date": dates[index % 2]}))
        process = subprocess.Popen([sys.executable, "-c", BUILD, folder, out])
        time.sleep(seconds * moments.uniform(0.3, 1.0))
        process.send_signal(signal.SIGKILL)
        process.wait()
        for name, data in snapshot(out).items():
            assert name.endswith(TEMPORARY_SUFFIX) or data in whole[name], name
    podkit.build(folder, out)
    assert snapshot(out).keys() == whole.keys()
