"""One type of a codebook as a page for people: definition, modes with examples, and cues."""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text

from dragoman.cli.note import TITLE, print_hanging, print_line
from dragoman.cli.output import Record, out

_LABELS = {"cue": "bold", "actor": "green", "recipient": "cyan"}


def print_type(record: Record) -> None:
    """Print a type whole, from the record of it."""
    print_line(Text.assemble((record["type"], "bold"), f"  {_scored(record)}"))
    print_line(Text(record["definition"]))
    print_line(Text(f"Not: {record['not']}", style="dim"))
    _print_examples(record)
    if record["modes"]:
        _print_title("Modes")
    for mode in record["modes"]:
        named = Text.assemble((mode["name"], "bold"), f"  {_scored(mode)}  {mode['definition']}")
        print_hanging(Text("•"), named, margin=0)
        _print_examples(mode)
    _print_title("Cues")
    for mode in (None, *(mode["name"] for mode in record["modes"])):
        patterns = [cue["pattern"] for cue in record["cues"] if cue["mode"] == mode]
        if patterns and record["modes"]:
            print_hanging(Text("•"), Text(mode or "without a mode", style="bold"), margin=0)
        for pattern in patterns:
            print_hanging(Text("·", style="dim"), Text(pattern))


def _scored(record: Record) -> str:
    cameo = f"CAMEO {record['cameo']}" if record["cameo"] else ""
    parts = (record.get("quad", ""), f"{record['intensity']:+.1f}", cameo)
    return " · ".join(part for part in parts if part)


def _print_title(title: str) -> None:
    out.print()
    print_line(Text(title, style=TITLE))


def _print_examples(record: Record) -> None:
    for example in record["examples"]:
        text = Text(example["text"])
        for label, start, end in example["spans"]:
            text.stylize(_LABELS.get(label, "italic"), start, end)
        print_hanging(Text("“", style="dim"), text)
        print_hanging(Text(" "), Text(", ".join(_marks(example)), style="dim"))


def _marks(example: Record) -> Iterator[str]:
    for label, start, end in example["spans"]:
        yield f"{label} “{example['text'][start:end]}”"
