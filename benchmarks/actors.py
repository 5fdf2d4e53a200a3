"""Code NGEC's own actor tests with dragoman's tables: 199 calls, each with what must hold.

    PYTHONPATH=src:benchmarks python benchmarks/actors.py [--faults]

The cases are NGEC's unit tests (`actors/actor_cases.jsonl` of the yardsticks, found through
$DRAGOMAN_YARDSTICKS, else ../shared/yardsticks; skipped where they are absent). NGEC passes its own
tests, with Elasticsearch and an index of Wikipedia; what it looks up there we look up in the
authority tables. How each call and each assertion is taken:

| NGEC's call | ours |
| --- | --- |
| search_nat(text) | country_of_phrase(text): the country and the rest of the phrase |
| short_text_to_agent, trf_agent_match, agent_to_code(text, context, date) | code_phrase |
| query_wiki(name) | code_phrase |

| assertion | holds when |
| --- | --- |
| cc, code['country'] | the country is the same; '' is none |
| text | the rest is the same, but for spaces and a leading article |
| code['code_1'], code['code_2'] | the first, the second sector is the same; '' and UNK are none |
| wiki['title'] | the actor found bears that name in the tables |
| code is None | no actor is found, or one without country and without sector |

Not applicable are assertions about NGEC's inside: the pattern that matched (`pattern`), the line of
an infobox (`actor_wiki_job`), the length of a page (`intro_para`), the page a code came from
(`code['wiki']`); and cases that do not carry their own values (`d['actor']`, the lists of
parametrized tests), or none at all. A case is right when every assertion that applies holds; of two
that contradict each other (NGEC's alternatives) one must. The share is given three times: over the
cases that can be judged; with the others counted as wrong; and with `code['wiki']` judged too, as
the name of the actor found.
"""

from __future__ import annotations

import ast
import datetime as dt
import json
import os
import re
import sys
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dragoman.actors.authority import Authority, load_authority
from dragoman.actors.folding import fold
from dragoman.actors.phrases import CodedPhrase, code_phrase, country_of_phrase
from dragoman.language.places import PlaceTable, load_places

HOME = Path(__file__).resolve().parent.parent
PEER = "NGEC, with Elasticsearch and a Wikipedia index"
# In assertions about NGEC's inside, or about values that the line does not carry.
INSIDE = frozenset({"d['", "pattern", "wiki_job", "intro_para"})
PAGE = "code['wiki']"
NO_SECTOR = frozenset({"", "UNK"})

_ASSERTION = re.compile(r"(?P<left>.+?) (?P<how>==|!=|is|>) (?P<right>.+)")


Case = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Found:
    """What our calls return for one case."""

    coded: CodedPhrase | None
    country: str | None
    rest: str


class Judge:
    """Runs a case's call and says of each assertion whether it holds; None: not applicable."""

    def __init__(self, authority: Authority, places: PlaceTable, apart: frozenset[str]) -> None:
        """``apart`` are words in an assertion that mark it as not applicable."""
        self._authority = authority
        self._places = places
        self._apart = apart

    def judge(self, case: Case) -> list[tuple[str, bool | None]]:
        """Return each assertion of a case with its verdict."""
        found = self._call(case)
        return [(t, None if found is None else self._holds(t, found)) for t in case["asserts"]]

    def _call(self, case: Case) -> Found | None:
        call = case["call"]
        try:
            args = [ast.literal_eval(arg) for arg in call["args"]]
            named = {name: ast.literal_eval(arg) for name, arg in call["kw"].items()}
        except ValueError:
            return None  # the case names a variable that the line does not carry
        country, rest = country_of_phrase(args[0], self._authority, self._places)
        texts = [*args[1:], *named.values()]
        days = [text for text in texts if isinstance(text, str) and _day(text)]
        context = " ".join(t for t in texts if isinstance(t, str) and t not in days)
        day = _day(days[0]) if days else None
        coded = code_phrase(args[0], self._authority, self._places, day, context)
        return Found(coded, country, rest)

    def _holds(self, text: str, found: Found) -> bool | None:
        said = _ASSERTION.fullmatch(text)
        if said is None or any(word in text for word in self._apart):
            return None
        same = said["how"] != "!="
        value = ast.literal_eval(said["right"])
        return self._agrees(said["left"], value, found) is same

    def _agrees(self, left: str, value: str | None, found: Found) -> bool:
        coded = found.coded
        sectors = coded.sectors if coded else ()
        if left == "cc":
            return found.country == value
        if left == "text":
            return _plain(found.rest) == _plain(value or "")
        if left == "code":
            return coded is None or not (coded.country or coded.sectors)
        if "country" in left:
            return ((coded.country if coded else None) or "") == value
        if "code_1" in left:
            return sectors[:1] == (value,) or (value in NO_SECTOR and not sectors)
        if "code_2" in left:
            return sectors[1:2] == (value,)
        return self._bears(coded, value or "")

    def _bears(self, coded: CodedPhrase | None, name: str) -> bool:
        entry = coded.entry if coded else None
        if not name or entry is None:
            return not name and entry is None
        bare = re.sub(r"\s*\(.*\)$", "", name)
        return fold(entry.name) == fold(bare) or entry in self._authority.lookup(bare)


def _day(text: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        return None


def _plain(text: str) -> str:
    return " ".join(word for word in text.lower().split() if word not in {"a", "an", "the"})


def verdict(held: list[tuple[str, bool | None]]) -> bool | None:
    """Return whether a case is right: all that applies holds; None where nothing applies.

    Assertions on one field with several values are alternatives.
    """
    by_field: dict[str, list[bool]] = {}
    for text, holds in held:
        if holds is not None:
            by_field.setdefault(text.partition(" ")[0], []).append(holds)
    return all(any(values) for values in by_field.values()) if by_field else None


def main() -> None:
    """Print the table."""
    folder = Path(os.environ.get("DRAGOMAN_YARDSTICKS", HOME.parent / "shared" / "yardsticks"))
    path = folder / "actors" / "actor_cases.jsonl"
    if not path.exists():
        print(f"skipped: no {path}")
        return
    cases = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    tables = (load_authority(), load_places())
    start = time.process_time()
    judge = Judge(*tables, INSIDE | {PAGE})
    judged = [(case, judge.judge(case)) for case in cases]
    spent = time.process_time() - start
    strict = Judge(*tables, INSIDE)
    _print(judged, [verdict(strict.judge(case)) for case in cases], spent)
    for case, held in judged if "--faults" in sys.argv[1:] else ():
        if verdict(held) is False:
            wrong = "; ".join(text for text, holds in held if holds is False)
            print(f"{case['test']}: {wrong}")


def _print(
    judged: list[tuple[Case, list[tuple[str, bool | None]]]],
    strictly: list[bool | None],
    spent: float,
) -> None:
    rows: dict[str, Counter[bool | None]] = {}
    for case, held in judged:
        rows.setdefault(case["call"]["method"], Counter())[verdict(held)] += 1
    whole: Counter[bool | None] = sum(rows.values(), Counter())
    print(f"{'call':24}{'cases':>7}{'judged':>8}{'right':>7}{'share':>8}")
    for name, row in [*sorted(rows.items()), ("all", whole)]:
        seen = row[True] + row[False]
        print(f"{name:24}{row.total():7}{seen:8}{row[True]:7}{row[True] / max(seen, 1):8.3f}")
    count = whole.total()
    share = sum(v is True for v in strictly) / max(sum(v is not None for v in strictly), 1)
    print(f"\nwith what is not applicable counted as wrong: {whole[True] / count:.3f} of {count}")
    print(f"with {PAGE} judged as the actor's name: {share:.3f} of what applies")
    print(f"{PEER}: passes its own tests but those it marks as failing")
    print(f"{1000 * spent / count:.2f} ms a call")


if __name__ == "__main__":
    main()
