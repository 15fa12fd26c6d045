"""How well the structure of a folder of reports is read: heads, sections, sentences, chunks, time."""

from __future__ import annotations

import argparse
import statistics
import sys
import time
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

TARGET = range(200, 401)


@dataclass(frozen=True, slots=True)
class Measured:
    """One file: heads of the outermost level, lengths in characters of the stored text, seconds."""

    name: str
    parts: int
    sections: int
    longest_section: int
    chunks: tuple[int, ...]
    fitting: int
    longest_sentence: int
    duties: int
    seconds: float


def measure(path: Path) -> Measured:
    """Reads the structure of one file and checks what must always hold."""
    from reports.chunks import make_chunks
    from reports.duties import find_duties
    from reports.outline import outline
    from reports.readers import read_document
    from reports.repair import repair
    from reports.sentences import split_sentences

    text = read_document(path).text
    begin = time.perf_counter()
    view = repair(text)
    sections = outline(view)
    sentences = split_sentences(view, sections)
    chunks = make_chunks(text, sections, sentences)
    duties = find_duties(view, sections)
    seconds = time.perf_counter() - begin
    assert all(text[offset] == char for offset, char in zip(view.offsets, view.text, strict=True))
    assert all(text[chunk.start : chunk.end] == chunk.text for chunk in chunks)
    assert sections[0].start == 0
    assert sections[-1].end == len(text)
    lengths = tuple(len(chunk.text) for chunk in chunks)
    roomy = [len(c.text) for c in chunks if sections[c.section].end - sections[c.section].body >= 400]
    return Measured(
        name=path.name,
        parts=len({section.path[0] for section in sections if section.path}),
        sections=len(sections),
        longest_section=max(section.end - section.start for section in sections),
        chunks=lengths,
        fitting=sum(length in TARGET for length in roomy) * 1000 // max(1, len(roomy)),
        longest_sentence=max((s.end - s.start for s in sentences), default=0),
        duties=len(duties),
        seconds=seconds,
    )


def main() -> int:
    from rich.console import Console
    from rich.table import Table

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpus", type=Path, required=True, help="folder of .txt reports, one level deep")
    parser.add_argument("--few", type=int, default=2, help="list the files with fewer outermost heads")
    given = parser.parse_args()
    folders: dict[str, list[Measured]] = defaultdict(list)
    for path in sorted(given.corpus.rglob("*.txt")):
        folders[path.parent.name].append(measure(path))
    table = Table(title="Structure", caption="lengths in characters; chunk shares of sections of 400 or more")
    for head in ("folder", "reports", "≥2 parts", "≥3 parts", "sections", "longest section", "chunk median"):
        table.add_column(head, justify="right")
    for head in ("chunks 200-400", "longest chunk", "longest sentence", "with duties", "ms median", "ms max"):
        table.add_column(head, justify="right")
    for name, found in folders.items():
        table.add_row(name, *_row(found))
    Console(width=200).print(table)
    for found in folders.values():
        for one in found:
            if one.parts < given.few:
                print(f"{one.name}: {one.parts} outermost heads, {one.sections} sections")
    return 0


def _row(found: list[Measured]) -> list[str]:
    lengths = [length for one in found for length in one.chunks]
    count = len(found)
    return [
        str(count),
        f"{sum(one.parts >= 2 for one in found) / count:.1%}",
        f"{sum(one.parts >= 3 for one in found) / count:.1%}",
        f"{statistics.mean(one.sections for one in found):.0f}",
        str(max(one.longest_section for one in found)),
        f"{statistics.median(lengths):.0f}",
        f"{statistics.mean(one.fitting for one in found) / 1000:.1%}",
        str(max(lengths)),
        str(max(one.longest_sentence for one in found)),
        str(sum(one.duties > 0 for one in found)),
        f"{statistics.median(one.seconds for one in found) * 1000:.1f}",
        f"{max(one.seconds for one in found) * 1000:.1f}",
    ]


if __name__ == "__main__":
    raise SystemExit(main())
