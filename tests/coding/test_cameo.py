"""Every CAMEO code has its place in PLOVER, every PLOVER type and mode its CAMEO code."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.coding.cameo import cameo_codes, cameo_of, plover_of
from dragoman.coding.codebook import load_codebook
from dragoman.errors import UsageError

# How many codes of three and four digits each root of CAMEO 1.1b3 has; 12 has two more here, 1213
# and 1214, which ICEWS and PLOVER's table use.
CODES_BY_ROOT = {
    "01": 10, "02": 27, "03": 28, "04": 7, "05": 8, "06": 5, "07": 6, "08": 25, "09": 5, "10": 27,
    "11": 12, "12": 28, "13": 22, "14": 26, "15": 6, "16": 13, "17": 13, "18": 14, "19": 9, "20": 7,
}  # fmt: skip
PLOVER = {t.name: t for t in load_codebook().types}
CODINGS = [(t.name, mode) for t in PLOVER.values() for mode in (None, *(m.name for m in t.modes))]
NO_SUCH_EVENT = {"01", "010", "011", "012", "013", "014", "015", "017"}
# What CAMEO has no code of that type for.
OF_ANOTHER_TYPE = {("RETREAT", "resign")}


def test_every_published_code_is_there() -> None:
    finer = Counter(code.root for code in cameo_codes().values() if len(code.code) > 2)
    assert finer == CODES_BY_ROOT
    assert {code for code in cameo_codes() if len(code) == 2} == set(CODES_BY_ROOT)
    assert all(code.name == code.name.strip() != "" for code in cameo_codes().values())


@given(st.sampled_from(sorted(cameo_codes())))
def test_a_code_leads_to_a_type_and_a_mode_of_that_type(code: str) -> None:
    made = plover_of(code)
    if made.type is None:
        assert code in NO_SUCH_EVENT
        assert made.mode is None
        return
    assert made.mode is None or made.mode in {mode.name for mode in PLOVER[made.type].modes}


def test_only_statements_have_no_type() -> None:
    assert {code for code, made in cameo_codes().items() if made.type is None} == NO_SUCH_EVENT


@given(st.sampled_from(CODINGS))
def test_there_and_back_keeps_the_type_and_the_mode_that_cameo_tells_apart(
    coding: tuple[str, str | None],
) -> None:
    type_name, mode = coding
    again = plover_of(cameo_of(type_name, mode))
    if coding not in OF_ANOTHER_TYPE:
        assert again.type == type_name
    told_apart = {(made.type, made.mode) for made in cameo_codes().values()}
    if coding in told_apart:
        assert (again.type, again.mode) == coding


@given(st.sampled_from(sorted(set(cameo_codes()) - NO_SUCH_EVENT)))
def test_back_and_there_keeps_the_type_of_a_code(code: str) -> None:
    made = plover_of(code)
    assert made.type is not None
    assert plover_of(cameo_of(made.type, made.mode)).type == made.type


def test_a_mode_of_another_type_has_no_code() -> None:
    with pytest.raises(UsageError, match="no CAMEO code for 'CONSULT riot'"):
        cameo_of("CONSULT", "riot")


@given(st.integers(0, 3000))
def test_a_number_is_no_code(number: int) -> None:
    with pytest.raises(UsageError, match="is a number"):
        plover_of(number)  # type: ignore[arg-type]


@given(st.text(max_size=5))
def test_any_other_text_is_refused_in_one_line(text: str) -> None:
    if text in cameo_codes():
        return
    with pytest.raises(UsageError) as caught:
        plover_of(text)
    assert "\n" not in str(caught.value)
    assert caught.value.hint


def test_zeros_count() -> None:
    assert (plover_of("010").type, plover_of("10").type) == (None, "REQUEST")
    assert plover_of("042").mode == "visit"


def test_the_host_of_a_visit_is_the_recipient() -> None:
    assert [code for code, made in cameo_codes().items() if made.swapped] == ["043"]
