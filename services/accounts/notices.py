"""What the owner of an account is told, and in which words it is sent."""

import tomllib
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from functools import cache
from pathlib import Path
from string import Template
from typing import Any
from urllib.parse import urlsplit

from services.core.clock import local
from services.core.text import clean, strip_marks
from services.province import Province
from services.settings import settings


class NoticeKind(StrEnum):
    """What happened to an account; each has its texts here and in the wording."""

    PASSWORD_CHANGED = "password_changed"  # noqa: S105
    NEW_DEVICE = "new_device"
    PHONE_CHANGED = "phone_changed"
    EMAIL_CHANGED = "email_changed"
    ACCOUNT_RECOVERED = "account_recovered"
    DELEGATION_GIVEN = "delegation_given"
    DELEGATION_REVOKED = "delegation_revoked"
    FACTOR_RESET = "factor_reset"
    ACCOUNT_CLOSED = "account_closed"
    IDENTITY_LINKED = "identity_linked"
    RECOVERY_CODE_USED = "recovery_code_used"
    POST_BORROWED = "post_borrowed"


@dataclass(frozen=True)
class NoticeTexts:
    """One notice in the words of each channel."""

    sms: str  # without marks, one message of 160 characters
    subject: str
    mail: str


def notice_texts(
    province: Province, kind: NoticeKind, at: datetime, device: str = ""
) -> NoticeTexts:
    """Return what is sent: never personal data, no address but the portal's own.

    The host comes from the settings, never from a request (FW-9).
    """
    frame, words = _texts()["frame"], _texts()["kind"][kind]
    moment = local(at)
    common = {
        "host": urlsplit(settings().public_url).hostname or "",
        "hotline": province.hotline,
        "province": province.name,
        "site": f"DVC {strip_marks(province.name)}",
        "title": words["title"],
        "advice": _texts()["advice"][words["advice"]],
        "device": _fill(frame["device"], {"device": clean(device)}) if device else "",
    }
    by_sms = common | {"what": words["sms"], "at": f"{moment:%H:%M %d/%m}"}
    by_mail = common | {"what": words["mail"], "at": f"{moment:%H:%M, %d/%m/%Y}"}
    return NoticeTexts(
        sms=_fill(frame["sms"], by_sms),
        subject=_fill(frame["subject"], by_mail),
        mail=_fill(frame["mail"], by_mail),
    )


def _fill(template: str, words: dict[str, str]) -> str:
    return Template(template).substitute(words).strip("\n")


@cache
def _texts() -> dict[str, Any]:
    # Any: the tables of a TOML file.
    return tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))
