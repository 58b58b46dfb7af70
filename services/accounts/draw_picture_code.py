"""Draw a picture code for the browser it was made for."""

from uuid import UUID

from captcha.image import ImageCaptcha
from sqlmodel import col, select

from services.accounts.models import PictureCode
from services.accounts.new_picture_code import picture_answer
from services.accounts.registrations import require_browser
from services.core.errors import NotFound
from services.work import Work

SIZE = (260, 84)
# The library thins dark ink out to grey; light ink keeps 4.5 to 1 (R29).
INK, PAPER = (255, 255, 255, 255), (20, 33, 61)


def draw_picture_code(work: Work, code_id: UUID) -> bytes:
    """Return the picture as PNG, while its code can still be used."""
    waiting = select(PictureCode.id).where(
        PictureCode.id == code_id,
        PictureCode.browser == require_browser(work),
        col(PictureCode.used_at).is_(None),
        col(PictureCode.expires_at) > work.now,
    )
    if work.session.exec(waiting).one_or_none() is None:
        raise NotFound("picture_code")
    drawing = ImageCaptcha(*SIZE)
    answer = picture_answer(work.secret, code_id)
    return drawing.generate(answer, "png", PAPER, INK).getvalue()
