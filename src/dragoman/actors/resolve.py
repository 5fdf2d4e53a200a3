"""Parse -> Cast: the whole of this room in order."""

from __future__ import annotations

from dragoman.actors.authority import Authority
from dragoman.actors.bodies import cast_bare_bodies, cast_bodies
from dragoman.actors.cast import Cast
from dragoman.actors.drafts import Casting
from dragoman.actors.home import lend_home
from dragoman.actors.names import Name, find_names
from dragoman.actors.nominals import cast_nominals
from dragoman.actors.occasions import mark_occasions
from dragoman.actors.offices import learn_leadership, learn_offices
from dragoman.actors.people import cast_people
from dragoman.actors.places import cast_places
from dragoman.actors.states import cast_states
from dragoman.actors.toponyms import find_toponyms, with_places, without_mistaken
from dragoman.actors.unplaced import mark_unplaced
from dragoman.language.occasions import find_occasions
from dragoman.language.parser import Parse
from dragoman.language.places import PlaceTable
from dragoman.language.syntax import clause_head, subjects


def find_cast(parse: Parse, authority: Authority, places: PlaceTable) -> Cast:
    """Return everybody the article names, each mention joined to its appearance.

    Names first, over the whole article, because a name explains the words before it too; then
    offices, then nouns and pronouns from left to right, then what only these make clear: the
    bodies of which a pronoun says whose they are.
    """
    casting = Casting(parse, authority)
    occasions = find_occasions(parse.doc)
    names = find_names(parse, authority, occasions)
    names = with_places(parse, names, places)
    toponyms = find_toponyms(parse, names, authority, places)
    names = without_mistaken(names, toponyms, authority)
    cast_people(casting, names)
    cast_states(casting, names, toponyms)
    cast_places(casting, names, toponyms)
    cast_bodies(casting, names)
    learn_offices(casting, names)
    cast_bare_bodies(casting, tuple(name for name in names if not _waits(parse, name)))
    cast_nominals(casting)
    cast_bare_bodies(casting, names)
    learn_leadership(casting)
    lend_home(casting)
    mark_unplaced(casting, names, places)
    mark_occasions(casting, occasions)
    return casting.finish()


def _waits(parse: Parse, name: Name) -> bool:
    """Whether a pronoun, still to be resolved, may tell whose a body is ("she leads it")."""
    head = parse.doc[name.first : name.last + 1].root
    return any(subject.pos_ == "PRON" for subject in subjects(clause_head(head)))
