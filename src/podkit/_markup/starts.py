r"""How to tell from its text which format it is in: patterns for `podkit._formats`.

Each looks through the text once; what is found first decides, a tag or a mark of Markdown.
"""

__all__ = ["FRONT_MATTER", "HTML", "MARKDOWN"]

# Links and strong words; what is escaped, as it is written by `podkit._markup.markdown_blocks` (and
# not in a shrug); URLs in angle brackets; and what podkit states by tags, which its own HTML never
# has before another tag, nor with a blank line.
_WITHIN = (
    r"\]\(|\*\*|(?<!¯)\\[\\`*_\[\]<~\n]|\\&(?=#?\w)|<https?://[^\s<>]+>"
    r'|<a [^<>]*\bdata-kind="|<section data-kind="[^"\n]*">\n\n'
)
# Headings, also underlined ones; quotes, code, tables; the targets of links; escaped marks.
_AT_START = (
    r"\#{1,6} \S|\S[^\n]{0,200}\n(?:={3,}|-{3,})[ \t]*(?:\n|\Z)|> \S|```|~~~"
    r"|\|?[ \t]*:?-{3,}:?[ \t]*\|"
    r"|\[[^\]\n]{1,99}\]:[ \t]+<?(?:https?:|mailto:|[/#])|\d{1,9}\\[.)]|\\[#+=>~|:-]"
)
_MARK = rf"(?:{_WITHIN}|(?m:^)(?:{_AT_START}))"
# With attributes: "a <b and c> d" has no tag.
_TAG = (
    r"(?<!\\)<(?:!doctype\b|!--(?!\s*(?:more|excerpt)\b)"
    r"|/?(?:a|abbr|address|article|aside|audio|b|big|blockquote|body|br"
    r"|caption|center|cite|code|dd|del|details|div|dl|dt|em|figcaption|figure|font|footer|form"
    r"|h[1-6]|head|header|hr|html|i|iframe|img|ins|li|main|mark|meta|nav|ol|p|pre|q|s|script"
    r"|section|small|span|strike|strong|style|sub|sup|table|tbody|td|tfoot|th|thead|tr|tt|u|ul"
    r"|video)(?:(?:\s+[\w:-]+)?\s*/?>|(?:\s+[\w:-]+){1,4}\s*=))"
)
HTML = rf"(?is:(?=.*?(?:(?P<mark>{_MARK})|{_TAG}))(?(mark)(?!)))"
MARKDOWN = rf"(?is:.*?{_MARK})"
# What stands before the text of a page of Hugo, Jekyll, Zola and others, which is Markdown.
FRONT_MATTER = r"(?:---|\+\+\+)[ \t]*\r?\n(?:#[^\n]*\n|\s)*(?:[\w-]+[ \t]*[:=]|\[[\w.]+\])"
