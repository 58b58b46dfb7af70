"""The device a request comes from, in words its owner knows."""

from starlette.requests import Request

from dvc_app.wording import devices as wording
from services.accounts.open_session import Device


def device_of(request: Request) -> Device:
    """Return browser and system as the browser itself names them."""
    told = request.headers.get("user-agent", "")
    browser = next((words for mark, words in wording.BROWSERS if mark in told), "")
    system = next((words for mark, words in wording.SYSTEMS if mark in told), "")
    if browser and system:
        return Device(wording.ON.format(browser=browser, system=system))
    return Device(browser or system or wording.UNKNOWN_DEVICE)
