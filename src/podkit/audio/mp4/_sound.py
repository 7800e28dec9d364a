"""What an MP4 file says of its sound: samples per second and channels.

The description of the samples says so, but AAC's own configuration within it knows better
(ISO/IEC 14496-3, AudioSpecificConfig), as many writers state two channels whatever there is.
"""

from typing import NamedTuple

from podkit.audio.mp4._atoms import Atoms
from podkit.audio.mp4._movie import Movie

__all__ = ["Sound", "read_sound"]

_ENTRY_SIZES = {0: 28, 1: 44, 2: 64}  # before the atoms within a description, by its version
_STREAM, _DECODER, _CONFIGURATION = 3, 4, 5  # descriptors, one within the other
_DESCRIPTOR_STARTS = {_STREAM: 3, _DECODER: 13, _CONFIGURATION: 0}  # bytes before the next one
_RATES = (96000, 88200, 64000, 48000, 44100, 32000, 24000, 22050, 16000, 12000, 11025, 8000, 7350)
_CHANNELS = (0, 1, 2, 3, 4, 5, 6, 8)
_PLAIN_SIZE, _EXTENSION = 3, 0x2B7  # of what old decoders read, and the number after it
_DOUBLED_RATE, _FROM_MONO, _LONG_TYPE, _LONG_RATE = 5, 29, 31, 15


class _Bits:
    """Numbers of some bits each, one after the other; 0 behind the end."""

    def __init__(self, data: bytes) -> None:
        self.value, self.remaining = int.from_bytes(data), 8 * len(data)

    def take(self, count: int) -> int:
        self.remaining -= count
        if self.remaining < 0:
            return 0
        return self.value >> self.remaining & (1 << count) - 1


class Sound(NamedTuple):
    """What is known of the sound; 0 is unknown."""

    sample_rate: int
    channels: int


def read_sound(atoms: Atoms, movie: Movie) -> Sound:
    """Read what an open file says of its sound."""
    table = atoms.find(movie.sound.atom, b"mdia", b"minf", b"stbl", b"stsd")
    entries = atoms.within(table, skip=8) if table else []
    if not entries:
        return Sound(0, 0)
    entry = atoms.payload(entries[0], 28)
    version, channels, rate = (int.from_bytes(entry[at : at + 2]) for at in (8, 16, 24))
    # The entry has 16 bits for the rate; the unit of the track's time has more and is the same.
    stated = Sound(rate or movie.sound.timescale, channels)
    inner = atoms.within(entries[0], skip=_ENTRY_SIZES.get(version, 28))
    esds = next((atom for atom in inner if atom.name == b"esds"), None)
    configured = _read_configuration(_find_configuration(atoms.payload(esds, 256)[4:]))
    return Sound(configured.sample_rate or stated.sample_rate, configured.channels or channels)


def _find_configuration(data: bytes) -> bytes:
    """Look into the descriptors for the innermost one."""
    for tag, start in _DESCRIPTOR_STARTS.items():
        if data[:1] != bytes([tag]):
            return b""
        size = 1
        while data[size : size + 1] >= b"\x80":  # the length has seven bits in each byte
            size += 1
        data = data[size + 1 + start :]
    return data


def _read_configuration(data: bytes) -> Sound:
    if not data:
        return Sound(0, 0)
    bits = _Bits(data[:16])
    kind, rate, channels = _read_type(bits), _read_rate(bits), bits.take(4)
    channels = _CHANNELS[channels] if channels < len(_CHANNELS) else 0
    if kind in (_DOUBLED_RATE, _FROM_MONO) or _is_extended(bits):
        rate = _read_rate(bits)
    return Sound(rate, 2 if kind == _FROM_MONO else channels)


def _is_extended(bits: _Bits) -> bool:
    """Say whether the rate is doubled, as a configuration says that old decoders understand."""
    bits.take(_PLAIN_SIZE)
    return bits.take(11) == _EXTENSION and _read_type(bits) == _DOUBLED_RATE and bool(bits.take(1))


def _read_type(bits: _Bits) -> int:
    kind = bits.take(5)
    return 32 + bits.take(6) if kind == _LONG_TYPE else kind


def _read_rate(bits: _Bits) -> int:
    index = bits.take(4)
    if index == _LONG_RATE:
        return bits.take(24)
    return _RATES[index] if index < len(_RATES) else 0
