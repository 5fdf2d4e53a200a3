"""Merging: appearances into actors, near copies into reprints, reports into events."""

from dragoman.merging.actors import join_appearances
from dragoman.merging.disagreements import find_disagreements
from dragoman.merging.events import explain_merge, merge_reports
from dragoman.merging.reprints import ArticleText, find_reprints

__all__ = [
    "ArticleText",
    "explain_merge",
    "find_disagreements",
    "find_reprints",
    "join_appearances",
    "merge_reports",
]
