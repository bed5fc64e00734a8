"""`brochure schema`: the schema that is shipped is the one that the loader's table makes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from brochure.commands.schema import schema_text
from brochure.reading.json_schema import json_schema
from tests.support.commands import ROOT, brochure

SHIPPED = ROOT / "brochure" / "schema.json"


def test_the_shipped_schema_is_up_to_date() -> None:
    """If not: python -m brochure schema -o brochure/schema.json."""
    assert SHIPPED.read_text("utf-8") == schema_text()
    assert json.loads(SHIPPED.read_text("utf-8")) == json_schema()


def test_it_is_printed(tmp_path: Path) -> None:
    done = brochure("schema", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout) == json_schema()


def test_it_is_written(tmp_path: Path) -> None:
    done = brochure("schema", "-o", "made/schema.json", cwd=tmp_path)
    assert done.returncode == 0
    assert (tmp_path / "made" / "schema.json").read_bytes() == schema_text().encode()


@pytest.mark.parametrize("of", ["clinic", "brand"])
def test_the_files_that_a_content_file_names_have_schemas_of_their_own(of, tmp_path) -> None:
    done = brochure("schema", "--of", of, cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout) == json_schema(of) != json_schema()


def test_content_names_the_shipped_schema() -> None:
    first = (ROOT / "content.yaml").read_text("utf-8").splitlines()[0]
    assert (ROOT / first.partition("$schema=")[2]) == SHIPPED
