"""Frames of ID3v2.2, whose names have three letters, as those of ID3v2.3.

The table is the frame lists of both documents side by side, and what iTunes has besides. Only
pictures are made differently: v2.2 has a format of three letters where v2.3 has a MIME type.
"""

from podkit.errors import OnProblem, Problem

__all__ = ["modern"]

_OLD_AND_NEW = """
    BUF:RBUF CNT:PCNT COM:COMM CRA:AENC EQU:EQUA ETC:ETCO GEO:GEOB IPL:IPLS MCI:MCDI MLL:MLLT
    PIC:APIC POP:POPM REV:RVRB RVA:RVAD SLT:SYLT STC:SYTC TAL:TALB TBP:TBPM TCM:TCOM TCO:TCON
    TCR:TCOP TDA:TDAT TDY:TDLY TEN:TENC TFT:TFLT TIM:TIME TKE:TKEY TLA:TLAN TLE:TLEN TMT:TMED
    TOA:TOPE TOF:TOFN TOL:TOLY TOR:TORY TOT:TOAL TP1:TPE1 TP2:TPE2 TP3:TPE3 TP4:TPE4 TPA:TPOS
    TPB:TPUB TRC:TSRC TRD:TRDA TRK:TRCK TSI:TSIZ TSS:TSSE TT1:TIT1 TT2:TIT2 TT3:TIT3 TXT:TEXT
    TXX:TXXX TYE:TYER UFI:UFID ULT:USLT WAF:WOAF WAR:WOAR WAS:WOAS WCM:WCOM WCP:WCOP WPB:WPUB
    WXX:WXXX
    GP1:GRP1 MVI:MVIN MVN:MVNM PCS:PCST TCP:TCMP TCT:TCAT TDR:TDRL TDS:TDES TID:TGID TKW:TKWD
    TS2:TSO2 TSA:TSOA TSC:TSOC TSP:TSOP TST:TSOT WFD:WFED
"""
_NAMES = dict(pair.split(":") for pair in _OLD_AND_NEW.split())
_MIME_TYPES = {
    b"BMP": b"image/bmp",
    b"GIF": b"image/gif",
    b"JPG": b"image/jpeg",
    b"PNG": b"image/png",
    b"-->": b"-->",
}


def modern(name: str, body: bytes, on_problem: OnProblem) -> tuple[str, bytes]:
    r"""Give the name and the body that a frame of v2.2 has in v2.3.

    A name that v2.3 has no other for gets an X in front: such names are for experiments.

    >>> modern("TT2", b"\0Intro", print), modern("PIC", b"\0PNG\3\0DATA", print)
    (('TIT2', b'\x00Intro'), ('APIC', b'\x00image/png\x00\x03\x00DATA'))
    >>> modern("CRM", b"a\0\0b", print)
    frame 'CRM': kept as 'XCRM': ID3v2.3 has no name for it
    ('XCRM', b'a\x00\x00b')
    """
    if name == "PIC":
        picture_format = body[1:4].upper()
        mime_type = _MIME_TYPES.get(picture_format, b"image/" + picture_format.lower())
        return "APIC", body[:1] + mime_type + b"\0" + body[4:]
    new = _NAMES.get(name)
    if new is None:
        new = f"X{name}"
        message = f"kept as {new!r}: ID3v2.3 has no name for it"
        on_problem(Problem(id="unknown-frame", message=message, where=f"frame {name!r}"))
    return new, body
