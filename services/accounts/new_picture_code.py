"""Show a picture code (mã xác thực) to one browser."""

from datetime import timedelta
from uuid import UUID

from services.accounts.keys import keyed_hash
from services.accounts.models import PictureCode
from services.accounts.registrations import require_browser
from services.work import Work

LIFE = timedelta(minutes=5)
LETTERS = "ACDEFHJKMNPRTVWXY3479"  # none of them looks like another when turned
LENGTH = 6


def new_picture_code(work: Work) -> UUID:
    """Begin a picture code for this browser: five minutes, one use (F12)."""
    code = PictureCode(browser=require_browser(work), expires_at=work.now + LIFE)
    work.session.add(code)
    work.session.flush()
    return code.id


def picture_answer(secret: bytes, code_id: UUID) -> str:
    """Return the six characters of a picture. They are stored nowhere."""
    number = int(keyed_hash(secret, "picture-code", str(code_id)), 16)
    answer = ""
    for _ in range(LENGTH):
        number, place = divmod(number, len(LETTERS))
        answer += LETTERS[place]
    return answer
