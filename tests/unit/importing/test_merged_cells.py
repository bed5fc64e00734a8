"""Cells over several rows or columns: what they say is said in each."""

import io

import docx
import pytest

from brochure.importing import web_page, word
from brochure.importing.merged_cells import Merged, told_of, unmerged
from brochure.importing.pieces import Run, Table, Told


def cell(words):
    return (Run(words),) if words else ()


def said(rows):
    return [["".join(run.text for run in each) for each in row] for row in rows]


def merged(words, across=1, down=1, on=False):
    return Merged(cell(words), across, down, on)


def test_a_cell_over_rows_is_in_each_and_moves_none_aside():
    rows = [
        [merged("A", down=3), merged("1"), merged("x", down=2)],
        [merged("2")],
        [merged("3"), merged("y")],
    ]
    assert said(unmerged(rows)) == [["A", "1", "x"], ["A", "2", "x"], ["A", "3", "y"]]


def test_a_cell_over_columns_is_in_each_but_one_over_all_stands_once():
    rows = [[merged("Pills", across=3)], [merged("A"), merged("1 pill", across=2)]]
    assert said(unmerged(rows)) == [["Pills", "", ""], ["A", "1 pill", "1 pill"]]


def test_what_goes_on_with_the_cell_above_has_its_words():
    rows = [[merged("A"), merged("1")], [merged("", on=True), merged("2")]]
    assert said(unmerged(rows)) == [["A", "1"], ["A", "2"]]
    assert told_of(rows, 4)[0].line == 4
    assert told_of([[merged("A"), merged("1")]], 4) == []


HTML = """<table><tr><th>Medicine</th><th>When</th><th>Dose</th></tr>
<tr><td rowspan="2">Sampril</td><td>Morning</td><td>1</td></tr>
<tr><td>Night</td><td>2</td></tr></table>"""
WANTED = [["Medicine", "When", "Dose"], ["Sampril", "Morning", "1"], ["Sampril", "Night", "2"]]


def pieces_of(document):
    tables = [piece for piece in document.pieces if isinstance(piece, Table)]
    return said(tables[0].rows), [piece for piece in document.pieces if isinstance(piece, Told)]


def test_a_web_page_keeps_each_dose_in_its_column():
    rows, told = pieces_of(web_page.read(HTML.encode(), "a.html"))
    assert rows == WANTED
    assert told[0].words == "Sampril"


@pytest.mark.parametrize("span", ["0", "-1", "x", "", "99999", "٣", "1.5"])
def test_an_odd_span_does_no_harm(span):
    rows, _ = pieces_of(web_page.read(HTML.replace('"2"', f'"{span}"').encode(), "a.html"))
    assert rows[0] == WANTED[0]
    assert rows[1] == WANTED[1]


def test_a_word_file_keeps_each_dose_in_its_column():
    document = docx.Document()
    table = document.add_table(rows=3, cols=3)
    for row, words in zip(table.rows, WANTED, strict=True):
        for each, text in zip(row.cells, words, strict=True):
            each.text = text
    table.cell(2, 0).text = ""
    table.cell(1, 0).merge(table.cell(2, 0)).text = "Sampril"
    data = io.BytesIO()
    document.save(data)
    rows, told = pieces_of(word.read(data.getvalue(), "a.docx"))
    assert rows == WANTED
    assert len(told) == 1
