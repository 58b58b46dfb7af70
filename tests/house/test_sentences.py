"""Whatever the portal refuses, it has a sentence for the person (R10)."""

import ast
import importlib
import pkgutil
from collections.abc import Iterator, Mapping
from enum import StrEnum
from types import ModuleType

import pytest

import dvc_app.wording
import services
from dvc_app.wording import uploads
from dvc_app.wording.errors import MESSAGES
from dvc_app.wording.faults import SENTENCES
from dvc_app.wording.statuses import STATUSES, TURNS
from services.core.errors import ServiceError
from services.core.faults import Fault
from services.dossiers.machine_checks import Check
from services.dossiers.models import DossierStatus
from services.dossiers.rules import Problem, Turn
from services.files.rules import RoomFault
from services.files.verdicts import FileFault
from services.results.attach_result import FAULTS as RESULT_FAULTS
from tests.house.sources import modules, told

# Reception names these through functions that return a key.
RECEPTION = (
    "verdict_missing",
    "component_not_accepted",
    "due_not_working_day",
    "due_past",
)


def import_all(package: ModuleType) -> list[ModuleType]:
    """Import every module below a package; importing does no work."""
    names = pkgutil.walk_packages(package.__path__, f"{package.__name__}.")
    return [importlib.import_module(found.name) for found in names]


def refusals(kind: type[ServiceError] = ServiceError) -> Iterator[type[ServiceError]]:
    """Yield every kind of refusal there is."""
    for child in kind.__subclasses__():
        yield child
        yield from refusals(child)


def keys_with_words() -> set[str]:
    """Return every key that some table of the wording has a text for."""
    return {
        str(key)
        for module in import_all(dvc_app.wording)
        for table in vars(module).values()
        if isinstance(table, Mapping)
        for key, text in table.items()
        if isinstance(text, str) and text
    }


def literal_keys() -> Iterator[tuple[str, str]]:
    """Yield the keys written out in a `RuleViolation({field: key})`, and where."""
    for path, tree in modules("services"):
        for node in ast.walk(tree):
            if not isinstance(node, ast.Call) or not node.args:
                continue
            is_refusal = getattr(node.func, "id", "") == "RuleViolation"
            if not is_refusal or not isinstance(node.args[0], ast.Dict):
                continue
            for value in node.args[0].values:
                if isinstance(value, ast.Constant):
                    yield str(value.value), f"{path}:{value.lineno}"


def test_every_refusal_has_its_text() -> None:
    import_all(services)

    mute = [
        f"{kind.__module__}.{kind.__name__}"
        for kind in refusals()
        if not any(base in MESSAGES for base in kind.__mro__)
    ]

    assert not mute, told("Give these a sentence in wording/errors.py MESSAGES:", mute)


def test_every_fault_of_a_typed_field_has_its_sentence() -> None:
    mute = [fault for fault in Fault if not SENTENCES.get(fault)]

    assert not mute, told("Give these a sentence in wording/faults.py FIELDS:", mute)


@pytest.mark.parametrize("kind", [FileFault, RoomFault])
def test_every_fault_of_a_file_has_its_sentence(kind: type[StrEnum]) -> None:
    mute = [fault for fault in kind if not uploads.FAULTS.get(fault)]

    assert not mute, told("Give these a sentence in wording/uploads.py FAULTS:", mute)


def test_no_sentence_is_left_of_a_file_fault_that_is_gone() -> None:
    known = {*FileFault, *RoomFault}
    idle = [key for key in uploads.FAULTS if key not in known]

    assert not idle, told("Remove or rename these in wording/uploads.py FAULTS:", idle)


def test_every_problem_of_a_dossier_has_its_sentence() -> None:
    keys = {*Problem, *Check, *RECEPTION, *RESULT_FAULTS.values()}
    mute = sorted(str(key) for key in keys - keys_with_words())

    assert not mute, told(
        "Give these keys a sentence in a table of dvc_app/wording/:", mute
    )


def test_every_key_of_a_refusal_has_its_sentence() -> None:
    known = keys_with_words()
    mute = [f"{where}: {key}" for key, where in literal_keys() if key not in known]

    assert not mute, told(
        "Give these keys a sentence in a table of dvc_app/wording/:", mute
    )


def test_every_status_has_its_words() -> None:
    assert set(STATUSES) == set(DossierStatus), "Complete STATUSES in wording/statuses"
    assert set(TURNS) == set(Turn), "Complete TURNS in wording/statuses.py"
