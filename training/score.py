"""Score trained weights: the held-out tenth of the corpus, and PLV's marked pairs."""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

import torch
from tokenizers import Tokenizer

from dragoman.actors.authority import load_authority
from dragoman.coding.marking import ACTOR, RECIPIENT, Extent, marked, state_extents
from training.labels import Labels, labels_of
from training.model import HEADS, Coder, openings
from training.train import is_held_out, prepare, read_corpus, row_of, tensors, Row
from dragoman.pipeline import load_tools


def load(folder: Path, labels: Labels) -> tuple[Coder, Tokenizer]:
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    layers = json.loads((folder / "labels.json").read_text())["layers"]
    model = Coder(labels, openings(tokenizer), layers)
    model.load_state_dict(torch.load(folder / "coder.pt"))
    return model.eval(), tokenizer


def logits(model: Coder, rows: Sequence[Row]) -> list[dict[str, torch.Tensor]]:
    found: list[dict[str, torch.Tensor]] = []
    with torch.no_grad():
        for at in range(0, len(rows), 32):
            told = model(*tensors(rows[at : at + 32]))
            found += [dict(zip(HEADS, row, strict=True)) for row in zip(*told, strict=True)]
    return found


def macro_f1(pairs: Sequence[tuple[str, str]]) -> float:
    names = {gold for gold, _ in pairs}
    return sum(f1(pairs, name) for name in names) / len(names)


def f1(pairs: Sequence[tuple[str, str]], name: str) -> float:
    right = sum(g == s == name for g, s in pairs)
    said, wanted = sum(s == name for _, s in pairs), sum(g == name for g, _ in pairs)
    return 2 * right / (said + wanted) if said + wanted else 0.0


def plv_rows(path: Path, tokenizer: Tokenizer) -> tuple[list[Row], list[dict[str, str]]]:
    authority = load_authority()
    rows, gold = [], []
    for line in path.read_text("utf-8").splitlines():
        pair = json.loads(line)
        text, roles = unmarked(pair["marked"])
        told = marked(text, roles, state_extents(text, authority))
        rows.append(Row(tuple(tokenizer.encode(told).ids), 0, (), (), -1, -1))
        gold.append(pair)
    return rows, gold


def unmarked(text: str) -> tuple[str, dict[str, list[Extent]]]:
    roles: dict[str, list[Extent]] = {ACTOR: [], RECIPIENT: []}
    out, started = "", 0
    for piece in re.split(r"(</?[st]>)", text):
        if piece in ("<s>", "<t>"):
            started = len(out)
        elif piece in ("</s>", "</t>"):
            roles[ACTOR if piece == "</s>" else RECIPIENT].append((started, len(out)))
        else:
            out += piece
    return out, roles


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--plv", type=Path)
    parser.add_argument("--confusion", action="store_true")
    given = parser.parse_args()
    tools = load_tools()
    labels = labels_of(tools.codebook)
    model, tokenizer = load(given.folder, labels)
    held = [item for item in read_corpus() if is_held_out(item)]
    examples = list(prepare(held, 7))
    rows = [row_of(e, tokenizer, labels) for e in examples]
    told = logits(model, rows)
    types = [labels.types[int(t["types"].argmax())] for t in told]
    pairs = [(e.type, s) for e, s in zip(examples, types, strict=True)]
    acts = [p for p in pairs if p[0] != "NONE"]
    quiet = [p for p in pairs if p[0] == "NONE"]
    print(f"held: {len(held)} items, {len(acts)} events, {len(quiet)} silent")
    print(f"type macro-F1 {macro_f1(pairs):.3f}; events alone {macro_f1(acts):.3f}")
    print(f"false events among silent candidates {sum(s != 'NONE' for _, s in quiet) / max(1, len(quiet)):.3f}")
    facts = [
        (e.event.factuality, labels.factualities[int(t["factualities"].argmax())])
        for e, t in zip(examples, told, strict=True) if e.event
    ]
    voices = [
        (e.event.voice, labels.voices[int(t["voices"].argmax())])
        for e, t in zip(examples, told, strict=True) if e.event
    ]
    modes = []
    for e, t in zip(examples, told, strict=True):
        if e.event and e.event.modes:
            own = [i for i, m in enumerate(labels.modes) if m.startswith(e.event.type + "/")]
            modes.append((f"{e.event.type}/{e.event.modes[0]}", labels.modes[max(own, key=lambda i: float(t["modes"][i]))]))
    hits = wanted = said = 0
    for e, t in zip(examples, told, strict=True):
        if e.event:
            guess = {labels.contexts[i] for i in range(len(labels.contexts)) if t["contexts"][i] > -0.8}
            hits += len(guess & set(e.event.contexts)); wanted += len(e.event.contexts); said += len(guess)
    print(f"factuality macro-F1 {macro_f1(facts):.3f}; voice {macro_f1(voices):.3f}; mode given type {macro_f1(modes):.3f}; contexts micro-F1 {2*hits/max(1,said+wanted):.3f}")
    if given.plv:
        rows, gold = plv_rows(given.plv, tokenizer)
        told = logits(model, rows)
        quads = {k.name: k.quad for k in tools.codebook.types}
        pairs, quadpairs = [], []
        for g, t in zip(gold, told, strict=True):
            p = t["types"].softmax(-1).tolist()
            scores: Counter[str] = Counter()
            for name, share in zip(labels.types[1:], p[1:], strict=True):
                scores["YIELD" if name in ("CONCEDE", "RETREAT") else name] += share
            best = max(scores, key=scores.__getitem__)
            pairs.append((g["type"], best))
            byq: Counter[str] = Counter()
            for name, share in zip(labels.types[1:], p[1:], strict=True):
                byq[quads[name]] += share
            quadpairs.append((g["quad"], best))
        print(f"PLV types macro-F1 {macro_f1(pairs):.3f}, accuracy {sum(a == b for a, b in pairs) / len(pairs):.3f}")
        print(Counter(g["quad"] for g in gold))
        for name in sorted({g for g, _ in pairs}):
            print(f"  {name:10} {f1(pairs, name):.2f} {sum(g == name for g, _ in pairs)}", Counter(s for g, s in pairs if g == name and s != name).most_common(4))


if __name__ == "__main__":
    main()
