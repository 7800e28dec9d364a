"""The numbers from 1 to 100 in words, in English, German, French and Spanish.

No document defines what speech recognition writes; hyphens count as spaces here, so that
``twenty-one`` and ``twenty one`` are one word.
"""

__all__ = ["NUMBERS"]

_ENGLISH = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
    " sixteen seventeen eighteen nineteen"
)
_ENGLISH_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_GERMAN = (
    "eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn"
    " sechzehn siebzehn achtzehn neunzehn"
)
_GERMAN_TENS = "zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig"
_FRENCH = (
    "un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize"
    " dix-sept dix-huit dix-neuf"
)
_FRENCH_TENS = "vingt trente quarante cinquante soixante"
_SPANISH = (
    "uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis"
    " diecisiete dieciocho diecinueve veinte veintiuno veintidós veintitrés veinticuatro"
    " veinticinco veintiséis veintisiete veintiocho veintinueve"
)
_SPANISH_TENS = "treinta cuarenta cincuenta sesenta setenta ochenta noventa"


def _numbered(words: str, first: int = 1, step: int = 1) -> dict[str, int]:
    return {
        word.replace("-", " "): first + step * index for index, word in enumerate(words.split())
    }


def _english() -> dict[str, int]:
    units, tens = _numbered(_ENGLISH), _numbered(_ENGLISH_TENS, 20, 10)
    sums = {f"{ten} {unit}": tens[ten] + units[unit] for ten in tens for unit in list(units)[:9]}
    return units | tens | sums | {"one hundred": 100}


def _german() -> dict[str, int]:
    units, tens = _numbered(_GERMAN), _numbered(_GERMAN_TENS, 20, 10)
    sums = {
        f"{unit.removesuffix('s') if number == 1 else unit}und{ten}": tens[ten] + number
        for ten in tens
        for unit, number in list(units.items())[:9]
    }
    return units | tens | sums | {"hundert": 100, "einhundert": 100}


def _french() -> dict[str, int]:
    units, tens = _numbered(_FRENCH), _numbered(_FRENCH_TENS, 20, 10)
    # Sixty goes on to nineteen, and so does eighty, which has no "et".
    sums = {
        f"{ten} {'et ' * (number in (1, 11))}{unit}": tens[ten] + number
        for ten in tens
        for unit, number in units.items()
        if number < 10 or ten == "soixante"
    }
    eighties = {f"quatre vingt {unit}": 80 + number for unit, number in units.items()}
    return units | tens | sums | eighties | {"quatre vingts": 80, "cent": 100}


def _spanish() -> dict[str, int]:
    units, tens = _numbered(_SPANISH), _numbered(_SPANISH_TENS, 30, 10)
    sums = {f"{ten} y {unit}": tens[ten] + units[unit] for ten in tens for unit in list(units)[:9]}
    return units | tens | sums | {"cien": 100}


NUMBERS = _english() | _german() | _french() | _spanish()
