"""What need not be typed again: the citizen's form and the result that was issued (R14)."""

from collections.abc import Mapping
from typing import Any

from services.core.clock import local
from services.dossiers.freeze_form import FrozenForm
from services.dossiers.models import Dossier
from services.dossiers.snapshot import Snapshot, read_snapshot
from services.eforms.conditions import ADDRESS_PARTS
from services.eforms.current_eform import stored_definition
from services.eforms.definition import (
    PREFIX,
    EformDefinition,
    FieldKind,
    FormField,
    FormGroup,
)
from services.eforms.form_lines import say_value
from services.eforms.prefill import Filled
from services.permits.records import Record
from services.results.models import Result
from services.work import Work

FROM_DOSSIER, FROM_RESULT = "dossier", "result"
NUMBERS = (FieldKind.DECIMAL, FieldKind.INTEGER, FieldKind.SUM)
LONGEST_NUMBER = 60


def known_answers(
    work: Work, record: Record, dossier: Dossier, result: Result | None
) -> dict[str, Filled]:
    """Return what is known by key of the record; what was issued wins."""
    kept = read_snapshot(dossier)
    texts = _of_form(work, record, dossier, kept.form)
    for key, text in _of_dossier(dossier, kept).items():
        texts.setdefault(key, text)
    found = {key: Filled(text, FROM_DOSSIER) for key, text in texts.items() if text}
    issued = _of_result(dossier, kept, result)
    found |= {key: Filled(text, FROM_RESULT) for key, text in issued.items() if text}
    fields = {PREFIX + one.code for one in record.definition.fields()}
    return {key: one for key, one in found.items() if _base(key) in fields}


def _base(key: str) -> str:
    head, _, part = key.rpartition(".")
    return head if part in ADDRESS_PARTS else key


def _of_dossier(dossier: Dossier, kept: Snapshot) -> dict[str, str]:
    return {
        "e.investor_name": dossier.applicant_name,
        "e.issuer": kept.unit.name,
    }


def _of_result(
    dossier: Dossier, kept: Snapshot, result: Result | None
) -> dict[str, str]:
    if result is None:
        return {}
    signed = result.signed_at or dossier.finished_at
    return {
        "e.number": result.number[:LONGEST_NUMBER],
        "e.issued_on": f"{local(signed):%d/%m/%Y}" if signed else "",
        "e.signer": result.signer,
    }


def _of_form(
    work: Work, record: Record, dossier: Dossier, form: FrozenForm | None
) -> dict[str, str]:
    """Return what the citizen's form has under the same names of the contract."""
    definition = stored_definition(work.session, dossier.eform_id)
    if definition is None or form is None:
        return {}
    sources = _by_contract(definition)
    found: dict[str, str] = {}
    for one in record.definition.fields():
        if one.contract in sources:
            found |= _carried(one, *sources[one.contract], form)
    return found


def _by_contract(
    definition: EformDefinition,
) -> dict[str, tuple[FormGroup, FormField]]:
    return {
        one.contract: (group, one)
        for group in definition.group
        for one in group.field
        if one.contract
    }


def _carried(
    to: FormField, group: FormGroup, source: FormField, form: FrozenForm
) -> dict[str, str]:
    """Carry one answer over: as typed where both fields are alike, else in words."""
    key = PREFIX + to.code
    if group.repeat is None and to.kind is source.kind:
        ends = ("", *(f".{part}" for part in ADDRESS_PARTS))
        pairs = {
            key + end: form.answers.get(PREFIX + source.code + end) for end in ends
        }
        return {name: text for name, text in pairs.items() if text}
    held = form.values.get(group.code) or [] if group.repeat else [form.values]
    said = [_say(source, row) for row in held]
    is_question = source.kind is FieldKind.TICKS  # what was asked is no answer
    if is_question or (to.kind in NUMBERS and len(said) > 1):
        return {}  # of several rows only the officer knows which
    return {key: "; ".join(filter(None, said))}


def _say(source: FormField, row: Mapping[str, Any]) -> str:
    # Any: JSON.
    value = row.get(source.code)
    if source.kind in NUMBERS:
        return "" if value is None else str(value).replace(".", ",")
    return say_value(source, value)
