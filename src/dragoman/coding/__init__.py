"""Parses -> reports: the codebook, and the coder that reads with it."""
