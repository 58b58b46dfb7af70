"""The editor of a form: its outline, and one part with its inputs filled in (A03)."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from dvc_app import formats
from dvc_app.state.admin.eform_rows import say_flaw
from dvc_app.wording import eform_changes as wording
from dvc_app.wording import eform_fields as kinds
from services.eform_changes.field_flaws import NUMBERS, offered
from services.eform_changes.flow_flaws import addable
from services.eform_changes.raw import (
    Raw,
    Spot,
    every_field,
    fields_of,
    groups_of,
    part_at,
)
from services.eform_changes.show_form import DraftView
from services.eforms.catalogues import catalogue
from services.eforms.definition import FieldKind

Choice = tuple[str, str]  # value, words


@dataclass(frozen=True)
class Pick:
    """One box to tick."""

    name: str
    words: str
    is_on: bool


@dataclass(frozen=True)
class FieldLine:
    """One field of the outline."""

    where: str
    label: str
    code: str
    kind: str
    about: list[str]
    reason: str
    flaws: list[str]


@dataclass(frozen=True)
class GroupLine:
    """One group of the outline; a new field is opened at `end`."""

    where: str
    end: str
    title: str
    code: str
    about: list[str]
    flaws: list[str]
    fields: list[FieldLine] = field(default_factory=list)


@dataclass(frozen=True)
class PartForm:
    """What stands in the inputs of the part that is open."""

    texts: dict[str, str] = field(default_factory=dict)
    ticks: dict[str, bool] = field(default_factory=dict)
    picks: dict[str, list[Pick]] = field(default_factory=dict)


def outline(draft: DraftView) -> list[GroupLine]:
    """Return every group and field with what is wrong with it."""
    raw, flaws = draft.definition, defaultdict[str, list[str]](list)
    for flaw in draft.flaws:
        flaws[flaw.where].append(say_flaw(flaw))
    labels = {str(one.get("code")): one for _, _, one in every_field(raw)}
    return [
        GroupLine(
            where=str(Spot(number)),
            end=str(Spot(number, len(fields_of(group)))),
            title=str(group.get("title", "")),
            code=str(group.get("code", "")),
            about=_about_group(group, labels),
            flaws=flaws[str(Spot(number))],
            fields=[
                FieldLine(
                    where=(where := str(Spot(number, place))),
                    label=str(one.get("label", "")),
                    code=str(one.get("code", "")),
                    kind=kinds.KINDS.get(one.get("kind", ""), ""),
                    about=_about_field(one, labels),
                    reason=wording.REASON_OF.format(reason=one.get("used_by", "")),
                    flaws=flaws[where],
                )
                for place, one in enumerate(fields_of(group))
            ],
        )
        for number, group in enumerate(groups_of(raw))
    ]


def head_form(draft: DraftView) -> PartForm:
    """Return the inputs of the head."""
    raw = draft.definition
    names = ("title", "form_number", "legal_basis", "addressee", "pledge", "applicant")
    texts = {name: str(raw.get(name, "")) for name in names}
    texts |= {"starts_on": formats.day(draft.starts_on), "reason": draft.reason}
    for number in (1, 2):
        signers = list(raw.get("signer") or ())[number - 1 : number]
        texts[f"role_{number}"] = str(signers[0]["role"]) if signers else ""
        texts[f"signer_{number}"] = str(signers[0]["field"]) if signers else ""
    return PartForm(texts)


def group_form(raw: Raw, group: Raw) -> PartForm:
    """Return the inputs of a group; an empty one is new."""
    repeat = group.get("repeat") or {}
    texts = {name: str(group.get(name, "")) for name in ("title", "code", "hint")}
    texts |= {"noun": str(repeat.get("noun", "")), "when": _waits_for(group, "when")}
    texts |= {"least": str(repeat.get("least", 0)), "most": str(repeat.get("most", 10))}
    return PartForm(
        texts,
        {"is_office": bool(group.get("is_office")), "is_repeated": bool(repeat)},
        {"when": answer_picks(raw, "when", group)},
    )


def field_form(raw: Raw, spot: Spot, one: Raw) -> PartForm:
    """Return the inputs of a field; an empty one is new."""
    plain = ("label", "code", "used_by", "hint", "catalogue", "unit", "default")
    texts = {name: str(one.get(name, "")) for name in (*plain, "contract")}
    texts["kind"] = str(one.get("kind", FieldKind.TEXT))
    for name in ("least", "most", "shortest", "longest"):
        texts[name] = str(one.get(name, ""))
    lines = (f"{value} = {words}" for value, words in one.get("options") or ())
    texts["options"] = "\n".join(lines)
    facts = [*(one.get("prefill") or ()), "", "", ""][:3]
    texts |= {f"prefill_{number}": name for number, name in enumerate(facts, 1)}
    texts |= {name: _waits_for(one, name) for name in ("when", "required_when")}
    picks = {name: answer_picks(raw, name, one) for name in ("when", "required_when")}
    picks["sum"] = _sum_picks(raw, spot, one)
    ticks = {name: bool(one.get(name)) for name in ("required", "is_wide")}
    return PartForm(texts, ticks, picks)


def answer_picks(raw: Raw, name: str, part: Raw, code: str = "") -> list[Pick]:
    """Return the answers a condition may wait for, those chosen ticked."""
    when = part.get(name) or {}
    wanted = code or str(when.get("field", ""))
    deciding = next((f for _, _, f in every_field(raw) if f.get("code") == wanted), {})
    chosen = when.get("any", ()) if when.get("field") == wanted else ()
    return [
        Pick(f"{name}_any:{value}", words, value in chosen)
        for value, words in _answers(deciding)
    ]


def deciders(raw: Raw) -> list[Choice]:
    """Return the fields a condition may wait for."""
    fields = (one for _, _, one in every_field(raw) if offered(one) is not None)
    return [(str(one.get("code")), str(one.get("label"))) for one in fields]


def name_fields(raw: Raw) -> list[Choice]:
    """Return the fields that hold a person's name."""
    fields = (one for _, _, one in every_field(raw) if one.get("kind") == "name")
    return [(str(one.get("code")), str(one.get("label"))) for one in fields]


def _answers(one: Raw) -> Iterable[Choice]:
    if one.get("kind") == FieldKind.TICK:
        return [("yes", kinds.TICKED)]
    if one.get("kind") == FieldKind.CATALOGUE and one.get("catalogue"):
        return catalogue(str(one["catalogue"])).items()
    return [(str(value), str(words)) for value, words in one.get("options") or ()]


def _sum_picks(raw: Raw, spot: Spot, one: Raw) -> list[Pick]:
    chosen = one.get("sum_of") or ()
    found = addable(raw, part_at(raw, Spot(spot.group)))
    own = str(one.get("code", "")) if one.get("kind") in NUMBERS else ""
    return [
        Pick(f"sum_of:{name}", words, name in chosen)
        for name, words in found.items()
        if name != own
    ]


def _waits_for(part: Raw, name: str) -> str:
    return str((part.get(name) or {}).get("field", ""))


def _about_group(group: Raw, labels: dict[str, Raw]) -> list[str]:
    found = [wording.OFFICE] if group.get("is_office") else []
    if repeat := group.get("repeat"):
        limits = {"least": 0, "most": 10, "noun": ""} | repeat
        found.append(wording.REPEATED.format(**limits))
    return found + _conditions(group, labels)


def _about_field(one: Raw, labels: dict[str, Raw]) -> list[str]:
    found = [wording.IS_REQUIRED] if one.get("required") else []
    found += _conditions(one, labels)
    if facts := one.get("prefill"):
        said = ", ".join(kinds.say_fact(name) for name in facts)
        found.append(wording.FILLED_FROM.format(facts=said))
    return found


def _conditions(part: Raw, labels: dict[str, Raw]) -> list[str]:
    said = (("when", wording.ONLY_WHEN), ("required_when", wording.REQUIRED_WHEN))
    return [
        words.format(**_condition(part[name], labels))
        for name, words in said
        if part.get(name)
    ]


def _condition(when: dict[str, Any], labels: dict[str, Raw]) -> dict[str, str]:
    # Any: JSON of a condition.
    deciding = labels.get(str(when.get("field")), {})
    words = dict(_answers(deciding))
    answers = [words.get(value, value) for value in when.get("any", ())]
    label = str(deciding.get("label") or when.get("field"))
    return {"label": label, "answers": wording.OR.join(answers)}
