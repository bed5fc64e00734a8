"""Frozen dataclasses that cost little to define.

The standard decorator writes and compiles source for each class, which for the records of this
program takes longer than fitting and drawing a handout. Here only a class of which dozens are
made is compiled, when they are. The meaning is the same for what is used here: frozen or not,
always with slots, defaults and default factories, `__post_init__`, `==`, `hash`, `repr`,
pickling, and `replace`.
Type checkers, and the functions of `dataclasses`, see the real thing.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from dataclasses import dataclass, field, replace
else:
    from operator import attrgetter

    class _Factory:
        """A default that is made anew for each record."""

        __slots__ = ("make",)

        def __init__(self, make):
            self.make = make

    def field(*, default_factory):
        """Return a field whose default is made anew for each record."""
        return _Factory(default_factory)

    def dataclass(*, frozen=False, slots=True, eq=True):
        """Return a decorator that makes a class a record; ``slots`` is always on."""
        return lambda cls: _record(cls, frozen, eq)

    def replace(record, /, **changes):
        """Return a copy of a record with some fields changed."""
        cls = type(record)
        names = cls.__match_args__
        values = [*cls._fetch(record)]
        for name, value in changes.items():
            if name not in names:
                raise TypeError(f"{cls.__name__} has no field {name!r}")
            values[names.index(name)] = value
        return cls(*values)

    class _Fields:
        """The fields as `dataclasses` describes them, made when its functions first ask."""

        def __get__(self, record, cls):
            cls.__dataclass_fields__ = _described(cls).__dataclass_fields__
            return cls.__dataclass_fields__

    class _Signature:
        """What `help` shows of a class, made only when it asks."""

        def __get__(self, record, cls):
            from inspect import signature

            return signature(_described(cls))

    def _described(cls):
        """Return a class of the standard library's own with the same fields."""
        from dataclasses import field as describe
        from dataclasses import make_dataclass

        rows = []
        for name in cls.__match_args__:
            row = (name, cls.__annotations__.get(name, "Any"))
            if name in cls._defaults:
                default = cls._defaults[name]
                made = isinstance(default, _Factory)
                how = {"default_factory": default.make} if made else {"default": default}
                row = (*row, describe(**how))
            rows.append(row)
        return make_dataclass(cls.__name__, rows)

    def _record(cls, frozen, eq):
        names = tuple(cls.__dict__.get("__annotations__", ()))
        space = dict(cls.__dict__)
        defaults = {name: space.pop(name) for name in names if name in space}
        del space["__dict__"], space["__weakref__"]
        space["__slots__"] = space["__match_args__"] = names
        space["_defaults"] = defaults
        space["_rest"] = [defaults.get(name, _NEEDED) for name in names]
        space["_fetch"] = attrgetter(*names) if len(names) > 1 else _fetch_one(*names)
        space["__init__"] = _initializer(names, frozen, "__post_init__" in space)
        return type(cls.__name__, cls.__bases__, _METHODS[frozen, eq] | space)

    HOT = 50
    """The record of a class from which on it pays to compile how it is made."""

    def _initializer(names, frozen, checks):
        """Return an __init__ that sets the slots directly."""
        setters, count, left = None, len(names), HOT

        def __init__(self, *args, **kwargs):  # noqa: N807
            nonlocal setters, left
            left -= 1
            if not left:
                _compile(self.__class__, names, frozen, checks)
            if setters is None:
                setters = [self.__class__.__dict__[name].__set__ for name in names]
            if kwargs or len(args) != count:
                args = _all_values(self.__class__, args, kwargs)
            for put, value in zip(setters, args):  # noqa: B905  (as many; to say so takes longer)
                put(self, value)
            if checks:
                self.__post_init__()

        return __init__

    def _all_values(cls, args, kwargs):
        """Return a value for each field, of those that are given and the defaults."""
        given = len(args)
        names, rest = cls.__match_args__[given:], cls._rest[given:]
        if given > len(cls._rest):
            raise TypeError(f"{cls.__name__} takes {len(cls._rest)} values, got {given}")
        for name, value in kwargs.items():
            if name not in names:
                raise TypeError(f"{cls.__name__} does not take {name!r}")
            rest[names.index(name)] = value
        for index, value in enumerate(rest):
            if value.__class__ is _Factory:
                rest[index] = value.make()
            elif value is _NEEDED:
                raise TypeError(f"{cls.__name__} needs {names[index]!r}")
        return (*args, *rest)

    _NEEDED = object()
    """Stands in the place of a value without a default."""

    def _compile(cls, names, frozen, checks):
        """Let a class make its records as source would have it, which takes a third.

        A frozen one is filled as a twin that is not, and then becomes what it is.
        """
        space = {f"default_{name}": default for name, default in cls._defaults.items()}
        heads, lines = [], []
        for name in names:
            default, value = f"default_{name}", name
            heads.append(f"{name}={default}" if name in cls._defaults else name)
            if cls._defaults.get(name).__class__ is _Factory:
                value = f"{default}.make() if {name} is {default} else {name}"
            lines.append(f"self.{name} = {value}")
        lines += ["self.__class__ = cls"] if frozen else []
        lines += ["self.__post_init__()"] if checks else []
        name, own = "__init__", "self"
        if frozen:
            name, own = "__new__", "cls"
            space |= {"new": object.__new__, "Twin": _twin(cls)}
            lines = ["self = new(Twin)", *lines, "return self"]
        body = "".join([f"    {line}\n" for line in lines])
        exec(f"def {name}({own}, {', '.join(heads)}):\n{body}", space)
        setattr(cls, name, space[name])
        if frozen:
            del cls.__init__

    def _twin(cls):
        """Return a class of the same slots that is not frozen, so that one may become the other."""
        return type(cls.__name__, cls.__bases__, {"__slots__": cls.__slots__})

    def _fetch_one(name):
        """Return a function that takes the one value out of a record, as a tuple."""
        fetch = attrgetter(name)
        return staticmethod(lambda record: (fetch(record),))

    def _eq(self, other):
        cls = self.__class__
        if other.__class__ is not cls:
            return NotImplemented
        return cls._fetch(self) == cls._fetch(other)

    def _hash(self):
        return hash(self.__class__._fetch(self))

    def _repr(self):
        cls = self.__class__
        return (_SHOWN.get(cls) or _show(cls)) % cls._fetch(self)

    _SHOWN = {}
    """How the records of a class are shown that were shown before."""

    def _show(cls):
        """Return how a class's records are shown, for their values to be put in."""
        fields = ", ".join([f"{name}=%r" for name in cls.__match_args__])
        shown = _SHOWN[cls] = f"{cls.__name__}({fields})"
        return shown

    def _reduce(self):
        cls = self.__class__
        return cls, cls._fetch(self)

    def _refuse(self, name, value=None):
        raise AttributeError(f"{type(self).__name__}.{name} is frozen")

    _ALL = {
        "__repr__": _repr,
        "__reduce__": _reduce,
        "__dataclass_fields__": _Fields(),
        "__signature__": _Signature(),
    }
    _FIXED = {"__setattr__": _refuse, "__delattr__": _refuse}
    _METHODS = {
        (True, True): {**_ALL, **_FIXED, "__eq__": _eq, "__hash__": _hash},
        (True, False): {**_ALL, **_FIXED},
        (False, True): {**_ALL, "__eq__": _eq, "__hash__": None},
        (False, False): _ALL,
    }
    """What records can do, by whether they are frozen, and equal by their values."""

__all__ = ["dataclass", "field", "replace"]
