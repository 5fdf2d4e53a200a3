"""Count where paths through the parse lead in the corpus: ``python -m training.paths [-o FILE]``.

Only the part that is trained on is counted. A path counts once for each act and each actor named in
its sentence: as the act's actor or recipient, or as neither.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from spacy.tokens import Token

from dragoman.actors.cast import Cast
from dragoman.actors.resolve import find_cast
from dragoman.coding.paths import ROLES, outline, path
from dragoman.language.parser import Parse, parse_article
from dragoman.model.article import BlockKind, compose_article
from dragoman.pipeline import Tools, load_tools
from training.files import corpus_files, read_corpus
from training.held_out import is_held_out
from training.markup import Item, Span

# Paths that were met less often are left out: of all types together, and of one by itself.
_LEAST, _LEAST_OF_TYPE = 4, 8
_FILE = Path("src/dragoman/data/paths.tsv")


def led_in(item: Item, tools: Tools) -> Iterator[tuple[str, str, str]]:
    """Yield each path of an item's acts with the act's type and where it led."""
    article = compose_article(
        [(BlockKind.PARAGRAPH, item.text)], outlet="", headline="", source=item.id, published=None
    )
    shift = article.text.index(item.text)
    parse = parse_article(article, tools.model)
    cast = find_cast(parse, tools.authority, tools.places)
    for event in item.events:
        head = _head(item.labelled("cue", event.number), parse, shift)
        sides = {role: item.labelled(role, event.number) for role in ROLES[:2]}
        for other in _named(head, cast) if head is not None else ():
            way = path(head, other) if head is not None else None
            if way is not None:
                yield event.type, way, _role(other, sides, shift)


def _head(cues: tuple[Span, ...], parse: Parse, shift: int) -> Token | None:
    """Return the word of a cue that the others hang on."""
    words = [t for t in parse.doc if any(c.start <= t.idx - shift < c.end for c in cues)]
    own = {word.i for word in words}
    return next((w for w in words if w.head.i not in own or w.head == w), None)


def _named(head: Token, cast: Cast) -> Iterator[Token]:
    for token in head.sent:
        if token != head and any(m.appearance is not None for m in cast.all_at(token)):
            yield token


def _role(token: Token, sides: dict[str, tuple[Span, ...]], shift: int) -> str:
    at = token.idx - shift
    for role, spans in sides.items():
        if any(span.start <= at < span.end for span in spans):
            return role
    return "neither"


def main() -> None:
    """Write the table."""
    parser = argparse.ArgumentParser(description="Count where paths through the parse lead.")
    parser.add_argument("-o", "--output", type=Path, default=_FILE)
    output = parser.parse_args().output
    tools = load_tools()
    counts: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for item in read_corpus(corpus_files()).items:
        if not is_held_out(item):
            for type_name, way, role in led_in(item, tools):
                for own in filter(None, (way, outline(way))):
                    counts["", own][role] += 1
                    counts[type_name, own][role] += 1
    kept = sorted((key, led) for key, led in counts.items() if led.total() >= _least(key[0]))
    rows = ["\t".join(("type", "path", *ROLES))]
    rows += ["\t".join((*key, *(str(led[role]) for role in ROLES))) for key, led in kept]
    output.write_text("\n".join(rows) + "\n", "utf-8")
    print(f"{len(kept)} rows of {len(counts)}")


def _least(type_name: str) -> int:
    return _LEAST_OF_TYPE if type_name else _LEAST


if __name__ == "__main__":
    main()
