"""The device a request comes from, in words its owner knows."""

from collections.abc import Mapping

from starlette.requests import Request

from dvc_app.wording import devices as wording
from services.accounts.open_session import Device

SHARED = "may-dung-chung"  # the tick of a form that signs in
PHONES = ("Mobile", "iPhone", "Android")


def device_of(request: Request, form: Mapping[str, str] | None = None) -> Device:
    """Return browser and system as the browser itself names them."""
    told = request.headers.get("user-agent", "")
    browser = next((words for mark, words in wording.BROWSERS if mark in told), "")
    system = next((words for mark, words in wording.SYSTEMS if mark in told), "")
    name = browser or system or wording.UNKNOWN_DEVICE
    if browser and system:
        name = wording.ON.format(browser=browser, system=system)
    is_phone = any(mark in told for mark in PHONES)
    return Device(
        name, bool(form and form.get(SHARED)), "phone" if is_phone else "desktop"
    )
