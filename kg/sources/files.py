"""Files as lines or as one page: plain or gzipped, told by their first bytes, never by the name.

A file that breaks off (a gzip stream without its end) gives all its whole lines; the break is
listed like a bad record. Text is UTF-8, with or without a byte order mark.
"""

import codecs
import zlib
from collections.abc import Iterator
from pathlib import Path

from kg.errors import DataError
from kg.sources.reader import Head

#: Longer lines are no record of a paper; of them only so much is kept in memory.
LINE_LIMIT = 1 << 24

_CHUNK = 1 << 18
_HEAD = 1 << 16
_GZIP = b"\x1f\x8b"
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def read_head(path: Path) -> Head:
    """Return the first characters of a file.

    Raises DataError for a file that cannot be opened, is empty, or is UTF-16.
    """
    data, whole = b"", True
    try:
        for chunk in _chunks(path):
            data += chunk
            if len(data) > _HEAD:
                whole = False
                break
    except OSError as error:
        raise DataError(str(path), 0, f"cannot be read: {error.strerror or error}") from error
    except (EOFError, zlib.error) as error:
        if not data:
            raise DataError(str(path), 0, _broken(error)) from error
    if data.startswith(_UTF16):
        raise DataError(str(path), 0, "is UTF-16; save it as UTF-8")
    if not data.strip():
        raise DataError(str(path), 0, "is empty; give a file with papers in it")
    return Head(data[:_HEAD].decode("utf-8-sig", "replace"), whole)


def numbered_lines(path: Path, skipped: list[DataError]) -> Iterator[tuple[int, bytes]]:
    """Yield the number and the bytes of each line; the last is what follows the last line end.

    Where the file breaks off, the break is appended to `skipped` and nothing more is yielded.
    """
    number, rest = 1, b""
    try:
        for chunk in _chunks(path):
            *whole, rest = (rest + chunk).split(b"\n")
            for line in whole:
                yield number, line
                number += 1
            rest = rest[: LINE_LIMIT + 1]
    except (OSError, EOFError, zlib.error) as error:
        skipped.append(DataError(str(path), number, _broken(error)))
    else:
        yield number, rest


def page_text(path: Path, skipped: list[DataError]) -> str:
    r"""Return the text of a page with ``\n`` line ends; a character cut at the end is left out.

    Raises DataError with the line where the page is not UTF-8.
    """
    data = b"\n".join(line for _, line in numbered_lines(path, skipped))
    try:
        text = codecs.getincrementaldecoder("utf-8-sig")().decode(data)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise DataError(str(path), line, "is not UTF-8; save the page as UTF-8") from error
    return text.replace("\r\n", "\n").removesuffix("\r")


def _chunks(path: Path) -> Iterator[bytes]:
    """Yield the bytes of a file piece by piece, unpacked where it is gzipped."""
    with path.open("rb") as file:
        packed = file.read(len(_GZIP)) == _GZIP
        file.seek(0)
        pieces = iter(lambda: file.read(_CHUNK), b"")
        yield from _unpacked(pieces) if packed else pieces


def _unpacked(pieces: Iterator[bytes]) -> Iterator[bytes]:
    """Inflate gzip members in bounded steps; raise EOFError where the end is missing."""
    stream, inside = zlib.decompressobj(wbits=31), False
    for piece in pieces:
        while piece:
            inside = True
            yield stream.decompress(piece, _CHUNK)
            piece = stream.unconsumed_tail
            if stream.eof:
                # Tape tools pad members with zeros; gzip itself reads over them.
                piece = stream.unused_data.lstrip(b"\0")
                stream, inside = zlib.decompressobj(wbits=31), False
    if inside:
        raise EOFError


def _broken(error: Exception) -> str:
    """Say why a file breaks off, and what to do."""
    if isinstance(error, EOFError):
        return "the compressed file breaks off here; fetch it again"
    if isinstance(error, OSError):
        return f"cannot be read on: {error.strerror or error}"
    return f"the compressed data are damaged here ({error}); fetch the file again"
