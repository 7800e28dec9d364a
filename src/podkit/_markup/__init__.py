"""What show notes and episode pages have in common: their blocks, sections and links.

`blocks` are what a reader finds in HTML (`html_blocks`) or text (`text_blocks`); Markdown is read
as the HTML that it stands for (`markdown_blocks`). `sections` puts them together by the table of
`headings`; `links` knows what each link is for. `starts` tells the formats apart, and `html_tags`,
`markdown_blocks` and `text_blocks` write.
"""
