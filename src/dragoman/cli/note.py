"""An answer as a researcher's note: titled parts, hanging lines, numbered sources."""

from __future__ import annotations

from rich.text import Text

from dragoman.answers.answer import Answer, Citation, Line, Section
from dragoman.answers.wording import day_in_words
from dragoman.cli.inert import inert_text
from dragoman.cli.output import Record, out

MEASURE = 96
"""Prose is set no wider than so many columns: longer lines are hard to read back from."""

SHORTEST = 20
"""However narrow the terminal, so many characters of prose go on a line."""

TITLE = "bold cyan"
_MARK = "green"


def print_note(answer: Answer) -> None:
    """Print an answer for people: its parts line by line, then the sources they cite."""
    print_line(Text(answer.question, style="bold"))
    if not answer.found:
        _print_missing(answer)
        return
    for section in answer.sections:
        _print_section(section)
    out.print()
    print_line(Text("Sources", style=TITLE))
    width = len(str(len(answer.citations))) + 2
    for citation in answer.citations:
        print_hanging(Text(f"[{citation.number}]".rjust(width), style=_MARK), _source(citation))


def print_line(text: Text) -> None:
    """Print a text, broken into lines of the note's measure."""
    print_hanging(Text(), text, margin=0)


def print_hanging(mark: Text, text: Text, margin: int = 2) -> None:
    """Print a text beside its mark, the further lines set in under the first.

    ``margin`` is how many columns stay free to the left of the mark.
    """
    first = Text.assemble(" " * margin, mark, " " if mark else "")
    for line in inert_text(text).wrap(out, max(min(out.width, MEASURE) - len(first), SHORTEST)):
        line.rstrip()
        out.print(first + line, soft_wrap=True)
        first = Text(" " * len(first))


def _print_missing(answer: Answer) -> None:
    out.print()
    print_hanging(Text("•"), Text(f"Nothing found: {answer.missing}."))
    if answer.nearest:
        print_hanging(Text("•"), Text.assemble("The nearest known matter: ", answer.nearest))


def _print_section(section: Section) -> None:
    out.print()
    print_line(Text(section.title, style=TITLE))
    for line in section.lines:
        print_hanging(Text("•"), _cited(line))


def _cited(line: Line) -> Text:
    marks = "".join(f"[{number}]" for number in line.citations)
    return Text.assemble(line.text, " ", (marks, _MARK))


def _source(citation: Citation) -> Text:
    article = citation.article
    return Text.assemble(
        (article.outlet, "bold"),
        f", {day_in_words(article.published)}: ",
        f"“{' '.join(citation.sentence.words.split())}”",
    )


def answer_record(answer: Answer) -> Record:
    """Return an answer as one JSON object, the citations with their offsets."""
    return {
        "question": answer.question,
        "found": answer.found,
        "missing": answer.missing or None,
        "nearest": answer.nearest or None,
        "sections": [_section_record(section) for section in answer.sections],
        "citations": [_citation_record(citation) for citation in answer.citations],
    }


def _section_record(section: Section) -> Record:
    lines = [{"text": line.text, "citations": list(line.citations)} for line in section.lines]
    return {"title": section.title, "lines": lines}


def _citation_record(citation: Citation) -> Record:
    article = citation.article
    return {
        "number": citation.number,
        "article": {
            "id": article.id,
            "outlet": article.outlet,
            "url": article.url,
            "published": article.published.isoformat() if article.published else None,
        },
        "sentence": citation.sentence.words,
        "start": citation.sentence.start,
        "end": citation.sentence.end,
    }
