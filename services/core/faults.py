"""What may be wrong with what a person typed: keys of the sentences to show."""

from enum import StrEnum


class Fault(StrEnum):
    """One sentence each in the wording; it says what to do, not what was bad."""

    REQUIRED = "required"
    TEXT_CONTROL = "text_control"  # NUL and other control characters
    TEXT_BROKEN = "text_broken"  # half a character: lone surrogate
    TEXT_DIRECTION = "text_direction"  # marks that turn the writing round
    TEXT_HIDDEN = "text_hidden"  # characters of no width
    NAME_LETTERS = "name_letters"
    NAME_SCRIPT = "name_script"  # Cyrillic or other letters that look like ours
    NAME_ENCODING = "name_encoding"  # typed with an old font: TCVN3
    NAME_SHORT = "name_short"
    NAME_LONG = "name_long"
    DATE_FORMAT = "date_format"
    DATE_REAL = "date_real"  # 31/04, 29/02 of a common year, month 13
    DATE_RANGE = "date_range"
    DATE_FUTURE = "date_future"
    DATE_TOO_OLD = "date_too_old"
    PHONE_MOBILE = "phone_mobile"
    PHONE_FORMAT = "phone_format"
    PHONE_OLD_PREFIX = "phone_old_prefix"  # 11 digits, changed in 2018
    CITIZEN_ID_DIGITS = "citizen_id_digits"
    CITIZEN_ID_LENGTH = "citizen_id_length"
    CITIZEN_ID_LOST_ZERO = "citizen_id_lost_zero"  # 11 digits, as from a sheet
    CITIZEN_ID_FORMER = "citizen_id_former"  # 9 digits where 12 are needed
    TAX_CODE_FORMAT = "tax_code_format"
    INSURANCE_NUMBER = "insurance_number"
    SLIP_CODE = "slip_code"
    EMAIL_FORMAT = "email_format"
    EMAIL_LONG = "email_long"
    ADDRESS_SHORT = "address_short"
    ADDRESS_LONG = "address_long"
    NOTE_SHORT = "note_short"
    NOTE_LONG = "note_long"
    OTP_FORMAT = "otp_format"
    COPIES_RANGE = "copies_range"
    DOSSIER_CODE_FORMAT = "dossier_code_format"
    LOOK_UP_CODE = "look_up_code"  # number of a dossier of another system
    LOOK_UP_TODAY = "look_up_today"  # a register that knows today alone
    LOOK_UP_MONTH = "look_up_month"
    MONEY_FORMAT = "money_format"
    MONEY_NEGATIVE = "money_negative"
    MONEY_LARGE = "money_large"


class Unreadable(ValueError):
    """What was typed cannot be read as what was asked for."""

    def __init__(self, key: Fault) -> None:
        super().__init__(key.value)
        self.key = key
