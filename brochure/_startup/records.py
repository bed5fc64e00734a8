"""Frozen dataclasses that cost little to define.

The standard decorator writes and compiles source for each class, which for the records of this
program takes longer than fitting and drawing a handout. Here only a class of which hundreds are
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
        values = [
            changes.pop(name) if name in changes else getattr(record, name)
            for name in cls.__match_args__
        ]
        if changes:
            raise TypeError(f"{cls.__name__} has no field {next(iter(changes))!r}")
        return cls(*values)

    class _Fields:
        """The fields as `dataclasses` describes them, made only when its functions ask."""

        def __get__(self, record, cls):
            return _described(cls).__dataclass_fields__

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
        names = tuple(cls.__dict__.get("__annotations__", {}))
        space = dict(cls.__dict__)
        defaults = {name: space.pop(name) for name in names if name in space}
        space.pop("__dict__", None)
        space.pop("__weakref__", None)
        space["__slots__"] = names
        space["__match_args__"] = names
        space["_defaults"] = defaults
        space["_fetch"] = staticmethod(_fetcher(names))
        space["__dataclass_fields__"] = _Fields()
        space["__signature__"] = _Signature()
        for name, method in _METHODS.items():
            space.setdefault(name, method)
        if frozen:
            space["__setattr__"] = space["__delattr__"] = _refuse
        if eq:
            space.setdefault("__eq__", _eq)
            space.setdefault("__hash__", _hash if frozen else None)
        made = type(cls)(cls.__name__, cls.__bases__, space)
        made.__init__ = _initializer(made, names, defaults)
        return made

    HOT = 250
    """The record of a class from which on it pays to compile its __init__."""

    def _initializer(cls, names, defaults):
        """Return an __init__ that sets the slots directly."""
        setters = [cls.__dict__[name].__set__ for name in names]
        count = len(names)
        left = HOT
        checks = "__post_init__" in cls.__dict__

        def __init__(self, *args, **kwargs):  # noqa: N807
            nonlocal left
            left -= 1
            if not left:
                cls.__init__ = _compiled(names, setters, defaults, checks)
            given = len(args)
            if given > count:
                raise TypeError(f"{cls.__name__} takes {count} values, got {given}")
            for put, value in zip(setters, args, strict=False):
                put(self, value)
            for index in range(given, count):
                name = names[index]
                if name in kwargs:
                    value = kwargs.pop(name)
                elif name in defaults:
                    value = defaults[name]
                    if value.__class__ is _Factory:
                        value = value.make()
                else:
                    raise TypeError(f"{cls.__name__} needs {name!r}")
                setters[index](self, value)
            if kwargs:
                raise TypeError(f"{cls.__name__} does not take {next(iter(kwargs))!r}")
            if checks:
                self.__post_init__()

        return __init__

    def _compiled(names, setters, defaults, checks):
        """Return the same __init__ as source would have it, three times as quick."""
        space = {f"set_{name}": put for name, put in zip(names, setters, strict=True)}
        space |= {f"default_{name}": default for name, default in defaults.items()}
        heads, lines = [], []
        for name in names:
            default, value = f"default_{name}", name
            heads.append(f"{name}={default}" if name in defaults else name)
            if defaults.get(name).__class__ is _Factory:
                value = f"{default}.make() if {name} is {default} else {name}"
            lines.append(f"    set_{name}(self, {value})\n")
        if checks:
            lines.append("    self.__post_init__()\n")
        exec(f"def __init__(self, {', '.join(heads)}):\n{''.join(lines)}", space)
        return space["__init__"]

    def _values(record):
        return record.__class__._fetch(record)

    def _fetcher(names):
        """Return a function that takes the values out of a record, as a tuple."""
        if len(names) > 1:
            return attrgetter(*names)
        return lambda record: tuple([getattr(record, name) for name in names])

    def _eq(self, other):
        if other.__class__ is not self.__class__:
            return NotImplemented
        return _values(self) == _values(other)

    def _hash(self):
        return hash(_values(self))

    def _repr(self):
        pairs = zip(self.__match_args__, _values(self), strict=True)
        return f"{type(self).__name__}({', '.join(f'{name}={value!r}' for name, value in pairs)})"

    def _reduce(self):
        return type(self), _values(self)

    def _refuse(self, name, value=None):
        raise AttributeError(f"{type(self).__name__}.{name} is frozen")

    _METHODS = {"__repr__": _repr, "__reduce__": _reduce}

__all__ = ["dataclass", "field", "replace"]
