# cython: language_level=3, boundscheck=False, wraparound=False
"""Says whether texts are tidy, as most are, much sooner than `podkit._markup.blocks` mends them."""


def is_tidy(str text not None):
    """Say whether a text has single spaces between words, and no other gap, mark or end."""
    cdef Py_UCS4 letter
    cdef Py_UCS4 before = u" "
    for letter in text:
        if letter <= u" ":
            if letter != u" " or before == u" ":
                return False
        elif u"\x7f" <= letter < u"\xa0" or letter == u"\ufeff":
            return False
        before = letter
    return before != u" " and not before.isspace() and not text[0].isspace()
