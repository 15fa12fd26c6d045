"""Makes the files that were sent to bring a reader down, each in a folder of the test's own.

None is stored: the huge ones are a few kilobytes of code that grow only when they are unpacked.
"""

from __future__ import annotations

import random
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import files

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_MEGABYTE = 2**20


def zeros(megabytes: int) -> bytes:
    """A zlib stream of so many megabytes of spaces, made without holding them."""
    packer = zlib.compressobj(9, wbits=-15)
    block = packer.compress(b" " * _MEGABYTE) + packer.flush(zlib.Z_FULL_FLUSH)
    return b"\x78\x9c" + block * megabytes + b"\x03\x00" + bytes(4)


# Word


def _docx(path: Path, body: str = "", head: str = "", parts: dict[str, bytes] | None = None) -> Path:
    """A good docx with another document part (``head`` before its root), or with more ``parts``."""
    good = files.write_docx(path.with_name("good.docx"))
    document = (
        f'<?xml version="1.0"?>{head}<w:document xmlns:w="{_WORD}"><w:body>{body}</w:body></w:document>'
    )
    changed = ({"word/document.xml": document.encode()} if body else {}) | (parts or {})
    with zipfile.ZipFile(good) as source, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            target.writestr(name, changed.pop(name, None) or source.read(name))
        for name, data in changed.items():
            target.writestr(name, data)
    good.unlink()
    return path


def _paragraph(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def inflating_docx(path: Path) -> Path:
    _docx(path)
    with (
        zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED, compresslevel=1) as package,
        package.open("word/media/a.bin", "w", force_zip64=True) as part,
    ):
        for _ in range(1024):
            part.write(bytes(_MEGABYTE))
    return path


def lying_docx(path: Path) -> Path:
    """Its directory says that a part of 1 GB has a hundred bytes."""
    good = files.write_docx(path.with_name("good.docx"))
    with zipfile.ZipFile(good) as source, zipfile.ZipFile(path, "w") as target:
        for name in source.namelist():
            target.writestr(name, source.read(name) if name != "word/document.xml" else b"")
    stream = zeros(1024)[2:-4]
    data = path.read_bytes()
    at, directory = data.find(b"word/document.xml") - 30, data.rfind(b"word/document.xml") - 46
    sizes = len(stream).to_bytes(4, "little") + (100).to_bytes(4, "little")
    local = (
        data[at : at + 8] + b"\x08\x00" + data[at + 10 : at + 18] + sizes + data[at + 26 : at + 47] + stream
    )
    grown = data[:at] + local + data[at + 47 :]
    shift = len(grown) - len(data)
    entries = bytearray(grown)
    directory += shift
    entries[directory + 10 : directory + 12] = b"\x08\x00"
    entries[directory + 20 : directory + 28] = sizes
    position = grown.find(b"PK\x01\x02")
    while position >= 0:
        offset = int.from_bytes(entries[position + 42 : position + 46], "little")
        if offset > at:
            entries[position + 42 : position + 46] = (offset + shift).to_bytes(4, "little")
        position = grown.find(b"PK\x01\x02", position + 4)
    end = grown.rfind(b"PK\x05\x06")
    start = int.from_bytes(entries[end + 16 : end + 20], "little") + shift
    entries[end + 16 : end + 20] = start.to_bytes(4, "little")
    path.write_bytes(entries)
    return path


def long_docx(path: Path) -> Path:
    return _docx(path, _paragraph("新增就业8417人。") * 300_000)


def nested_docx(path: Path) -> Path:
    return _docx(path, "<w:ins>" * 20_000 + _paragraph("底") + "</w:ins>" * 20_000)


def xxe_docx(path: Path) -> Path:
    secret = path.with_name("secret.txt")
    secret.write_text("口令一二三", encoding="utf-8")
    head = f'<!DOCTYPE x [<!ENTITY s SYSTEM "{secret.as_uri()}">]>'
    return _docx(path, _paragraph("&s;" + files.TEXT), head)


def laughing_docx(path: Path) -> Path:
    entities = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    return _docx(path, _paragraph("&l9;"), f'<!DOCTYPE x [<!ENTITY l0 "笑">{entities}]>')


def remote_docx(path: Path, url: str = "http://127.0.0.1:9/template.dotx") -> Path:
    """A docx whose template and picture lie at ``url``."""
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{_OFFICE}/attachedTemplate" Target="{url}" TargetMode="External"/>'
        f'<Relationship Id="rId2" Type="{_OFFICE}/image" Target="{url}" TargetMode="External"/>'
        "</Relationships>"
    )
    body = "".join(map(_paragraph, files.LINES))
    return _docx(path, body, parts={"word/_rels/document.xml.rels": relations.encode()})


def slipping_docx(path: Path) -> Path:
    return _docx(path, parts={"../../slipped.txt": b"x"})


# pdf


def _pdf(path: Path, *objects: bytes) -> Path:
    """A pdf of these objects, numbered from 1; the first is the catalogue."""
    data, offsets = bytearray(b"%PDF-1.7\n"), []
    for number, content in enumerate(objects, start=1):
        offsets.append(len(data))
        data += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    start = len(data)
    data += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    data += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    data += b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, start)
    path.write_bytes(data)
    return path


_CATALOGUE = b"<</Type/Catalog/Pages 2 0 R>>"
_PAGES = b"<</Type/Pages/Kids[3 0 R]/Count 1>>"
_PAGE = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>"


def _stream(data: bytes, filters: bytes = b"/FlateDecode") -> bytes:
    return b"<</Length %d/Filter%b>>\nstream\n%b\nendstream" % (len(data), filters, data)


def inflating_pdf(path: Path) -> Path:
    return _pdf(path, _CATALOGUE, _PAGES, _PAGE, _stream(zeros(1024)))


def triple_pdf(path: Path) -> Path:
    data = zlib.compress(zlib.compress(zeros(1024)))
    return _pdf(path, _CATALOGUE, _PAGES, _PAGE, _stream(data, b"[/FlateDecode/FlateDecode/FlateDecode]"))


def busy_pdf(path: Path) -> Path:
    return _pdf(path, _CATALOGUE, _PAGES, _PAGE, _stream(zlib.compress(b"0 0 m 500 700 l S\n" * 1_000_000)))


def looping_pdf(path: Path) -> Path:
    return _pdf(path, _CATALOGUE, b"<</Type/Pages/Kids[3 0 R 2 0 R]/Count 9>>", _PAGE, _stream(b""))


def endless_pdf(path: Path) -> Path:
    kids = b"<</Type/Pages/Count 200000/Kids[%b]>>" % (b"3 0 R " * 200_000)
    return _pdf(path, _CATALOGUE, kids, _PAGE, _stream(b""))


def blank_scan(path: Path) -> Path:
    from PIL import Image

    path.write_bytes(files.pdf_bytes([Image.new("L", (800, 1100), 255)]))
    return path


def scripted_pdf(path: Path) -> Path:
    """A report that would run a script and call a program when it is opened."""
    data = files.pdf_bytes([files.TEXT])
    actions = b"/OpenAction<</S/JavaScript/JS(app.alert(1);this.submitForm('http://127.0.0.1:9'))>>"
    at = data.index(b"/Type /Catalog")
    path.write_bytes(data[:at] + actions + data[at:])  # its offsets are off now, as in many a pdf
    return path


# html


def nested_html(path: Path) -> Path:
    path.write_text("<div>" * 200_000 + files.TEXT + "</div>" * 200_000, encoding="utf-8")
    return path


def huge_html(path: Path) -> Path:
    path.write_bytes(b"<p>" + b"x" * (52 * _MEGABYTE))
    return path


def many_attributes_html(path: Path) -> Path:
    attributes = " ".join(f"a{number}=''" for number in range(300_000))
    body = "".join(f"<p>{line}</p>" for line in files.LINES)
    path.write_text(f"<html><body><p {attributes}></p>{body}</body></html>", encoding="utf-8")
    return path


def hidden_html(path: Path) -> Path:
    path.write_text(files.html_text(), encoding="utf-8")
    return path


def rarer_html(path: Path) -> Path:
    page = files.html_text("gb2312").replace("改造老旧小区", "𠮷镇䶮村改造老旧小区")
    path.write_bytes(page.encode("gb18030"))
    return path


# Text


def _text(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


def scrambled(text: str) -> str:
    """``text`` with a mark of direction or without width between any two characters."""
    marks = "\u202e\u200b\u2066\u200f\u2069\ufeff"
    return "".join(char + marks[at % len(marks)] for at, char in enumerate(text))


def one_line(path: Path) -> Path:
    with path.open("wb") as stream:
        for _ in range(90):
            stream.write(b"a" * _MEGABYTE)
    return path


def _half(path: Path, data: bytes) -> Path:
    return _text(path, data[: len(data) // 2])


def cut_docx(path: Path) -> Path:
    return _half(path, files.write_docx(path).read_bytes())


def cut_pdf(path: Path) -> Path:
    return _half(path, files.pdf_bytes([files.page_image()]))


LONE = files.TEXT.replace("。", "。\ud800", 2)
READ = "read"
"""What a file gets that holds a whole report in spite of all."""
BAD: dict[str, tuple[str, Callable[[Path], Path], str]] = {
    "0 bytes": ("a.docx", lambda path: _text(path, b""), "空文件"),
    "a cut docx": ("a.docx", cut_docx, "损坏"),
    "a cut pdf": ("a.pdf", cut_pdf, "损坏|没有文字"),
    "random bytes": ("a.pdf", lambda path: _text(path, random.Random(7).randbytes(99_999)), "损坏"),
    "a pdf named docx": ("a.docx", lambda path: _text(path, files.pdf_bytes([files.TEXT])), "后缀"),
    "a docx that inflates": ("a.docx", inflating_docx, "解压后过大"),
    "a docx that lies of its size": ("a.docx", lying_docx, "损坏"),
    "a docx of 300,000 paragraphs": ("a.docx", long_docx, "上限|过大"),
    "a docx nested 20,000 deep": ("a.docx", nested_docx, "损坏"),
    "an external entity": ("a.docx", xxe_docx, "实体"),
    "a remote template": ("a.docx", remote_docx, READ),
    "a billion laughs": ("a.docx", laughing_docx, "实体"),
    "a zip slip": ("a.docx", slipping_docx, "别处"),
    "a pdf that inflates to 1 GB": ("a.pdf", inflating_pdf, "没有文字|内存|秒"),
    "a pdf inflated three times": ("a.pdf", triple_pdf, "没有文字|内存|秒"),
    "a pdf of 3,000,000 operators": ("a.pdf", busy_pdf, "没有文字|内存|秒"),
    "a loop in the page tree": ("a.pdf", looping_pdf, "没有文字|损坏"),
    "a pdf of 200,000 pages": ("a.pdf", endless_pdf, "200000 页"),
    "a blank scan": ("a.pdf", blank_scan, "没有文字"),
    "a pdf with a script": ("a.pdf", scripted_pdf, READ),
    "html nested 200,000 deep": ("a.html", nested_html, f"{READ}|内存|秒|没有文字|损坏"),
    "52 MB of html": ("a.html", huge_html, "上限"),
    "hidden text": ("a.html", hidden_html, READ),
    "gb2312 that is GB18030": ("a.html", rarer_html, READ),
    "300,000 attributes": ("a.html", many_attributes_html, f"{READ}|内存|秒"),
    "UTF-16": ("a.txt", lambda path: _text(path, files.TEXT.encode("utf-16-le")), READ),
    "GBK among UTF-8": (
        "a.txt",
        lambda path: _text(path, (files.TEXT * 9).encode() + "新增就业".encode("gbk")),
        READ,
    ),
    "5 MB of NULs": ("a.txt", lambda path: _text(path, bytes(5 * _MEGABYTE)), "编码|没有文字"),
    "one line of 90 MB": ("a.txt", one_line, "上限"),
    "marks of direction and without width": (
        "a.txt",
        lambda path: _text(path, scrambled(files.TEXT).encode()),
        f"{READ}|看不出",
    ),
    "lone surrogates": (
        "a.txt",
        lambda path: _text(path, LONE.encode("utf-16-le", "surrogatepass")),
        READ,
    ),
}
"""By what they are: the file's name, its maker, and a pattern of the reason why it is refused, or READ."""

NAMES = (
    "../../../../etc/cron.d/x.txt",
    "..\\..\\windows\\win.ini.txt",
    "/etc/passwd.txt",
    "C:\\boot.txt",
    "a\0.txt",
    "报告.txt\0.exe",
    "报" * 300 + ".txt",
    "a" * 5_000 + ".txt",
    "<img src=x onerror=alert(1)>.txt",
    "\u202etxt.exe.txt",
    "\u200b\ufeff报\u200d告.txt",
    "报告\r\nSet-Cookie: a=b.txt",
    "con.txt",
    "`rm -rf ~`;$(x)|&.txt",
    "报告\ud800.txt",
    "%2e%2e%2f.txt",
    "..",
)
"""Names under which a file may be sent, none of which is to be more than a name."""
