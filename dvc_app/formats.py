"""Dates, money and sizes the way the province writes them (screens F1–F11)."""

import base64
import re
from datetime import date, datetime

from dvc_app.wording import formats as wording
from services.core.clock import local

ISO_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def day(value: date | datetime | None) -> str:
    """Return 31/07/2023."""
    if value is None:
        return ""
    return (local(value) if isinstance(value, datetime) else value).strftime("%d/%m/%Y")


def iso_day(text: str) -> str:
    """Return a day written as ISO 8601 the way people read it."""
    return day(date.fromisoformat(text))


def day_or_text(text: str) -> str:
    """Return an ISO 8601 day the way people read it, and any other text as it is."""
    try:
        return iso_day(text) if ISO_DAY.fullmatch(text) else text
    except ValueError:  # no day of the calendar
        return text


def moment(value: datetime | None) -> str:
    """Return 15:37 ngày 31/07/2023."""
    return local(value).strftime(wording.MOMENT) if value else ""


def short_moment(value: datetime | None) -> str:
    """Return 15:37 31/07, for dense lists."""
    return local(value).strftime("%H:%M %d/%m") if value else ""


def clock_time(value: datetime) -> str:
    """Return 15:37."""
    return local(value).strftime("%H:%M")


def dong(amount: int) -> str:
    """Return 100.000 đ."""
    return wording.DONG.format(amount=number(amount))


def number(value: int) -> str:
    """Return 12.480."""
    return f"{value:,}".replace(",", ".")


def size(octets: int) -> str:
    """Return 1,2 MB or 340 KB."""
    if octets >= 1 << 20:
        return f"{octets / (1 << 20):.1f} MB".replace(".", ",")
    return f"{max(1, round(octets / 1024))} KB"


def decimal(value: float) -> str:
    """Return 10, 0,5 or 1,25: never more digits than there are."""
    return f"{value:.2f}".rstrip("0").rstrip(".").replace(".", ",")


def percent(part: int, whole: int) -> str:
    """Return 98,7%; of nothing, nothing."""
    return decimal(round(100 * part / whole, 1)) + "%" if whole else ""


def svg_address(drawing: str) -> str:
    """Return a drawing as the address of a picture, so that no markup is raw."""
    return "data:image/svg+xml;base64," + base64.b64encode(drawing.encode()).decode()
