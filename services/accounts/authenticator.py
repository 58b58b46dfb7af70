"""The codes of an officer's authenticator (TOTP): six digits, new every 30 seconds."""

from datetime import datetime

import pyotp

from services.accounts.keys import same, unseal
from services.accounts.models import Account

SEALED_FOR = "authenticator"
DRIFT = (-1, 0, 1)  # a phone's clock may be one step of 30 s off


def spend_authenticator_code(
    secret: bytes, account: Account, digits: str, now: datetime
) -> bool:
    """Take a code that was never used before, and no older one after it (AU-10)."""
    if not account.totp_secret:
        return False
    seed = unseal(secret, SEALED_FOR, account.totp_secret)
    step = matching_step(seed, digits, now, account.totp_last_step)
    if step is None:
        return False
    account.totp_last_step = step
    return True


def matching_step(seed: str, digits: str, now: datetime, last: int = 0) -> int | None:
    """Return the step whose code this is, if it is later than the last one used."""
    totp = pyotp.TOTP(seed)
    current = totp.timecode(now)
    for step in (current + drift for drift in DRIFT):
        if step > last and same(totp.generate_otp(step), digits):
            return step
    return None
