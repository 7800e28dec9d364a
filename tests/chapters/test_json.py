"""The keys of JSON that no field has."""

from podkit.chapters import json


def test_a_key_without_a_name_is_kept():
    chapters = json.loads('{"version": "1.2.0", "chapters": [{"startTime": 0, "": 1}]}')
    assert json.loads(json.dumps(chapters)) == chapters
    assert '"": 1' in json.dumps(chapters)
