"""Write every example of output in the documents anew, from the program itself.

    python scripts/write_examples.py            writes README.md and docs/ where they are stale
    python scripts/write_examples.py --check    only says what is stale, and fails if anything is

A fence "```console run" holds commands; what each prints is put below it. "each=2" keeps the first
two entries of each part of an answer, and says with "…" that there were more. An id after "explain"
becomes the last event that the page printed. A fence "```json NAME" holds the record of that name,
see RECORDS. What a fence "```toml FILE" or "```text FILE" holds is in that file for the commands.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import io
import json
import os
import re
import shlex
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

WIDTH = 88
# The console of the command line looks at these when it is imported.
os.environ.update({"COLUMNS": str(WIDTH), "NO_COLOR": "1"})

import dragoman  # noqa: E402
from dragoman.cli.app import main as command_line  # noqa: E402

ROOT = Path(__file__).resolve().parents[1]
SAMPLES = Path("src/dragoman/data/coverage")
AFTER_ANSWER = "Timeline of the coverage"
_FENCE = re.compile(r"^```(console run|json)([^\n]*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_FILE = re.compile(r"^```(?:toml|text) (\S+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_EVENT_ID = re.compile(r"EVT-[0-9a-f]{16}")
_LINE_OF_ANSWER = re.compile(r" *•")
_SOURCE = re.compile(r" *\[\d+\] ")

Record = dict[str, Any]


def _first(rows: list[Record], fits: Callable[[Record], object], shorten: str = "") -> Record:
    """Return the first row that fits, and of its list ``shorten`` the first item alone."""
    row = next(row for row in rows if fits(row))
    return {**row, shorten: row[shorten][:1]} if shorten else row


RECORDS: dict[str, Callable[[dragoman.Library], Record]] = {
    "event": lambda library: _first(
        library.events(actor="Kolokoltsev", type="CONSULT", since=dt.date(2026, 1, 1)),
        lambda event: any(told["cue"] == "arrived" for told in event["reports"]),
        "reports",
    ),
    "claim": lambda library: _first(
        library.claims(actor="Rodríguez"), lambda claim: "entitled" in claim["content"]
    ),
    "reason": lambda library: _first(
        library.reasons(), lambda reason: "conference" in reason["content"]
    ),
    "support": lambda library: _first(
        library.supports(), lambda support: support["kind"] == "technology"
    ),
    "actor": lambda library: _first(
        library.actors(actor="Rodríguez"), lambda actor: actor["kind"] == "person", "offices"
    ),
    "article": lambda library: _first(library.articles(), lambda article: article["reprint_of"]),
}


def spelled(value: Any, indent: int = 0) -> str:
    """Return JSON that opens a list or an object only where it would not fit on one line."""
    line = json.dumps(value, ensure_ascii=False)
    if not value or not isinstance(value, (dict, list)) or len(line) + indent <= WIDTH:
        return line
    pad = " " * (indent + 2)
    if isinstance(value, dict):
        items = [f"{json.dumps(key)}: {spelled(item, indent + 2)}" for key, item in value.items()]
    else:
        items = [spelled(item, indent + 2) for item in value]
    opening, closing = "{}" if isinstance(value, dict) else "[]"
    inner = ",\n".join(pad + item for item in items)
    return f"{opening}\n{inner}\n{' ' * indent}{closing}"


def shortened(text: str, most: int) -> str:
    """Return an answer with at most so many entries in each of its parts, and nothing after it."""
    answer, _, rest = text.partition(AFTER_ANSWER)
    parts = []
    for part in answer.rstrip().split("\n\n"):
        kept, entries = [], 0
        entry = _SOURCE if part.startswith("Sources") else _LINE_OF_ANSWER
        for line in part.split("\n"):
            entries += bool(entry.match(line))
            if entries <= most:
                kept.append(line)
        parts.append("\n".join([*kept, "  …"] if entries > most else kept))
    return "\n\n".join([*parts, f"{AFTER_ANSWER}\n  …"] if rest else parts)


class Page:
    """One document while its examples are written; remembers the last event that it printed."""

    def __init__(self, library: dragoman.Library) -> None:
        self.library = library
        self.last_event = ""

    def rewritten(self, fence: re.Match[str]) -> str:
        """Return a fence with its contents written anew."""
        kind, options, body = fence.groups()
        if kind == "json":
            body = spelled(RECORDS[options.strip()](self.library)) + "\n"
        else:
            most = re.search(r"each=(\d+)", options)
            commands = [line for line in body.split("\n") if line.startswith("$ ")]
            body = "".join(self._run(line, int(most[1]) if most else 0) for line in commands)
        return f"```{kind}{options}\n{body}```"

    def _run(self, line: str, most: int) -> str:
        line = re.sub(r"(?<=explain )EVT-\w+", self.last_event or "EVT-", line)
        words = shlex.split(line.removeprefix("$ "))
        if words[0] == "export":
            name, _, value = words[1].partition("=")
            os.environ[name] = value
            return f"{line}\n"
        printed = printed_by(words)
        self.last_event = next(iter(_EVENT_ID.findall(printed)), self.last_event)
        printed = shortened(printed, most) if most else printed
        return f"{line}\n{printed}\n" if printed else f"{line}\n"


def printed_by(words: list[str]) -> str:
    """Return what a command prints, to standard output first and then to standard error."""
    out, err = io.StringIO(), io.StringIO()
    sys.argv = words
    with (
        contextlib.redirect_stdout(out),
        contextlib.redirect_stderr(err),
        contextlib.suppress(SystemExit),
    ):
        command_line()
    lines = (out.getvalue() + err.getvalue()).split("\n")
    return "\n".join(line.rstrip() for line in lines).strip()


@contextlib.contextmanager
def a_reader_at_home() -> Iterator[None]:
    """Stand in a new folder that has the samples where a clone has them, and no ledger yet."""
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(ROOT / SAMPLES, Path(folder, SAMPLES))
        os.environ.pop("DRAGOMAN_LEDGER", None)
        with contextlib.chdir(folder):
            yield


def written_anew(page: Path, library: dragoman.Library) -> str:
    """Return the text of a page with all its examples as the program gives them now."""
    text = page.read_text(encoding="utf-8")
    with a_reader_at_home():
        for name, contents in _FILE.findall(text):
            Path(name).write_text(contents, encoding="utf-8")
        return _FENCE.sub(Page(library).rewritten, text)


def main() -> int:
    """Write or check every page; returns the exit code."""
    check, stale = "--check" in sys.argv[1:], []
    pages = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
    with tempfile.TemporaryDirectory() as folder, dragoman.open(Path(folder, "it.db")) as library:
        library.read(str(ROOT / SAMPLES / "*.txt"))
        for page in pages:
            text = written_anew(page, library)
            if text != page.read_text(encoding="utf-8"):
                stale.append(page.relative_to(ROOT))
                if not check:
                    page.write_text(text, encoding="utf-8")
    for name in stale:
        print(f"{name}: {'stale; run python scripts/write_examples.py' if check else 'written'}")
    return int(check and bool(stale))


if __name__ == "__main__":
    sys.exit(main())
