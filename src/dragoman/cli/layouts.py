"""How events, claims, reasons, actors, articles, moments and failures look as tables."""

from __future__ import annotations

from collections.abc import Sequence

from rich.text import Text

from dragoman.cli.inert import one_line
from dragoman.cli.tables import Column, Layout, Record, dim, stacked

NONE = "—"
_ONE_LINE = len("../2026-01-21")
_NAMES_SHOWN = 4
_DOUBTFUL = {"denied": "red", "planned": "yellow", "possible": "yellow", "hypothetical": "yellow"}


def _names(people: Sequence[Record]) -> str:
    return ", ".join(str(person["name"]) for person in people)


def _date(record: Record) -> str:
    """The EDTF date; the two days of a longer period stand one above the other."""
    edtf = str(record["date"]["edtf"]) if record["date"] else NONE
    return edtf if len(edtf) <= _ONE_LINE else edtf.replace("/", "/\n")


def _kind(record: Record) -> Text:
    """Type and modes, and how real it is told to be unless it is told as done."""
    kind = Text(record["type"], style="bold")
    if record["modes"]:
        kind.append(f" {'/'.join(record['modes'])}", style="not bold")
    factuality = record["factuality"]
    if factuality != "happened":
        kind.append(f" {factuality}", style=f"not bold {_DOUBTFUL.get(factuality, '')}")
    return kind


def _sides(record: Record) -> Text:
    who, whom = _names(record["actors"]), _names(record["recipients"])
    sides = Text(who or "nobody named", style="bold" if who else "dim")
    return sides.append(" → ", style="not bold").append(whom) if whom else sides


def _cue(record: Record) -> str:
    return f"“{record['reports'][0]['cue']}”" if record["reports"] else ""


def _voices(record: Record) -> str:
    """Whose word it is: the voices of all reports, each once."""
    return "\n".join(dict.fromkeys(report["voice"] for report in record["reports"]))


def _event(record: Record) -> Text:
    kind = _kind(record).append(f"  {_cue(record)}", style="not bold italic")
    return stacked(_sides(record), kind, dim(_voices(record).replace("\n", ", "), record["id"]))


def _speaker(record: Record) -> str:
    speaker = record["speaker"]
    return str(speaker["name"]) if speaker else str(record.get("speaker_text") or NONE)


def _told_in(record: Record) -> str:
    article = record["article"]
    return ", ".join(part for part in (article["outlet"], article["published"]) if part)


def _told_in_wide(record: Record) -> Text:
    article = record["article"]
    return stacked(article["outlet"], dim(article["published"] or ""))


def _claim(record: Record) -> Text:
    cue = Text(record["cue"], style="italic")
    said = cue.append(f" “{record['content']}”", style="not italic")
    return stacked(said, dim(record["voice"], _told_in(record)), dim(record["id"]))


def _reason_kind(record: Record) -> str:
    return ("not " if record["denied"] else "") + str(record["kind"])


def _reason(record: Record) -> Text:
    of = Text(f"of “{record['explained']}”", style="italic") if record["explained"] else ""
    speaker = _speaker(record) if _speaker(record) != NONE else ""
    return stacked(record["content"], of, dim(speaker, _told_in(record)), dim(record["id"]))


def _offices(record: Record) -> str:
    named = (
        office["title"] + (f" (since {office['from']})" if office["from"] else "")
        for office in record["offices"]
    )
    return "; ".join(dict.fromkeys(named))


def _also(record: Record) -> str:
    """The other names, the shortest first: what a reader meets in the text."""
    others = sorted((name for name in record["names"] if name != record["name"]), key=len)
    more = ["…"] if len(others) > _NAMES_SHOWN else []
    return ", ".join(others[:_NAMES_SHOWN] + more)


def _actor(record: Record) -> Text:
    name = Text(record["name"], style="bold")
    also = f"also {_also(record)}" if _also(record) else ""
    return stacked(name, _offices(record), dim(also), dim(record["kind"], record["id"]))


def _codes(record: Record) -> str:
    return " ".join(dict.fromkeys(filter(None, (record["country"], *record["sectors"])))) or NONE


def _article(record: Record) -> Text:
    outlet = Text(record["outlet"], style="bold")
    return stacked(outlet, record["headline"], dim(_reprint(record)), dim(record["id"]))


def _reprint(record: Record) -> str:
    original = record["reprint_of"]
    return f"reprint of {original['article']}" if original else ""


def _article_wide(record: Record) -> Text:
    return stacked(record["headline"], dim(_reprint(record)))


def _failure(record: Record) -> Text:
    source = Text(one_line(record["source"]), style="bold")
    return stacked(source, f"{record['reason']}; {record['hint']}".strip("; "))


def _number(key: str) -> Column:
    return Column(key, lambda record: str(record[key]), right=True)


def _intensity(record: Record) -> str:
    return f"{record['intensity']:+.1f}"


def _modes(record: Record) -> str:
    return ", ".join(mode["name"] for mode in record["modes"])


def _meant(record: Record) -> str:
    return " ".join(filter(None, (record["type"], record["mode"])))


def _coded(record: Record) -> str:
    coded = (" ".join((told["type"], *told["modes"])) for told in record["coded"])
    return ", ".join(dict.fromkeys(coded)) or "not coded"


_ID = Column("id", lambda r: r["id"], "dim")
_WHEN = Column("when", _date, "cyan")
_OUTLETS = Column("outlets", lambda r: str(r["independent_outlets"]), right=True)
_PUBLISHED = Column("published", lambda r: r["published"] or NONE, "cyan")

EVENTS = Layout(
    wide=(
        _WHEN,
        Column("what", _kind, share=3),
        Column("who", lambda r: _names(r["actors"]) or NONE, share=4),
        Column("to whom", lambda r: _names(r["recipients"]) or NONE, share=4),
        Column("in the words", _cue, "italic", share=4),
        Column("voices", _voices),
        _OUTLETS,
        _ID,
    ),
    narrow=(_WHEN, Column("event", _event, share=1), _OUTLETS),
)
CLAIMS = Layout(
    wide=(
        Column("speaker", _speaker, "bold", share=3),
        Column("voice", lambda r: r["voice"]),
        Column("cue", lambda r: r["cue"], "italic", share=2),
        Column("content", lambda r: r["content"], share=8),
        Column("told in", _told_in_wide, share=4),
        _ID,
    ),
    narrow=(Column("speaker", _speaker, "bold", share=1), Column("says", _claim, share=3)),
)
REASONS = Layout(
    wide=(
        Column("kind", _reason_kind, "bold"),
        Column("reason", lambda r: r["content"], share=6),
        Column("of", lambda r: r["explained"] or NONE, "italic", share=3),
        Column("voice", lambda r: r["voice"]),
        Column("speaker", _speaker, share=3),
        Column("told in", _told_in_wide, share=4),
        _ID,
    ),
    narrow=(
        Column("kind", _reason_kind, "bold"),
        Column("reason", _reason, share=1),
        Column("voice", lambda r: r["voice"]),
    ),
)
ACTORS = Layout(
    wide=(
        Column("name", lambda r: r["name"], "bold", share=4),
        Column("kind", lambda r: r["kind"]),
        Column("country", lambda r: r["country"] or NONE),
        Column("sectors", lambda r: " ".join(r["sectors"]) or NONE),
        Column("offices", _offices, share=4),
        Column("also called", _also, share=4),
        _number("mentions"),
        _number("articles"),
        _ID,
    ),
    narrow=(
        Column("actor", _actor, share=1),
        Column("codes", _codes),
        _number("mentions"),
        _number("articles"),
    ),
)
ARTICLES = Layout(
    wide=(
        _PUBLISHED,
        Column("outlet", lambda r: r["outlet"], "bold", share=3),
        Column("headline", _article_wide, share=5),
        _number("reports"),
        _number("claims"),
        _number("reasons"),
        _ID,
    ),
    narrow=(
        _PUBLISHED,
        Column("article", _article, share=1),
        _number("reports"),
        _number("claims"),
    ),
)
MOMENTS = Layout(
    wide=(
        Column("when", lambda r: r["when"], "cyan", share=2),
        Column("what", lambda r: r["what"], share=8),
        _OUTLETS,
        _ID,
    ),
    narrow=(
        Column("when", lambda r: r["when"], "cyan", share=2),
        Column("what", lambda r: stacked(r["what"], dim(r["id"])), share=6),
        _OUTLETS,
    ),
)
FAILURES = Layout(
    wide=(
        Column("source", lambda r: one_line(r["source"]), "bold", share=3),
        Column("reason", lambda r: r["reason"], share=4),
        Column("what to do", lambda r: r["hint"], share=3),
    ),
    narrow=(Column("failed", _failure, share=1),),
)
CODEBOOK = Layout(
    wide=(
        Column("type", lambda r: r["type"], "bold"),
        Column("quad class", lambda r: r["quad"]),
        Column("intensity", _intensity, right=True),
        Column("what it is", lambda r: r["definition"], share=6),
        Column("modes", _modes, "dim", share=3),
    ),
    narrow=(
        Column("type", lambda r: stacked(r["type"], dim(r["quad"])), "bold"),
        Column("what it is", lambda r: stacked(r["definition"], dim(_modes(r))), share=1),
        Column("intensity", _intensity, right=True),
    ),
)
EXAMPLES = Layout(
    wide=(
        Column("meant", _meant, "bold", share=2),
        Column("coded", _coded, share=2),
        Column("example", lambda r: r["text"], share=6),
    ),
    narrow=(
        Column(
            "example", lambda r: stacked(r["text"], dim(f"meant {_meant(r)}, {_coded(r)}")), share=1
        ),
    ),
)
