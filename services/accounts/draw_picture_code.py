"""Draw a picture code for the browser it was made for."""

from uuid import UUID

from captcha.image import ImageCaptcha

from services.accounts.new_picture_code import picture_answer, require_open_picture
from services.work import Work

SIZE = (260, 84)
# The library thins dark ink out to grey; light ink keeps 4.5 to 1 (R29).
INK, PAPER = (255, 255, 255, 255), (20, 33, 61)


def draw_picture_code(work: Work, code_id: UUID) -> bytes:
    """Return the picture as PNG, while its code can still be used."""
    require_open_picture(work, code_id)
    drawing = ImageCaptcha(*SIZE)
    answer = picture_answer(work.secret, code_id)
    return drawing.generate(answer, "png", PAPER, INK).getvalue()
