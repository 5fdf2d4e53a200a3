"""Mentions to actors: authority, offices, metonyms, coreference."""
