"""Tell people from programs: by a picture code, or by a computed proof."""

import unicodedata
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID, uuid4

import altcha
from sqlalchemy import update
from sqlalchemy.dialects.postgresql import insert
from sqlmodel import col

from services.accounts.keys import same
from services.accounts.models import PictureCode, SolvedChallenge
from services.accounts.new_challenge import PURPOSE, browser_mark
from services.accounts.new_picture_code import picture_answer, spoken_answer
from services.accounts.registrations import require_browser
from services.core.keys import derive_key
from services.work import Work

LONGEST_PAYLOAD = 4_000


@dataclass(frozen=True)
class HumanProof:
    """One of the two: what was read or heard, or what the device computed."""

    picture_id: UUID | None = None
    picture_answer: str = ""
    altcha_payload: str = ""


def prove_human(work: Work, proof: HumanProof) -> bool:
    """Spend the proof and tell whether it holds (AU-9).

    A wrong answer is spent as well, so the caller returns its refusal:
    raising would roll the spending back and allow a second guess.
    """
    if proof.altcha_payload:
        return _spend_computed(work, proof.altcha_payload)
    if proof.picture_id is None:
        return False
    return _spend_picture(work, proof.picture_id, proof.picture_answer)


def _spend_picture(work: Work, code_id: UUID, answer: str) -> bool:
    spent = work.session.execute(
        update(PictureCode)
        .where(
            col(PictureCode.id) == code_id,
            col(PictureCode.browser) == require_browser(work),
            col(PictureCode.used_at).is_(None),
            col(PictureCode.expires_at) > work.now,
        )
        .values(used_at=work.now)
        .returning(col(PictureCode.id))
    ).one_or_none()
    typed = "".join(unicodedata.normalize("NFKC", answer[:60]).upper().split())
    if spent is None or not typed.isascii():
        return False
    read = same(typed, picture_answer(work.secret, code_id))
    heard = same(typed, spoken_answer(work.secret, code_id))
    return read or heard


def _spend_computed(work: Work, payload: str) -> bool:
    solved = _read(payload)
    if solved is None:
        return False
    key = derive_key(work.secret, PURPOSE)
    if not altcha.verify_solution(solved, key).verified:
        return False
    data = solved.challenge.parameters.data or {}
    until = datetime.fromtimestamp(int(data.get("until", 0)), UTC)
    if until < work.now or not same(str(data.get("browser")), browser_mark(work)):
        return False
    once = insert(SolvedChallenge).values(
        id=uuid4(), signature=solved.challenge.signature, expires_at=until
    )
    fresh = once.on_conflict_do_nothing().returning(col(SolvedChallenge.id))
    return work.session.execute(fresh).one_or_none() is not None


def _read(payload: str) -> altcha.Payload | None:
    if len(payload) > LONGEST_PAYLOAD:
        return None
    try:
        return altcha.Payload.from_base64(payload)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None
