"""html: the article without the page around it, and without what the page hides."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from reports.errors import DamagedFile
from reports.patterns import regex
from reports.readers.clean import clean
from reports.readers.encoding import decode
from reports.readers.sniff import expect, sniff
from reports.records import Document

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_HEAD = 4096  # bytes; browsers look for the charset in the first 1024
_CHARSET = regex(rb"charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
# An XML declaration names an encoding that no longer holds once the bytes are decoded.
_DECLARATION = regex(r"^\s*<\?xml[^>]*\?>")
_HIDDEN_STYLE = regex(
    r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|opacity\s*:\s*0(?:\.0+)?\s*(?=;|!|$)"
    r"|(?:font-size|width|height|max-width|max-height)\s*:\s*0(?:\.0+)?(?:px|pt|em|rem|%)?\s*(?=;|!|$)"
    r"|font-size\s*:\s*0?\.\d+(?:px|pt)|transform\s*:[^;]*scale[xy]?\(\s*0(?:\.0+)?\s*[,)]"
    r"|(?:text-indent|left|right|top|margin-left|margin-top)\s*:\s*-(?:\d{4,}(?:px|pt)?|\d{3,}(?:em|rem|%|vw|vh))"
    r"|clip\s*:\s*rect\((?:\s*[01](?:px)?[\s,]*){4}\)|clip-path\s*:\s*inset\(\s*(?:50|100)%)",
    re.IGNORECASE,
)
_AT_RULE = regex(r"@[^{};]*(?:;|\{(?:[^{}]|\{[^{}]*\})*\})|/\*.*?\*/", re.DOTALL)
_RULE = regex(r"([^{}]+)\{([^{}]*)\}")
_SELECTOR = regex(r"(?P<tag>[a-z][a-z0-9]*)?(?P<names>(?:[.#][\w-]+)*)", re.IGNORECASE)
_SELECTORS = 200  # hiding selectors of a page that are heeded
_LAYOUT = 300  # characters; a cell that holds more is a place on the page, not a value
_ROW = regex(r"^\| (.*?) ?\| *$", re.MULTILINE)  # how trafilatura prints a table's row
_SILENT = ("script", "style", "noscript", "template", "select", "button", "iframe")


def read(path: Path, data: bytes, max_bytes: int) -> Document:
    """The article of a saved page, its title first where the article does not hold it.

    Raises ``DamagedFile`` where the bytes are not text in any encoding taken.
    """
    if sniff(data):
        expect(path, data)
    declared = _CHARSET.search(data[:_HEAD])
    text = decode(data, declared[1].decode("ascii") if declared else "")
    if text is None:
        raise DamagedFile(f"《{path.name}》的编码无法识别，请用浏览器打开后另存为 UTF-8 网页再试。")
    tree = _tree(_DECLARATION.sub("", clean(text)))
    return Document(clean(_article(tree)) if tree is not None else "", "html")


def _tree(text: str) -> HtmlElement | None:
    from lxml.etree import ParserError
    from lxml.html import HTMLParser, document_fromstring

    try:
        tree = document_fromstring(text, parser=HTMLParser(huge_tree=True, remove_comments=True))
    except ParserError:  # nothing but space and comments
        return None
    _drop_hidden(tree)
    _unwrap_layout(tree)
    return tree


def _drop_hidden(tree: HtmlElement) -> None:
    """Takes out what a reader of the page does not see."""
    by_sheet = _hidden_by_sheet(tree)
    doomed = [
        element
        for element in tree.iter()
        if element.tag in _SILENT
        or "hidden" in element.attrib
        or _HIDDEN_STYLE.search(element.get("style", ""))
        or element in by_sheet
    ]
    for element in doomed:
        if element.getparent() is not None:
            element.drop_tree()  # keeps the text that follows the element


def _hidden_by_sheet(tree: HtmlElement) -> set[HtmlElement]:
    """The elements that the page's own style sheets hide by tag, class or id.

    None where these hold most of the text: then a script shows it. Rules for some media only, and
    selectors that look at neighbours, are not heeded.
    """
    selectors: list[tuple[str, set[str]]] = []
    for style in tree.iter("style"):
        for match in _RULE.finditer(_AT_RULE.sub("", style.text or "")):
            if _HIDDEN_STYLE.search(match[2]):
                known = (_SELECTOR.fullmatch(one.strip()) for one in match[1].split(","))
                selectors += [
                    ((one["tag"] or "").lower(), set(re.findall(r"[.#][\w-]+", one["names"])))
                    for one in known
                    if one and one.group()
                ]
    found = set()
    for element in tree.iter() if selectors else ():
        if isinstance(element.tag, str):
            names = {f".{name}" for name in element.get("class", "").split()} | {f"#{element.get('id', '')}"}
            if any(tag in ("", element.tag) and own <= names for tag, own in selectors[:_SELECTORS]):
                found.add(element)
    hidden = sum(len(element.text_content()) for element in found if element.getparent() not in found)
    return found if hidden * 2 < len(tree.text_content()) else set()


def _unwrap_layout(tree: HtmlElement) -> None:
    """Makes plain blocks of the tables that only lay the page out: in a cell all lines become one."""
    for table in tree.xpath("//table"):
        rows = [row.xpath("./td | ./th") for row in table.xpath("./tr | ./*/tr")]
        single = all(len(cells) <= 1 for cells in rows)
        if single or any(len(cell.text_content()) > _LAYOUT for cells in rows for cell in cells):
            parts = table.xpath("./tbody | ./thead | ./tfoot | ./tr | ./*/tr")
            for element in (table, *parts, *(cell for cells in rows for cell in cells)):
                element.tag = "div"


def _article(tree: HtmlElement) -> str:
    from trafilatura import bare_extraction, html2txt
    from trafilatura.settings import Document as Article

    found = bare_extraction(
        tree, favor_recall=True, include_comments=False, include_tables=True, with_metadata=True
    )
    if not isinstance(found, Article):  # nothing that looks like an article: everything there is
        return html2txt(tree)
    text = _ROW.sub(lambda row: "\t".join(row[1].split(" | ")), found.text or "")
    title = (found.title or "").strip()
    return text if title in text else f"{title}\n{text}"
