"""Ask a device to compute a proof, for people who cannot read the picture (R33)."""

import secrets
from datetime import timedelta
from typing import Any

import altcha

from services.accounts.keys import keyed_hash
from services.accounts.registrations import require_browser
from services.core.keys import derive_key
from services.work import Work

LIFE = timedelta(minutes=10)
ALGORITHM = "PBKDF2/SHA-256"  # browsers compute it natively, so phones are not behind
ROUNDS = 1_000
LEAST, SPREAD = 300, 600  # tries needed: about a second on a mid phone
PURPOSE = "proof-of-work"


def new_challenge(work: Work) -> dict[str, Any]:
    """Return a challenge bound to this browser, as the altcha script reads it.

    Any is the script's own wire form: nested JSON. The end of its life stands
    in the signed data, so that the portal's one clock judges it.
    """
    challenge = altcha.create_challenge(
        ALGORITHM,
        ROUNDS,
        counter=LEAST + secrets.randbelow(SPREAD),
        data={
            "until": int((work.now + LIFE).timestamp()),
            "browser": browser_mark(work),
        },
        hmac_secret=derive_key(work.secret, PURPOSE),
    )
    return dict(challenge.to_dict())


def browser_mark(work: Work) -> str:
    """Return the mark that ties a challenge to the browser that asked for it."""
    return keyed_hash(work.secret, "proof-browser", require_browser(work))
