"""The catalogue from the command line, on a database that has seen nothing."""

import json
import os
import subprocess
import sys
from pathlib import Path

from sqlalchemy import make_url

from commands.local_postgres import LocalPostgres
from tests.conftest import ROOT

RECORD = {
    "id": "00000000-0000-4000-8000-000000000001",
    "code": "9.000001",
    "name": "Cấp bản sao của một giấy tờ bịa ra",
    "departments": ["UBND cấp xã"],
    "categories": ["Hộ tịch"],
}


def catalogue(
    url: str, folder: Path, *arguments: str
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(ROOT / "manage.py"), "catalogue", *arguments],
        env={**os.environ, "DVC_DATABASE_URL": url, "DVC_DATA_FOLDER": str(folder)},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


def test_a_new_database_is_explained_and_the_import_readies_it(
    postgres: LocalPostgres, tmp_path: Path
) -> None:
    url = postgres.create_database("catalogue_dvc")
    asked = catalogue(url, tmp_path, "search", "bản sao")
    assert asked.returncode == 1
    assert asked.stderr.startswith("Error: This database holds no catalogue yet.")
    assert "manage.py migrate" in asked.stderr
    assert len(asked.stderr.splitlines()) == 1

    source = tmp_path / "list.jsonl"
    source.write_text(json.dumps(RECORD) + "\n", "utf-8")
    imported = catalogue(url, tmp_path, "import", str(source))
    assert imported.returncode == 0, imported.stderr
    assert "imported 1" in imported.stdout

    found = catalogue(url, tmp_path, "search", "bản sao", "--json")
    assert json.loads(found.stdout)["code"] == RECORD["code"]
    postgres.drop_database(make_url(url).database or "")
