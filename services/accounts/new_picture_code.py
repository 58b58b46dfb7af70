"""Show a picture code (mã xác thực) to one browser."""

from datetime import timedelta
from uuid import UUID

from sqlmodel import col, select

from services.accounts.keys import keyed_hash
from services.accounts.models import PictureCode
from services.accounts.registrations import require_browser
from services.core.errors import NotFound
from services.work import Work

LIFE = timedelta(minutes=5)
LETTERS = "ACDEFHJKMNPRTVWXY3479"  # none of them looks like another when turned
DIGITS = "0123456789"
LENGTH = 6


def new_picture_code(work: Work) -> UUID:
    """Begin a picture code for this browser: five minutes, one use (F12)."""
    code = PictureCode(browser=require_browser(work), expires_at=work.now + LIFE)
    work.session.add(code)
    work.session.flush()
    return code.id


def picture_answer(secret: bytes, code_id: UUID) -> str:
    """Return the six characters of a picture. They are stored nowhere."""
    return _answer(secret, "picture-code", code_id, LETTERS)


def spoken_answer(secret: bytes, code_id: UUID) -> str:
    """Return the six digits that are spoken for a picture (R33); not its letters."""
    return _answer(secret, "spoken-code", code_id, DIGITS)


def require_open_picture(work: Work, code_id: UUID) -> None:
    """Refuse what is not this browser's, or can no longer be answered."""
    waiting = select(PictureCode.id).where(
        PictureCode.id == code_id,
        PictureCode.browser == require_browser(work),
        col(PictureCode.used_at).is_(None),
        col(PictureCode.expires_at) > work.now,
    )
    if work.session.exec(waiting).one_or_none() is None:
        raise NotFound("picture_code")


def _answer(secret: bytes, purpose: str, code_id: UUID, letters: str) -> str:
    number = int(keyed_hash(secret, purpose, str(code_id)), 16)
    answer = ""
    for _ in range(LENGTH):
        number, place = divmod(number, len(letters))
        answer += letters[place]
    return answer
