"""Messages in Stillwire's encoding, written from docs/wire-format.md: as much of it as `quic_client.py` needs.

A type is its fields in the order of their ordinals: `Message(code="u32", text="string", more=Optional(Other))`.
A value is a dict; what is not in it has its default.
"""

import struct

SCALARS = {"u32": "<I", "i32": "<i", "u64": "<Q"}


class Optional:
    """`M?` of a message."""

    def __init__(self, of):
        self.of = of


class List:
    """`list<M>` of messages."""

    def __init__(self, of):
        self.of = of


class Reserved:
    """The tombstone of a `bool?`: two bits."""


def width(length):
    """The smallest width code for ends up to `length`."""
    return 0 if length <= 0xFF else 1 if length <= 0xFFFF else 2


def ends(parts, code):
    """Where each part ends, in as many bytes as the width code says."""
    out, at = b"", 0
    for part in parts:
        at += len(part)
        out += at.to_bytes(1 << code, "little")
    return out


class Message:
    def __init__(self, **fields):
        self.fields = fields
        # Name: ("bit", byte, bit), ("scalar", offset) or ("slot", index).
        self.places = {}
        # What is set or not as a whole: flag bytes and scalars, as ranges.
        self.units = []
        self.scalars = slots = 0
        flags, bits = None, 8
        for name, kind in fields.items():
            for _ in range(2 if kind is Reserved else 1 if kind == "bool" else 0):
                if bits == 8:
                    flags, bits = self.scalars, 0
                    self.units.append((flags, flags + 1))
                    self.scalars += 1
                self.places[name] = ("bit", flags, bits)
                bits += 1
            if kind in SCALARS:
                size = struct.calcsize(SCALARS[kind])
                self.places[name] = ("scalar", self.scalars)
                self.units.append((self.scalars, self.scalars + size))
                self.scalars += size
            elif name not in self.places:
                self.places[name] = ("slot", slots)
                slots += 1
        self.slots = slots

    def parts(self, value):
        """The scalars up to the last that is set, and the slots up to the last that is not empty."""
        assert value.keys() <= self.fields.keys(), value
        scalars, slots = bytearray(self.scalars), [b""] * self.slots
        for name, item in value.items():
            kind, (place, at, *bit) = self.fields[name], self.places[name]
            if place == "bit":
                scalars[at] |= bool(item) << bit[0]
            elif place == "scalar":
                struct.pack_into(SCALARS[kind], scalars, at, item)
            elif isinstance(kind, Optional):
                slots[at] = b"" if item is None else kind.of.encode(item)
            elif isinstance(kind, List):
                slots[at] = encode_list(kind.of, item)
            else:
                slots[at] = item.encode() if kind == "string" else item
        used = max((end for start, end in self.units if any(scalars[start:end])), default=0)
        while slots and not slots[-1]:
            slots.pop()
        return bytes(scalars[:used]), slots

    def encode(self, value):
        scalars, slots = self.parts(value)
        heap = b"".join(slots)
        code = width(len(heap)) if slots else 0
        head = struct.pack("<HH", len(scalars), len(slots) | code << 14)
        return head + scalars + ends(slots, code) + heap

    def decode(self, data):
        """Of bytes that are taken to be well formed."""
        size, shape = struct.unpack_from("<HH", data)
        count, code = shape & 0x3FFF, 1 << (shape >> 14)
        scalars = data[4 : 4 + size] + bytes(max(0, self.scalars - size))
        at = 4 + size
        stops = [int.from_bytes(data[at + k * code : at + (k + 1) * code], "little") for k in range(count)]
        heap = data[at + count * code :]
        value = {}
        for name, kind in self.fields.items():
            place, at, *bit = self.places[name]
            if kind is Reserved:
                continue
            if place == "bit":
                value[name] = bool(scalars[at] >> bit[0] & 1)
            elif place == "scalar":
                (value[name],) = struct.unpack_from(SCALARS[kind], scalars, at)
            else:
                start = stops[at - 1] if 0 < at < count else 0
                item = heap[start : stops[at]] if at < count else b""
                if isinstance(kind, Optional):
                    value[name] = kind.of.decode(item) if item else None
                else:
                    value[name] = item.decode() if kind == "string" else item
        return value


def encode_list(of, values):
    """A list of messages: strided."""
    if not values:
        return b""
    rows = [of.parts(value) for value in values]
    size, count = (max(len(row[part]) for row in rows) for part in (0, 1))
    size = size if size or count else 1
    heaps = [b"".join(slots) for _, slots in rows]
    total, longest = sum(map(len, heaps)), max(map(len, heaps))
    of_rows = width(total) if count else 0
    of_slots = width(longest) if count > 1 else 0
    out = struct.pack("<II", len(rows) | of_rows << 30, size | count << 16 | of_slots << 30)
    out += ends(heaps, of_rows) if count else b""
    out += b"".join(heaps)
    for scalars, slots in rows:
        padded = slots + [b""] * (count - len(slots))
        out += scalars.ljust(size, b"\0") + ends(padded[:-1], of_slots)
    return out
