"""The pages are built again when, and only when, what they are made of changed."""

import subprocess
from pathlib import Path
from typing import Any

import pytest

from commands import build
from commands.places import ROOT


@pytest.fixture
def project(tmp_path: Path) -> Path:
    for name in ("dvc_app/pages/home.py", "assets/portal.css", "rxconfig.py"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("first")
    lock = tmp_path / build.LOCK
    lock.mkdir()
    (lock / "bun.lock").write_text("{}")
    return tmp_path


@pytest.fixture
def exports(project: Path, monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Stand in for the framework: write the page, and count how often."""
    done: list[Path] = []

    def export(command: list[str], **options: Any) -> None:
        assert command[1:4] == ["-m", "reflex", "export"]
        done.append(options["cwd"])
        page = project / build.PAGES
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text("<html>")
        (project / build.LOCK / "bun.lock").write_text('{"added": "package"}')

    monkeypatch.setattr(build, "build_environment", dict)
    monkeypatch.setattr(subprocess, "run", export)
    return done


@pytest.mark.parametrize(
    "name",
    ["dvc_app/pages/home.py", "assets/portal.css", "rxconfig.py", "services/new.py"],
)
def test_a_changed_or_new_source_changes_the_hash(project: Path, name: str) -> None:
    before = build.sources_hash(project)
    (project / name).parent.mkdir(exist_ok=True)
    (project / name).write_text("second")
    assert build.sources_hash(project) != before


@pytest.mark.parametrize(
    "name",
    [
        "dvc_app/pages/__pycache__/home.cpython-311.pyc",
        "assets/external/generated.js",
        "tests/test_x.py",
    ],
)
def test_what_is_generated_or_foreign_does_not(project: Path, name: str) -> None:
    before = build.sources_hash(project)
    (project / name).parent.mkdir(parents=True, exist_ok=True)
    (project / name).write_text("second")
    assert build.sources_hash(project) == before


def test_the_hash_follows_what_is_baked_in(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = build.sources_hash(project)
    monkeypatch.setenv("DVC_PORT", "3999")
    assert build.sources_hash(project) != before


def test_a_second_build_has_nothing_to_do(project: Path, exports: list[Path]) -> None:
    assert build.build_pages(project)
    assert not build.build_pages(project)
    assert exports == [project]


def test_a_changed_page_lock_or_lost_build_is_built_again(
    project: Path, exports: list[Path]
) -> None:
    build.build_pages(project)
    (project / "dvc_app/pages/home.py").write_text("second")
    assert build.build_pages(project)
    (project / build.LOCK / "package.json").write_text("{}")
    assert build.build_pages(project)
    (project / build.PAGES).unlink()
    assert build.build_pages(project)
    assert len(exports) == 4


def test_a_build_that_failed_is_not_taken_for_done(
    project: Path, exports: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    build.build_pages(project)
    (project / "rxconfig.py").write_text("second")

    def fail(command: list[str], **options: Any) -> None:
        raise subprocess.CalledProcessError(1, command)

    monkeypatch.setattr(subprocess, "run", fail)
    with pytest.raises(subprocess.CalledProcessError):
        build.build_pages(project)
    assert not build.is_built(project)


def test_the_locks_name_no_host() -> None:
    locks = [*ROOT.glob("requirements*.lock"), *(ROOT / build.LOCK).iterdir()]
    assert len(locks) >= 4
    assert [path.name for path in locks if "://" in path.read_text()] == []


def test_the_package_list_keeps_one_form(project: Path, exports: list[Path]) -> None:
    path = project / build.LOCK / "package.json"
    path.write_text('{"dependencies": {"react": "19.0.0"}}')
    build.build_pages(project)
    assert path.read_text() == (
        '{\n  "dependencies": {\n    "react": "19.0.0"\n  }\n}\n'
    )
