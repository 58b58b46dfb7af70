"""Vietnamese is written in one folder, so that one person can review it (ADR 0004)."""

import ast
import re
from collections.abc import Iterator

from tests.house.sources import modules, told

CODE = ("services", "dvc_app", "commands", "migrations", "manage.py", "rxconfig.py")
LETTERS = re.compile(
    "[àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ]",
    re.IGNORECASE,
)


def docstrings(tree: ast.Module) -> set[int]:
    """Return the docstrings of a module: they may name a legal act."""
    holders = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    return {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, holders)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }


def vietnamese_literals(tree: ast.Module) -> Iterator[ast.Constant]:
    """Yield the literals with a Vietnamese word; a single letter is data."""
    spared = docstrings(tree)
    for node in ast.walk(tree):
        if not isinstance(node, ast.Constant) or not isinstance(node.value, str):
            continue
        is_word = len(node.value.strip()) > 1
        if is_word and id(node) not in spared and LETTERS.search(node.value):
            yield node


def test_vietnamese_words_stand_in_the_wording_only() -> None:
    found = [
        f"{path}:{node.lineno}: {str(node.value)[:60]!r}"
        for path, tree in modules(*CODE)
        if path.parts[:2] != ("dvc_app", "wording")
        for node in vietnamese_literals(tree)
    ]
    assert not found, told(
        "Move these words to dvc_app/wording/, or to a template or TOML file beside"
        " the domain that sends them:",
        found,
    )


def test_the_search_for_vietnamese_sees_a_word_and_spares_a_docstring() -> None:
    tree = ast.parse('"""Hồ sơ."""\nx = "hồ sơ"\ny = "đ"\nz = f"{x} và"\n')

    assert [node.lineno for node in vietnamese_literals(tree)] == [2, 4]
