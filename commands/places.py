"""Where the project keeps things, and the ports it answers on."""

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def data_folder() -> Path:
    """Return the folder of everything this machine keeps; it may be deleted."""
    return Path(os.environ.get("DVC_DATA_FOLDER") or ROOT / ".data").resolve()


def portal_port() -> int:
    """Return the one port of pages and socket."""
    return int(os.environ.get("DVC_PORT") or 3000)


def sandbox_port() -> int:
    """Return the port of the stand-ins for the outside systems."""
    return int(os.environ.get("SANDBOX_PORT") or 8900)


def bank_push_address() -> str:
    """Return where the sandbox's bank tells the portal of a credit."""
    here = f"http://127.0.0.1:{portal_port()}/api/thanh-toan/bao-co"
    return os.environ.get("SANDBOX_BANK_PUSH_URL") or here


def sandbox_mail_port() -> int:
    """Return the port of the sandbox's mail server."""
    return int(os.environ.get("SANDBOX_MAIL_PORT") or 8901)
