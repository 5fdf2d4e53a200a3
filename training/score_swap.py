"""Score how often other countries and names leave the codes of an item alone.

    python -m training.score_swap [-n PAIRS] [--seed N] [--differences]

Items of the held-out tenth come first, then others, each with its twin (``training.swap``). Codes
are the types, modes, contexts and factualities of all reports, whatever their order; voices those
of the reports and of the sentences; loaded are the words marked as such.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping
from random import Random

from dragoman.model.reading import Reading
from dragoman.pipeline import load_tools
from training.files import corpus_files, read_corpus
from training.held_out import is_held_out
from training.score_reading import read_item
from training.swap import Pair, swapped_pairs

PAIRS = 600


def codes(reading: Reading) -> tuple[object, ...]:
    """Return the codes of a reading's reports, sorted."""
    return tuple(
        sorted(
            (r.type, r.modes, tuple(sorted(r.contexts)), str(r.factuality)) for r in reading.reports
        )
    )


def voices(reading: Reading) -> tuple[object, ...]:
    """Return the voices of a reading's reports, sorted, and of its sentences."""
    of_reports = sorted(str(report.attribution.voice) for report in reading.reports)
    return (*of_reports, *(str(sentence.voice) for sentence in reading.sentences))


def loaded(reading: Reading) -> tuple[object, ...]:
    """Return the loaded words of a reading's claims, sorted."""
    return tuple(sorted(word.words.lower() for claim in reading.claims for word in claim.loaded))


LIKENESSES: Mapping[str, Callable[[Reading], tuple[object, ...]]] = {
    "types": lambda reading: tuple(sorted(report.type for report in reading.reports)),
    "all codes": codes,
    "voices": voices,
    "factualities": lambda r: tuple(sorted(str(report.factuality) for report in r.reports)),
    "loaded words": loaded,
}


def drawn(pairs: int, seed: int) -> list[Pair]:
    """Return this many pairs, of the held-out tenth as far as it goes."""
    items = list(read_corpus(corpus_files()).items)
    Random(seed).shuffle(items)
    items.sort(key=lambda item: not is_held_out(item))
    return list(swapped_pairs(items, seed))[:pairs]


def main() -> None:
    """Print the share of pairs that are read alike, in each way."""
    parser = argparse.ArgumentParser(description="Codes that other countries leave alone.")
    parser.add_argument("-n", type=int, default=PAIRS, help=f"pairs to read ({PAIRS})")
    parser.add_argument("--seed", type=int, default=1, help="another seed, other pairs")
    parser.add_argument("--differences", action="store_true", help="print what differs")
    given = parser.parse_args()
    tools = load_tools()
    alike = dict.fromkeys(LIKENESSES, 0)
    pairs = drawn(given.n, given.seed)
    for pair in pairs:
        one, other = (read_item(item, tools)[0] for item in (pair.item, pair.twin))
        for name, told in LIKENESSES.items():
            same = told(one) == told(other)
            alike[name] += same
            if given.differences and not same:
                print(name, pair.item.text, told(one), pair.twin.text, told(other), "", sep="\n")
    print(f"{len(pairs)} pairs")
    for name, count in alike.items():
        print(f"{name + ' alike':34}{count / len(pairs):7.3f}")


if __name__ == "__main__":
    main()
