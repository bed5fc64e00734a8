"""The symbol of a QR code at level M before it is masked (ISO/IEC 18004): bytes, and their places.

A whole symbol is one number here, a bit for a module: the upper left module is the highest bit,
and a few light ones follow each row, so that no pattern runs over its end.
"""

from __future__ import annotations

from brochure._startup.records import dataclass

GAP = 4
"""Light modules after each row."""

Blocks = tuple[int, int, int, int]
"""Bytes of error correction in a block, blocks, bytes of data in each, blocks of one byte more."""

VERSIONS: tuple[Blocks, ...] = (
    (10, 1, 16, 0), (16, 1, 28, 0), (26, 1, 44, 0), (18, 2, 32, 0), (24, 2, 43, 0),
    (16, 4, 27, 0), (18, 4, 31, 0), (22, 2, 38, 2), (22, 3, 36, 2), (26, 4, 43, 1),
    (30, 1, 50, 4), (22, 6, 36, 2), (22, 8, 37, 1),
)  # fmt: skip
"""Level M, of versions 1 to 13 (table 9): 15 % of a code may be lost to folds and stains."""
MOST_BYTES = 331
"""What version 13 holds at level M: a denser code at one inch is hard to scan."""

FINDER = ("1111111", "1000001", "1011101", "1011101", "1011101", "1000001", "1111111")
ALIGNMENT = ("11111", "10001", "10101", "10001", "11111")
BYTE_MODE, PADDING = "0100", ("11101100", "00010001")
LEVEL_M = 0
FORMAT_DIVISOR, FORMAT_MASK, VERSION_DIVISOR = 0b10100110111, 0b101010000010010, 0b1111100100101


@dataclass(frozen=True, slots=True)
class Symbol:
    """What is drawn whatever the mask, but what is told of version and mask."""

    version: int
    count: int
    """Modules a side."""
    cells: int
    """Patterns and data, not masked."""
    free: int
    """The modules that a mask may change."""

    @property
    def down(self) -> int:
        """Return how many bits lie between a module and the one below it."""
        return self.count + GAP

    @property
    def every(self) -> int:
        """Return all modules of the symbol."""
        return int(("1" * self.count + "0" * GAP) * self.count, 2)

    def bit(self, row: int, column: int) -> int:
        """Return a module; counted from the far edge if negative."""
        row, column = row % self.count, column % self.count
        return 1 << (self.count * self.down - 1 - row * self.down - column)


def symbol(data: bytes) -> Symbol:
    """Return the least symbol that holds up to MOST_BYTES of data."""
    version = next(each for each in range(1, 14) if len(data) <= _room(each))
    drawing = _Drawing(version)
    drawing.patterns()
    drawing.write(_interleaved(data, version))
    cells, free = int(drawing.cells, 2), int(drawing.free, 2)
    return Symbol(version, drawing.count, cells, free)


# ------------------------------------------------------------ bytes (7.4 to 7.6)


def _length_bits(version: int) -> int:
    return 8 if version < 10 else 16


def _capacity(version: int) -> int:
    """Return the bytes of data in a symbol."""
    _, blocks, size, larger = VERSIONS[version - 1]
    return (blocks + larger) * size + larger


def _room(version: int) -> int:
    """Return the bytes that are left for a text."""
    return (8 * _capacity(version) - len(BYTE_MODE) - _length_bits(version)) // 8


def _interleaved(data: bytes, version: int) -> bytes:
    """Return the bytes of a symbol in their order: those of all blocks in turn."""
    correction, blocks, size, larger = VERSIONS[version - 1]
    padded, at = _padded(data, version), 0
    parts: list[bytes] = []
    for number in range(blocks + larger):
        end = at + size + (number >= blocks)
        parts.append(padded[at:end])
        at = end
    checks = [_correction(part, correction) for part in parts]
    first = [part[place] for place in range(size + 1) for part in parts if place < len(part)]
    return bytes(first + [check[place] for place in range(correction) for check in checks])


def _padded(data: bytes, version: int) -> bytes:
    """Return the bytes of data: mode, length, the text, its end, and padding."""
    most = 8 * _capacity(version)
    head = f"{BYTE_MODE}{len(data):0{_length_bits(version)}b}"
    bits = head + "".join([f"{byte:08b}" for byte in data])
    bits += "0" * min(4, most - len(bits))
    bits += "0" * (-len(bits) % 8)
    bits += ("".join(PADDING) * most)[: most - len(bits)]
    return int(bits, 2).to_bytes(most // 8, "big")


def _powers() -> tuple[list[int], list[int]]:
    """Return the powers of 2 in the field of 256 (by 0x11D), twice over, and their exponents."""
    powers, exponents, value = [0] * 510, [0] * 256, 1
    for exponent in range(255):
        powers[exponent] = powers[exponent + 255] = value
        exponents[value] = exponent
        value <<= 1
        if value > 255:
            value ^= 0x11D
    return powers, exponents


POWERS, EXPONENTS = _powers()


def _divisor(degree: int) -> list[int]:
    """Return the exponents of the generator of ``degree`` bytes, but its first, which is 1."""
    terms = [1]
    for root in range(degree):
        raised = [POWERS[EXPONENTS[term] + root] for term in terms]
        terms = [one ^ other for one, other in zip([*terms, 0], [0, *raised], strict=True)]
    return [EXPONENTS[term] for term in terms[1:]]  # no term of those in use is 0


def _correction(data: bytes, degree: int) -> list[int]:
    """Return the bytes of error correction of a block: what is left when it is divided."""
    divisor, rest = _divisor(degree), [0] * degree
    for byte in data:
        factor = byte ^ rest[0]
        rest = [*rest[1:], 0]
        if factor:
            times = EXPONENTS[factor]
            rest = [
                one ^ POWERS[times + exponent] for one, exponent in zip(rest, divisor, strict=True)
            ]
    return rest


# ------------------------------------------------------------ places (6.3 and 7.7)


class _Drawing:
    """The rows of a symbol, a character for a module."""

    def __init__(self, version: int) -> None:
        """Begin with an empty symbol."""
        self.version = version
        self.count = 17 + 4 * version
        self.down = self.count + GAP
        self.cells = bytearray(b"0") * (self.count * self.down)
        self.free = bytearray(b"1" * self.count + b"0" * GAP) * self.count

    def draw(self, row: int, column: int, lines: tuple[str, ...]) -> None:
        """Draw a pattern; nothing else will be drawn there."""
        for number, line in enumerate(lines):
            at = (row + number) * self.down + column
            self.cells[at : at + len(line)] = line.encode()
            self.free[at : at + len(line)] = b"0" * len(line)

    def patterns(self) -> None:
        """Draw what tells a scanner where the code is, and keep what will tell version and mask."""
        last, between = self.count - 8, self.count - 16
        timing = ("10" * self.count)[:between]
        self.draw(6, 8, (timing,))
        self.draw(8, 6, tuple(timing))
        for row, column in ((0, 0), (0, last), (last, 0)):
            self.draw(row, column, ("0" * 8,) * 8)
            self.draw(row + row // last, column + column // last, FINDER)
        self.draw(8, 0, ("000000100",))
        self.draw(8, last, ("0" * 8,))
        self.draw(0, 8, tuple("000000100"))
        self.draw(last, 8, tuple("0" * 8))
        for row, column in self._alignments():
            self.draw(row - 2, column - 2, ALIGNMENT)
        if self.version >= 7:
            self.draw(0, self.count - 11, ("000",) * 6)
            self.draw(self.count - 11, 0, ("0" * 6,) * 3)

    def _alignments(self) -> list[tuple[int, int]]:
        """Return the middles of the alignment patterns (annex E)."""
        if self.version < 2:
            return []
        first, last = 6, self.count - 7
        lines = [first, last] if self.version < 7 else [first, (first + last) // 2, last]
        finders = ((first, first), (first, last), (last, first))
        return [(row, column) for row in lines for column in lines if (row, column) not in finders]

    def write(self, data: bytes) -> None:
        """Write bytes from the lower right, up and down by two columns; the rest is light."""
        bits = "".join([f"{byte:08b}" for byte in data])
        for at, bit in zip(self._places(), bits.encode(), strict=False):
            self.cells[at] = bit

    def _places(self) -> list[int]:
        """Return where the bits go, in their order."""
        free, rows = self.free, range(0, self.count * self.down, self.down)
        places, up = [], True
        for right in (*range(self.count - 1, 6, -2), 5, 3, 1):
            ends = [row + right for row in (rows[::-1] if up else rows)]
            places += [at for end in ends for at in (end, end - 1) if free[at] == FREE]
            up = not up
        return places


FREE = ord("1")


def told(made: Symbol, mask: int) -> int:
    """Return the modules that tell a scanner the level, the mask and, from 7 on, the version."""
    format_bits = _with_check(LEVEL_M << 3 | mask, FORMAT_DIVISOR, 10) ^ FORMAT_MASK
    dark = made.bit(-8, 8)
    for number, place in enumerate((0, 1, 2, 3, 4, 5, 7, 8, -7, -6, -5, -4, -3, -2, -1)):
        if format_bits >> number & 1:
            dark |= made.bit(place, 8)
            dark |= made.bit(8, -1 - number if number < 8 else 7 if number == 8 else 14 - number)
    if made.version >= 7:
        version_bits = _with_check(made.version, VERSION_DIVISOR, 12)
        for number in range(18):
            if version_bits >> number & 1:
                row, column = number // 3, number % 3 - 11
                dark |= made.bit(row, column) | made.bit(column, row)
    return dark


def _with_check(value: int, divisor: int, bits: int) -> int:
    """Return a number with its check bits: what is left when it is divided (annexes C and D)."""
    rest = value << bits
    while rest.bit_length() > bits:
        rest ^= divisor << (rest.bit_length() - divisor.bit_length())
    return value << bits | rest
