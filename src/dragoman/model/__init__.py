"""The nouns of dragoman as frozen, typed classes; no input or output."""
