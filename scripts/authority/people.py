"""Leaders and office-holders: the factbook's today, hand-written history, Phoenix's cabinets."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path
from typing import Any

from authority import phoenix
from authority.tables import NAME, Row, curated, entry, listed, slug
from dragoman.actors.folding import fold

_CLASS = {"S": "head of state", "G": "head of government"}
_TITLE_WORD = set(
    "president minister king queen emperor sultan amir prince chancellor premier leader pope duke "
    "taoiseach general gen col capt dr sir dame chair council chairperson presidency confederation "
    "ministers co-prince cardinal state affairs government spain republic crown of the and".split()
)
_DEPENDENT_CODES = {"COK", "NIU", "TKL", "ABW", "CUW", "SXM", "GRL", "FRO", "GGY", "JEY", "IMN",
                    "GIB", "BMU", "SHN", "PCN", "PYF", "NCL", "WLF", "MAF", "BLM", "SPM", "SJM",
                    "HKG", "MAC", "ATF", "IOT", "FLK", "MSR", "AIA", "VGB", "CYM", "TCA", "ASM",
                    "GUM", "MNP", "PRI", "VIR"}  # fmt: skip


class Book:
    """People found so far, joined by the names they share."""

    def __init__(self) -> None:
        self.rows: list[Row] = []
        self.names: list[dict[str, str]] = []
        self._by_name: dict[tuple[str, str], int] = {}

    def add(self, names: list[str], country: str, sectors: str, family: str, roles: list[str],
            source: str) -> None:  # fmt: skip
        """Joins one person to the book: to who bears one of the names already, else as new."""
        scope = country if source == "phoenix" else ""
        spots = (self._by_name.get((scope, fold(n))) for n in names)
        at = next((s for s in spots if s is not None), None)
        if at is None:
            at = len(self.rows)
            self.rows.append(entry("", names[0], "person", country, sectors, source))
            self.names.append({})
        row = self.rows[at]
        row["family"] = row["family"] or family
        moved = [_elsewhere(line, country, row["country"]) for line in roles]
        said = row["roles"].split(";") if row["roles"] else []
        row["roles"] = ";".join(dict.fromkeys([*said, *moved]))
        for name in names:
            self.names[at].setdefault(name, source)
            for key in (scope, country, row["country"]):
                self._by_name.setdefault((key, fold(name)), at)

    def knows(self, name: str) -> bool:
        return ("", fold(name)) in self._by_name

    def closed(self) -> tuple[list[Row], list[Row]]:
        """Entry rows with their ids, and the rows of their further names."""
        taken: set[str] = set()
        aliases = []
        for row, names in zip(self.rows, self.names, strict=True):
            plain = f"person:{slug(row['name'])}"
            row["id"] = f"{plain}:{row['country']}" if plain in taken else plain
            taken.add(row["id"])
            row["roles"] = ";".join(sorted(row["roles"].split(";"), key=_when)).strip(";")
            rest = {fold(n): (n, s) for n, s in names.items() if fold(n) != fold(row["name"])}
            for name, source in rest.values():
                aliases.append(dict(zip(NAME, (name, "name", row["id"], source), strict=True)))
        unique = {row["id"]: row for row in self.rows}
        return list(unique.values()), aliases


def built(factbook: dict[str, Any], codes: dict[str, str], phoenix_dir: Path) -> tuple[
    list[Row], list[Row]
]:  # fmt: skip
    """Entry rows and name rows of every person."""
    book = Book()
    for key, iso3 in sorted(codes.items(), key=lambda pair: pair[1] not in _HOMES):
        if iso3 not in _DEPENDENT_CODES:
            _office_holders(book, iso3, factbook[key].get("executive") or {})
    _history(book)
    for found in phoenix.people(phoenix_dir / "Phoenix.Countries.actors.txt"):
        country = found.codes[0][0][:3]
        roles = phoenix.roles(found.codes, country)
        if roles:
            sectors = " ".join(dict.fromkeys(s for r in roles for s in r.split("~")[3].split()))
            book.add(found.names, country, sectors, "", roles, "phoenix")
    return book.closed()


def _office_holders(book: Book, iso3: str, executive: dict[str, Any]) -> None:
    held: dict[str, list[str]] = {}
    for kind in ("chief of state", "head of government"):
        said = str(executive.get(kind) or "")
        found = re.match(r"(.+?)\s*\((?:since )?([^()]*\d{4})[^()]*\)", _plain(said))
        if found and "represented" not in found[1]:
            held.setdefault(found[1] + "|" + found[2], []).append(
                "head of state" if kind == "chief of state" else kind
            )
    for said, classes in held.items():
        text, since = said.split("|")
        title, name = _parted(text)
        title = title or "Prime Minister"
        names, family = _forms(name)
        if names == [family] and " " not in family:
            names = [_styled(title, family)] + [family] * (family in _UNMISTAKABLE)
        line = f"{title}~{'+'.join(classes)}~~GOV~{_iso_day(since)}~"
        book.add(names, iso3, "GOV", family, [line], "factbook")


# Countries whose head of state is the head of others too; taken first, they are that head's home.
_HOMES = ("FRA", "GBR")
# Single names that nobody else in the news bears; a bare "Philippe" is any Philippe.
_UNMISTAKABLE = {"Naruhito", "Willem-Alexander", "Wachiralongkon"}


def _styled(title: str, name: str) -> str:
    """ "King Philippe": a sovereign's bare name with the style it goes by."""
    return f"{title} {name}"


def _plain(said: str) -> str:
    said = re.sub(r"\((?:prime|President|Prime|chairperson|Col)[^()]*\)\s*", "", said)
    said = re.sub(r"; also spelled \w+|; also referred to as \w+|\"\w+\" ?", "", said)
    return re.sub(r"\s+", " ", said).strip()


def _parted(text: str) -> tuple[str, str]:
    words = text.split(" ")
    at = 0
    for n, word in enumerate(words):
        low = word.strip(".,").lower()
        if re.fullmatch(r"[^a-z]{3,}", word) and word not in ("CNSP", "GNU"):
            break
        at = n + 1 if low in _TITLE_WORD else at
    return " ".join(words[:at]).strip(","), " ".join(words[at:])


def _forms(name: str) -> tuple[list[str], str]:
    """The names a person goes by, longest first, and the family name, from factbook capitals."""
    words = [w for w in re.sub(r",? Jr\.", " Jr", name).strip(" ,").split(" ") if w]
    loud = [n for n, w in enumerate(words) if _is_loud(w)]
    proper = [_quiet(w, n) if n in loud else w for n, w in enumerate(words)]
    full = " ".join(proper)
    if not loud:
        return [full], proper[-1]
    family = " ".join(proper[loud[0] : loud[-1] + 1])
    names = [full, family]
    if loud[0] > 0:
        names += [" ".join(proper[: loud[-1] + 1]), f"{proper[0]} {family}"]
        names += [f"{n} {family}" for n in proper[1 : loud[0]] if len(n.strip(".")) > 3]
    elif loud[-1] + 2 < len(words) and words[loud[-1] + 1].lower() not in phoenix.PARTICLES:
        names.append(" ".join(proper[: loud[-1] + 2]))
    return [n for n in dict.fromkeys(names) if " " in n or len(words) == 1], family


def _is_loud(word: str) -> bool:
    parts = [re.sub(r"\W|^Mc", "", part) for part in word.split("-")]
    return any(len(part) > 1 and part.isupper() for part in parts)


def _quiet(word: str, place: int) -> str:
    if place and re.fullmatch(r"[IVX]+", word):
        return word
    low = "-".join(p if p in ("al", "el") else p[:1] + p[1:].lower() for p in word.split("-"))
    low = re.sub(r"^(EL|AL|El|Al)-", lambda m: m[0].lower(), low)
    return low.lower() if low in ("Bin", "Van", "Der", "De", "Dos") else low


def _iso_day(text: str) -> str:
    for form in ("%d %B %Y", "%d %b %Y", "%d Sept %Y"):
        try:
            return (
                dt.datetime.strptime(text.strip(), form).replace(tzinfo=dt.UTC).date().isoformat()
            )
        except ValueError:
            continue
    for form, day in (("%B %Y", "%Y-%m-01"), ("%Y", "%Y-01-01")):
        try:
            return dt.datetime.strptime(text.strip(), form).replace(tzinfo=dt.UTC).strftime(day)
        except ValueError:
            continue
    return ""


def _history(book: Book) -> None:
    for country, title, held, name, since, until, others in curated("leaders.tsv", 7):
        names = [name, *listed(others)]
        place = "" if country.startswith("IGO:") else country
        marks, _, more = held.partition(" ")
        classes = "+".join(_CLASS[m] for m in marks.split("+") if m in _CLASS)
        sector = more or (marks if len(marks) == 3 and marks.isupper() and "+" not in marks else "")
        base = "" if sector in ("OPP", "UAF", "MIL") else "IGO" if not place else "GOV"
        sectors = " ".join(dict.fromkeys(f"{base} {sector}".split()))
        line = f"{title}~{classes}~{place}~{sectors}~{since}~{until}"
        last = name.split()[-1]
        family = (
            last if len(last) > 2 and country not in ("CHN", "KOR", "PRK", "TWN", "VAT") else ""
        )
        roles = [] if title == "=" else [line]
        if not roles and not book.knows(name):
            raise SystemExit(f"leaders.tsv: nobody is called {name}")
        book.add(names, place or "IGO", sectors, family, roles, "dragoman")


def _elsewhere(line: str, country: str, home: str) -> str:
    """A role line that names its country only where it is not the person's own."""
    cells = line.split("~")
    cells[2] = "" if country == home else country
    return "~".join(cells)


def _when(line: str) -> tuple[str, str]:
    cells = line.split("~")
    return (cells[4], line) if len(cells) == 6 else ("", line)
