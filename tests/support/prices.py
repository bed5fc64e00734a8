"""The prices of the fit: each number that its modules name, found by looking, changed at will."""

from __future__ import annotations

import ast
import inspect
import pkgutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import import_module
from types import FunctionType, ModuleType
from typing import Any

import brochure
from brochure.remember import forget

STAGES = ("copyfit", "typeset")
"""The packages whose numbers are prices."""
OF_FILES = (
    "font_files",
    "font_tables",
    "fonts",
    "glyph_outlines",
    "kerning",
    "proven_fonts",
    "sfnt",
)
"""Modules whose numbers are those of font files: nobody chose them."""
LESS, MORE = 0.8, 1.2
"""A price is guarded if a change by a fifth changes a decision."""


@dataclass(frozen=True)
class Guard:
    """A decision that turns on one price: what it is, and what to change the price by to flip it.

    A price is named by its module and where it stands there: ``rows.GAPS.para.1``.
    """

    price: str
    decide: Callable[[], Any]
    decided: Any
    flips: tuple[float, ...] = (LESS, MORE)


def modules() -> dict[str, ModuleType]:
    """The modules of the stages by the last part of their names."""
    found = {}
    for stage in STAGES:
        package = import_module(f"brochure.{stage}")
        for info in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            short = info.name.rsplit(".", 1)[-1]
            if short not in OF_FILES:
                found[short] = import_module(info.name)
    return found


def _assigned(module: ModuleType) -> list[str]:
    """The names that a module itself gives a value, in order."""
    names: list[str] = []
    for node in ast.parse(inspect.getsource(module)).body:
        targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
        for target in targets:
            parts = target.elts if isinstance(target, ast.Tuple) else [target]
            names += [part.id for part in parts if isinstance(part, ast.Name)]
    return names


def _steps(value: Any) -> list[tuple[str, Any]]:
    """What stands in a table, tuple or record, each with its step of the path."""
    if isinstance(value, dict):
        return [(str(key), inner) for key, inner in value.items()]
    if isinstance(value, (tuple, list)):
        return [(str(index), inner) for index, inner in enumerate(value)]
    if not isinstance(value, type) and type(value).__module__.startswith("brochure."):
        return [(name, getattr(value, name)) for name in getattr(value, "__match_args__", ())]
    return []


def _numbers(path: str, value: Any, seen: dict[int, Any]) -> Iterator[tuple[str, float]]:
    """The numbers in a value that are more than nothing; a record met again is left out."""
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        if value:
            yield path, value
        return
    if id(value) in seen:
        return
    seen[id(value)] = value
    for step, inner in _steps(value):
        yield from _numbers(f"{path}.{step}", inner, seen)


def prices() -> dict[str, float]:
    """Every number that the modules of the stages name, by its path."""
    found: dict[str, float] = {}
    for short, module in modules().items():
        seen: dict[int, Any] = {}
        for name in _assigned(module):
            found.update(_numbers(f"{short}.{name}", getattr(module, name), seen))
    return found


def scaled(value: float, by: float) -> float:
    """A price changed; a count by one at least."""
    if isinstance(value, int):
        step = max(1, round(abs(value * (by - 1.0))))
        return value + step if by > 1.0 else value - step
    return value * by


def _change(value: Any, steps: list[str], by: float, undo: list[Callable[[], None]]) -> Any:
    """Change what stands at the end of the steps; return what takes the value's place."""
    if not steps:
        return scaled(value, by)
    step, *rest = steps
    inner = dict(_steps(value))[step]
    new = _change(inner, rest, by, undo)
    if isinstance(value, dict):
        key = next(key for key in value if str(key) == step)
        undo.append(lambda: value.__setitem__(key, inner))
        value[key] = new
    elif isinstance(value, tuple):
        return tuple(new if str(i) == step else old for i, old in enumerate(value))
    else:
        undo.append(lambda: object.__setattr__(value, step, inner))
        object.__setattr__(value, step, new)
    return value


def _put(name: str, old: Any, new: Any, undo: list[Callable[[], None]]) -> None:
    """Put a value in the place of another wherever our modules hold it by this name."""
    for module in [m for key, m in sys.modules.items() if key.startswith(brochure.__name__)]:
        held = vars(module)
        if name in held and held[name] is old:
            undo.append(lambda held=held: held.__setitem__(name, old))
            held[name] = new
            for function in [each for each in held.values() if isinstance(each, FunctionType)]:
                defaults = function.__defaults__ or ()
                if old in defaults:
                    undo.append(lambda f=function, d=defaults: setattr(f, "__defaults__", d))
                    function.__defaults__ = tuple(new if d is old else d for d in defaults)


@contextmanager
def changed(price: str, by: float) -> Iterator[None]:
    """Let a price be so many times what it is, and nothing found by it be remembered after."""
    short, name, *steps = price.split(".")
    module = modules()[short]
    old, undo = getattr(module, name), []
    new = _change(old, steps, by, undo)
    if new is not old:
        _put(name, old, new, undo)
    forget()
    try:
        yield
    finally:
        for step in reversed(undo):
            step()
        forget()
