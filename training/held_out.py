"""The tenth of the corpus that is never trained on: whole files, so that a writer's run of ideas
does not stand on both sides."""

from __future__ import annotations

import re

from training.markup import Item

# The seventh of every writer's first ten files, and of each writer a file of agency prose and one
# of features: a tenth of the items.
HELD_OUT = re.compile(
    r"[a-z]+-07|(?:andes|levant)-wire-04|(?:monsoon|sahel)-wire-08|(?:channel|rift|steppe)-wire-12"
    r"|[a-z]+-news-03"
)


def is_held_out(item: Item) -> bool:
    """Whether an item belongs to the tenth that is never trained on."""
    return HELD_OUT.fullmatch(file_of(item)) is not None


def file_of(item: Item) -> str:
    """Return the name of an item's file, without its ending."""
    return item.id.rpartition(":")[0]
