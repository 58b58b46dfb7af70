"""Phone numbers the way the carriers write them."""

import phonenumbers


def msisdn(phone: str) -> str | None:
    """Return 84…, whichever way the number was kept, or None if it cannot exist."""
    try:
        number = phonenumbers.parse(phone, "VN")
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_valid_number(number):
        return None
    written = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    return written.removeprefix("+")
