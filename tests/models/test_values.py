"""What every model does, whatever its fields."""

import copy
import pickle

import attrs
import pytest

from podkit import Category, Extension
from tests.models.samples import FIELDS, MODELS, filled, sample

every_model = pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)


def each_field(kind=object):
    """Parametrise a test by the fields that hold a value of this kind."""
    return pytest.mark.parametrize(
        ("model", "field"),
        [
            pytest.param(model, field, id=f"{model.__name__}.{field.name}")
            for model, field in FIELDS
            if isinstance(filled(field.type), kind)
        ],
    )


def other(model, field):
    """Give what the field may hold too, beside what the sample has."""
    value = getattr(sample(model), field.name)
    if value == ():
        return (sample(model),)
    if field.default is attrs.NOTHING:
        return not value if isinstance(value, bool) else value * 2
    return field.default.factory() if isinstance(field.default, attrs.Factory) else field.default


@every_model
def test_takes_keyword_arguments_only(model):
    with pytest.raises(TypeError, match="positional argument"):
        model("text")
    assert all(field.kw_only for field in attrs.fields(model))


@every_model
def test_knows_no_other_field(model):
    with pytest.raises(TypeError, match="unexpected keyword argument 'mood'"):
        sample(model, mood="calm")


@every_model
def test_is_frozen(model):
    value = sample(model)
    for field in attrs.fields(model):
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            setattr(value, field.name, None)
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            delattr(value, field.name)
    assert value == sample(model)


@every_model
def test_has_slots_and_no_room_for_more(model):
    value = sample(model)
    assert not hasattr(value, "__dict__")
    with pytest.raises(AttributeError):
        object.__setattr__(value, "mood", "calm")


@every_model
def test_is_equal_by_value_and_hashes_alike(model):
    assert sample(model) == sample(model)
    assert len({sample(model), sample(model)}) == 1
    assert sample(model) != "text"


@each_field()
def test_differs_by_each_field_that_has_meaning(model, field):
    value = sample(model)
    changed = attrs.evolve(value, **{field.name: other(model, field)})
    assert getattr(changed, field.name) != getattr(value, field.name)
    assert (changed != value) == field.eq
    assert attrs.evolve(changed, **{field.name: getattr(value, field.name)}) == value


@pytest.mark.parametrize(
    ("model", "spelling"), [("Extension", {"prefix"}), ("Paragraph", {"bullet"})]
)
def test_the_fields_that_are_spelling_alone(model, spelling):
    found = {field.name for owner, field in FIELDS if owner.__name__ == model and not field.eq}
    assert found == spelling
    assert sum(not field.eq for _, field in FIELDS) == 2


@every_model
@pytest.mark.parametrize(
    "again",
    [copy.copy, copy.deepcopy, attrs.evolve, lambda value: pickle.loads(pickle.dumps(value))],
)
def test_survives_copying_and_pickling(model, again):
    value = sample(model)
    assert again(value) == value
    assert repr(again(value)) == repr(value)


@every_model
def test_becomes_a_dictionary_of_its_fields(model):
    value = sample(model)
    found = attrs.asdict(value)
    assert list(found) == [field.name for field in attrs.fields(model)]
    assert not any(attrs.has(type(part)) for part in parts(found))
    assert "text" in parts(found) or b"data" in parts(found)


def parts(value):
    """List a value, and what is in it."""
    inner = value.values() if isinstance(value, dict) else value
    if not isinstance(inner, list | tuple | type({}.values())):
        return [value]
    return [part for member in inner for part in parts(member)]


@each_field(tuple)
def test_an_iterable_is_kept_as_a_tuple(model, field):
    value = filled(field.type)
    for given in (list(value), iter(value), dict.fromkeys(value)):
        assert getattr(sample(model, **{field.name: given}), field.name) == value


@each_field(float)
def test_whole_numbers_become_floats(model, field):
    seconds = getattr(sample(model, **{field.name: 90}), field.name)
    assert (seconds, type(seconds)) == (90.0, float)


def test_a_model_may_hold_itself():
    deep = Category(text="Arts", subcategories=[Category(text="Food")])
    assert pickle.loads(pickle.dumps(deep)) == deep == copy.deepcopy(deep)
    mixed = Extension(name="a", children=[Extension(name="b", children=[Extension(name="c")])])
    assert attrs.asdict(mixed)["children"][0]["children"][0]["name"] == "c"
