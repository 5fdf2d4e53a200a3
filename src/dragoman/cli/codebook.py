"""codebook: the event types, their modes, cues and examples; and what is wrong with a file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.cli import layouts
from dragoman.cli.codebook_page import print_type
from dragoman.cli.endings import WRONG_USE, say_problem
from dragoman.cli.inert import one_line
from dragoman.cli.options import CodebookOption, Format, FormatOption
from dragoman.cli.output import err, out, print_rows, say
from dragoman.coding.codebook import Codebook, load_codebook
from dragoman.coding.codebook_records import example_record, type_record
from dragoman.errors import UsageError

if TYPE_CHECKING:
    from dragoman.rehearsal import Rehearsed

CHECK = "check"


def codebook(
    what: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[TYPE | check FILE]", help="One type whole, or a file of your own to check."
        ),
    ] = None,
    file: CodebookOption = None,
    form: FormatOption = Format.TABLE,
) -> None:
    """Show the event types, one of them whole, or check a file.

    A check says what is in a file, and which of its worked examples its own
    cues code otherwise than meant; a file that cannot be used is named with
    the place and what to write there.

    Example: dragoman codebook ASSAULT

    Example: dragoman codebook check labour.toml
    """
    match what or []:
        case []:
            book = load_codebook(file)
            rows = (type_record(event_type, book) for event_type in book.types)
            print_rows(rows, layouts.CODEBOOK, form, nothing="")
            which = f" --codebook {file}" if file else ""
            say(f"  {_contents(book)}")
            say(f"  one type whole: dragoman codebook {book.types[0].name}{which}", style="dim")
        case [word] if word != CHECK:
            _show_type(load_codebook(file), word, form)
        case [word, path] if word == CHECK and file is None:
            _check(Path(path), form)
        case words:
            hint = "write dragoman codebook, with a type, or with check and a file"
            raise UsageError(f"cannot read {' '.join(words)!r}", hint=hint)


def _show_type(book: Codebook, name: str, form: Format) -> None:
    named = {event_type.name.casefold(): event_type for event_type in book.types}
    if name.casefold() not in named:
        known = ", ".join(event_type.name for event_type in book.types)
        raise UsageError(f"the codebook {book.name} has no type {name!r}", hint=f"it has {known}")
    record = type_record(named[name.casefold()], book)
    if form is Format.TABLE:
        print_type(record)
    else:
        print_rows([record], layouts.CODEBOOK, form, nothing="")


def _check(path: Path, form: Format) -> None:
    book = load_codebook(path)
    if form is Format.TABLE:
        out.print(one_line(f"{path}: {_contents(book)}"), soft_wrap=True, markup=False)
    conflicts = book.conflicts()
    for conflict in conflicts:
        say_problem(f"{path}: one pattern for two acts, {conflict}; keep one of them")
    read = tuple(_rehearsed(path)) if any(book.examples()) else ()
    _print_examples(read, form)
    if conflicts:
        raise typer.Exit(WRONG_USE)


def _rehearsed(path: Path) -> Iterator[Rehearsed]:
    from dragoman.cli.progress import loading

    # spaCy takes over a second to import, which only coding should cost
    from dragoman.pipeline import load_tools
    from dragoman.rehearsal import rehearse

    with loading(err):
        yield from rehearse(load_tools(path))


def _print_examples(read: Sequence[Rehearsed], form: Format) -> None:
    """Print every example for a program; for people those that are coded otherwise than meant."""
    if form is not Format.TABLE:
        rows = (example_record(one.example) | _outcome(one) for one in read)
        print_rows(rows, layouts.EXAMPLES, form, nothing="it has no examples")
        return
    missed = [one for one in read if not one.as_meant]
    if read:
        out.print(f"examples coded as meant: {len(read) - len(missed)} of {len(read)}")
    if missed:
        out.print()
        rows = (example_record(one.example) | _outcome(one) for one in missed)
        print_rows(rows, layouts.EXAMPLES, form, nothing="")


def _outcome(one: Rehearsed) -> dict[str, object]:
    coded = [{"type": type_name, "modes": list(modes)} for type_name, modes in one.coded]
    return {"coded": coded, "as_meant": one.as_meant}


def _contents(book: Codebook) -> str:
    counted = {
        "type": len(book.types),
        "mode": sum(len(event_type.modes) for event_type in book.types),
        "cue": len(book.cues),
        "embedding": len(book.embeddings),
        "context": len(book.contexts),
        "kind of support": len(book.supports),
        "example": sum(1 for _ in book.examples()),
    }
    parts = (f"{count:,} {_plural(noun, count)}" for noun, count in counted.items() if count)
    return f"{book.name} {book.version}, {', '.join(parts)}"


def _plural(noun: str, count: int) -> str:
    if count == 1:
        return noun
    return "kinds of support" if noun == "kind of support" else f"{noun}s"
