"""Slips that no rule of reading forbids: a build tells them, an e-mail is refused for them."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brochure import cli
from brochure.language.spoken import COMMON, mismatch, words_of
from brochure.reading.doubts import doubts
from brochure.reading.loader import load_bytes
from brochure.sources import read
from tests.conftest import FILES
from tests.support import hostile

ENGLISH = (
    "You may have pain in your back when you stand or sit for a long time. Rest for a day or two, "
    "then walk a little more each day. Call us if the pain is worse at night or you have a fever."
)
TEXTS = {
    "en-US": ENGLISH,
    "es": "Puede tener dolor en la espalda cuando está de pie o sentado por mucho tiempo. Descanse "
    "uno o dos días y luego camine un poco más cada día. Llámenos si el dolor es más fuerte por la "
    "noche o si tiene fiebre.",
    "fr": "Vous pouvez avoir mal au dos quand vous restez debout ou assis pendant longtemps. "
    "Reposez-vous un jour ou deux, puis marchez un peu plus chaque jour. Appelez-nous si la "
    "douleur est plus forte la nuit ou si vous avez de la fièvre.",
    "de": "Sie können Schmerzen im Rücken haben, wenn Sie lange stehen oder sitzen. Ruhen Sie sich "
    "einen oder zwei Tage aus und gehen Sie dann jeden Tag ein wenig mehr. Rufen Sie uns an, wenn "
    "die Schmerzen in der Nacht stärker sind oder wenn Sie Fieber haben.",
    "vi": "Quý vị có thể bị đau lưng khi đứng hoặc ngồi lâu. Hãy nghỉ một hoặc hai ngày, sau đó đi "
    "bộ nhiều hơn mỗi ngày một chút. Hãy gọi cho chúng tôi nếu cơn đau nặng hơn vào ban đêm hoặc "
    "nếu quý vị bị sốt.",
    "fil": "Maaaring sumakit ang inyong likod kapag kayo ay nakatayo o nakaupo nang matagal. "
    "Magpahinga ng isa o dalawang araw, pagkatapos ay maglakad nang kaunti pa sa bawat araw. "
    "Tumawag sa amin kung mas malala ang sakit sa gabi o kung may lagnat kayo.",
}
LATIN = ["en-US", "es", "fr", "de", "vi", "fil"]


def rules(language: str = "en-US", text: str = ENGLISH, more: str = "", **fields: str) -> list[str]:
    data = hostile.content(text=f'"{text}"', **fields).decode()
    data = data.replace("title:", f"language: {language}\n{more}title:", 1)
    handout, _ = load_bytes(data.encode(), "none.yaml", Path())
    return [problem.rule for problem in doubts(handout)]


@pytest.mark.parametrize("said", LATIN)
@pytest.mark.parametrize("spoken", LATIN)
def test_a_text_in_another_language_than_it_says(spoken, said):
    tag = mismatch(TEXTS[spoken], said)
    assert tag == ("" if spoken == said else spoken.partition("-")[0])


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_no_handout_of_the_tests_is_doubted(path):
    told = [problem.rule for problem in read(path)[1]]
    assert "other-language" not in told
    assert "review-date-old" not in told


def test_another_script_is_told():
    assert mismatch("Позвоните нам если боль сильнее " * 8, "en") == "other"
    assert mismatch(ENGLISH, "zh-Hans") == "en"


@pytest.mark.parametrize("said", ["es", "de", "sv", "en"])
@pytest.mark.parametrize(
    "text",
    ["Call us.", "ibuprofen acetaminophen naproxen gabapentin diclofenac " * 10, ENGLISH[:90]],
)
def test_nothing_is_said_of_what_is_not_sure(text, said):
    assert mismatch(text, said) == ""


def test_the_lists_are_of_whole_words():
    assert all(word == word.lower() for words in COMMON.values() for word in words.split())


def test_the_line_is_told(tmp_path):
    data = (
        hostile.content(text=f'"{ENGLISH}"')
        .decode()
        .replace("subtitle:", "language: es\nsubtitle:")
    )
    (tmp_path / "a.yaml").write_text(data, "utf-8")
    (problem,) = read(tmp_path / "a.yaml")[1]
    assert (problem.line, problem.column) == (2, 11)
    assert "in English" in problem.message
    assert "`language: en-US`" in problem.hint


def test_words_marked_as_anothers_count_for_nothing():
    assert rules("es", f"[{ENGLISH}]{{lang=en}} {TEXTS['es']}") == []


# ---------------------------------------------------------------- the sample


@pytest.mark.parametrize(
    ("fields", "rule"),
    [
        ({"name": "Your Clinic"}, "sample-clinic"),
        ({"name": "Su clínica"}, "sample-clinic"),
        ({"phone": "310-555-0100"}, "sample-clinic"),
        ({"bullet": "Write here one thing to do."}, "sample-text"),
        ({"nested": "Write here more."}, "sample-text"),
        ({"closing": "Escriba aquí lo demás."}, "sample-text"),
    ],
)
def test_what_is_left_of_the_sample_is_told(fields, rule):
    assert rules(**fields) == [rule]
    assert rules(more=f"allow: {{{rule}: we know}}\n", **fields) == []


def test_a_good_handout_is_not_doubted():
    assert rules(bullet="Do not write here.") == []


def test_a_draft_is_told():
    assert rules(more="status: draft\n") == ["draft"]


# -------------------------------------------------------------- review dates


def days_ahead(days: int) -> str:
    return time.strftime("%Y-%m-%d", time.localtime(time.time() + days * 86400))


@pytest.mark.parametrize("date", ["9999-12-31", "1926-10-01", days_ahead(3)])
def test_an_odd_review_date_is_told(date):
    assert rules(more=f"reviewed: {date}\n") == ["review-date-old"]


@pytest.mark.parametrize("date", ["2024-02-29", "1999-12-31", days_ahead(0), days_ahead(1)])
def test_a_review_that_was(date):
    assert rules(more=f"reviewed: {date}\n") == []


# ------------------------------------------------------------------ the verbs


@pytest.fixture
def run(tmp_path, monkeypatch, capsys):
    """Run a verb on a file in a folder of its own; its code and all that it said."""
    monkeypatch.chdir(tmp_path)

    def call(data: bytes, verb: str, *more: str) -> tuple[int, str]:
        (tmp_path / "a.yaml").write_bytes(data)
        code = cli.main([verb, "a.yaml", *more])
        said = capsys.readouterr()
        return code, said.out + said.err

    return call


SAMPLE = hostile.content(name="Your Clinic", text="Write here what it is.")


def test_a_build_tells_and_an_e_mail_is_refused(run, tmp_path):
    code, said = run(SAMPLE, "build")
    assert code == 0
    assert said.count("sample of a new handout") == 2
    (tmp_path / "output" / "back-pain.pdf").unlink()
    code, said = run(SAMPLE, "email")
    assert code == 3
    assert said.count("sample of a new handout") == 2
    assert list((tmp_path / "output").glob("[!.]*")) == []


@pytest.mark.parametrize("date", ["9999-12-31", "0001-01-01", "2024-02-29"])
@pytest.mark.parametrize("key", ["reviewed", "review_by"])
def test_dates_at_the_ends_of_the_calendar_stop_no_verb(run, tmp_path, key, date):
    data = f"{key}: {date}\n".encode() + hostile.plain()
    for arguments, codes in (
        (["build"], {0, 3}),
        (["check"], {0, 1, 3}),
        (["check", "--today", "0001-01-01"], {0, 1, 3}),
        (["check", "--today", "9999-12-31"], {0, 1, 3}),
        (["build", "--jobs", "1"], {0, 3}),
    ):
        code, said = run(data, *arguments)
        assert code in codes, said
        assert "a fault in the program" not in said


def test_the_date_is_told_once_by_check(run):
    code, said = run(b"reviewed: 2999-01-01\n" + hostile.plain(), "check")
    assert code in (1, 3)
    assert said.count("2999-01-01") == 1


def test_a_batch_tells_of_the_file_but_not_of_a_clinic_that_is_replaced(run, tmp_path):
    (tmp_path / "clinics").mkdir()
    (tmp_path / "clinics" / "east.yaml").write_text("name: East\nphone: 310-555-0199\n", "utf-8")
    code, said = run(SAMPLE, "build", "--clinics", "clinics", "--jobs", "1")
    assert code == 0
    assert "1 text is still the sample" in said
    assert "Your Clinic" not in said
    (tmp_path / "clinics" / "east.yaml").write_text("name: Your Clinic\nphone: 310-555-0199\n")
    code, said = run(hostile.plain(), "build", "--clinics", "clinics", "--jobs", "1")
    assert "“Your Clinic” is the sample" in said


@given(st.text("aZ1_-.’“é²ЖA \n") | st.text())
def test_words_are_runs_of_letters_in_any_script(text):
    assert words_of(text) == re.findall(r"[^\W\d_]+", text.lower())
