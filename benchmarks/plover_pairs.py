"""PLV: the type of an act between two given sides, by the trained coder.

    python benchmarks/plover_pairs.py FOLDER

FOLDER is what training wrote. Each pair of ``events/plv_dev.jsonl`` is judged twice: with its sides
alone, as the peers have it, and with the cue that our reader finds between them, if any. The set's
YIELD is PLOVER's CONCEDE and RETREAT; the probabilities of the two are added. A quad is that of the
type said. No pair is ever trained on.

Peers, on the same lines (yardsticks/README.md): ZSP, 355 million parameters on a GPU, 0.743 over
types and 0.867 over quads; PETRARCH-2 0.40 over types.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from dragoman.actors.resolve import find_cast
from dragoman.coding.candidates import of_match, propose
from dragoman.coding.marking import ACTOR, CUE, RECIPIENT, Extent, marked, state_extents
from dragoman.coding.matching import find_matches
from dragoman.coding.sides import Scene
from dragoman.language.parser import parse_article
from dragoman.model.article import BlockKind, compose_article
from dragoman.pipeline import Tools, load_tools
from training.figures import f1, macro_f1
from training.judging import judge, load_trained
from training.labels import labels_of
from training.markup import NONE
from yardsticks import find_yardstick

_YIELD = "YIELD"
_YIELDS = frozenset({"CONCEDE", "RETREAT"})
_QUAD_OF_YIELD = "material cooperation"
_TAG = re.compile(r"(</?[st]>)")
_PEER = {"types": 0.743, "quads": 0.867}

Roles = dict[str, list[Extent]]


def main() -> int:
    """Print both readings beside the peers'; 0, also where the set is absent."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="folder that training wrote")
    folder = parser.parse_args().folder
    path = find_yardstick("events/plv_dev.jsonl")
    if path is None:
        print("plover_pairs: skipped, events/plv_dev.jsonl is not there")
        return 0
    tools = load_tools()
    pairs = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    read = [unmarked(pair["marked"]) for pair in pairs]
    told = [told_roles(text, roles, tools) for text, roles in read]
    bare = [marked(text, roles, state_extents(text, tools.authority)) for text, roles in read]
    with_cue = [
        marked(text, roles, state_extents(text, tools.authority))
        for (text, _), roles in zip(read, told, strict=True)
    ]
    found = sum(bool(roles[CUE]) for roles in told)
    print(f"{len(pairs)} pairs; a cue between the sides is found in {found}")
    labels = labels_of(tools.codebook)
    model, tokenizer = load_trained(folder, labels)
    quads = {kind.name: kind.quad for kind in tools.codebook.types} | {_YIELD: _QUAD_OF_YIELD}
    for name, texts in (("sides alone", bare), ("with our cue", with_cue)):
        said = [likeliest(j.types) for j in judge(model, tokenizer, labels, texts)]
        print_figures(name, pairs, said, quads)
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


def told_roles(text: str, given: Roles, tools: Tools) -> Roles:
    """Return the given sides with the cue of the candidate of ours that has most of them."""
    best = max(
        _candidates(text, tools), key=lambda c: _shared(c, given), default={ACTOR: [], CUE: []}
    )
    return given | {CUE: list(best[CUE]) if _shared(best, given) else []}


def _candidates(text: str, tools: Tools) -> Iterator[Roles]:
    article = compose_article(
        [(BlockKind.PARAGRAPH, text)], outlet="", headline="", source="-", published=None
    )
    parse = parse_article(article, tools.model)
    shift = article.text.index(text)
    scene = Scene(find_cast(parse, tools.authority, tools.places), tools.codebook)
    for sentence in parse.sentences:
        span = parse.tokens(sentence)
        matches = find_matches(span, scene)
        known = [word for match in matches for word in match.words]
        for candidate in (*map(of_match, matches), *propose(span, scene, known)):
            yield {
                role: [(start - shift, end - shift) for start, end in extents]
                for role, extents in candidate.extents().items()
            }


def _shared(candidate: Mapping[str, Sequence[Extent]], given: Roles) -> int:
    return sum(
        any(a[0] < b[1] and b[0] < a[1] for a in candidate.get(role, ()) for b in given[role])
        for role in (ACTOR, RECIPIENT)
    )


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
