"""Runs the web platform's tests of WebVTT parsing, where they have been fetched.

Usage: ``python -m tests.transcripts.wpt FOLDER``, where the folder is ``test`` of a clone of
https://github.com/w3c/webvtt.js, which has them as plain files: ``wpt-file-parsing`` pairs a file
with assertions in JavaScript, which node runs, and ``wpt-cue-parsing`` cue texts with their trees.

podkit keeps settings and regions as they are written; what browsers make of them is worked out
here, by the sections "WebVTT cue timings and settings parsing" and "WebVTT region settings parsing"
of the standard, so that the assertions show that nothing of them was lost.
"""

import json
import math
import re
import subprocess
import sys
from pathlib import Path

from podkit.errors import ignore
from podkit.transcripts import vtt
from podkit.transcripts._cue_text import End, Start, events
from podkit.transcripts._reading import Lines, read_source
from podkit.transcripts._webvtt import read_blocks, read_header

HARNESS = """
const assert = require("assert/strict");
const assert_equals = (a, b, why) => assert.equal(a, b, why);
const assert_not_equals = (a, b, why) => assert.notEqual(a, b, why);
const assert_true = (a, why) => assert(a, why);
const assert_false = (a, why) => assert(!a, why);
// HTML's rules for parsing numbers know no negative zero: the sum makes it none.
const file = JSON.parse(process.argv[1], (_, value) =>
    value && value.number ? Number(value.number) + 0 : value);
const cues = file.cues;
for (const cue of cues) cue.region = cue.region === null ? null : file.regions[cue.region];
{
  %s
}
"""
PERCENTAGE = re.compile(r"[0-9]+(?:\.[0-9]+)?%")
NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")
SPACE = re.compile(r"[ \t\n\f\r]+")
ALIGNMENTS = {"start", "center", "end"}
SIDES = {"line-left", "center", "line-right"}


def main(folder):
    """Run all tests, and print how many passed."""
    passed, total = 0, 0
    for file in sorted(folder.glob("wpt-file-parsing/*.vtt")):
        fault = failure(file)
        total, passed = total + 1, passed + (not fault)
        print(*(["ok  ", file.name] if not fault else ["FAIL", file.name, fault]))
    for file in sorted(folder.glob("wpt-cue-parsing/*.json")):
        cases = json.loads(file.read_text())
        wrong = [case for case in cases if tree(case["text"]) != case["expectedTree"].rstrip("\n")]
        total, passed = total + len(cases), passed + len(cases) - len(wrong)
        print("FAIL" if wrong else "ok  ", file.name, f"{len(cases) - len(wrong)} of {len(cases)}")
        for case in wrong:
            print(f"     {case['text']!r}: {tree(case['text'])!r}, not {case['expectedTree']!r}")
    print(f"{passed} of {total} passed")
    return 0 if passed == total > 0 else 1


def failure(file):
    """Say what of a file isn't as its assertions want it."""
    assertions = file.with_suffix(".js").read_text()
    command = ["node", "-e", HARNESS % assertions, json.dumps(shown(file.read_bytes()))]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    return result.stderr.strip()


def shown(data):
    """Give the cues and regions of a file as browsers show them to scripts."""
    text = read_source(data, ignore)
    position, _, _ = read_header(text)
    regions = [region(each) for each in vtt.loads(data).regions]
    names = {each["id"]: index for index, each in enumerate(regions)}
    cues = []
    for _, block in read_blocks(text, position, Lines(text).at, ignore):
        if isinstance(block, tuple):
            id_, start, end, options, said = block
            cue = {"id": id_, "startTime": start, "endTime": end, "text": said}
            cues.append(cue | settings(options, names))
    return {"cues": cues, "regions": regions}


def pairs(text):
    """Give the names and values of settings."""
    for setting in SPACE.split(text):
        name, _, value = setting.partition(":")
        if name and value:
            yield name, value


def number(text):
    """Write a number so that it stays as it is until the script reads it."""
    return {"number": text}


def percentage(text):
    """Give a percentage, or None where it is none."""
    is_one = PERCENTAGE.fullmatch(text) and 0 <= float(text[:-1]) <= 100
    return number(text[:-1]) if is_one else None


def finite(text):
    """Give a number, or None where it is none or too large for one."""
    return number(text) if NUMBER.fullmatch(text) and math.isfinite(float(text)) else None


def region(text):
    """Give a region of what its block says."""
    found = {"id": "", "width": 100, "lines": 3, "scroll": ""}
    found |= {
        "regionAnchorX": 0,
        "regionAnchorY": 100,
        "viewportAnchorX": 0,
        "viewportAnchorY": 100,
    }
    for name, value in pairs(text):
        if name == "id":
            found["id"] = value
        elif name == "width" and percentage(value):
            found["width"] = percentage(value)
        elif name == "lines" and re.fullmatch("[0-9]+", value):
            found["lines"] = number(value)
        elif name == "scroll" and value == "up":
            found["scroll"] = value
        elif name in ("regionanchor", "viewportanchor") and "," in value:
            x, y = map(percentage, value.split(",", 1))
            if x and y:
                word = name.removesuffix("anchor")
                found |= {f"{word}AnchorX": x, f"{word}AnchorY": y}
    return found


def settings(text, regions):
    """Give a cue's settings of what stands after its times."""
    found = {"region": None, "vertical": "", "line": "auto", "lineAlign": "start"}
    found |= {"snapToLines": True, "position": "auto", "positionAlign": "auto"}
    found |= {"size": 100, "align": "center"}
    for name, value in pairs(text):
        before, comma, alignment = value.partition(",")
        if name == "region":
            found["region"] = regions.get(value)
        elif name == "vertical" and value in ("rl", "lr"):
            found |= {"vertical": value, "region": None}
        elif name == "line" and (not comma or alignment in ALIGNMENTS):
            share = before.endswith("%")
            place = percentage(before) if share else finite(before)
            if place:
                found |= {"line": place, "snapToLines": not share, "region": None}
                found |= {"lineAlign": alignment} if comma else {}
        elif name == "position" and (not comma or alignment in SIDES) and percentage(before):
            found["position"] = percentage(before)
            found |= {"positionAlign": alignment} if comma else {}
        elif name == "size" and percentage(value):
            found["size"] = percentage(value)
            found |= {"region": None} if float(value[:-1]) != 100 else {}
        elif name == "align" and value in ALIGNMENTS | {"left", "right"}:
            found["align"] = value
    return found


def tree(raw):
    """Write the tree of a cue's text as the tests do."""
    # A cue's text ends at a blank line; the tests' texts end with a line's end of their own.
    text = read_source(raw.removesuffix("\n"), ignore).partition("\n\n")[0]
    lines, depth = [], 0
    for event in events(text):
        indent = f"| {'  ' * depth}"
        if isinstance(event, str):
            lines.append(f'{indent}"{event}"')
        elif isinstance(event, float):
            minute, second = divmod(event, 60)
            clock = f"{int(minute) // 60:02d}:{int(minute) % 60:02d}:{second:06.3f}"
            lines.append(f"{indent}<?timestamp {clock}>")
        elif isinstance(event, Start):
            lines += element(event, indent)
            depth += 1
        elif isinstance(event, End):
            depth -= 1
    return "\n".join(lines)


def element(start, indent):
    """Write a span as the element that browsers make of it."""
    yield f"{indent}<{'span' if start.name in ('c', 'v', 'lang') else start.name}>"
    if start.classes:
        yield f'{indent}  class="{" ".join(start.classes)}"'
    if start.name == "lang":
        yield f'{indent}  lang="{start.annotation}"'
    if start.name == "v":
        yield f'{indent}  title="{start.annotation}"'


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
