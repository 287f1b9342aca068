"""How server and worker speak: four bytes of length, JSON of that length, then the bytes it tells.

The JSON is an object; its `size` is how many bytes follow.
"""

import json
import struct
from typing import Any, BinaryIO

#: The length in front of the JSON.
PREFIX = struct.Struct(">I")

#: What stands in the JSON.
Head = dict[str, Any]


def packed(fields: Head, body: bytes = b"") -> bytes:
    """Write a frame."""
    text = json.dumps({**fields, "size": len(body)}).encode()
    return PREFIX.pack(len(text)) + text + body


def read(stream: BinaryIO) -> Head | None:
    """Read a frame that has no body; nothing at the end of the stream."""
    prefix = stream.read(PREFIX.size)
    if len(prefix) < PREFIX.size:
        return None
    return head(stream.read(PREFIX.unpack(prefix)[0]))


def head(text: bytes) -> Head:
    """Read the JSON of a frame."""
    found: Head = json.loads(text)
    return found
