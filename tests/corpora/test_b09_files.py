"""Corpus B9: every file has its verdict, and no bytes have one that is not known."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from services.files.inspect import inspect
from services.files.inspector_child import judge
from services.files.verdicts import FileFault, FileKind, FileLimits, display_name
from tests.corpora.recipes import RECIPES
from tests.services.files.samples import blank_pdf, office, pdf, picture, scanned_pdf

CORPUS = tomllib.loads(Path(__file__).with_name("b09_files.toml").read_text("utf-8"))
ALL = FileLimits(kinds=frozenset(FileKind))
HONEST = {
    FileKind.PDF: scanned_pdf(),
    FileKind.JPEG: picture("JPEG"),
    FileKind.PNG: picture("PNG"),
    FileKind.HEIC: picture("HEIF"),
    FileKind.DOCX: office("docx"),
    FileKind.XLSX: office("xlsx"),
}


def made(case: dict[str, Any]) -> bytes:
    """Return the file of a case."""
    match case["made"]:
        case "pdf":
            objects = {int(n): body for n, body in case.get("objects", {}).items()}
            keys = {k: case[k] for k in ("catalog", "page") if k in case}
            return pdf(objects, **keys)
        case "office":
            return office(case["kind"], case.get("parts"))
        case "text":
            return str(case["text"]).encode()
    return RECIPES[case["recipe"]]()


@pytest.mark.parametrize("case", CORPUS["case"], ids=lambda case: str(case["id"]))
def test_every_file_has_its_verdict(tmp_path: Path, case: dict[str, Any]) -> None:
    path = tmp_path / "sample"
    path.write_bytes(made(case))

    verdict = inspect(path, case["name"], ALL)

    said = "accepted" if verdict.accepted else str(verdict.fault)
    assert said == case["verdict"], case["why"]


@pytest.mark.parametrize("case", CORPUS["shown"], ids=lambda case: ascii(case["name"]))
def test_every_name_is_shown_without_harm(case: dict[str, str]) -> None:
    assert display_name(case["name"]) == case["as"]


def test_the_corpus_is_whole() -> None:
    cases = CORPUS["case"]
    assert len({case["id"] for case in cases}) == len(cases) == 52
    # What depends on a limit or on time is tested with the limit.
    covered = {case["verdict"] for case in cases} | {"timeout", "too_large"}
    assert covered == set(FileFault) | {"accepted"}


@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(kind=st.sampled_from(FileKind), data=st.data())
def test_the_verdict_on_any_bytes_is_a_known_one(
    kind: FileKind, data: st.DataObject
) -> None:
    whole = data.draw(st.sampled_from([b"", blank_pdf(), HONEST[kind]]))
    at = data.draw(st.integers(0, len(whole)))
    cut = data.draw(st.integers(at, len(whole)))
    content = whole[:at] + data.draw(st.binary(max_size=40)) + whole[cut:]

    verdict = judge(content, kind, ALL)

    assert verdict.accepted == (verdict.fault is None)
    assert verdict.fault is None or verdict.fault in FileFault
    assert verdict.kind is kind
