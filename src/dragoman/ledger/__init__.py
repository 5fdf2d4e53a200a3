"""The ledger: one SQLite file that holds every article and all that was read out of it."""

from dragoman.ledger.connect import LedgerSettings
from dragoman.ledger.filters import EVERYTHING, Filter
from dragoman.ledger.naming import Pseudonyms, Shown, as_published
from dragoman.ledger.store import Ledger

__all__ = [
    "EVERYTHING",
    "Filter",
    "Ledger",
    "LedgerSettings",
    "Pseudonyms",
    "Shown",
    "as_published",
]
