"""What a message says on each channel: from texts.toml, nothing personal (R23)."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from pathlib import Path
from string import Template
from typing import Any

from services.core.clock import local
from services.core.text import clean, strip_marks
from services.notifications.models import Notification, Subject
from services.province import Province
from services.settings import settings

LONGEST_SMS = 160
LEAST_SERVICE = 16  # letters of a procedure's name that still say something
LONGEST_SERVICE = 200
MORE = "..."
LINK_PATH = "/m/"


@dataclass(frozen=True)
class MessageTexts:
    """One message in the words of each channel."""

    sms: str  # without marks, one message of 160 characters
    subject: str
    mail: str
    zalo: dict[str, str]  # the blanks of the registered template


def message_texts(
    province: Province, told: Notification, own: Mapping[str, str] | None = None
) -> MessageTexts:
    """Return what is sent; of the facts only code, procedure and day are read.

    `own` are the province's published texts (A08), which go before the portal's.
    The address comes from the settings, never from a request (FW-9).
    """
    words = {**built_in(told.subject), **(own or {})}
    link = settings().public_url.rstrip("/") + LINK_PATH + told.link
    facts = {name: clean(told.facts.get(name, "")) for name in ("code", "procedure")}
    moment = told.facts.get("day") or told.facts.get("until", "")
    text = _fill(_either(words, "text", moment), _long(facts["code"], moment))
    service = facts["procedure"]
    mail = {
        "what": text,
        "service": _fill_in("service", service),
        "link": link,
        "hotline": province.hotline,
        "province": province.name,
    }
    return MessageTexts(
        sms=_sms(province, words, facts, (moment, link)),
        subject=words["title"],
        mail=_fill(_texts()["frame"]["mail"], mail),
        zalo={
            "ma_ho_so": facts["code"] or _words()["no_code"],
            "ten_dich_vu": shortened(service, LONGEST_SERVICE) or _words()["no_code"],
            "trang_thai": words["title"],
            "loi_nhan": text,
            "duong_dan": link,
        },
    )


def built_in(subject: Subject) -> dict[str, str]:
    """Return the words that come with the portal for what happened."""
    words: dict[str, str] = _texts()["subject"][subject]
    return words


def title_of(subject: Subject) -> str:
    """Return the name of what happened, as a letter's subject says it."""
    title: str = _texts()["subject"][subject]["title"]
    return title


def shortened(text: str, most: int) -> str:
    """Return the text, or its first whole words and dots."""
    if len(text) <= most:
        return text
    cut = text[: most - len(MORE) + 1].rpartition(" ")[0]
    return (cut or text[: most - len(MORE)]).rstrip(" ,;:(–-") + MORE


def _sms(
    province: Province,
    words: Mapping[str, str],
    facts: Mapping[str, str],
    place: tuple[str, str],
) -> str:
    """Fill one SMS: first what happened and the link, then what there is room for."""
    frame, (moment, link) = _texts()["frame"], place
    code, day = facts["code"], _shown(moment, "sms_")
    said = {
        "dossier": _fill_in("sms_dossier", code) or _words()["sms_dossier_unknown"],
        "until": _fill_in("sms_until", day),
        "day": day,
    }
    what = _plain(_fill(_either(words, "sms", moment), said))
    site = f"DVC {strip_marks(province.name)}"
    sms = _fill(frame["sms"], {"site": site, "what": what, "link": link})
    hotline = _fill(frame["hotline"], {"hotline": province.hotline.replace(" ", "")})
    if len(sms) + len(hotline) <= LONGEST_SMS:
        sms += hotline
    room = LONGEST_SMS - len(sms) - len(_fill(frame["service"], {"service": ""}))
    service = _plain(facts["procedure"])
    if service and room >= min(LEAST_SERVICE, len(service)):
        said_of = _fill(frame["service"], {"service": shortened(service, room)})
        sms = sms.replace(what, what + said_of, 1)
    return sms


def _long(code: str, moment: str) -> dict[str, str]:
    day = _shown(moment, "")
    return {
        "dossier": _fill_in("dossier", code) or _words()["dossier_unknown"],
        "until": _fill_in("until", day),
        "day": day,
    }


def _either(words: Mapping[str, str], name: str, moment: str) -> str:
    """Return the text, or the one that does without a day."""
    return (
        words[name] if _shown(moment, "") else words.get(f"{name}_plain", words[name])
    )


def _fill_in(name: str, value: str) -> str:
    """Return the words around one fact; nothing without the fact."""
    fact = name.removeprefix("sms_")
    place = {"dossier": "code", "until": "day"}.get(fact, fact)
    return Template(_words()[name]).substitute({place: value}) if value else ""


def _shown(moment: str, channel: str) -> str:
    """Return a day or a moment, kept as ISO 8601, as the channel writes it."""
    try:
        if len(moment) == len("2026-12-05"):
            return f"{date.fromisoformat(moment):{_words()[f'{channel}day']}}"
        here = local(datetime.fromisoformat(moment))
    except ValueError:
        return ""
    return f"{here:{_words()[f'{channel}moment']}}"


def _plain(text: str) -> str:
    """Return letters every phone has: others would make it a message of 70."""
    return strip_marks(text).encode("ascii", "ignore").decode()


def _fill(template: str, words: Mapping[str, str]) -> str:
    return Template(template).substitute(words).strip("\n")


def _words() -> Mapping[str, str]:
    words: Mapping[str, str] = _texts()["words"]
    return words


@cache
def _texts() -> dict[str, Any]:
    # Any: the tables of a TOML file.
    return tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))
