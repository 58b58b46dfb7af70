"""What the house rules look at: the files of the repository, and Python as trees."""

import ast
import subprocess
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent


@cache
def tracked() -> tuple[Path, ...]:
    """Return every file git keeps or would keep, as paths inside the repository."""
    ask = ["git", "-c", "safe.directory=*", "ls-files", "-z"]
    ask += ["--cached", "--others", "--exclude-standard"]
    said = subprocess.run(ask, cwd=ROOT, capture_output=True, check=True).stdout
    paths = {Path(name.decode()) for name in said.split(b"\0") if name}
    return tuple(sorted(path for path in paths if (ROOT / path).is_file()))


def modules(*folders: str) -> Iterator[tuple[Path, ast.Module]]:
    """Yield each Python file below these folders, parsed."""
    for path in tracked():
        if path.suffix == ".py" and path.parts[0] in folders:
            yield path, parsed(path)


@cache
def parsed(path: Path) -> ast.Module:
    """Return the tree of one file."""
    return ast.parse((ROOT / path).read_text("utf-8"), str(path))


def lines_of(path: Path) -> list[str]:
    """Return the lines of a text file; none when it is not text."""
    try:
        return (ROOT / path).read_text("utf-8").splitlines()
    except UnicodeDecodeError:
        return []


def told(rule: str, found: Iterable[str]) -> str:
    """Return the message of a broken rule: what to do, and where."""
    return "\n".join([rule, *found])
