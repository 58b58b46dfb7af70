"""Numbers that name people and dossiers: reading, writing and masking them."""

import re
from datetime import date
from enum import StrEnum
from typing import NewType
from urllib.parse import unquote

from services.core.faults import Fault, Unreadable
from services.core.text import DASHES, clean

DossierCode = NewType("DossierCode", str)
CitizenId = NewType("CitizenId", str)

FULL_WIDTH = {0xFF01 + i: chr(0x21 + i) for i in range(94)}
# Agency code in groups, day as yyMMdd, number of the day in four digits or more.
DOT = r"(?:\s?\.\s?|\s)"
DASH = r"(?:\s?-\s?|\s)"
CODE = re.compile(
    rf"(?<![0-9A-Z.])((?:\d{{3}}{DOT}\d{{2}}{DOT}\d{{2}}{DOT})?"
    rf"[A-Z]\d{{2}}(?:{DOT}\d{{1,3}}){{0,4}})"
    rf"{DASH}(\d{{6}}){DASH}(\d{{4,9}})(?![0-9A-Z])"
)
LONGEST_INPUT = 2000
BORN_1900S = 1900
# Provinces as numbered when the numbers were given out; mergers change none of them.
PROVINCES = frozenset(
    [
        "001",
        "002",
        "004",
        "006",
        "008",
        "010",
        "011",
        "012",
        "014",
        "015",
        "017",
        "019",
        "020",
        "022",
        "024",
        "025",
        "026",
        "027",
        "030",
        "031",
        "033",
        "034",
        "035",
        "036",
        "037",
        "038",
        "040",
        "042",
        "044",
        "045",
        "046",
        "048",
        "049",
        "051",
        "052",
        "054",
        "056",
        "058",
        "060",
        "062",
        "064",
        "066",
        "067",
        "068",
        "070",
        "072",
        "074",
        "075",
        "077",
        "079",
        "080",
        "082",
        "083",
        "084",
        "086",
        "087",
        "089",
        "091",
        "092",
        "093",
        "094",
        "095",
        "096",
    ]
)
TAX_WEIGHTS = (31, 29, 23, 19, 17, 13, 7, 5, 3)
HIDDEN = "*"


class Doubt(StrEnum):
    """What an officer is asked to look at; never a reason to refuse by itself."""

    SEX = "sex"
    BIRTH_YEAR = "birth_year"
    PROVINCE = "province"


def read_dossier_code(text: str) -> DossierCode:
    """Read a dossier code from print, speech or the address in its QR (F9)."""
    plain = unquote(text[:LONGEST_INPUT]).translate(FULL_WIDTH)
    upper = DASHES.sub("-", clean(plain)).upper()
    found = {_code(*match.groups()) for match in CODE.finditer(upper)} - {None}
    if len(found) != 1:
        raise Unreadable(Fault.DOSSIER_CODE_FORMAT if upper else Fault.REQUIRED)
    return DossierCode(str(found.pop()))


def format_code(agency_code: str, day: date, number: int) -> DossierCode:
    """Write the code of the day's n-th dossier; past 9999 it widens, never wraps."""
    if number < 1:
        raise ValueError("dossiers of a day are numbered from 1")
    return DossierCode(f"{agency_code}-{day:%y%m%d}-{number:04d}")


def spoken_groups(code: DossierCode) -> tuple[str, ...]:
    """Split a code the way it is read out: the date in pairs, the rest as printed."""
    agency, day, number = code.split("-")
    return (*agency.split("."), day[:2], day[2:4], day[4:], number)


def doubts_about_citizen_id(
    number: CitizenId, born: date | None = None, is_male: bool | None = None
) -> tuple[Doubt, ...]:
    """Compare a 12-digit number with what else was declared, to warn an officer.

    Digits 1-3 birth registration, 4 century and sex (even is male), 5-6 year
    (decree 70/2024). There is no check digit, so nothing here proves a mistake.
    """
    if len(number) != 12:
        return ()
    century, year = int(number[3]) // 2, int(number[4:6])
    checks = {
        Doubt.PROVINCE: number[:3] not in PROVINCES,
        Doubt.SEX: is_male is not None and is_male != (int(number[3]) % 2 == 0),
        Doubt.BIRTH_YEAR: born is not None
        and born.year != BORN_1900S + 100 * century + year,
    }
    return tuple(doubt for doubt, holds in checks.items() if holds)


def tax_check_digit_holds(tax_code: str) -> bool:
    """Say whether the tenth digit of a tax code fits the nine before it."""
    total = sum(int(d) * w for d, w in zip(tax_code[:9], TAX_WEIGHTS, strict=True))
    return 10 - total % 11 == int(tax_code[9])


def mask_name(name: str) -> str:
    """Show the initials and the given name: T*** M*** An; of one word, a letter."""
    words = name.split()
    *before, last = words or [""]
    shown = last if before else last[:1] + HIDDEN * 3 * bool(last)
    return " ".join([*(word[0] + HIDDEN * 3 for word in before), shown])


def mask_phone(phone: str) -> str:
    """Show three digits at either end: 097****748."""
    return _mask(phone, 3, 3)


def mask_citizen_id(number: str) -> str:
    """Show four digits and the last two: 0010******45."""
    return _mask(number, 4, 2)


def mask_email(address: str) -> str:
    """Show the first letter and the domain."""
    mailbox, at, domain = address.rpartition("@")
    first = mailbox[0] if len(mailbox) > 1 else ""
    return f"{first}{HIDDEN * 3}@{domain}" if at else HIDDEN * 3


def _mask(text: str, head: int, tail: int) -> str:
    # What is too short to hide half of itself is hidden whole.
    if len(text) < head + tail + 3:
        return HIDDEN * len(text)
    return text[:head] + HIDDEN * (len(text) - head - tail) + text[-tail:]


def _code(agency: str, day: str, number: str) -> str | None:
    try:
        date(2000 + int(day[:2]), int(day[2:4]), int(day[4:]))
    except ValueError:
        return None
    return f"{re.sub(DOT, '.', agency)}-{day}-{number}"
