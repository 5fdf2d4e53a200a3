"""Stable identifiers: the same parts always give the same id, on any machine."""

from __future__ import annotations

from hashlib import blake2b

_SEPARATOR = "\x1f"
_DIGEST_BYTES = 8


def stable_id(prefix: str, *parts: object) -> str:
    """Return ``PREFIX-`` and 16 hexadecimal digits drawn from the parts, in their order."""
    joined = _SEPARATOR.join(str(part) for part in parts)
    digest = blake2b(joined.encode("utf-8", "surrogatepass"), digest_size=_DIGEST_BYTES)
    return f"{prefix}-{digest.hexdigest()}"
