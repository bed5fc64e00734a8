"""Our records are frozen dataclasses, before and after their __init__ is compiled."""

from __future__ import annotations

import dataclasses
import inspect
import pickle

import pytest

from brochure._startup.records import dataclass, field, replace


@dataclass(frozen=True, slots=True)
class Line:
    """A record with every kind of field."""

    text: str
    size: float = 12.0
    marks: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Open:
    """A record that may change."""

    count: int = 0


@dataclass(frozen=True, slots=True, eq=False)
class Own:
    """A record that equals itself alone."""

    text: str


@dataclass(frozen=True, slots=True)
class Checked:
    """A record that looks at its values."""

    text: str

    def __post_init__(self) -> None:
        if not self.text:
            raise ValueError("no text")
        object.__setattr__(self, "text", self.text.lower())


@pytest.fixture(params=["new", "compiled"])
def line(request) -> type[Line]:
    """The record's class, as it is defined or after dozens were made."""
    made = dataclass(frozen=True, slots=True)(
        type("Line", (), {"__annotations__": Line.__annotations__, "__module__": __name__,
                          "size": 12.0, "marks": field(default_factory=list)})
    )  # fmt: skip
    for _ in range(49):
        made("warm")
    assert "__init__" in vars(made)
    if request.param == "compiled":
        made("warm")
        assert "__init__" not in vars(made)
    return made


def test_values_come_by_place_by_name_or_by_default(line):
    made = line("Back", size=14.0)
    assert (made.text, made.size, made.marks) == ("Back", 14.0, [])
    assert line("Back", 14.0, ["a"]).marks == ["a"]
    assert line(text="Back").size == 12.0


def test_a_factory_makes_a_new_default_each_time(line):
    first, second = line("a"), line("a")
    first.marks.append("x")
    assert second.marks == []


@pytest.mark.parametrize(
    ("args", "kwargs"),
    [((), {}), (("a", 1.0, [], 4), {}), (("a",), {"wrong": 1}), (("a",), {"text": "b"})],
    ids=["too few", "too many", "unknown", "twice"],
)
def test_what_does_not_fit_is_refused(line, args, kwargs):
    with pytest.raises(TypeError):
        line(*args, **kwargs)


def test_records_are_frozen_equal_by_value_and_shown(line):
    made = line("a", 1.0, [])
    with pytest.raises(AttributeError):
        made.text = "b"
    with pytest.raises(AttributeError):
        del made.text
    assert made == line("a", 1.0, [])
    assert made != line("b", 1.0, [])
    assert repr(made) == "Line(text='a', size=1.0, marks=[])"
    assert replace(made, text="c") == line("c", 1.0, [])
    with pytest.raises(TypeError):
        replace(made, wrong=1)


def test_dataclasses_and_pickle_know_them():
    names = [each.name for each in dataclasses.fields(Line)]
    assert names == ["text", "size", "marks"]
    assert dataclasses.is_dataclass(Line)
    assert pickle.loads(pickle.dumps(Line("a"))) == Line("a")


def test_hashes():
    assert hash(Line("a", 1.0, ())) == hash(Line("a", 1.0, ()))
    with pytest.raises(TypeError):
        hash(Open())


def test_a_record_that_may_change_does_however_often_it_is_made():
    for _ in range(60):
        made = Open()
        made.count += 1
        assert made == Open(1)
    with pytest.raises(AttributeError):
        made.other = 1


def test_a_compiled_record_has_its_own_class_and_nothing_but_its_fields(line):
    made = line("a")
    assert type(made) is line
    assert not hasattr(made, "__dict__")
    assert repr(pickle.loads(pickle.dumps(Line("%s")))) == "Line(text='%s', size=12.0, marks=[])"


def test_a_record_without_eq_equals_itself_alone():
    one, other = Own("a"), Own("a")
    assert one != other
    assert len({one, other, one}) == 2


def test_a_record_checks_its_values_however_it_is_made_and_however_often():
    for _ in range(60):
        assert Checked("A").text == "a"
    assert replace(Checked("A"), text="B") == Checked("b")
    assert pickle.loads(pickle.dumps(Checked("A"))) == Checked("a")
    with pytest.raises(ValueError, match="no text"):
        Checked("")


def test_help_shows_the_fields_of_a_record():
    parameters = inspect.signature(Line).parameters
    assert list(parameters) == ["text", "size", "marks"]
    assert parameters["size"].default == 12.0
