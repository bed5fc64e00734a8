import pytest

from brochure.typeset.scripts import PLAIN, SCRIPTS
from brochure.typeset.writings import WRITINGS


@pytest.mark.parametrize("name", WRITINGS)
def test_a_row_is_called_by_its_name_and_its_scripts_are_known(name):
    row = WRITINGS[name]
    assert row.name == name
    assert set(row.scripts) <= {script for _, _, script in SCRIPTS}


@pytest.mark.parametrize("row", WRITINGS.values(), ids=lambda row: row.name)
def test_what_runs_from_the_right_or_is_more_than_plain_is_shaped(row):
    assert row.shaped == bool(set(row.scripts) - PLAIN)
    assert row.shaped or not row.rtl


def test_texts_without_spaces_are_counted_in_characters():
    assert {row.name for row in WRITINGS.values() if row.characters} == {
        row.name for row in WRITINGS.values() if row.breaks != "spaces"
    }
