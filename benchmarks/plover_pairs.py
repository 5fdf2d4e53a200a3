"""PLV: the type of an act between two given sides, by the encoder and by the reader's cues.

    PYTHONPATH=src:. python benchmarks/plover_pairs.py [FOLDER]

FOLDER is what ``training.export`` wrote; without it, the weights that the package ships. The set's
1,050 pairs (``events/plv_dev.jsonl``) name actor and recipient, as its peers are given them, and
nothing is trained on them. Three readings:

- *sides alone*: the encoder sees the sentence with both sides marked, and no cue;
- *with cues*: where our reader finds a cue between the two sides, its word counts beside the
  encoder's, with the weight that reading gives it (``dragoman.coding.deciding``);
- *the older table's borders*: our codebook draws three borders otherwise than the table that made
  CAMEO's codes into PLOVER's types (``data/README.md``, ``data/cameo/codes.tsv``): the signing of
  agreements (057: SUPPORT there, COOPERATE here), sanctions and embargoes imposed (163: COERCE,
  here SANCTION), verdicts (116: ACCUSE, here SANCTION). What we call by our type in a sentence with
  a word for such an act is counted by the table's.

The set's YIELD is PLOVER's CONCEDE and RETREAT; the probabilities of the two are added. A quad is
that of the type said.

Peers, on the same lines (yardsticks/README.md): ZSP, 355 million parameters on a GPU, 0.743 over
types and 0.867 over quads; PETRARCH-2 0.40 over types.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

from dragoman.actors.resolve import find_cast
from dragoman.coding.acts import coded_sentences, cued_acts
from dragoman.coding.candidates import of_match
from dragoman.coding.deciding import weighed
from dragoman.coding.encoder import load_encoder
from dragoman.coding.judgement import NONE
from dragoman.coding.marking import ACTOR, RECIPIENT, Extent, marked, state_extents
from dragoman.language.parser import parse_article
from dragoman.model.article import BlockKind, compose_article
from dragoman.pipeline import Tools, load_tools
from training.figures import f1, macro_f1
from yardsticks import find_yardstick

_YIELD = "YIELD"
_YIELDS = frozenset({"CONCEDE", "RETREAT"})
_QUAD_OF_YIELD = "material cooperation"
# (our type, the older table's, words for the act on whose border they differ)
_BORDERS = (
    ("COOPERATE", "SUPPORT", re.compile(r"\b(?:sign(?:s|ed|ing)?|ratif\w+|initial(?:s|l?ed))\b")),
    ("SANCTION", "COERCE", re.compile(r"\b(?:sanctions?|embargo(?:es)?|boycotts?)\b")),
    ("SANCTION", "ACCUSE", re.compile(r"\b(?:convict\w*|guilty|sentenc\w*|verdicts?)\b")),
)
_TAG = re.compile(r"(</?[st]>)")
_PEER = {"types": 0.743, "quads": 0.867}

Roles = dict[str, list[Extent]]


def main() -> int:
    """Print the readings beside the peers'; 0, also where the set is absent."""
    parser = argparse.ArgumentParser(description="Types of PLV's marked pairs, beside ZSP.")
    parser.add_argument("folder", type=Path, nargs="?", help="folder that training.export wrote")
    folder = parser.parse_args().folder
    path = find_yardstick("events/plv_dev.jsonl")
    if path is None:
        print("plover_pairs: skipped, events/plv_dev.jsonl is not there")
        return 0
    tools, encoder = load_tools(), load_encoder(folder)
    pairs = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    read = [unmarked(pair["marked"]) for pair in pairs]
    cues = [cue_type(text, roles, tools) for text, roles in read]
    texts = [marked(text, roles, state_extents(text, tools.authority)) for text, roles in read]
    judged = encoder.judge(texts)
    found = len(cues) - cues.count(None)
    print(f"{len(pairs)} pairs; our reader finds a cue between the sides in {found}")
    quads = {kind.name: kind.quad for kind in tools.codebook.types} | {_YIELD: _QUAD_OF_YIELD}
    alone = [likeliest(weighed(j.types, None)) for j in judged]
    with_cues = [likeliest(weighed(j.types, cue)) for j, cue in zip(judged, cues, strict=True)]
    older = [as_table(said, text) for said, (text, _) in zip(with_cues, read, strict=True)]
    print_figures("sides alone", pairs, alone, quads)
    print_figures("with cues", pairs, with_cues, quads)
    print_figures("with cues, by the older table's borders", pairs, older, quads)
    return 0


def unmarked(text: str) -> tuple[str, Roles]:
    """Return a text without its tags, and the extents of source and target in it."""
    roles: Roles = {ACTOR: [], RECIPIENT: []}
    words, started = "", 0
    for piece in _TAG.split(text):
        if piece in ("<s>", "<t>"):
            started = len(words)
        elif piece in ("</s>", "</t>"):
            roles[ACTOR if piece == "</s>" else RECIPIENT].append((started, len(words)))
        else:
            words += piece
    return words, roles


def cue_type(text: str, given: Roles, tools: Tools) -> str | None:
    """Return the type of the first act that a cue tells with both given sides in it, or None."""
    article = compose_article(
        [(BlockKind.PARAGRAPH, text)], outlet="", headline="", source="-", published=None
    )
    parse = parse_article(article, tools.model)
    shift = article.text.index(text)
    cast = find_cast(parse, tools.authority, tools.places)
    acts = (a for s in coded_sentences(parse) for a in cued_acts(s, parse, cast, tools.codebook))
    for act in acts:
        own = of_match(act.match).extents()
        if all(_meets(own[role], given[role], shift) for role in (ACTOR, RECIPIENT)):
            return act.type
    return None


def as_table(said: str, text: str) -> str:
    """Return the type that the older table has where our codebook draws the border otherwise."""
    for ours, theirs, words in _BORDERS:
        if said == ours and words.search(text):
            return theirs
    return said


def _meets(own: Sequence[Extent], given: Sequence[Extent], shift: int) -> bool:
    return any(a[0] - shift < b[1] and b[0] < a[1] - shift for a in own for b in given)


def likeliest(types: Mapping[str, float]) -> str:
    """Return the set's likeliest type: an act happens, and giving way is one type."""
    scores: Counter[str] = Counter()
    for name, share in types.items():
        if name != NONE:
            scores[_YIELD if name in _YIELDS else name] += share  # type: ignore[assignment]
    return max(sorted(scores), key=lambda name: scores[name])


def print_figures(
    name: str, pairs: Sequence[Mapping[str, str]], said: Sequence[str], quads: Mapping[str, str]
) -> None:
    """Print macro-F1 over types and quads with the ratio to the peer's, then each type's F1."""
    types = [(pair["type"], guess) for pair, guess in zip(pairs, said, strict=True)]
    sorts = [(pair["quad"], quads[guess]) for pair, guess in zip(pairs, said, strict=True)]
    print(f"{name}")
    for what, figure in (("types", macro_f1(types)), ("quads", macro_f1(sorts))):
        ratio = figure / _PEER[what]
        print(f"  {what:8}{figure:7.3f}   ZSP {_PEER[what]:.3f}   ours / theirs {ratio:.2f}")
    each = ", ".join(f"{t} {f1(types, t):.2f}" for t in sorted({true for true, _ in types}))
    print(f"  {each}")


if __name__ == "__main__":
    sys.exit(main())
