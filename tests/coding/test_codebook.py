"""The codebook loads whole, says what PLOVER says, and tells a user what is wrong with his own."""

from __future__ import annotations

import re
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.actors.authority import read_table
from dragoman.coding.codebook import (
    QUADS,
    SUPPORT_BY_OBJECT,
    Codebook,
    Cue,
    EventType,
    Slot,
    load_codebook,
    parse_cue,
)
from dragoman.coding.example import Example
from dragoman.errors import CodebookError

TYPES = {
    "AGREE": (0, 2.5, ""),
    "CONSULT": (0, 2.5, "visit third-party multilateral phone"),
    "SUPPORT": (0, 5.0, ""),
    "CONCEDE": (0, 4.5, ""),
    "COOPERATE": (1, 9.5, ""),
    "AID": (1, 10.0, ""),
    "RETREAT": (1, 6.5, "withdraw release disarm ceasefire access resign"),
    "REQUEST": (2, 0.0, "assist change yield meet"),
    "ACCUSE": (2, -3.0, "disapprove investigate allege"),
    "REJECT": (2, -2.0, "assist change yield meet"),
    "THREATEN": (2, -3.5, "restrict arrest relations expel territory violence"),
    "PROTEST": (3, -5.0, "demo riot strike hunger boycott obstruct vandalize"),
    "SANCTION": (3, -6.0, "convict expel withdraw discontinue"),
    "MOBILIZE": (3, -5.5, "troops weapons police militia"),
    "COERCE": (
        3,
        -7.0,
        "seize restrict censor curfew martial-law arrest deport withhold misinformation cyber",
    ),
    "ASSAULT": (
        3,
        -9.0,
        "abduct beat torture sexual targeted destroy primitive firearms explosives suicide-attack "
        "aerial drone heavy-weapons crowd-control unconventional",
    ),
}
CONTEXTS = (
    "military intelligence executive legislative election political_institutions pro_democracy "
    "pro_autocracy economic legal reparations human_rights rights_freedoms repression "
    "human_security gender lgbt religion_ethnicity inequality diplomatic territory peacekeeping "
    "health asylum migration disasters natural_resource environment technology terrorism cbrn "
    "cyber misinformation crime corruption illegal_drugs trafficking"
).split()
KINDS = (
    "energy financial trade diplomatic political security military personnel humanitarian "
    "technology"
).split()

SMALL = """
name = "Small"
version = "1"
[[contexts]]
name = "diplomatic"
definition = "Between states."
words = ["embassy"]
[[supports]]
name = "energy"
definition = "Fuel."
words = ["crude oil"]
[[types]]
name = "CONSULT"
quad = "verbal cooperation"
intensity = 2.5
definition = "They meet."
not = "They do not."
[[types.modes]]
name = "visit"
definition = "One goes."
[[types.cues]]
patterns = ["A visit (R)"]
mode = "visit"
contexts = ["diplomatic"]
support = "energy"
sides = "symmetric"
quantity = "R"
factuality = "happened"
[[embeddings]]
kind = "verb"
factuality = "planned"
patterns = ["be plan|intend to", "put-off"]
cooperation = "CONSULT"
modes = { CONSULT = "visit" }
"""


EXAMPLE = 'definition = "One goes."\nexamples = ["{}"]'


@pytest.fixture(scope="module")
def plover() -> Codebook:
    return load_codebook()


@pytest.mark.parametrize("name", TYPES)
def test_each_plover_type_has_its_quad_class_score_and_modes(plover: Codebook, name: str) -> None:
    quad, intensity, modes = TYPES[name]
    assert plover.quad(name) == QUADS[quad]
    assert plover.intensity(name) == intensity
    assert [mode.name for mode in plover.type_named(name).modes] == modes.split()


def test_there_are_no_other_types_contexts_or_kinds(plover: Codebook) -> None:
    assert [t.name for t in plover.types] == list(TYPES)
    assert [c.name for c in plover.contexts] == CONTEXTS
    assert [s.name for s in plover.supports] == KINDS


@pytest.mark.parametrize("name", TYPES)
def test_each_type_has_forty_patterns_or_more_and_each_mode_at_least_one(
    plover: Codebook, name: str
) -> None:
    cues = [cue for cue in plover.cues if cue.type == name]
    assert len(cues) >= 40
    modes = {mode.name for mode in plover.type_named(name).modes}
    assert modes <= {cue.mode for cue in cues}


def test_scores_have_the_sign_of_their_quad_class(plover: Codebook) -> None:
    for event_type in plover.types:
        for score in (event_type.intensity, *(mode.intensity for mode in event_type.modes)):
            assert score <= 0 if event_type.quad.endswith("conflict") else score > 0


def test_the_strongest_mode_gives_the_intensity(plover: Codebook) -> None:
    assert plover.intensity("CONSULT", ["phone", "visit"]) == 4.0
    assert plover.intensity("CONSULT", ["phone"]) == 1.5
    assert plover.intensity("CONSULT", ["third-party"]) == 2.5


def test_every_pattern_is_spelled_as_its_cue_spells_it(plover: Codebook) -> None:
    assert [str(cue) for cue in plover.cues] == [cue.pattern for cue in plover.cues]


def test_no_pattern_stands_for_two_different_acts(plover: Codebook) -> None:
    assert plover.conflicts() == ()


def test_no_pattern_is_given_twice_within_a_type(plover: Codebook) -> None:
    spelled = [(cue.type, cue.pattern) for cue in plover.cues]
    assert sorted({p for p in spelled if spelled.count(p) > 1}) == []


def test_no_noun_has_a_hyphen_because_the_tokenizer_would_split_it(plover: Codebook) -> None:
    nouns = {noun for cue in plover.cues for noun in (*cue.object_nouns, *cue.modifiers)}
    nouns |= {noun for cue in plover.cues for slot in cue.prep_slots for noun in slot.nouns}
    assert sorted(noun for noun in nouns if "-" in noun) == []


def test_the_more_specific_cue_comes_first(plover: Codebook) -> None:
    cues = plover.cues_for("hold", "verb")
    assert [c.specificity for c in cues] == sorted((c.specificity for c in cues), reverse=True)
    assert plover.cues_for("hold", "noun") == ()


@pytest.mark.parametrize(
    ("lemma", "pos", "type_name", "mode"),
    [
        ("visit", "verb", "CONSULT", "visit"),
        ("visit", "noun", "CONSULT", "visit"),
        ("arrest", "noun", "COERCE", "arrest"),
        ("invade", "verb", "ASSAULT", None),
        ("condemn", "verb", "ACCUSE", "disapprove"),
        ("veto", "verb", "REJECT", None),
        ("sanction", "noun", "SANCTION", "discontinue"),
        ("deport", "verb", "COERCE", "deport"),
        ("congratulate", "verb", "SUPPORT", None),
        ("collaborate", "verb", "COOPERATE", None),
        ("resign", "verb", "RETREAT", "resign"),
        ("demonstrate", "verb", "PROTEST", "demo"),
        ("threaten", "verb", "THREATEN", None),
        ("invite", "verb", "AGREE", None),
        ("donate", "verb", "AID", None),
        ("urge", "verb", "REQUEST", None),
        ("pardon", "verb", "CONCEDE", None),
        ("recruit", "verb", "MOBILIZE", "troops"),
    ],
)
def test_common_words_lead_to_their_type(
    plover: Codebook, lemma: str, pos: str, type_name: str, mode: str | None
) -> None:
    assert (type_name, mode) in {(cue.type, cue.mode) for cue in plover.cues_for(lemma, pos)}


@pytest.mark.parametrize("name", TYPES)
def test_each_type_and_mode_has_two_worked_examples_or_three(plover: Codebook, name: str) -> None:
    event_type = plover.type_named(name)
    for examples in (event_type.examples, *(mode.examples for mode in event_type.modes)):
        assert 2 <= len(examples) <= 3


@pytest.mark.parametrize("name", TYPES)
def test_examples_read_as_printed_sentences_and_quote_them(plover: Codebook, name: str) -> None:
    event_type = plover.type_named(name)
    for example in _all_examples(event_type):
        assert example.type == name
        assert example.mode in (None, *(mode.name for mode in event_type.modes))
        assert re.fullmatch(r"[A-Z]\S*( \S+)+[.]", example.text)
        assert example.words("actor") or example.words("recipient")
        for mark in example.marks:
            assert example.text[mark.quote.start : mark.quote.end] == mark.quote.words


def test_no_example_names_a_person_of_the_authority_tables(plover: Codebook) -> None:
    people = {row["name"] for row in read_table("people")}
    texts = [example.text for example in plover.examples()]
    assert [name for name in people if any(name in text for text in texts)] == []


def _all_examples(event_type: EventType) -> list[Example]:
    return [*event_type.examples, *(e for mode in event_type.modes for e in mode.examples)]


def test_a_host_is_the_recipient(plover: Codebook) -> None:
    hosting = [cue for cue in plover.cues_for("welcome", "verb") if cue.type == "CONSULT"]
    assert {(cue.subject, cue.object) for cue in hosting if cue.object} == {("R", "A")}


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("two million barrel of crude oil", "energy"),
        ("a line of credit", "financial"),
        ("facial recognition camera", "security"),
        ("food and medicine", "humanitarian"),
        ("police training", "security"),
        ("anti-tank missile", "military"),
        ("nothing of the sort", None),
    ],
)
def test_the_object_tells_the_kind_of_support(
    plover: Codebook, words: str, kind: str | None
) -> None:
    assert plover.support_kind(words.split()) == kind


def test_words_near_a_cue_suggest_contexts(plover: Codebook) -> None:
    assert plover.contexts_of("the foreign minister discuss cocaine".split()) == (
        "executive",
        "diplomatic",
        "illegal_drugs",
    )


def test_embeddings_set_factuality_and_may_be_acts_themselves(plover: Codebook) -> None:
    (hint,) = [e for e in plover.embeddings_for("hint") if e.link == ("at",)]
    assert (hint.factuality, hint.becomes(QUADS[3])) == ("possible", None)
    (threat,) = [e for e in plover.embeddings_for("threaten") if e.link == ("to",)]
    assert threat.becomes("material conflict") == "THREATEN"
    assert threat.becomes("verbal cooperation") is None
    assert threat.mode_of("ASSAULT") == "violence"
    (refuse,) = [e for e in plover.embeddings_for("refuse") if e.link == ("to",)]
    assert (refuse.becomes(QUADS[0]), refuse.mode_of("CONSULT")) == ("REJECT", "meet")


def test_one_embedding_has_one_meaning(plover: Codebook) -> None:
    seen = [
        (e.kind, head, e.particle, e.copular, e.link) for e in plover.embeddings for head in e.heads
    ]
    assert sorted({str(e) for e in seen if seen.count(e) > 1}) == []


def test_all_shades_of_factuality_are_told(plover: Codebook) -> None:
    assert {e.factuality for e in plover.embeddings} == {
        "happened",
        "ongoing",
        "planned",
        "possible",
        "hypothetical",
        "denied",
    }


def test_a_verb_pattern_is_read_into_its_parts() -> None:
    cue = parse_cue("A hold talk|meeting with R", type="CONSULT")
    assert cue == Cue(
        type="CONSULT",
        pattern="A hold talk|meeting with R",
        pos="verb",
        lemmas=("hold",),
        subject="A",
        object_nouns=("talk", "meeting"),
        prep_slots=(Slot("R", ("with",), optional=False),),
    )


def test_particles_optional_parts_and_mixed_objects_are_read() -> None:
    handed = parse_cue("A hand-over * to R")
    assert (handed.particle, handed.object, handed.prep_slots[0].side) == ("over", "*", "R")
    assert parse_cue("A visit (R)").object_optional
    aligned = parse_cue("A align *|itself with R")
    assert (aligned.object, aligned.object_nouns) == ("*", ("itself",))
    taken = parse_cue("A take R into custody")
    assert taken.prep_slots == (Slot("*", ("into",), optional=False, nouns=("custody",)),)
    assert parse_cue("_ burst in R").subject is None


@pytest.mark.parametrize(
    ("pattern", "side"),
    [
        ("visit ('s|by|of A) (to R)", "A"),
        ("arrest ('s|of R) (by A)", "R"),
        ("support (from|by A) (for R)", "A"),
        ("trade with R", None),
        ("A reject demand of R", "R"),
        ("A accuse R of *", None),
    ],
)
def test_a_possessive_fills_the_slot_it_may(pattern: str, side: str | None) -> None:
    assert parse_cue(pattern).possessive == side


def test_a_noun_may_need_a_modifier() -> None:
    cue = parse_cue("phone|video call (between A) (with R)")
    assert (cue.pos, cue.lemmas, cue.modifiers) == ("noun", ("call",), ("phone", "video"))


@pytest.mark.parametrize(
    ("pattern", "problem"),
    [
        ("", "it is empty"),
        ("A", "it has no verb"),
        ("A Visit R", "'Visit' is not a word"),
        ("A hand-across R", "'across' is not a particle"),
        ("A hand-over|give R", "has a particle inside"),
        ("A take-over|hand-over R", "a verb has one particle"),
        ("A meet R R", "cannot read 'R'"),
        ("A meet R with R", "names one side twice"),
        ("* rain on *", "names no side"),
        ("visit", "names no side"),
        ("long cold war with R", "one or two words"),
        ("arrest (of R) (by A)", "more than one slot"),
        ("A meet with R|envoy", "mixes slot and nouns"),
        ("A meet with", "cannot read 'with'"),
        ("A visit|visit R", "repeats a word"),
        ("A visit (R", "is not a word"),
    ],
)
def test_a_bad_pattern_is_named_with_what_to_write_instead(pattern: str, problem: str) -> None:
    with pytest.raises(CodebookError) as caught:
        parse_cue(pattern)
    assert problem in caught.value.message
    assert caught.value.hint


_PIECES = st.sampled_from(
    "A;R;*;_;visit;hand-over;a|b;|;-;(;);(R);(to R);to;with|on;'s|of;of R;(by A);into custody;é;"
    "*|itself;A|R;\t".split(";")
)


@given(st.one_of(st.text(max_size=40), st.lists(_PIECES, max_size=8).map(" ".join)))
def test_any_text_is_a_cue_that_spells_itself_or_a_codebook_error(pattern: str) -> None:
    try:
        cue = parse_cue(pattern)
    except CodebookError:
        return
    again = parse_cue(str(cue))
    assert str(again) == str(cue)
    assert (again.lemmas, again.prep_slots, again.possessive) == (
        cue.lemmas,
        cue.prep_slots,
        cue.possessive,
    )
    assert list(cue.shapes())


def _load(tmp_path: Path, text: str) -> Codebook:
    path = tmp_path / "mine.toml"
    path.write_text(text, encoding="utf-8")
    return load_codebook(path)


def test_a_users_own_codebook_loads(tmp_path: Path) -> None:
    mine = _load(tmp_path, SMALL)
    (cue,) = mine.cues_for("visit", "verb")
    assert (cue.mode, cue.contexts, cue.support) == ("visit", ("diplomatic",), "energy")
    assert (cue.symmetric, cue.counted, cue.factuality) == (True, True, "happened")
    assert mine.intensity("CONSULT", ["visit"]) == 2.5
    assert mine.embeddings_for("intend")[0].copular
    assert mine.embeddings_for("put")[0].particle == "off"


def test_a_pattern_of_two_types_is_reported(tmp_path: Path) -> None:
    entry = SMALL[SMALL.index("[[types]]") : SMALL.index("[[embeddings]]")]
    mine = _load(tmp_path, SMALL + entry.replace('"CONSULT"', '"AGREE"').replace("(R)", "R"))
    (line,) = mine.conflicts()
    assert "visit" in line
    assert "AGREE" in line


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("A visit (R)", "A visit Rome", "types[1] 'CONSULT': cues[1]: pattern 'A visit Rome'"),
        ('mode = "visit"', 'mode = "trip"', "'mode' is 'trip'"),
        ('["diplomatic"]', '["martian"]', "'contexts' is 'martian'"),
        ('support = "energy"', 'support = "love"', "'support' is 'love'"),
        ('sides = "symmetric"', 'sides = "both"', "'sides' is 'both'"),
        ("verbal cooperation", "small talk", "types[1] 'CONSULT': 'quad' is 'small talk'"),
        ("intensity = 2.5", "intensity = 25", "'intensity' must be a number"),
        ("intensity = 2.5", "", "'intensity' must be a number"),
        ("intensity = 2.5", "intensity = nan", "'intensity' must be a number"),
        ("intensity = 2.5", "intensity = true", "'intensity' must be a number"),
        ('patterns = ["A visit (R)"]', "", "types[1] 'CONSULT': cues[1]: it has no patterns"),
        (
            'definition = "One goes."',
            EXAMPLE.format("A visit"),
            "modes[1] 'visit': example 'A visit'",
        ),
        ('not = "They do not."', "", "types[1] 'CONSULT': 'not' must be a text"),
        ('quantity = "R"', 'colour = "R"', "unknown key 'colour'"),
        ('["embassy"]', '["Embassy"]', "contexts[1] 'diplomatic': its words must be lemmas"),
        ('["embassy"]', '"embassy"', "must be a list of texts"),
        ('version = "1"', 'version = "1"\nhelp_nouns = ["Aid"]', "its help_nouns must be lemmas"),
        ('words = ["embassy"]', "words = []\nmodifiers = []", "unknown key 'modifiers'"),
        ('"put-off"', '"Put off"', "embeddings[1]: cannot read 'Put off'"),
        ('CONSULT = "visit"', 'CONSULT = "phone"', "no such mode: CONSULT = 'phone'"),
        ('kind = "verb"', 'kind = "sigh"', "'kind' is 'sigh'"),
        ('version = "1"', "", "'version' must be a text"),
        ("[[types]]", "[[typos]]", "it has no types"),
        ("[[types]]", "[[types", "mine.toml: "),
    ],
)
def test_a_bad_codebook_is_named_by_file_and_entry(
    tmp_path: Path, old: str, new: str, said: str
) -> None:
    assert old in SMALL
    text = SMALL.replace(old, new, 1)
    if new == "[[typos]]":
        text = 'name = "x"\nversion = "1"\n'
    with pytest.raises(CodebookError) as caught:
        _load(tmp_path, text)
    assert "mine.toml" in caught.value.message
    assert said in caught.value.message
    assert caught.value.hint


@pytest.mark.parametrize(
    ("old", "new", "hint"),
    [
        ("intensity = 2.5", "intensty = 2.5", "write for instance intensity = 2.5"),
        ('quantity = "R"', 'contxts = ["diplomatic"]', "write contexts"),
        ('["diplomatic"]', '["diplomacy"]', "write 'diplomatic'"),
        ('mode = "visit"', 'mode = "vsit"', "write 'visit'"),
    ],
)
def test_a_misspelt_key_or_name_is_told_the_nearest(
    tmp_path: Path, old: str, new: str, hint: str
) -> None:
    with pytest.raises(CodebookError) as caught:
        _load(tmp_path, SMALL.replace(old, new, 1))
    assert caught.value.hint == hint


@given(st.sampled_from(SMALL.splitlines()), st.text(max_size=12))
def test_a_codebook_with_any_line_spoilt_loads_or_is_a_codebook_error_of_one_line(
    line: str, spoilt: str
) -> None:
    said = "mine.toml"
    with TemporaryDirectory() as folder:
        try:
            _load(Path(folder), SMALL.replace(line, line[: len(line) // 2] + spoilt, 1))
        except CodebookError as error:
            said = str(error)
    assert "mine.toml" in said
    assert len(said.splitlines()) == 1


def test_a_name_given_twice_is_refused(tmp_path: Path) -> None:
    entry = SMALL[SMALL.index("[[contexts]]") : SMALL.index("[[supports]]")]
    with pytest.raises(CodebookError, match="two entries of context 'diplomatic'"):
        _load(tmp_path, SMALL + entry)


def test_a_missing_file_is_a_codebook_error(tmp_path: Path) -> None:
    with pytest.raises(CodebookError, match=r"nowhere\.toml"):
        load_codebook(tmp_path / "nowhere.toml")


def test_an_unknown_type_is_a_codebook_error(plover: Codebook) -> None:
    with pytest.raises(CodebookError, match="no type 'GOSSIP'"):
        plover.quad("GOSSIP")


def test_the_built_in_codebook_is_read_once() -> None:
    assert load_codebook() is load_codebook()


def test_support_is_a_kind_or_told_by_the_object(plover: Codebook) -> None:
    assert {cue.support for cue in plover.cues if cue.support} <= {*KINDS, SUPPORT_BY_OBJECT}
