"""Parse -> Cast: the whole of this room in order."""

from __future__ import annotations

from dragoman.actors.authority import Authority
from dragoman.actors.bodies import cast_bare_bodies, cast_bodies
from dragoman.actors.cast import Cast
from dragoman.actors.drafts import Casting
from dragoman.actors.names import find_names
from dragoman.actors.nominals import cast_nominals
from dragoman.actors.occasions import mark_occasions
from dragoman.actors.offices import learn_leadership, learn_offices
from dragoman.actors.people import cast_people
from dragoman.actors.regions import mark_regions
from dragoman.actors.states import cast_states
from dragoman.actors.towns import cast_towns
from dragoman.language.gazetteer import Gazetteer
from dragoman.language.occasions import find_occasions
from dragoman.language.parser import Parse


def find_cast(parse: Parse, authority: Authority, gazetteer: Gazetteer) -> Cast:
    """Return everybody the article names, each mention joined to its appearance.

    Names first, over the whole article, because a name explains the words before it too; then
    offices, then nouns and pronouns from left to right, then what only these make clear.
    """
    casting = Casting(parse, authority)
    occasions = find_occasions(parse.doc)
    names = find_names(parse, authority, occasions)
    cast_people(casting, names)
    cast_states(casting, names)
    cast_towns(casting, names, gazetteer)
    cast_bodies(casting, names)
    learn_offices(casting, names)
    cast_nominals(casting)
    cast_bare_bodies(casting, names)
    learn_leadership(casting)
    mark_regions(casting, names, gazetteer)
    mark_occasions(casting, occasions)
    return casting.finish()
