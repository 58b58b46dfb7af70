"""Phone numbers in the one form the sandbox keeps them: 09…"""

import phonenumbers


def local(phone: str) -> str | None:
    """Return 0… for 0…, +84… and 84…, or None when it is no Vietnamese number."""
    try:
        number = phonenumbers.parse(phone, "VN")
    except phonenumbers.NumberParseException:
        return None
    if number.country_code != 84 or not phonenumbers.is_valid_number(number):
        return None
    return f"0{number.national_number}"


def spaced(phone: str) -> str:
    """Return 0900 000 001, which is easier to compare with a screen."""
    if "@" in phone:
        return phone
    return f"{phone[:4]} {phone[4:7]} {phone[7:]}"


def mailbox_or_phone(asked: str) -> str | None:
    """Return what messages are kept under, or None when it can be neither."""
    return asked.casefold() if "@" in asked else local(asked)
