"""Makes real report files of every format for the tests.

The report is made up. Pictures of it are drawn with ``fonts/``, a subset of Noto Sans SC, so that
no font of the machine matters; a character that it lacks is an error.
"""

from __future__ import annotations

import io
from functools import lru_cache
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

TITLE = "云溪区2024年政府工作报告"
HEADS = ("一、2023年工作回顾", "二、2024年主要任务")
REVIEW = (
    "2023年，全区地区生产总值达到218.6亿元，同比增长6.4%；一般公共预算收入12.35亿元。",
    "城镇新增就业8417人，城乡居民人均可支配收入分别为39520元和22816元。",
    "改造老旧小区46个，新建公园7处，惠及居民1.9万户。",
)
PLAN = (
    "地区生产总值增长7%以上，固定资产投资增长9%左右，粮食产量稳定在15万吨。",
    "开工建设滨河路大桥，年底前完成主体工程，办好十件民生实事。",
)
LINES = (TITLE, HEADS[0], *REVIEW, HEADS[1], *PLAN)
TEXT = "\n".join(LINES)
TABLE = (("指标", "2023年", "2024年目标"), ("新增就业", "8417人", "8500人"))

HIDDEN = ("隐藏的旧数字：9999亿元", "看不见的说明文字", "零号字的关键词", "属性隐藏的段落")
MENU = ("网站首页", "政务公开", "互动交流", "无障碍浏览")
FOOTER = "版权所有 云溪区人民政府办公室"

_FONT = Path(__file__).parent / "fonts" / "NotoSansSC-subset.otf"
_A4 = (1654, 2339)  # pixels at 200 dpi
_MARGIN = 160


@lru_cache
def font(size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(_FONT), size)


def wrap(text: str, width: int) -> list[str]:
    """``text`` as printed lines of at most ``width`` characters."""
    return [line[i : i + width] for line in text.split("\n") for i in range(0, len(line), width)]


def page_image(text: str = TEXT, *, size: int = 38, width: int = 34) -> Image.Image:
    """A4 at 200 dpi, black on white; ``size`` in pixels (38 is 小三 to 四号 in print)."""
    image = Image.new("L", _A4, 255)
    draw = ImageDraw.Draw(image)
    for row, line in enumerate(wrap(text, width)):
        draw.text((_MARGIN, _MARGIN + row * size * 1.8), line, font=font(size), fill=0)
    return image


def newspaper_image(head: str, left: str, right: str, *, size: int = 34) -> Image.Image:
    """A head over two columns of text."""
    image = Image.new("L", _A4, 255)
    draw = ImageDraw.Draw(image)
    draw.text((_MARGIN, 120), head, font=font(56), fill=0)
    for x, text in ((_MARGIN, left), (880, right)):
        for row, line in enumerate(wrap(text, 18)):
            draw.text((x, 280 + row * size * 1.6), line, font=font(size), fill=0)
    return image


def write_image(path: Path, text: str = TEXT) -> Path:
    page_image(text).save(path)
    return path


def write_docx(path: Path) -> Path:
    """Heads, bold run-in heads, and a table between two paragraphs."""
    import docx

    document = docx.Document()
    document.add_heading(TITLE, level=0)
    document.add_heading(HEADS[0], level=1)
    for line in REVIEW:
        paragraph = document.add_paragraph()
        paragraph.add_run(line[:6]).bold = True
        paragraph.add_run(line[6:])
    table = document.add_table(rows=0, cols=len(TABLE[0]))
    for row in TABLE:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    document.add_heading(HEADS[1], level=1)
    for line in PLAN:
        document.add_paragraph(line)
    document.save(str(path))
    return path


def pdf_bytes(pages: list[str | Image.Image | None], *, password: str = "") -> bytes:
    """A pdf of text pages (str), scanned pages (image) and blank pages (None).

    The text is set in a CID font that no machine needs to have: its characters are read from
    the file's codes, never from glyphs.
    """
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.utils import ImageReader
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont
    from reportlab.pdfgen.canvas import Canvas

    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=A4, encrypt=password or None)
    for page in pages:
        if isinstance(page, str):
            canvas.setFont("STSong-Light", 14)
            for row, line in enumerate(wrap(page, 34)):
                canvas.drawString(56, 780 - row * 24, line)
        elif page is not None:
            canvas.drawImage(ImageReader(page), 0, 0, *A4)
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


def html_text(charset: str = "utf-8") -> str:
    """A government site's page: menu, crumbs, article, hidden text, script and footer."""
    menu = "".join(f'<li><a href="/{i}.html">{name}</a></li>' for i, name in enumerate(MENU))
    body = "".join(f"<p>　　{line}</p>\n" for line in LINES[1:])
    return f"""<!DOCTYPE html>
<html><head><meta charset="{charset}"><title>{TITLE}_云溪区人民政府</title>
<style>.menu {{color: red}}</style></head>
<body><nav class="menu"><ul>{menu}</ul></nav>
<div class="crumbs">当前位置：<a href="/">{MENU[0]}</a> &gt; <a href="/zw">{MENU[1]}</a></div>
<div class="article"><h1>{TITLE}</h1>
<p style="display: none">{HIDDEN[0]}</p>
<p style="color:red;visibility:hidden">{HIDDEN[1]}</p>
<p><span style="font-size:0px">{HIDDEN[2]}</span></p>
<p hidden>{HIDDEN[3]}</p>
{body}
<script>var secret = "脚本里的文字";</script></div>
<footer>{FOOTER}</footer></body></html>"""
