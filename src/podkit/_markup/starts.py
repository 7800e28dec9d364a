"""How to tell from its text which format it is in: patterns for `podkit._formats`.

Each looks through the text once; what is found first decides, a tag or a mark of Markdown.
"""

__all__ = ["HTML", "MARKDOWN"]

_MARK = r"\]\(|\*\*|(?m:^)#{1,6} \S"
_SECTION = r'\s*<section data-kind="[^"\n]*">\n\n'  # which in HTML stands without the blank line
_TAG = (
    r"<(?:!doctype|"
    r"(?:a|article|b|body|br|div|em|h[1-6]|html|i|img|main|ol|p|section|span|strong|ul)\b)"
)
HTML = rf"(?is)(?!{_SECTION})(?:(?!{_MARK}).)*?{_TAG}"
MARKDOWN = rf"(?s)(?:{_SECTION}|.*?(?:{_MARK}))"
