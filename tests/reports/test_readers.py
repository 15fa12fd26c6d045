"""Every format is read from a real file of that format, and every bad file gets its own error."""

from __future__ import annotations

import difflib
import io
import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import files
import pytest
from PIL import Image

from reports.errors import (
    DamagedFile,
    EmptyReport,
    EncryptedFile,
    MissingProgram,
    ReportError,
    TooLarge,
    UnreadableFile,
    UnsupportedFormat,
)
from reports.readers import ENDINGS, oldword, read_document
from reports.readers.order import Box, reading_order
from reports.records import Document

ROOT = Path(__file__).resolve().parents[2]
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
TABLE = "指标\t2023年\t2024年目标\n新增就业\t8417人\t8500人"


def flat(text: str) -> str:
    return re.sub(r"\s", "", text)


def accuracy(seen: str, true: str) -> float:
    """The share of characters in agreement, of the longer of the two."""
    seen, true = flat(seen), flat(true)
    matcher = difflib.SequenceMatcher(None, seen, true, autojunk=False)
    return sum(block.size for block in matcher.get_matching_blocks()) / max(len(seen), len(true))


def put(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


def refusal(path: Path, kind: type[ReportError], **limits: int) -> str:
    """The message of the error that reading ``path`` raises: exactly ``kind``, one Chinese sentence."""
    with pytest.raises(ReportError) as caught:
        read_document(path, **limits)
    assert type(caught.value) is kind
    message = str(caught.value)
    assert re.fullmatch(r"[^。\n]*[一-鿿][^。\n]*。", message), message
    assert path.name in message
    return message


def check_pages(document: Document) -> None:
    """Pages are in order, one newline apart, and cover the text."""
    end = -1
    for number, page in enumerate(document.pages, start=1):
        assert page.number == number
        assert page.start == end + 1
        end = page.end
    assert end == len(document.text)


# Text files


@pytest.mark.parametrize("ending", ["txt", "md"])
@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gb18030", "gbk", "big5"]
)
def test_text_in_every_encoding(tmp_path: Path, encoding: str, ending: str) -> None:
    traditional = "雲溪區2024年工作報告\n去年全區新增就業8417人，經濟總量增長6.4%。\n"
    text = traditional if encoding == "big5" else files.TEXT
    document = read_document(put(tmp_path / f"报告.{ending}", text.encode(encoding)))
    assert document == Document(text, ending)


def test_utf16_with_big_endian_mark(tmp_path: Path) -> None:
    data = b"\xfe\xff" + files.TEXT.encode("utf-16-be")
    assert read_document(put(tmp_path / "a.txt", data)).text == files.TEXT


@pytest.mark.parametrize("text", ["新增就业8417人。", "二〇二四年政府工作报告", "云溪区2024年GDP增长7%。"])
def test_short_gb18030(tmp_path: Path, text: str) -> None:
    assert read_document(put(tmp_path / "a.txt", text.encode("gb18030"))).text == text


def test_gb18030_beyond_gbk(tmp_path: Path) -> None:
    text = files.TEXT + "\n㐂𠮷镇建成公园2处。"
    assert read_document(put(tmp_path / "a.txt", text.encode("gb18030"))).text == text


def test_only_newlines_nuls_and_the_mark_change(tmp_path: Path) -> None:
    data = ("\ufeff一、 回顾\r\n\t二　任务\r三\u2028四\x00\n\n 末行 " + files.TEXT).encode()
    text = read_document(put(tmp_path / "a.txt", data)).text
    assert text == "一、 回顾\n\t二　任务\n三\n四\n\n 末行 " + files.TEXT


def test_a_few_broken_bytes_do_not_spoil_a_report(tmp_path: Path) -> None:
    data = (files.TEXT * 3).encode()
    text = read_document(put(tmp_path / "a.txt", data[:900] + b"\xff" + data[900:-1])).text
    assert text.count("\ufffd") in range(1, 5)
    assert files.HEADS[0] in text


def test_real_reports_are_stored_unchanged(shared: Path) -> None:
    for path in sorted((shared / "reports").glob("*.txt")):
        with path.open(encoding="utf-8") as stream:  # universal newlines
            assert read_document(path).text == stream.read()


# Word


def test_docx_keeps_the_order_of_paragraphs_and_tables(tmp_path: Path) -> None:
    document = read_document(files.write_docx(tmp_path / "报告.docx"))
    expected = "\n".join((files.TITLE, files.HEADS[0], *files.REVIEW, TABLE, files.HEADS[1], *files.PLAN))
    assert document == Document(expected, "docx")


def test_docx_text_in_smart_tags_links_insertions_and_controls(tmp_path: Path) -> None:
    import docx
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    def run(text: str) -> str:
        return f"<w:r><w:t>{text}</w:t></w:r>"

    document = docx.Document()
    space = nsdecls("w")
    inside = (
        f"<w:p {space}>{run('新建学校')}<w:smartTag w:element='chmetcnv'>{run('12所')}</w:smartTag>"
        f"<w:ins>{run('、医院3家')}</w:ins><w:del>{run('作废')}</w:del>"
        f"<w:hyperlink>{run('（附表）')}</w:hyperlink></w:p>"
    )
    body = document.element.body
    body.insert(0, parse_xml(inside))
    body.insert(
        1, parse_xml(f"<w:sdt {space}><w:sdtContent><w:p>{run('控件里的段落')}</w:p></w:sdtContent></w:sdt>")
    )
    path = tmp_path / "a.docx"
    document.save(str(path))
    assert read_document(path).text == "新建学校12所、医院3家（附表）\n控件里的段落"


def test_docx_table_with_merged_and_layout_cells(tmp_path: Path) -> None:
    import docx

    document = docx.Document()
    merged = document.add_table(rows=2, cols=3)
    merged.cell(0, 0).merge(merged.cell(0, 1)).text = "合并的指标"
    merged.cell(0, 2).text = "数值"
    merged.cell(1, 0).text, merged.cell(1, 1).text, merged.cell(1, 2).text = "就业", "人", "8417"
    layout = document.add_table(rows=1, cols=1).cell(0, 0)
    layout.text = "第一段"
    layout.add_paragraph("第二段")
    path = tmp_path / "a.docx"
    document.save(str(path))
    assert read_document(path).text == "合并的指标\t数值\n就业\t人\t8417\n第一段\n第二段"


def fake_office(folder: Path, script: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Puts a program named soffice first on the path; ``$target`` is where its docx belongs."""
    folder.mkdir()
    program = folder / "soffice"
    find_target = 'while [ "$1" != --outdir ]; do shift; done\nmkdir -p "$2"\ntarget="$2/report.docx"'
    program.write_text(f"#!/bin/sh\n{find_target}\n{script}\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}:{os.environ['PATH']}")


@pytest.mark.parametrize("ending", ["doc", "wps"])
def test_old_word_is_read_from_the_converted_docx(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ending: str
) -> None:
    converted = files.write_docx(tmp_path / "converted.docx")
    fake_office(tmp_path / "bin", f'cp "{converted}" "$target"', monkeypatch)
    document = read_document(put(tmp_path / f"旧 报告.{ending}", OLE + bytes(600)))
    assert document.format == ending
    assert document.text == read_document(converted).text


def test_old_word_through_libreoffice(tmp_path: Path) -> None:
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("needs LibreOffice: sudo apt-get install -y --no-install-recommends libreoffice-writer")
    source = files.write_docx(tmp_path / "报告.docx")
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [program, profile, "--headless", "--convert-to", "doc", "--outdir", str(tmp_path), str(source)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    document = read_document(tmp_path / "报告.doc")
    assert document.format == "doc"
    assert flat(document.text) == flat(read_document(source).text)
    assert TABLE in document.text


def test_old_word_without_libreoffice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    message = refusal(put(tmp_path / "a.doc", OLE + bytes(600)), MissingProgram)
    assert "LibreOffice" in message
    assert "install" in message


def test_old_word_that_libreoffice_cannot_convert(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fake_office(tmp_path / "bin", "exit 1", monkeypatch)
    assert "docx" in refusal(put(tmp_path / "a.doc", OLE + bytes(600)), DamagedFile)


def test_conversion_is_given_up_in_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fake_office(tmp_path / "bin", "exec sleep 30", monkeypatch)
    with pytest.raises(DamagedFile, match="转换失败"):
        oldword.read(tmp_path / "a.doc", OLE, 2**20, seconds=0.2)


# pdf


def test_text_pdf_records_its_pages(tmp_path: Path) -> None:
    first, second = "\n".join(files.LINES[:5]), "\n".join(files.LINES[5:])
    document = read_document(put(tmp_path / "报告.pdf", files.pdf_bytes([first, second])))
    assert (document.format, document.method) == ("pdf", "text")
    check_pages(document)
    texts = [document.text[page.start : page.end] for page in document.pages]
    assert [flat(text) for text in texts] == [flat(first), flat(second)]


def test_scanned_pdf_is_recognised(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "扫描.pdf"
    files.page_image().save(path, resolution=200)
    document = read_document(path)
    assert (document.format, document.method) == ("pdf", "ocr")
    check_pages(document)
    assert accuracy(document.text, files.TEXT) >= 0.99
    assert document.text.startswith(f"{files.TITLE}\n{files.HEADS[0]}\n")
    assert capfd.readouterr() == ("", "")


def test_pdf_of_text_scan_and_blank_is_mixed(tmp_path: Path) -> None:
    pages = [files.TEXT, None, files.page_image("\n".join(files.REVIEW)), "第4页"]
    document = read_document(put(tmp_path / "a.pdf", files.pdf_bytes(pages)))
    assert document.method == "mixed"
    check_pages(document)
    assert [page.method for page in document.pages] == ["text", "text", "ocr", "text"]
    blank, scan = document.pages[1], document.pages[2]
    assert blank.start == blank.end
    assert accuracy(document.text[scan.start : scan.end], "\n".join(files.REVIEW)) >= 0.99
    assert document.text.endswith("第4页")


def test_scan_under_a_typed_page_number_is_recognised(tmp_path: Path) -> None:
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.utils import ImageReader
    from reportlab.pdfgen.canvas import Canvas

    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=A4)
    canvas.drawImage(ImageReader(files.page_image()), 0, 0, *A4)
    canvas.drawString(290, 30, "- 1 -")
    canvas.save()
    document = read_document(put(tmp_path / "a.pdf", stream.getvalue()))
    assert document.method == "ocr"
    assert files.HEADS[1] in document.text


# Pictures


@pytest.mark.parametrize("ending", ["png", "jpg", "jpeg", "bmp", "tif", "tiff", "webp"])
def test_pictures_are_recognised(tmp_path: Path, ending: str) -> None:
    lines = "\n".join(files.LINES[:3])
    path = tmp_path / f"照片.{ending}"
    files.page_image(lines).crop((0, 0, 1654, 500)).save(path)
    document = read_document(path)
    assert (document.format, document.method) == ("image", "ocr")
    assert accuracy(document.text, lines) >= 0.99
    check_pages(document)


@pytest.mark.parametrize("size", [38, 28, 22])
def test_recognition_is_accurate_in_every_size_of_print(tmp_path: Path, size: int) -> None:
    path = tmp_path / "a.png"
    files.page_image(size=size).save(path)
    assert accuracy(read_document(path).text, files.TEXT) >= 0.99


def test_tiff_of_two_pages(tmp_path: Path) -> None:
    path = tmp_path / "a.tiff"
    sheets = [files.page_image(text).crop((0, 0, 1654, 500)) for text in (files.HEADS[0], files.HEADS[1])]
    sheets[0].save(path, save_all=True, append_images=sheets[1:])
    document = read_document(path)
    assert document.text == "\n".join(files.HEADS)
    assert [page.number for page in document.pages] == [1, 2]
    check_pages(document)


def test_transparent_picture_is_read_on_white(tmp_path: Path) -> None:
    page = files.page_image(files.HEADS[0]).crop((0, 0, 1654, 400))
    clear = Image.new("RGBA", page.size, (0, 0, 0, 0))
    clear.paste((0, 0, 0, 255), mask=page.point(lambda value: 255 - value))
    path = tmp_path / "a.png"
    clear.save(path)
    assert read_document(path).text == files.HEADS[0]


def test_picture_of_newspaper_columns(tmp_path: Path) -> None:
    left, right = "\n".join(files.LINES[1:5]), "\n".join(files.LINES[5:])
    path = tmp_path / "a.png"
    files.newspaper_image(files.TITLE, left, right).save(path)
    assert accuracy(read_document(path).text, files.TEXT) >= 0.99


def test_short_cells_side_by_side_are_one_line() -> None:
    rows = [Box(x, y, x + 90, y + 20, f"{y}{x}") for y in (0, 40, 80, 120) for x in (0, 200)]
    assert reading_order(rows[::-1]) == ["00 0200", "400 40200", "800 80200", "1200 120200"]
    assert reading_order([]) == []


# html


@pytest.mark.parametrize(
    ("charset", "encoding"),
    [
        ("utf-8", "utf-8"),
        ("utf-8", "utf-8-sig"),
        ("gb2312", "gb18030"),
        ("gbk", "utf-8"),
        ("utf-8", "gb18030"),
    ],
)
def test_html_article_without_the_page_around_it(tmp_path: Path, charset: str, encoding: str) -> None:
    path = put(tmp_path / "网页.html", files.html_text(charset).encode(encoding))
    document = read_document(path)
    assert document == Document(files.TEXT, "html")
    for text in (*files.HIDDEN, *files.MENU, files.FOOTER, "脚本里的文字"):
        assert text not in document.text


def test_html_declared_gb2312_holds_rarer_characters(tmp_path: Path) -> None:
    page = files.html_text("gb2312").replace("滨河路", "垚镕路")
    assert "垚镕路大桥" in read_document(put(tmp_path / "a.htm", page.encode("gb18030"))).text


def test_html_layout_tables_keep_lines_and_data_tables_keep_rows(tmp_path: Path) -> None:
    rows = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in files.TABLE)
    body = "".join(f"<p>{line}</p>" for line in files.LINES) + f"<table>{rows}</table>"
    page = f"<html><body><table><tr><td>{body}</td></tr></table></body></html>"
    assert read_document(put(tmp_path / "a.html", page.encode())).text == f"{files.TEXT}\n{TABLE}"


def test_html_of_nothing_but_hidden_text(tmp_path: Path) -> None:
    page = "<html><body><div style='display:none'><p>看不见</p></div></body></html>"
    refusal(put(tmp_path / "a.html", page.encode()), EmptyReport)


# Bad files


@pytest.mark.parametrize("ending", ENDINGS)
def test_empty_file(tmp_path: Path, ending: str) -> None:
    refusal(put(tmp_path / f"空{ending}", b""), EmptyReport)


@pytest.mark.parametrize("data", [b" \r\n\t\n", "　\n。……\n".encode(), b"\xef\xbb\xbf", b"\xff\xfe"])
def test_text_without_words(tmp_path: Path, data: bytes) -> None:
    refusal(put(tmp_path / "a.txt", data), EmptyReport)


def test_pdf_and_picture_without_words(tmp_path: Path) -> None:
    refusal(put(tmp_path / "a.pdf", files.pdf_bytes([None, None, None])), EmptyReport)
    refusal(put(tmp_path / "b.pdf", files.pdf_bytes([Image.new("L", (800, 1000), 255)])), EmptyReport)
    path = tmp_path / "c.png"
    Image.new("RGB", (600, 400), "white").save(path)
    refusal(path, EmptyReport)


def test_too_large_is_told_before_reading(tmp_path: Path) -> None:
    path = tmp_path / "大.txt"
    with path.open("wb") as stream:
        stream.truncate(100 * 2**20)  # sparse: takes no room
    message = refusal(path, TooLarge)
    assert "100 MB" in message
    assert "50 MB" in message
    assert "上限" in refusal(put(tmp_path / "b.md", files.TEXT.encode()), TooLarge, max_bytes=100)


def test_docx_that_unpacks_beyond_measure(tmp_path: Path) -> None:
    path = files.write_docx(tmp_path / "a.docx")
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/media/huge.bin", bytes(2**22))
    refusal(path, TooLarge, max_bytes=100_000)


def test_picture_with_too_many_pixels(tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    Image.new("1", (20_000, 10_000)).save(path)
    assert "像素" in refusal(path, TooLarge)


def test_encrypted_files(tmp_path: Path) -> None:
    refusal(put(tmp_path / "a.pdf", files.pdf_bytes([files.TEXT], password="123456")), EncryptedFile)
    payload = OLE + bytes(512) + "EncryptedPackage".encode("utf-16-le") + bytes(512)
    refusal(put(tmp_path / "a.docx", payload), EncryptedFile)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.txt", bytes(range(256)) * 40),
        ("a.txt", b"\x00\x01\x02\x03" * 500),
        ("a.txt", b"\x89PNG\r\n\x1a\n" + bytes(100)),
        ("a.md", b"PK\x03\x04" + bytes(100)),
        ("a.html", bytes(range(128, 256)) * 40),
        ("a.docx", b"PK\x03\x04" + bytes(100)),
        ("a.docx", "只是文字".encode()),
        ("a.pdf", b"%PDF-1.7\n" + bytes(100)),
        ("a.pdf", "只是文字".encode()),
        ("a.png", b"\x89PNG\r\n\x1a\n" + bytes(100)),
        ("a.jpg", "只是文字".encode()),
        ("a.doc", "只是文字".encode()),
    ],
)
def test_damaged_or_binary(tmp_path: Path, name: str, data: bytes) -> None:
    refusal(put(tmp_path / name, data), DamagedFile)


def test_truncated_files(tmp_path: Path) -> None:
    docx = files.write_docx(tmp_path / "a.docx").read_bytes()
    refusal(put(tmp_path / "b.docx", docx[: len(docx) // 2]), DamagedFile)
    refusal(put(tmp_path / "b.pdf", files.pdf_bytes([files.TEXT])[:500]), DamagedFile)
    picture = files.write_image(tmp_path / "a.png").read_bytes()
    refusal(put(tmp_path / "b.png", picture[: len(picture) // 2]), DamagedFile)


def test_docx_whose_parts_are_broken(tmp_path: Path) -> None:
    good = files.write_docx(tmp_path / "a.docx")
    for broken in ("word/document.xml", "[Content_Types].xml", "_rels/.rels"):
        for content in (None, b"<broken"):
            path = tmp_path / "b.docx"
            with zipfile.ZipFile(good) as source, zipfile.ZipFile(path, "w") as target:
                for name in source.namelist():
                    if name != broken:
                        target.writestr(name, source.read(name))
                    elif content is not None:
                        target.writestr(name, content)
            refusal(path, DamagedFile)


def test_another_kind_of_file_under_a_wrong_ending(tmp_path: Path) -> None:
    pdf = files.pdf_bytes([files.TEXT])
    docx = files.write_docx(tmp_path / "good.docx").read_bytes()
    for name, data, named in [
        ("a.docx", pdf, "PDF"),
        ("a.txt", pdf, "PDF"),
        ("a.doc", pdf, "PDF"),
        ("a.png", pdf, "PDF"),
        ("a.pdf", docx, "Word"),
        ("a.html", docx, "Word"),
        ("a.docx", OLE + bytes(600), ".doc"),
        ("a.pdf", b"\x89PNG\r\n\x1a\n", "图片"),
    ]:
        message = refusal(put(tmp_path / name, data), DamagedFile)
        assert named in message
        assert "后缀" in message


@pytest.mark.parametrize("name", ["a.xlsx", "a.zip", "报告", "a.txt.exe"])
def test_unsupported_ending_lists_what_is_taken(tmp_path: Path, name: str) -> None:
    message = refusal(put(tmp_path / name, b"x"), UnsupportedFormat)
    for ending in ("txt", "docx", "pdf", "html", "wps", "png"):
        assert ending in message


def test_missing_file_and_folder(tmp_path: Path) -> None:
    assert "找不到" in refusal(tmp_path / "无.txt", UnreadableFile)
    (tmp_path / "夹.txt").mkdir()
    assert "文件夹" in refusal(tmp_path / "夹.txt", UnreadableFile)


def test_endings_in_capitals(tmp_path: Path) -> None:
    assert read_document(put(tmp_path / "A.TXT", files.TEXT.encode())).format == "txt"


def test_reading_text_imports_no_library(tmp_path: Path) -> None:
    path = put(tmp_path / "a.txt", files.TEXT.encode())
    code = (
        "import sys; from pathlib import Path; from reports.readers import read_document;"
        f"read_document(Path({str(path)!r}));"
        "heavy = 'docx lxml trafilatura pypdfium2 rapidocr numpy PIL charset_normalizer'.split();"
        "print(sorted(set(heavy) & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
