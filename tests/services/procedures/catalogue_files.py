"""Where the national portal's files lie, if they came along with the repository."""

from pathlib import Path

import pytest

FOLDER = Path(__file__).resolve().parents[4] / "shared/data/national-catalogue"
LIST, DETAILS = FOLDER / "list.jsonl.gz", FOLDER / "details.jsonl.gz"
with_national_files = pytest.mark.skipif(
    not (LIST.exists() and DETAILS.exists()), reason="the national files are not here"
)
