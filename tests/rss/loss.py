"""The loss check: which texts and attribute values of a feed are not in what was written."""

from podkit import errors
from podkit._values import DATE, DECIMAL, DURATION, EXPLICIT, ISO_DATE
from podkit._xml import Codec, parse

# What these codecs read may be spelled anew; it is found if its value is.
RESPELLED = (DATE, DECIMAL, DURATION, EXPLICIT, ISO_DATE)


def lost(source: bytes, written: bytes) -> list[str]:
    """List what of the source is nowhere in the output."""
    output = list(pieces(written))
    found = set(output) | {form for piece in output for form in forms(piece)}
    everything = "\n".join(output)
    return [
        piece
        for piece in pieces(source)
        if piece not in found and piece not in everything and not found & forms(piece)
    ]


def pieces(data: bytes):
    """Give every text and every attribute value of a document, without space around it."""
    for element in parse(data, errors.ignore).iter():
        for text in (element.text, element.tail, *element.attrib.values()):
            if text and text.strip():
                yield text.strip()


def forms(text: str) -> set[object]:
    """Read a text in every way in which it may be respelled."""
    return {(codec.name, value) for codec in RESPELLED for value in read(codec, text)}


def read(codec: Codec, text: str):
    try:
        yield codec.read(text)
    except ValueError as error:
        if hasattr(error, "value"):
            yield error.value
