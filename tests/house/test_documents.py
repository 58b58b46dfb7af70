"""The documents lead somewhere, and decisions have one form."""

import re
from pathlib import Path

import pytest

from tests.house.sources import ROOT, lines_of, told, tracked

LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)]*)?\)")
DECISIONS = sorted(path for path in tracked() if path.parts[:2] == ("docs", "adr"))
PARTS = ("## Context", "## Decision", "## Consequences", "## Alternatives")
A_PAGE = 60  # lines


def test_every_link_of_a_document_leads_to_a_file() -> None:
    broken = [
        f"{path}: {target}"
        for path in tracked()
        if path.suffix == ".md"
        for line in lines_of(path)
        for target in LINK.findall(line)
        if "://" not in target and not (ROOT / path.parent / target).exists()
    ]
    assert not broken, told("These links lead nowhere:", broken)


def test_the_decisions_are_numbered_without_a_gap() -> None:
    numbers = [int(path.name[:4]) for path in DECISIONS]

    assert numbers == list(range(1, len(numbers) + 1))


@pytest.mark.parametrize("path", DECISIONS, ids=lambda path: path.stem)
def test_a_decision_is_a_page_with_four_parts(path: Path) -> None:
    lines = lines_of(path)

    assert [line for line in lines if line.startswith("## ")] == list(PARTS)
    assert len(lines) <= A_PAGE, "A decision is told in a page"


def test_the_readme_names_the_two_commands() -> None:
    text = (ROOT / "README.md").read_text("utf-8")

    assert "make run" in text
    assert "make test" in text


def test_every_outside_system_has_its_page() -> None:
    ports = [
        path for path in tracked() if path.match("services/integrations/*/port.py")
    ]
    missing = [
        path.parent.name
        for path in ports
        if not (ROOT / "docs" / "systems" / f"{path.parent.name}.md").exists()
    ]
    assert not missing, told("Write docs/systems/<system>.md for these:", missing)
