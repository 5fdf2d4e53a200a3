"""Nouns for actors: governments, leaders, counterparts, groups and unnamed sources."""

from __future__ import annotations

import datetime as dt

import pytest

from reading import cast, mention, people, who, words_of

# --- governments ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "words",
    ["The Peruvian government", "Peru's government", "The Lima government", "The Peruvian regime"],
)
def test_a_government_is_its_state(words: str) -> None:
    assert who(cast(f"{words} rejected the plan."), words).key == "state:PER"


def test_the_regime_is_the_one_named_before() -> None:
    found = cast("The Syrian regime met envoys from Norway. The regime called the talks useful.")
    assert who(found, "The regime").key == "state:SYR"


def test_the_government_is_that_of_the_state_told_of() -> None:
    found = cast("Peru raised taxes. Peru also cut spending. The government expects growth.")
    assert who(found, "The government").key == "state:PER"


def test_the_country_is_the_one_told_of_most() -> None:
    found = cast("Peru raised taxes. Peru thanked Chile. The country expects growth.")
    assert who(found, "The country").key == "state:PER"


def test_a_government_is_that_of_the_capital_it_sits_in() -> None:
    found = cast("The government in Vilnius declined Peru's offer of engineers.")
    assert who(found, "The government").key == "state:LTU"


def test_a_government_is_not_the_state_on_the_other_side_of_its_verb() -> None:
    assert "The government" not in words_of(cast("The government declined Peru's offer."))


def test_a_place_inside_the_other_side_keeps_a_government_at_home() -> None:
    found = cast("Rail unions in France threatened the government with a strike.")
    assert who(found, "the government").key == "state:FRA"


def test_a_place_beside_the_verb_keeps_a_government_at_home() -> None:
    found = cast("Peru recalled its envoy. In Lima, the government rejected Chile's note.")
    assert who(found, "the government").key == "state:PER"


def test_a_government_joins_nobody_where_no_state_is_named() -> None:
    assert words_of(cast("The government expects growth.")) == []


# --- leaders -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        (
            "President Miguel Díaz-Canel spoke. The Cuban leader praised nurses.",
            "The Cuban leader",
            "President Miguel Díaz-Canel",
        ),
        (
            "Prime Minister Keir Starmer spoke. The British prime minister praised nurses.",
            "The British prime minister",
            "Prime Minister Keir Starmer",
        ),
        (
            "President Volodymyr Zelensky spoke. The Ukrainian president praised nurses.",
            "The Ukrainian president",
            "President Volodymyr Zelensky",
        ),
    ],
)
def test_a_countrys_leader_is_who_holds_the_office_that_day(
    text: str, words: str, name: str
) -> None:
    found = cast(text)
    assert who(found, words) == who(found, name)


def test_who_leads_depends_on_the_articles_day() -> None:
    text = "Boris Johnson met Keir Starmer. The British prime minister spoke first."
    then = cast(text, published=dt.date(2021, 3, 1))
    assert who(then, "The British prime minister") == who(then, "Boris Johnson")
    now = cast(text, published=dt.date(2025, 3, 1))
    assert who(now, "The British prime minister") == who(now, "Keir Starmer")


@pytest.mark.parametrize(
    "other",
    ["opposition leader", "vice president", "ambassador", "finance minister", "rebel leader"],
)
def test_another_office_of_the_country_is_not_its_leader(other: str) -> None:
    found = cast(f"President Miguel Díaz-Canel spoke. The Cuban {other} listened.")
    assert who(found, f"The Cuban {other}") != who(found, "President Miguel Díaz-Canel")


def test_another_countrys_leader_is_not_this_one() -> None:
    found = cast("President Miguel Díaz-Canel spoke. The Peruvian president listened.")
    assert who(found, "The Peruvian president").country == "PER"
    assert who(found, "The Peruvian president") != who(found, "President Miguel Díaz-Canel")


def test_the_minister_is_the_one_just_named() -> None:
    found = cast("Peru's health minister, Ana Soto, spoke first. The minister then left.")
    assert who(found, "The minister") == who(found, "Ana Soto")


def test_the_deputy_minister_is_not_the_minister() -> None:
    found = cast("Peru's health minister, Ana Soto, spoke first. The deputy minister then left.")
    assert who(found, "The deputy minister") != who(found, "Ana Soto")


def test_the_minister_of_a_country_is_not_that_of_another() -> None:
    found = cast(
        "Ana Soto, Peru's health minister, met Eva Ruiz, Chile's health minister.",
        "The Chilean minister spoke first.",
    )
    assert who(found, "The Chilean minister") == who(found, "Eva Ruiz")


# --- counterparts --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "Pedro Soto, Peru's health minister, met his Cuban counterpart, Juan Brito, in Quito.",
        "Peru's health minister, Pedro Soto, met his Cuban counterpart, Juan Brito, in Quito.",
        "Peru's health minister Pedro Soto met his Cuban counterpart Juan Brito in Quito.",
    ],
)
def test_a_named_counterpart_holds_the_same_office_in_the_other_country(text: str) -> None:
    found = cast(text)
    brito = who(found, "Juan Brito")
    assert (brito.country, brito.sectors) == ("CUB", ("GOV", "MED"))
    assert [(o.title.lower(), o.country) for o in brito.offices] == [("health minister", "CUB")]
    assert who(found, "Pedro Soto").country == "PER"


def test_an_unnamed_counterpart_is_the_one_met_before() -> None:
    found = cast(
        "Eva Ruiz, Chile's health minister, came to Lima.",
        "Pedro Soto, Peru's health minister, thanked his Chilean counterpart.",
    )
    assert who(found, "his Chilean counterpart") == who(found, "Eva Ruiz")


@pytest.mark.parametrize(
    "owner", ["Peru's Ministry of the Interior", "The Peruvian interior ministry"]
)
def test_a_ministrys_counterpart_is_the_other_countrys_ministry(owner: str) -> None:
    found = cast(f"{owner} signed a plan with its Russian counterpart.")
    other = who(found, "its Russian counterpart")
    assert (other.kind.value, other.country, other.sectors) == ("body", "RUS", ("GOV", "COP"))
    assert other.key == "body:RUS:interior ministry"


# --- bodies --------------------------------------------------------------------------------------


def test_the_ministry_is_the_one_just_named() -> None:
    found = cast("Peru's Ministry of Health opened an office. The ministry has ten of them.")
    assert who(found, "The ministry") == who(found, "Ministry of Health")


def test_the_ministry_of_a_country_is_the_one_of_that_country() -> None:
    found = cast(
        "Peru's Ministry of Health wrote to Norway's Ministry of Health.",
        "The Norwegian ministry answered.",
    )
    assert who(found, "The Norwegian ministry") == who(found, "Ministry of Health", 1)


def test_ministries_in_small_letters_are_kept_apart_too() -> None:
    found = cast("The Norwegian foreign ministry summoned an envoy. Peru's foreign ministry wrote.")
    assert who(found, "The Norwegian foreign ministry").country == "NOR"
    assert who(found, "Peru's foreign ministry").country == "PER"


def test_an_army_is_met_again_by_its_noun() -> None:
    found = cast("Peru's army closed a bridge. The army said its soldiers were safe.")
    assert who(found, "The army") == who(found, "Peru's army")
    assert who(found, "its soldiers").country == "PER"


# --- groups and unnamed sources ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "words", "sector"),
    [
        ("Protesters gathered in the square.", "Protesters", "OPP"),
        ("Farmers blocked the road.", "Farmers", "AGR"),
        ("Two diplomats were sent home.", "Two diplomats", "GOV"),
        ("Three soldiers were hurt.", "Three soldiers", "MIL"),
        ("Hundreds of students marched.", "Hundreds of students", "EDU"),
        ("Dozens of police officers watched.", "Dozens of police officers", "COP"),
    ],
)
def test_people_by_what_they_do_are_a_group_with_a_sector(
    text: str, words: str, sector: str
) -> None:
    seen = who(cast(text), words)
    assert seen.kind.value == "group"
    assert sector in seen.sectors


def test_a_counted_group_is_one_actor() -> None:
    assert words_of(cast("Hundreds of students marched.")) == ["Hundreds of students"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("A source close to the talks said no.", "A source"),
        ("A senior official said no.", "A senior official"),
        ("Diplomatic sources said no.", "Diplomatic sources"),
        ("Observers doubted it.", "Observers"),
    ],
)
def test_who_speaks_without_a_name_is_unnamed(text: str, words: str) -> None:
    assert who(cast(text), words).kind.value == "unnamed"


def test_an_unnamed_official_has_the_country_of_the_adjective() -> None:
    seen = who(cast("A senior Peruvian official said no."), "A senior Peruvian official")
    assert (seen.country, seen.sectors) == ("PER", ("GOV",))


def test_a_source_of_something_is_nobody() -> None:
    assert words_of(cast("The bridge is a source of pride.")) == []


def test_a_relation_between_states_is_nobody() -> None:
    assert words_of(cast("The partnership has lasted.")) == []


def test_what_somebody_is_brings_nobody_new_in() -> None:
    found = cast("Ana Soto, Peru's health minister, is a lawyer.")
    assert people(found) == ["Ana Soto"]
    assert "a lawyer" not in words_of(found)


def test_a_noun_of_an_actor_says_by_which_rule() -> None:
    how = mention(cast("The Syrian regime met envoys. The regime left."), "The regime").how
    assert (how.rule, how.cue) == ("actors.the_government", "The regime")


def test_a_leader_whom_nobody_names_is_the_one_the_tables_know_for_that_day() -> None:
    found = cast("Peru thanked Brazil. The Cuban leader agreed.", published=dt.date(2025, 6, 2))
    assert who(found, "The Cuban leader").key == "person:miguel-diaz-canel-bermudez"


def test_without_a_date_such_a_leader_stays_unnamed() -> None:
    found = cast("Peru thanked Brazil. The Cuban leader agreed.", published=None)
    assert who(found, "The Cuban leader").kind.value == "unnamed"


def test_the_forces_of_a_state_are_one_group_in_every_article() -> None:
    first = who(cast("Peruvian forces crossed the river."), "Peruvian forces")
    other = who(cast("Peru's armed forces left. Nothing else changed."), "Peru's armed forces")
    assert first.key == other.key == "group:PER:armed_forces"


def test_special_forces_are_no_whole_army() -> None:
    seen = who(cast("Peruvian special forces crossed the river."), "Peruvian special forces")
    assert seen.key != "group:PER:armed_forces"


def test_the_state_may_be_a_part_of_a_federation() -> None:
    found = cast("Brazil voted. Brazil counts slowly. The state raised its taxes.")
    assert "The state" not in words_of(found)


def test_a_federations_part_is_not_the_federation() -> None:
    found = cast("The president of Brazil was in São Paulo state on Sunday.")
    assert "São Paulo state" not in [m.quote.words for m in found.mentions if m.form != "name"]


def test_whose_chief_of_staff_is_another_than_the_owner() -> None:
    found = cast(
        "Malta's prime minister spoke. He praised his chief of staff.",
        published=dt.date(2019, 12, 2),
    )
    assert who(found, "his chief of staff") != who(found, "He")
