"""bytes -> clean text: encodings, and characters that are no part of what is read."""

from __future__ import annotations

import codecs
import re
import unicodedata

from charset_normalizer import from_bytes

from dragoman.errors import SourceError

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark is its first half
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

_SIGNATURES = (
    (b"%PDF-", "a PDF file", "save the article's text or its page instead"),
    (b"PK\x03\x04", "a zip archive or an office document", "unpack it, or save it as text"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an office document", "save it as text"),
    (b"{\\rtf", "an RTF document", "save it as plain text"),
    (b"\x1f\x8b", "a gzip archive", "unpack it first"),
    (b"BZh", "a bzip2 archive", "unpack it first"),
    (b"\xfd7zXZ\x00", "an xz archive", "unpack it first"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive", "unpack it first"),
    (b"Rar!\x1a\x07", "a RAR archive", "unpack it first"),
    (b"\x89PNG\r\n", "a PNG image", "give the article's text"),
    (b"\xff\xd8\xff", "a JPEG image", "give the article's text"),
    (b"GIF8", "a GIF image", "give the article's text"),
    (b"SQLite format 3\x00", "an SQLite database", "a ledger is named with --ledger"),
    (b"\x7fELF", "a program", "give the article's text"),
    (b"ID3", "a sound file", "give the article's text"),
)

# A text may hold stray NULs; a fifth of a file's bytes are NUL only in binary files and in
# UTF-16 or UTF-32, where Latin letters make at least a third of them NUL.
_BINARY_NUL_SHARE = 0.2
# Text has next to no other control bytes; in compressed or machine code about one in ten is one.
_BINARY_CONTROL_SHARE = 0.05
_CONTROL_BYTES = bytes(set(range(0x20)) - set(b"\t\n\v\f\r\x1b"))
# In UTF-16 without a mark, Latin text has its NULs on one side of each pair of bytes.
_ONE_SIDED_SHARE = 0.95
# Broken UTF-8 (a cut download) is still UTF-8 when this many of its non-ASCII characters decode.
_SOUND_UTF8_SHARE = 0.8
# Western European prose has 1-5 % of its bytes above ASCII, other scripts 15 % and more; below
# this share the statistics of a detector are noise, and Windows-1252 (which holds Latin-1's
# letters) is what such news texts are in.
_WESTERN_HIGH_BYTES_SHARE = 0.06
# What a detector may look at: enough for any statistic, and quick.
_DETECTED_BYTES = 100_000
# Where pages and XML declare their encoding, within the first bytes as HTML requires.
_DECLARED = re.compile(rb"(?:charset|encoding)\s*=\s*[\"']?([A-Za-z0-9_-]{2,20})")
_DECLARED_BYTES = 2_048

_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
# Below this many characters a line may well have no space; from it on, every script that a legacy
# encoding writes has one in fifty at the very least.
_GUESSED_CHARACTERS = 200
_SPACES_SHARE = 0.02
# Controls (Cc but tab and line feed), soft hyphens, zero-width and bidirectional controls, byte
# order marks, lone surrogates, tags, and non-characters. Right-to-left letters are not touched.
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e"
    "\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff0-\uffff"
    "\ud800-\udfff\U000e0000-\U000e0fff]"
)


def decode(data: bytes) -> str:
    """Return the clean text of bytes in any common encoding.

    A byte order mark decides; else UTF-8; else Windows-1252 or what a detector finds. Raises
    SourceError for bytes that are not text.
    """
    refuse_binary(data)
    return clean_text(_decode_marked(data) or _decode_unmarked(data))


def refuse_binary(data: bytes) -> None:
    """Raise SourceError when the bytes are not text, by signature or by their control bytes."""
    for signature, kind, hint in _SIGNATURES:
        if data.startswith(signature):
            raise SourceError(f"not text: this is {kind}", hint=hint)
    if _marked_encoding(data) or _unmarked_utf16(data):
        return
    nulls = data.count(0)
    controls = len(data) - len(data.translate(None, _CONTROL_BYTES)) - nulls
    if nulls > _BINARY_NUL_SHARE * len(data) or controls > _BINARY_CONTROL_SHARE * len(data):
        raise SourceError("not text: a binary file", hint="give the article's text or its page")


def clean_text(text: str) -> str:
    """Return text in NFC with line feeds for line ends and without unseen characters."""
    return unicodedata.normalize("NFC", _UNSEEN.sub("", _LINE_ENDS.sub("\n", text)))


def _decode_marked(data: bytes) -> str:
    encoding = _marked_encoding(data)
    return data.decode(encoding, "replace") if encoding else ""


def _marked_encoding(data: bytes) -> str | None:
    return next((name for mark, name in _BYTE_ORDER_MARKS if data.startswith(mark)), None)


def _decode_unmarked(data: bytes) -> str:
    wide = _unmarked_utf16(data)
    if wide:
        return data.decode(wide, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _decode_broken_utf8(data) or _decode_legacy(data)


def _unmarked_utf16(data: bytes) -> str | None:
    nulls = data.count(0)
    if nulls <= _BINARY_NUL_SHARE * len(data):
        return None
    if data[1::2].count(0) >= _ONE_SIDED_SHARE * nulls and data[::2].count(0) < nulls:
        return _wide_text_or_none(data, "utf-16-le")
    if data[::2].count(0) >= _ONE_SIDED_SHARE * nulls and data[1::2].count(0) < nulls:
        return _wide_text_or_none(data, "utf-16-be")
    return None


def _wide_text_or_none(data: bytes, encoding: str) -> str | None:
    """Small integers in a binary file are one-sided too; text has spaces and letters."""
    sample = data[:_DETECTED_BYTES].decode(encoding, "replace")
    letters = sum(ch.isalpha() or ch.isspace() for ch in sample)
    return encoding if letters > len(sample) / 2 else None


def _decode_broken_utf8(data: bytes) -> str:
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    foreign = sum(ch > "\x7f" for ch in text)
    return text if foreign - broken >= _SOUND_UTF8_SHARE * foreign else ""


def _decode_legacy(data: bytes) -> str:
    declared = _DECLARED.search(data[:_DECLARED_BYTES])
    if declared and _is_encoding(declared[1].decode("ascii")):
        return data.decode(declared[1].decode("ascii"), "replace")
    high = len(data) - len(data.translate(None, bytes(range(0x80, 0x100))))
    if high > _WESTERN_HIGH_BYTES_SHARE * len(data):
        best = from_bytes(data[:_DETECTED_BYTES]).best()
        if best is not None:
            return _spaced(data.decode(best.encoding, "replace"))
    return _spaced(data.decode("cp1252", "replace"))


def _spaced(text: str) -> str:
    """Return a guessed decoding; raises SourceError when it has too little white space for text.

    Any bytes decode as some legacy encoding, but words are parted in all that have one.
    """
    spaces = sum(ch.isspace() for ch in text)
    if len(text) > _GUESSED_CHARACTERS and spaces < _SPACES_SHARE * len(text):
        raise SourceError("not text: a binary file", hint="give the article's text or its page")
    return text


def _is_encoding(name: str) -> bool:
    try:
        return "\n".encode(name) == b"\n" and codecs.lookup(name).name != "utf-8"
    except (LookupError, UnicodeError, TypeError):
        return False
