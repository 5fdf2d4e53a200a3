from __future__ import annotations

from dragoman.ledger import Pseudonyms, as_published
from dragoman.model.actor import Actor, ActorKind

RECRUIT = Actor(
    "ACT-1", "A recruit", ("A recruit", "the boy"), ActorKind.PERSON, "NOR", (), private=True
)
MINISTER = Actor("ACT-2", "The minister", (), ActorKind.PERSON, "NOR", ("GOV",), private=False)


def test_a_private_person_goes_by_a_pseudonym_alone() -> None:
    shown = Pseudonyms({"ACT-1": "person 1 in ART-1"})(RECRUIT)
    assert (shown.id, shown.name, shown.names) == ("ACT-1", "person 1 in ART-1", ())


def test_a_private_person_nobody_counted_is_not_named_either() -> None:
    assert Pseudonyms()(RECRUIT).name == "a private person"


def test_public_actors_keep_their_names_and_a_user_may_see_all() -> None:
    assert Pseudonyms({"ACT-2": "person 1 in ART-1"})(MINISTER) == MINISTER
    assert as_published(RECRUIT) == RECRUIT
