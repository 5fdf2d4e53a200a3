"""Score coding by worked examples alone, as a codebook of one's own is coded without cues.

    python -m training.score_examples

PLOVER stands for such a codebook: the events of the held-out tenth are given the type of the
nearest of its worked examples. The encoder's space was trained on PLOVER's types, so types that cut
acts up in another way will do worse.
"""

from __future__ import annotations

from dragoman.coding.by_example import ExampleJudge
from dragoman.coding.deciding import decide
from dragoman.coding.judge import Roles, load_judge
from dragoman.coding.judgement import NONE, Judgement
from dragoman.model.quote import Quote
from dragoman.pipeline import Tools, load_tools
from training.examples import roles_of
from training.figures import macro_f1, share_right
from training.files import corpus_files, read_corpus
from training.held_out import is_held_out
from training.markup import Item
from training.negatives import proposals, silent


def pairs_in(item: Item, tools: Tools, judge: ExampleJudge) -> list[tuple[str, str]]:
    """Return (true, said) types of an item's events and of its silent candidates."""
    whole = Quote.cut(item.text, 0, len(item.text))
    told: list[tuple[str, Roles]] = [(e.type, roles_of(item, e)) for e in item.events]
    told += [(NONE, roles) for roles in silent(item, proposals(item, tools))]
    judged = judge.judge([(whole, roles) for _, roles in told])
    return [(true, said(one)) for (true, _), one in zip(told, judged, strict=True)]


def said(judgement: Judgement) -> str:
    """Return the type that a candidate without a cue is given, or NONE."""
    decision = decide(judgement, None)
    return decision.type if decision.is_act(by_cue=False) else NONE


def main() -> None:
    """Print how often the nearest example's type is right, and how often it makes an event."""
    tools = load_tools()
    judge = ExampleJudge(load_judge(), tools.codebook)
    held = [item for item in read_corpus(corpus_files()).items if is_held_out(item)]
    pairs = [pair for item in held for pair in pairs_in(item, tools, judge)]
    events = [(true, found) for true, found in pairs if true != NONE]
    taken = [(true, found) for true, found in events if found != NONE]
    quiet = [found for true, found in pairs if true == NONE]
    print(f"{len(list(tools.codebook.examples()))} examples, {len(events)} events")
    print(f"{'events taken for one':34}{len(taken) / len(events):7.3f}")
    print(f"{'  of those, type right':34}{share_right(taken):7.3f}")
    print(f"{'type, macro-F1, of all':34}{macro_f1(events):7.3f}")
    print(
        f"{'silent candidates taken for one':34}{sum(f != NONE for f in quiet) / len(quiet):7.3f}"
    )


if __name__ == "__main__":
    main()
