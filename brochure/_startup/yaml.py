"""What is used of PyYAML, imported in one place."""

from __future__ import annotations

from brochure._startup.lazy_imports import deferring

with deferring({"base64": {}}, patterns=True):
    import yaml
    from yaml import YAMLError, events
    from yaml.parser import Parser
    from yaml.reader import Reader
    from yaml.scanner import Scanner

    if yaml.__with_libyaml__:
        from yaml import cyaml

FAST_PARSER = vars(cyaml)["CParser"] if yaml.__with_libyaml__ else None
"""PyYAML's parser in C; None where it was not built."""

__all__ = ["FAST_PARSER", "Parser", "Reader", "Scanner", "YAMLError", "events"]
