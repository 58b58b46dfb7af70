"""Liberal readers of what people type: a value, or the one fault to tell them."""

import re
import unicodedata
from itertools import pairwise

import phonenumbers
from phonenumbers import PhoneNumberType

from services.core.faults import Fault, Unreadable
from services.core.identifiers import CitizenId, read_dossier_code
from services.core.money import read_money
from services.core.read_dates import (
    PartialDate,
    read_birth,
    read_birth_date,
    read_date,
)
from services.core.text import (
    SPACES,
    clean,
    clean_name,
    reject_reason,
    without_direction,
    without_hidden,
)

__all__ = [
    "Fault",
    "PartialDate",
    "Unreadable",
    "read_address",
    "read_birth",
    "read_birth_date",
    "read_citizen_id",
    "read_copies",
    "read_date",
    "read_dossier_code",
    "read_email",
    "read_mobile",
    "read_money",
    "read_name",
    "read_note",
    "read_otp",
    "read_phone",
    "read_tax_code",
]

NAME_LENGTHS = (2, 100)
ADDRESS_LENGTHS = (5, 250)
LONGEST_EMAIL = 254
LONGEST_MAILBOX = 64
LONGEST_NUMBER = 40
NAME_MARKS = " '\u2019-."
TWO_MARKS = re.compile("['\u2019.-]{2}|^[-.]|-$")
STACKED_MARKS = re.compile("[\u0300-\u036f]{2}|(?<![^\\W\\d_])[\u0300-\u036f]")
FULL_WIDTH_DIGITS = {0xFF10 + i: str(i) for i in range(10)} | {0xFF0B: "+"}
SEPARATORS = re.compile("[ .\u2010-\u2015\u2212-]")
SEPARATORS_IN_PHONES = re.compile("[ .\u2010-\u2015\u2212()/-]")
OLD_MOBILE = re.compile(r"(?:\+?84|0)?1(?:2\d|6[2-9]|8[68]|99)\d{7}")
MAILBOX = re.compile(
    r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
)
DOMAIN = re.compile(
    r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?:[a-z]{2,63}|xn--[a-z0-9-]{2,59})"
)


def read_name(text: str) -> str:
    """Read a person's name as on the papers (F7): Latin letters, spaces, ’ - and dot."""
    name = clean_name(text)
    _check_length(name, NAME_LENGTHS, (Fault.NAME_SHORT, Fault.NAME_LONG))
    letters = [c for c in name if c not in NAME_MARKS]
    if any(c.isalpha() and not _is_latin(c) for c in letters):
        raise Unreadable(Fault.NAME_SCRIPT)
    if not all(c.isalpha() or "\u0300" <= c <= "\u036f" for c in letters):
        raise Unreadable(Fault.NAME_LETTERS)
    if TWO_MARKS.search(name) or STACKED_MARKS.search(name):
        raise Unreadable(Fault.NAME_LETTERS)
    # A capital with a mark inside a word is the trace of the TCVN3 fonts.
    if any(b.isupper() and not b.isascii() and a.islower() for a, b in pairwise(name)):
        raise Unreadable(Fault.NAME_ENCODING)
    if sum(c.isalpha() for c in letters) < NAME_LENGTHS[0]:
        raise Unreadable(Fault.NAME_SHORT)
    return name


def read_mobile(text: str) -> str:
    """Read a Vietnamese mobile number as ten digits (F4); codes are sent to it."""
    number = _phone(text, Fault.PHONE_MOBILE)
    if phonenumbers.number_type(number) != PhoneNumberType.MOBILE:
        raise Unreadable(Fault.PHONE_MOBILE)
    return f"0{number.national_number}"


def read_phone(text: str) -> str:
    """Read a number a person can be called on, mobile or land line (F4)."""
    number = _phone(text, Fault.PHONE_FORMAT)
    kinds = (PhoneNumberType.MOBILE, PhoneNumberType.FIXED_LINE)
    if phonenumbers.number_type(number) not in kinds:
        raise Unreadable(Fault.PHONE_FORMAT)
    return f"0{number.national_number}"


def read_citizen_id(text: str, former_allowed: bool = True) -> CitizenId:
    """Read 12 digits, or the 9 of a former identity card (F5); no other test."""
    digits = _digits(text, Fault.CITIZEN_ID_DIGITS)
    if not digits.strip("0"):
        raise Unreadable(Fault.CITIZEN_ID_DIGITS)
    if len(digits) == 11:
        raise Unreadable(Fault.CITIZEN_ID_LOST_ZERO)
    if len(digits) == 9 and not former_allowed:
        raise Unreadable(Fault.CITIZEN_ID_FORMER)
    if len(digits) not in (9, 12):
        raise Unreadable(Fault.CITIZEN_ID_LENGTH)
    return CitizenId(digits)


def read_tax_code(text: str) -> str:
    """Read a tax code of 10, 13 (written 10-3) or 12 digits (F6)."""
    digits = _digits(text, Fault.TAX_CODE_FORMAT)
    if len(digits) not in (10, 12, 13) or not digits.strip("0"):
        raise Unreadable(Fault.TAX_CODE_FORMAT)
    return f"{digits[:10]}-{digits[10:]}" if len(digits) == 13 else digits


def read_email(text: str) -> str:
    """Read one mail address; the domain may be international, the mailbox not."""
    address = clean(without_hidden(text[: LONGEST_EMAIL * 2]))
    if not address:
        raise Unreadable(Fault.REQUIRED)
    mailbox, _, domain = address.rpartition("@")
    try:
        wire = domain.encode("idna").decode("ascii").lower()
    except UnicodeError:
        raise Unreadable(Fault.EMAIL_FORMAT) from None
    if not MAILBOX.fullmatch(mailbox) or not DOMAIN.fullmatch(wire):
        raise Unreadable(Fault.EMAIL_FORMAT)
    if len(mailbox) > LONGEST_MAILBOX or len(mailbox) + len(wire) >= LONGEST_EMAIL:
        raise Unreadable(Fault.EMAIL_LONG)
    return f"{mailbox}@{domain.lower()}"


def read_address(text: str) -> str:
    """Read house, street, hamlet and units as one line of 5 to 250 characters (F8)."""
    address = clean(without_hidden(text))
    _check_length(address, ADDRESS_LENGTHS, (Fault.ADDRESS_SHORT, Fault.ADDRESS_LONG))
    _check_characters(address)
    if not any(c.isalpha() for c in address):
        raise Unreadable(Fault.ADDRESS_SHORT)
    return address


def read_note(text: str, minimum: int = 0, maximum: int = 2000) -> str:
    """Read free words of a person or an officer; line breaks are kept."""
    note = clean(text, multiline=True)
    if note or minimum:
        _check_length(note, (minimum, maximum), (Fault.NOTE_SHORT, Fault.NOTE_LONG))
    _check_characters(note, multiline=True)
    return note


def read_insurance_number(text: str) -> str:
    """Read the ten digits of a social insurance number (mã số BHXH)."""
    digits = _digits(text, Fault.INSURANCE_NUMBER)
    if len(digits) != 10:
        raise Unreadable(Fault.INSURANCE_NUMBER)
    return digits


def read_slip_code(text: str) -> str:
    """Read a code printed on a slip: letters and digits, in any case and grouping."""
    code = "".join(
        c for c in clean(without_hidden(text[:60])) if c not in " -."
    ).upper()
    if not code:
        raise Unreadable(Fault.REQUIRED)
    if not (code.isascii() and code.isalnum() and 6 <= len(code) <= 24):
        raise Unreadable(Fault.SLIP_CODE)
    return code


def read_otp(text: str) -> str:
    """Read a six-digit code, however it was spaced or pasted (F13)."""
    digits = _digits(text, Fault.OTP_FORMAT)
    if len(digits) != 6:
        raise Unreadable(Fault.OTP_FORMAT)
    return digits


def read_copies(text: str) -> int:
    """Read how many copies are asked for, 1 to 9."""
    number = _bare(text, SPACES)
    # A dash is no separator here: it would turn minus one into one.
    if not re.fullmatch(r"0?[1-9]", number):
        raise Unreadable(Fault.COPIES_RANGE)
    return int(number)


def _phone(text: str, fault: Fault) -> phonenumbers.PhoneNumber:
    bare = _bare(text, SEPARATORS_IN_PHONES)
    if OLD_MOBILE.fullmatch(bare):
        raise Unreadable(Fault.PHONE_OLD_PREFIX)
    if not re.fullmatch(r"\+?[0-9]{8,15}", bare):
        raise Unreadable(fault)
    try:
        number = phonenumbers.parse(bare, "VN")
    except phonenumbers.NumberParseException:
        raise Unreadable(fault) from None
    if number.country_code != 84 or not phonenumbers.is_valid_number(number):
        raise Unreadable(fault)
    return number


def _bare(text: str, separators: re.Pattern[str] = SEPARATORS) -> str:
    """Return what was typed without separators, with full-width digits narrowed."""
    visible = without_hidden(without_direction(text[:200]))
    plain = clean(visible).translate(FULL_WIDTH_DIGITS)
    bare = separators.sub("", plain)
    if not bare:
        raise Unreadable(Fault.REQUIRED)
    return bare


def _digits(text: str, fault: Fault) -> str:
    bare = _bare(text)
    # Digits of other scripts are refused: they would be stored as another number.
    if len(bare) > LONGEST_NUMBER or not re.fullmatch(r"[0-9]+", bare):
        raise Unreadable(fault)
    return bare


def _check_length(
    text: str, lengths: tuple[int, int], faults: tuple[Fault, Fault]
) -> None:
    if not text:
        raise Unreadable(Fault.REQUIRED)
    if len(text) < lengths[0]:
        raise Unreadable(faults[0])
    if len(text) > lengths[1]:
        raise Unreadable(faults[1])


def _check_characters(text: str, multiline: bool = False) -> None:
    fault = reject_reason(text, multiline)
    if fault:
        raise Unreadable(fault)


def _is_latin(letter: str) -> bool:
    return unicodedata.name(letter, "").startswith("LATIN ")
