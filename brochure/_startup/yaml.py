"""What is used of PyYAML: its parser in C, its events and its errors; the rest is put off."""

from __future__ import annotations

from importlib import import_module

from brochure._startup.kept_patterns import Pattern
from brochure._startup.lazy_imports import Names, deferring, later

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

KINDS = ("Base", "Full", "Safe", "Unsafe", "")
LOADERS = tuple([f"{kind}Loader" for kind in KINDS])
DUMPERS = ("BaseDumper", "SafeDumper", "Dumper")
COMPILED = tuple([f"C{name}" for name in (*LOADERS, *DUMPERS)])
"""The loaders and dumpers over libyaml."""

PUT_OFF: dict[str, Names] = {
    "base64": {},
    "yaml.loader": later("yaml.loader", *LOADERS),
    "yaml.dumper": later("yaml.dumper", *DUMPERS),
    "yaml.cyaml": later("yaml.cyaml", *COMPILED),
}
ERRORS: dict[str, Names] = {
    f"yaml.{stage}": later(f"yaml.{stage}", f"{stage.capitalize()}Error")
    for stage in (
        *("reader", "scanner", "parser", "composer"),
        *("constructor", "emitter", "serializer", "representer"),
    )
}
"""What libyaml's binding looks up: the errors of each stage, made when there is one."""

with deferring(PUT_OFF, patterns=Pattern):
    import yaml
    from yaml import YAMLError, events

    with deferring(ERRORS):
        try:
            FAST_PARSER: Any = import_module("yaml._yaml").CParser
        except ImportError:
            FAST_PARSER = None
"""PyYAML's parser in C; None where it was not built."""

if not FAST_PARSER:
    vars(yaml)["__with_libyaml__"] = False
    for name in COMPILED:
        vars(yaml).pop(name, None)

__all__ = ["FAST_PARSER", "YAMLError", "events"]
