"""From a record of the national portal to facts, with a remark for every fault."""

import hashlib
import json
import re
from typing import Any

from services.procedures.facts import (
    ChannelFacts,
    Facts,
    FeeFacts,
    Remark,
    TimeLimit,
    paper_count,
)
from services.procedures.folding import fold_opening
from services.procedures.models import Channel, OnlineLevel, Source
from services.procedures.national_money import read_fee, read_time
from services.procedures.national_papers import read_cases
from services.procedures.national_wire import (
    WireDetail,
    WireListRow,
    WireMethod,
    as_text,
)
from services.province import Province

RULES = "1"  # part of every digest: raise it when a rule here changes
LONG_NAME = 400
MAX_NAME = 2_000
CODE = re.compile(r"\d\.\d{6}")
LOCAL = re.compile(
    r"\b(ubnd|uy ban nhan dan|so|trung tam|ban quan ly)\b.*\b(tinh|tp|thanh pho)\b"
)
AT_COMMUNE = re.compile(r"\bcap xa\b|\bphuong\b|\bubnd xa\b|\bco so giao duc\b")
AT_PROVINCE = re.compile(
    r"\b(cap tinh|so|cac tinh|tinh|van phong dang ky dat dai|thue|khu vuc"
    r"|trung tam phuc vu|phong xuat nhap canh|phong quan ly|phong canh sat)\b"
)
AT_MINISTRY = re.compile(
    r"^(bo|cuc|tong cuc|vu|ngan hang nha nuoc viet nam|uy ban chung khoan|thu tuong"
    r"|cang vu|co quan dai dien)\b|\bcap trung uong\b"
)
CHANNELS = {c.name: c for c in Channel}


def digest(record: dict[str, Any], province: Province) -> str:
    """Return what tells two records apart; the province decides what is elsewhere."""
    text = json.dumps(record, sort_keys=True, ensure_ascii=True, default=str)
    whole = f"{RULES}|{province.code}|{province.name}|{text}"
    return hashlib.sha256(whole.encode()).hexdigest()


def unchanged_facts(record: dict[str, Any], is_detail: bool, same: str) -> Facts:
    """Return the mere identity of a record that was imported as it stands."""
    origin = "details" if is_detail else "list"
    return Facts(as_text(record.get("code")), Source.NATIONAL, origin, same, {})


def list_facts(record: dict[str, Any], province: Province) -> Facts:
    """Return the facts of a line of list.jsonl."""
    row = WireListRow.model_validate(record)
    agencies = "; ".join(row.departments)
    values = _headline(
        row.name, row.department_promulgate, row.state, row.type, province
    )
    values |= {
        "national_id": row.id,
        "executing_agency": agencies,
        "eligible_parties": row.formality_target_type,
    }
    values |= _levels([*row.departments, row.name])
    remarks = _headline_remarks(row.code, row.name, values)
    if not row.categories:
        remarks.append(Remark("sector", "sector_missing"))
    elif len(row.categories) > 1:
        shown = "; ".join(row.categories)[:200]
        remarks.append(Remark("sector", "several_sectors", shown))
    if not row.departments:
        remarks.append(Remark("agency", "agency_missing"))
    if not row.department_promulgate:
        remarks.append(Remark("promulgated_by", "promulgator_missing"))
    return Facts(
        code=row.code,
        source=Source.NATIONAL,
        origin="list",
        digest=digest(record, province),
        values=values,
        sector=row.categories[0] if row.categories else "",
        remarks=tuple(remarks),
    )


def detail_facts(record: dict[str, Any], province: Province) -> Facts:
    """Return the facts of the `data` of a line of details.jsonl."""
    wire = WireDetail.model_validate(record)
    channels, fees, remarks = _methods(wire.execution_methods)
    cases, case_remarks = read_cases(wire.execution_cases)
    values = _headline(
        wire.name, wire.department_promulgate_name, wire.state, wire.type, province
    )
    values |= _official_text(wire) | _limit_columns(channels) | _said_columns(wire)
    values["paper_count"] = paper_count(cases)
    head = _headline_remarks(wire.code, wire.name, values)
    missing = _missing(wire, values)
    return Facts(
        code=wire.code,
        source=Source.NATIONAL,
        origin="details",
        digest=digest(record, province),
        values=values,
        sector=wire.categories_details[0].name if wire.categories_details else "",
        cases=cases,
        fees=fees,
        channels=channels,
        remarks=tuple(dict.fromkeys([*head, *remarks, *missing, *case_remarks])),
    )


def _said_columns(wire: WireDetail) -> dict[str, Any]:
    """Return what the details say; what they leave out stays as the list said it."""
    said: dict[str, Any] = {
        "national_id": wire.id,
        "online_level": _online_level(wire),
        "keywords": wire.keywords[:500],
    }
    if agency := _agencies(wire):
        said["executing_agency"] = agency
    levels = {
        "at_commune": wire.is_ward,
        "at_province": wire.is_province,
        "at_ministry": wire.is_ministry,
    }
    return said | levels if any(levels.values()) else said


def _missing(wire: WireDetail, values: dict[str, Any]) -> list[Remark]:
    remarks = []
    if "executing_agency" not in values:
        remarks.append(Remark("agency", "agency_missing"))
    if not wire.categories_details:
        remarks.append(Remark("sector", "sector_missing"))
    return remarks


def _headline(
    name: str, promulgator: str, state: str, kind: str, province: Province
) -> dict[str, Any]:
    folded = fold_opening(promulgator)
    own = fold_opening(province.name).removeprefix("tinh ").removeprefix("thanh pho ")
    return {
        "name": name.replace("\n", " ")[:MAX_NAME],
        "promulgated_by": promulgator,
        "national_state": state,
        "national_kind": kind,
        "is_elsewhere": bool(LOCAL.search(folded)) and own not in folded,
    }


def _headline_remarks(code: str, name: str, values: dict[str, Any]) -> list[Remark]:
    remarks = []
    if not CODE.fullmatch(code):
        remarks.append(Remark("code", "code_of_odd_form", code[:40]))
    if len(name) > LONG_NAME:
        remarks.append(Remark("name", "name_too_long", str(len(name))))
    if values["is_elsewhere"]:
        shown = values["promulgated_by"][:200]
        remarks.append(Remark("promulgated_by", "of_another_province", shown))
    return remarks


def _levels(said: list[str]) -> dict[str, bool]:
    folded = [fold_opening(text) for text in said]
    return {
        "at_commune": any(AT_COMMUNE.search(text) for text in folded),
        "at_province": any(AT_PROVINCE.search(text) for text in folded[:-1])
        or "cap tinh" in folded[-1],
        "at_ministry": any(AT_MINISTRY.search(text) for text in folded),
    }


def _methods(
    methods: list[WireMethod],
) -> tuple[tuple[ChannelFacts, ...], tuple[FeeFacts, ...], list[Remark]]:
    channels: list[ChannelFacts] = []
    fees: list[FeeFacts] = []
    remarks: list[Remark] = []
    for method in methods:
        channel = CHANNELS.get(method.submission_method)
        if channel is None:
            shown = method.submission_method[:40]
            remarks.append(Remark("channel", "channel_unknown", shown))
            continue
        limit, doubt = read_time(method)
        channels.append(ChannelFacts(channel, limit, method.description))
        remarks += [doubt] if doubt else []
        for wire in method.fees:
            fee, doubt = read_fee(wire, channel)
            fees.append(fee)
            remarks += [doubt] if doubt else []
    if not channels:
        remarks.append(Remark("channel", "channels_missing"))
    elif not fees:
        remarks.append(Remark("fee", "fees_missing"))
    if len({(c.limit.value, c.limit.unit) for c in channels}) > 1:
        remarks.append(Remark("time_limit", "several_time_limits"))
    return tuple(channels), tuple(dict.fromkeys(fees)), remarks


def _limit_columns(channels: tuple[ChannelFacts, ...]) -> dict[str, Any]:
    """Return the one limit that is promised: the longest of those that can be counted.

    A shorter one would be a promise that another channel breaks.
    """
    counted = [c.limit for c in channels if c.limit.value is not None]
    units = {limit.unit for limit in counted}
    if len(units) == 1 and len(counted) == len(channels):
        limit = max(counted, key=lambda one: one.value or 0)
    else:
        note = next((c.limit.note for c in channels if c.limit.note), "")
        limit = TimeLimit(note=note)
    return {
        "time_limit": limit.value,
        "time_limit_unit": limit.unit,
        "time_limit_note": limit.note,
    }


def _official_text(wire: WireDetail) -> dict[str, Any]:
    asked = wire.requirements_and_conditions
    empty = re.fullmatch(r"khong( co| quy dinh)?\.?", fold_opening(asked))
    return {
        "eligible_parties": [s.name for s in wire.subject_types_details if s.name],
        "results": list(dict.fromkeys(r.name for r in wire.results_details if r.name)),
        "requirements": "" if empty else asked,
        "legal_basis": [
            {"code": b.code, "name": b.name}
            for b in wire.legal_basises_details
            if b.name
        ],
        "steps": [
            {"name": s.name, "text": s.description}
            for s in wire.execution_steps
            if s.name or s.description
        ],
    }


def _agencies(wire: WireDetail) -> str:
    named = [a.name for a in wire.departments_executing + wire.unit_groups_executing]
    found = list(dict.fromkeys(n for n in named if n))
    return "; ".join(found)[:4_000] or wire.executing_agencies


def _online_level(wire: WireDetail) -> OnlineLevel:
    if wire.is_full_process:
        return OnlineLevel.FULL
    online = any(m.submission_method == "ONLINE" for m in wire.execution_methods)
    return OnlineLevel.PARTIAL if online else OnlineLevel.VIEW_ONLY
