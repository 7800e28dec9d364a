# cython: language_level=3, boundscheck=False, wraparound=False
"""Says whether texts are tidy, as most are, much sooner than `podkit._markup.blocks` mends them."""

from cpython.unicode cimport PyUnicode_1BYTE_DATA, PyUnicode_1BYTE_KIND, PyUnicode_KIND


def is_tidy(str text not None):
    """Say whether a text has single spaces between words, and no other gap, mark or end."""
    cdef Py_UCS4 letter
    cdef Py_UCS4 before = u" "
    if not text or text[0].isspace() or text[len(text) - 1].isspace():
        return False
    if PyUnicode_KIND(text) == PyUnicode_1BYTE_KIND:  # as most texts are
        return not has_gap(<unsigned char *>PyUnicode_1BYTE_DATA(text), len(text))
    for letter in text:
        if letter <= u" ":
            if letter != u" " or before == u" ":
                return False
        elif u"\x7f" <= letter < u"\xa0" or letter == u"\ufeff":
            return False
        before = letter
    return True


cdef bint has_gap(const unsigned char *letters, Py_ssize_t count) noexcept:
    """Say what `is_tidy` does of bytes, without a branch, so that many are looked at at once."""
    cdef Py_ssize_t index
    cdef unsigned char found = 0
    for index in range(count):
        found |= (letters[index] < 0x20) | (<unsigned char>(letters[index] - 0x7F) < 0x21)
    for index in range(count - 1):
        found |= (letters[index] == 0x20) & (letters[index + 1] == 0x20)
    return found
