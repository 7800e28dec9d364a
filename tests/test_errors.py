import copy
import pickle

import pytest

import podkit
from podkit import (
    BuildError,
    ParseError,
    PodkitError,
    Problem,
    UnrepresentableError,
    UnsupportedFormatError,
    errors,
)

PROBLEM = Problem(id="not-a-number", message="expected a number", where="item 3", line=41)
ERRORS = [
    ParseError("expected WEBVTT"),
    ParseError("expected a number", where="item 3", line=41),
    UnsupportedFormatError("no such format"),
    UnrepresentableError("too long", where="title"),
    BuildError([PROBLEM, PROBLEM]),
]


@pytest.mark.parametrize("error", ERRORS, ids=repr)
def test_each_error_is_caught_as_ours_and_as_a_value_error(error):
    assert isinstance(error, PodkitError)
    assert isinstance(error, ValueError)


def test_every_kind_of_error_is_in_this_test():
    kinds = {value for value in vars(errors).values() if isinstance(value, type)}
    ours = {kind for kind in kinds if issubclass(kind, PodkitError)} - {PodkitError}
    assert ours == {type(error) for error in ERRORS}


@pytest.mark.parametrize("error", ERRORS, ids=repr)
@pytest.mark.parametrize(
    "again", [copy.copy, copy.deepcopy, lambda e: pickle.loads(pickle.dumps(e))]
)
def test_errors_survive_copying_and_pickling(error, again):
    other = again(error)
    assert type(other) is type(error)
    assert str(other) == str(error)
    assert vars(other) == vars(error)


@pytest.mark.parametrize(
    ("places", "text"),
    [
        ({}, "expected a number"),
        ({"where": "item 3"}, "item 3: expected a number"),
        ({"line": 41}, "line 41: expected a number"),
        ({"where": "item 3", "line": 41}, "item 3, line 41: expected a number"),
    ],
)
def test_errors_and_problems_say_where(places, text):
    error = ParseError("expected a number", **places)
    assert (str(error), error.where, error.line) == (text, places.get("where"), places.get("line"))
    assert str(Problem(id="not-a-number", message="expected a number", **places)) == text


def test_a_value_that_cannot_be_written_is_named():
    error = UnrepresentableError("too long", where="episodes[2].title")
    assert (str(error), error.where) == ("episodes[2].title: too long", "episodes[2].title")
    assert str(UnrepresentableError("too long")) == "too long"


def test_a_build_error_gives_each_problem_a_line():
    error = BuildError([PROBLEM, Problem(id="missing-key", message="say who it is")])
    assert error.problems == (PROBLEM, Problem(id="missing-key", message="say who it is"))
    assert str(error) == "item 3, line 41: expected a number\nsay who it is"


def test_the_strict_handler_raises_a_problem_as_an_error():
    with pytest.raises(ParseError) as error:
        podkit.strict(PROBLEM)
    assert (str(error.value), error.value.where, error.value.line) == (str(PROBLEM), "item 3", 41)


def test_the_handler_that_ignores_does_nothing():
    assert errors.ignore(PROBLEM) is None


def test_a_problem_is_a_warning_unless_it_says_otherwise():
    assert PROBLEM.level == "warning"
    assert Problem(id="a", message="b", level="error") != Problem(id="a", message="b")
