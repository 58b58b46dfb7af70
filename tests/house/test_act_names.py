"""Every act that is written down has a name an auditor can read."""

import ast
from collections.abc import Iterator
from pathlib import Path

from dvc_app.wording.acts import ACT_NAMES

ROOT = Path(__file__).resolve().parents[2]


def recorded() -> Iterator[tuple[str, str]]:
    """Yield each act named in a call of record(work, "act", …), and where."""
    for path in sorted((ROOT / "services").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(node, ast.Call) or len(node.args) < 2:
                continue
            is_record = isinstance(node.func, ast.Name) and node.func.id == "record"
            act = node.args[1]
            if is_record and isinstance(act, ast.Constant):
                yield str(act.value), str(path.relative_to(ROOT))


def test_every_recorded_act_has_a_name() -> None:
    found = dict(recorded())
    assert len(found) > 100
    nameless = {act: path for act, path in found.items() if act not in ACT_NAMES}
    assert not nameless, f"Name these in dvc_app/wording/acts.py: {nameless}"
