"""Whose dossier it is (chủ hồ sơ), as the national portal names people."""

from dataclasses import dataclass
from typing import Any

from services.accounts.models import Account, Party
from services.dossiers.models import Dossier
from services.dossiers.snapshot import Snapshot
from services.identities.identity_facts import POLICE
from services.procedures.models import Channel
from services.work import Work

PARTIES = {Party.CITIZEN: "1", Party.ENTERPRISE: "2", Party.STATE_AGENCY: "3"}
OTHER_PARTY = "4"
CARD, OLD_CARD = "1", "2"  # LoaiDinhDanh: CCCD of 12 digits, CMND of 9
KINDS = {12: CARD, 9: OLD_CARD}
# What a form may call the number of the person the dossier is about.
NUMBERS = ("applicant_citizen_id", "applicant_paper_number")


@dataclass(frozen=True)
class Owner:
    """The owner, and the account that stands for them, if there is one."""

    name: str
    number: str
    party: str
    technical_id: str
    is_vouched_by_police: bool


def owner_of(work: Work, dossier: Dossier, kept: Snapshot) -> Owner:
    """Return the owner; of somebody else than the submitter, what the form says."""
    account_id = dossier.principal_id or dossier.account_id
    account = work.session.get_one(Account, account_id)
    is_account = bool(dossier.principal_id) or (
        kept.acting is None and kept.values.get("same_person") != "no"
    )
    return Owner(
        name=dossier.applicant_name,
        number=_number(kept, account if is_account else None),
        party=PARTIES[account.party] if is_account else PARTIES[Party.CITIZEN],
        technical_id=(account.national_subject or "") if is_account else "",
        is_vouched_by_police=is_account and account.assurance_source == POLICE,
    )


def owner_fields(owner: Owner, channel: Channel) -> dict[str, Any]:  # Any: JSON
    """Return the fields of the owner; the TechID belongs to online dossiers alone."""
    kind = KINDS.get(len(owner.number)) if owner.number.isdecimal() else None
    is_online = channel is Channel.ONLINE
    return {
        "ChuHoSo": owner.name,
        "SoGiayToChuHoSo": owner.number,
        "LoaiDoiTuong": owner.party,
        "MaDoiTuong": (owner.technical_id or None) if is_online else None,
        "DinhDanhCHS": {"LoaiDinhDanh": kind, "SoDinhDanh": owner.number}
        if kind
        else None,
        "TaiKhoanDuocXacThucVoiVNeID": "1" if owner.is_vouched_by_police else "0",
    }


def _number(kept: Snapshot, account: Account | None) -> str:
    if account is not None:
        typed = str(kept.values.get("submitter_paper_number", ""))
        return account.tax_code or account.citizen_id or typed
    if kept.acting is not None:
        return kept.acting.number
    return next(
        (str(kept.values[name]) for name in NUMBERS if kept.values.get(name)), ""
    )
