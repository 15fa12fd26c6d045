"""Makes the stored example of the catalogue's format: ``python tests/vectorstore/formats/make.py``.

To be run once for each release whose format is new; what is there is never made again.
"""

from __future__ import annotations

import gzip
import sqlite3
import sys
import tempfile
from contextlib import closing
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[2]
FEWEST = 2
"""Samples in an example: enough to have several places and years, and small."""


def main() -> int:
    sys.path.insert(0, str(ROOT))
    from reports import read_report
    from vectorstore import Store
    from vectorstore.schema import signature

    target = HERE / f"{signature()}.sqlite3.gz"
    if target.exists():
        return 0
    samples = sorted(path for path in (ROOT / "samples").iterdir() if path.suffix == ".txt")[:FEWEST]
    with tempfile.TemporaryDirectory() as folder:
        store = Path(folder) / "store"
        with Store.open(store, create=True) as opened:
            opened.add_many([read_report(path) for path in samples])
        small = Path(folder) / "small.sqlite3"
        with closing(sqlite3.connect(store / "catalogue.sqlite3")) as db:
            db.execute("VACUUM INTO ?", (str(small),))
        target.write_bytes(gzip.compress(small.read_bytes(), 9, mtime=0))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
