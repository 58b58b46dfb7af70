"""Taking one's data away, and closing the account, over plain HTTP (C22)."""

import asyncio
from collections.abc import Iterator
from tempfile import TemporaryFile
from typing import IO

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response, StreamingResponse

from dvc_app import formats, routes
from dvc_app.callbacks.asking import act, asking
from dvc_app.callbacks.files import PRIVATE
from dvc_app.callbacks.posted import explained, go, posted, refuse
from dvc_app.walls.cookies import put_cookie
from dvc_app.wording import faults
from dvc_app.wording import my_data as wording
from dvc_app.wording import register as code_words
from services.accounts.code_requests import code_request_progress
from services.accounts.confirm_code import CodeCheck, CodeOutcome
from services.accounts.confirm_code_request import confirm_code_request
from services.accounts.models import CodePurpose
from services.core.errors import RuleViolation, ServiceError
from services.profiles.close_account import check_word, close_account
from services.profiles.my_data import my_data
from services.profiles.write_archive import write_archive
from services.work import Actor

CLOSING = CodePurpose.CLOSE_ACCOUNT
PIECE = 1 << 16
MOST_AT_ONCE = 2  # archives; each reads up to 200 MB from the store
_packers = asyncio.Semaphore(MOST_AT_ONCE)


async def archive(request: Request) -> Response:
    """Answer with everything the portal keeps about who asks."""
    actor = await asking(request)
    try:
        data = await act(actor, my_data)
    except ServiceError:
        return RedirectResponse(f"{routes.MY_DATA}?tai=lai", 303, headers=PRIVATE)
    target = TemporaryFile()  # noqa: SIM115 - closed when the last piece is sent
    words = {wording.ARCHIVE_NOTE_NAME: wording.ARCHIVE_NOTE}
    async with _packers:
        await act(actor, write_archive, data, target, words)
    size = target.tell()
    headers = PRIVATE | {
        "content-disposition": f'attachment; filename="{wording.ARCHIVE}"',
        "content-length": str(size),
    }
    return StreamingResponse(
        _pieces(target), media_type="application/zip", headers=headers
    )


@explained(routes.MY_DATA)
async def close(request: Request) -> Response:
    """Close the account, and give the browser a new name."""
    actor = await asking(request)
    if actor.account_id is None:
        return go(request, routes.HOME)  # pressed again: it is closed
    form = await posted(request)
    try:
        check_word(form.get("word", ""))  # before a try of the code is spent
        problem = await _give_code(actor, form)
    except RuleViolation as refusal:
        return refuse(request, _words(refusal), routes.MY_DATA)
    if problem:
        return refuse(request, [("code", problem)], routes.MY_DATA)
    progress = await act(actor, code_request_progress, CLOSING)
    request_id = progress.request_id if progress else None
    try:
        await act(actor, close_account, request_id, form.get("word", ""))
    except RuleViolation as refusal:
        return refuse(request, _words(refusal), routes.MY_DATA)
    answer = go(request, routes.HOME)
    put_cookie(answer)
    return answer


async def _give_code(actor: Actor, form: dict[str, str]) -> str:
    """Give the code in, unless it was taken before; return what is wrong with it."""
    progress = await act(actor, code_request_progress, CLOSING)
    if progress is None or progress.is_verified:
        return ""
    check = await act(
        actor, confirm_code_request, CLOSING, progress.request_id, form.get("code", "")
    )
    return _say_check(check)


def _say_check(check: CodeCheck) -> str:
    until = formats.clock_time(check.resend_at) if check.resend_at else ""
    if check.outcome is CodeOutcome.CONFIRMED:
        return ""
    if check.outcome is CodeOutcome.WRONG:
        return code_words.CODE_WRONG.format(count=check.tries_left)
    if check.outcome is CodeOutcome.EXPIRED:
        return code_words.CODE_EXPIRED_WAIT.format(until=until)
    return code_words.CODE_BLOCKED.format(until=until)


def _words(refusal: RuleViolation) -> list[tuple[str, str]]:
    return [
        (field, wording.FAULTS.get(key) or faults.spelled({field: key})[field])
        for field, key in refusal.problems.items()
    ]


def _pieces(target: IO[bytes]) -> Iterator[bytes]:
    with target:
        target.seek(0)
        while piece := target.read(PIECE):
            yield piece
