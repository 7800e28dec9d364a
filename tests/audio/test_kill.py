"""A file is the old one or the new one, and its audio all there, whenever its writer is killed."""

import re
import subprocess
import sys


def test_a_killed_writer_leaves_the_old_file_or_the_new_one():
    command = [sys.executable, "-m", "tests.audio.kill", "34", "podkit"]
    table = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    rows = re.findall(r"(\d+) +(\d+) +(\d+) +(\d+)$", table, re.MULTILINE)
    assert len(rows) == 3
    for kills, within, neither, lost in rows:
        assert (kills, neither, lost) == ("34", "0", "0")
        assert int(within) > 0
