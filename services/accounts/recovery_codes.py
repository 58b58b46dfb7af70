"""Ten codes that stand in for a lost authenticator, each of them once (AU-10)."""

import secrets
from uuid import UUID

from sqlalchemy import delete, func
from sqlmodel import col, select

from services.accounts.keys import keyed_hash
from services.accounts.officer_models import RecoveryCode
from services.core.text import fold
from services.work import Work

HOW_MANY, LENGTH, GROUP = 10, 10, 5
# No letter that is read as another one or as a digit.
LETTERS = "abcdefghjkmnpqrstuvwxyz"


def renew_recovery_codes(work: Work, account_id: UUID) -> tuple[str, ...]:
    """Return ten new codes to be shown once; older ones no longer open anything."""
    work.session.execute(
        delete(RecoveryCode).where(col(RecoveryCode.account_id) == account_id)
    )
    codes = tuple(random_letters(LENGTH) for _ in range(HOW_MANY))
    work.session.add_all(
        RecoveryCode(
            account_id=account_id,
            code_hash=_hash(work.secret, account_id, code),
            created_at=work.now,
        )
        for code in codes
    )
    work.session.flush()
    return tuple(grouped(code, GROUP) for code in codes)


def spend_recovery_code(work: Work, account_id: UUID, typed: str) -> bool:
    """Take a code once; the lock makes parallel tries queue."""
    mine = select(RecoveryCode).where(
        RecoveryCode.code_hash == _hash(work.secret, account_id, letters_of(typed)),
        RecoveryCode.account_id == account_id,
        col(RecoveryCode.used_at).is_(None),
    )
    code = work.session.exec(mine.with_for_update()).one_or_none()
    if code is None:
        return False
    code.used_at = work.now
    work.session.add(code)
    return True


def recovery_codes_left(work: Work, account_id: UUID) -> int:
    """Return how many codes are still good."""
    unused = select(func.count()).where(
        col(RecoveryCode.account_id) == account_id,
        col(RecoveryCode.used_at).is_(None),
    )
    return int(work.session.execute(unused).scalar_one())


def random_letters(count: int) -> str:
    """Return letters by chance, such as a person copies by hand."""
    return "".join(secrets.choice(LETTERS) for _ in range(count))


def grouped(code: str, size: int) -> str:
    """Return the code in groups that are easy to read out."""
    parts = (code[start : start + size] for start in range(0, len(code), size))
    return "-".join(parts)


def letters_of(typed: str) -> str:
    """Return the letters meant, whatever case and marks they were typed with."""
    return "".join(letter for letter in fold(typed[:200]) if letter in LETTERS)


def _hash(secret: bytes, account_id: UUID, code: str) -> str:
    return keyed_hash(secret, "recovery-code", f"{account_id}.{code}")
