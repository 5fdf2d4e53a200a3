"""Between the small nouns of the model and the columns that hold them."""

from __future__ import annotations

import datetime as dt
import json
import sqlite3
from functools import lru_cache
from typing import TypeAlias

from dragoman.model.actor import Place
from dragoman.model.dates import NewsDate, Precision
from dragoman.model.how import How
from dragoman.model.quote import Quote
from dragoman.model.report import Attribution, Quantity, Voice

Cell: TypeAlias = str | int | float | None
Cells: TypeAlias = dict[str, Cell]
Row: TypeAlias = sqlite3.Row  # its columns are typed Any: STRICT tables and CHECKs answer for them


def packed(value: object) -> str:
    """Return a JSON text, the same for the same value."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


@lru_cache(maxsize=4096)  # sectors, modes and contexts are the same few lists over and over
def words_of(cell: str) -> tuple[str, ...]:
    """Return the strings of a JSON list."""
    return tuple(json.loads(cell))


def quote_cells(name: str, quote: Quote | None) -> Cells:
    """Return the three columns of a quote: NAME_start, NAME_end, NAME_words."""
    start, end, words = (quote.start, quote.end, quote.words) if quote else (None, None, None)
    return {f"{name}_start": start, f"{name}_end": end, f"{name}_words": words}


def quote_of(row: Row, name: str, text: str) -> Quote:
    """Return the quote of a row; raises EvidenceError when ``text`` does not hold it."""
    return Quote(row[f"{name}_start"], row[f"{name}_end"], row[f"{name}_words"], text)


def maybe_quote_of(row: Row, name: str, text: str) -> Quote | None:
    """Return the quote of a row, or None where there is none."""
    return None if row[f"{name}_start"] is None else quote_of(row, name, text)


def date_cells(name: str, date: NewsDate | None) -> Cells:
    """Return the four columns of a date: NAME_edtf, NAME_earliest, NAME_latest, NAME_precision."""
    return {
        f"{name}_edtf": date.edtf if date else None,
        f"{name}_earliest": _iso(date.earliest) if date else None,
        f"{name}_latest": _iso(date.latest) if date else None,
        f"{name}_precision": str(date.precision) if date else None,
    }


def date_of(row: Row, name: str) -> NewsDate | None:
    """Return the date of a row, or None where there is none."""
    if row[f"{name}_edtf"] is None:
        return None
    return NewsDate(
        edtf=row[f"{name}_edtf"],
        earliest=day_of(row[f"{name}_earliest"]),
        latest=day_of(row[f"{name}_latest"]),
        precision=Precision(row[f"{name}_precision"]),
    )


def day_of(cell: str | None) -> dt.date | None:
    """Return the day of an ISO 8601 column, or None where there is none."""
    return dt.date.fromisoformat(cell) if cell else None


def place_cells(place: Place | None) -> Cells:
    """Return the five columns of a place."""
    return {
        "place_name": place.name if place else None,
        "place_country": place.country if place else None,
        "place_lat": place.lat if place else None,
        "place_lon": place.lon if place else None,
        "place_precision": place.precision if place else None,
    }


def place_of(row: Row) -> Place | None:
    """Return the place of a row, or None where there is none."""
    if row["place_name"] is None:
        return None
    return Place(
        name=row["place_name"],
        country=row["place_country"],
        lat=row["place_lat"],
        lon=row["place_lon"],
        precision=row["place_precision"],
    )


def quantity_cells(quantity: Quantity | None) -> Cells:
    """Return the five columns of a quantity."""
    return {
        **quote_cells("quantity", quantity.quote if quantity else None),
        "quantity_at_least": quantity.at_least if quantity else None,
        "quantity_at_most": quantity.at_most if quantity else None,
    }


def quantity_of(row: Row, text: str) -> Quantity | None:
    """Return the quantity of a row, or None where there is none."""
    quote = maybe_quote_of(row, "quantity", text)
    if quote is None:
        return None
    return Quantity(quote, row["quantity_at_least"], row["quantity_at_most"])


def attribution_cells(attribution: Attribution) -> Cells:
    """Return the five columns of an attribution: voice, speaker and the words that name it."""
    return {
        "voice": str(attribution.voice),
        "speaker": attribution.speaker,
        **quote_cells("speaker", attribution.speaker_quote),
    }


def attribution_of(row: Row, text: str) -> Attribution:
    """Return the attribution of a row."""
    speaker = row["speaker"]
    return Attribution(
        voice=Voice(row["voice"]),
        speaker=speaker,
        speaker_quote=maybe_quote_of(row, "speaker", text),
    )


def how_cell(how: How | None) -> str | None:
    """Return how a cell was coded as a JSON object, or None where nobody said."""
    if how is None:
        return None
    told = {
        "cue": how.cue,
        "rule": how.rule,
        "version": how.version,
        "confidence": how.confidence,
        "detail": how.detail,
    }
    return packed(told)


def how_of(cell: str) -> How:
    """Return how a cell was coded from its JSON object."""
    told = json.loads(cell)
    return How(
        cue=told["cue"],
        rule=told["rule"],
        version=told["version"],
        confidence=told["confidence"],
        detail=tuple(told["detail"]),
    )


def maybe_how_of(cell: str | None) -> How | None:
    """Return how a cell was coded, or None where nobody said."""
    return None if cell is None else how_of(cell)


def _iso(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None
