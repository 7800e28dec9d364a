"""Language codes: ID3 and MP4 have three letters (ISO 639-2), the models have BCP 47 tags.

A BCP 47 tag of one part is a two-letter code where ISO 639-1 has one, or else three letters.
"""

import re

__all__ = ["from_bcp47", "to_bcp47"]

# ISO 639-1 and ISO 639-2/T, the codes for use in terminology, which are also those of ISO 639-3.
_TWO_LETTERS_TO_THREE = """
    aa:aar ab:abk ae:ave af:afr ak:aka am:amh an:arg ar:ara as:asm av:ava ay:aym az:aze
    ba:bak be:bel bg:bul bh:bih bi:bis bm:bam bn:ben bo:bod br:bre bs:bos ca:cat ce:che
    ch:cha co:cos cr:cre cs:ces cu:chu cv:chv cy:cym da:dan de:deu dv:div dz:dzo ee:ewe
    el:ell en:eng eo:epo es:spa et:est eu:eus fa:fas ff:ful fi:fin fj:fij fo:fao fr:fra
    fy:fry ga:gle gd:gla gl:glg gn:grn gu:guj gv:glv ha:hau he:heb hi:hin ho:hmo hr:hrv
    ht:hat hu:hun hy:hye hz:her ia:ina id:ind ie:ile ig:ibo ii:iii ik:ipk io:ido is:isl
    it:ita iu:iku ja:jpn jv:jav ka:kat kg:kon ki:kik kj:kua kk:kaz kl:kal km:khm kn:kan
    ko:kor kr:kau ks:kas ku:kur kv:kom kw:cor ky:kir la:lat lb:ltz lg:lug li:lim ln:lin
    lo:lao lt:lit lu:lub lv:lav mg:mlg mh:mah mi:mri mk:mkd ml:mal mn:mon mr:mar ms:msa
    mt:mlt my:mya na:nau nb:nob nd:nde ne:nep ng:ndo nl:nld nn:nno no:nor nr:nbl nv:nav
    ny:nya oc:oci oj:oji om:orm or:ori os:oss pa:pan pi:pli pl:pol ps:pus pt:por qu:que
    rm:roh rn:run ro:ron ru:rus rw:kin sa:san sc:srd sd:snd se:sme sg:sag si:sin sk:slk
    sl:slv sm:smo sn:sna so:som sq:sqi sr:srp ss:ssw st:sot su:sun sv:swe sw:swa ta:tam
    te:tel tg:tgk th:tha ti:tir tk:tuk tl:tgl tn:tsn to:ton tr:tur ts:tso tt:tat tw:twi
    ty:tah ug:uig uk:ukr ur:urd uz:uzb ve:ven vi:vie vo:vol wa:wln wo:wol xh:xho yi:yid
    yo:yor za:zha zh:zho zu:zul
"""
# The older codes of ISO 639-2/B, for use in libraries, where they differ; they are read too.
_TWO_LETTERS_TO_BIBLIOGRAPHIC = """
    bo:tib cs:cze cy:wel de:ger el:gre eu:baq fa:per fr:fre hy:arm is:ice ka:geo mi:mao
    mk:mac ms:may my:bur nl:dut ro:rum sk:slo sq:alb zh:chi
"""


def _pairs(table: str) -> list[list[str]]:
    return [pair.split(":") for pair in table.split()]


_THREE = dict(_pairs(_TWO_LETTERS_TO_THREE))
_TWO = {three: two for two, three in _pairs(_TWO_LETTERS_TO_THREE + _TWO_LETTERS_TO_BIBLIOGRAPHIC)}


def from_bcp47(tag: str) -> str | None:
    """Give the three-letter code of a language, or None for a tag that says more or less.

    >>> from_bcp47("de"), from_bcp47("gsw"), from_bcp47("de-CH"), from_bcp47("deu")
    ('deu', 'gsw', None, None)
    """
    return _THREE.get(tag) or (tag if re.fullmatch("[a-z]{3}", tag) and tag not in _TWO else None)


def to_bcp47(code: str) -> str | None:
    """Give the BCP 47 tag for the code of an ID3 frame, or None for what is no code.

    >>> to_bcp47("deu"), to_bcp47("GER"), to_bcp47("de"), to_bcp47("gsw"), to_bcp47("German")
    ('de', 'de', 'de', 'gsw', None)
    """
    code = code.lower()
    return code if code in _THREE or from_bcp47(code) else _TWO.get(code)
