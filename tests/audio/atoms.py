"""MP4 files made by hand, atom by atom."""

import struct


def atom(name, *parts):
    body = b"".join(parts)
    return struct.pack(">I4s", 8 + len(body), name.encode("latin-1")) + body


def full(name, *parts, version=0):
    return atom(name, bytes([version, 0, 0, 0]), *parts)


def numbers(*values):
    return struct.pack(f">{len(values)}I", *values)


def item(name, value, kind=1):
    return atom(name, atom("data", numbers(kind, 0), value))


def mdhd(timescale, duration, language=0x55C4):
    return full("mdhd", bytes(8), numbers(timescale, duration), struct.pack(">HH", language, 0))


def track(number, kind, *others, header=None, table=(), timescale=1000, duration=9000):
    """Make a track; the others stand beside its header and its media."""
    media = [
        mdhd(timescale, duration) if header is None else header,
        full("hdlr", bytes(4), kind.encode(), bytes(13)),
        atom("minf", atom("stbl", *table)),
    ]
    tkhd = full("tkhd", bytes(8), numbers(number, 0, duration), bytes(60))
    return atom("trak", tkhd, *others, atom("mdia", *media))


def table(times, places, *, entries=1):
    """Make the table of samples at places, pairs of offset and size, that each last some time."""
    return [
        full("stsd", numbers(0)),
        full("stts", numbers(len(times), *(value for time in times for value in (1, time)))),
        full("stsc", numbers(1, 1, 1, 1)),
        full("stsz", numbers(0, len(places), *(size for _, size in places))),
        full("stco", numbers(len(places), *(offset for offset, _ in places))),
    ]


def chapters(*tracks):
    return atom("tref", atom("chap", numbers(*tracks)))


def nero(*marks):
    entries = [
        struct.pack(">QB", start, len(title.encode())) + title.encode() for start, title in marks
    ]
    return full("chpl", bytes([len(marks)]), *entries)


def items(*rendered, handler=b"mdirappl"):
    meta = [full("hdlr", bytes(4), handler, bytes(9)), atom("ilst", *rendered)]
    return full("meta", *meta)


def movie(*others, user_data=(), references=()):
    """Make a file whose sound lasts nine seconds."""
    header = full("mvhd", bytes(8), numbers(1000, 9000), bytes(76), numbers(2))
    sound = track(1, "soun", *references)
    udta = [atom("udta", *user_data)] if user_data else []
    return atom("ftyp", b"M4A ", bytes(4)) + atom("moov", header, sound, *others, *udta)


def with_texts(*samples, times, user_data=(), others=(), **options):
    """Make a file with a track of chapters, whose samples stand before all else."""
    media = atom("mdat", *samples)
    places, place = [], 8
    for sample in samples:
        places.append((place, len(sample)))
        place += len(sample)
    made = track(2, "text", table=table(times, places), **options)
    numbers_of = range(2, 3 + len(others))
    return media + movie(made, *others, user_data=user_data, references=[chapters(*numbers_of)])


def text(title, *others):
    return struct.pack(">H", len(title)) + title + b"".join(others)


def href(url):
    return atom("href", bytes(4), bytes([len(url)]), url, b"\0")
