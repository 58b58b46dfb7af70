"""A citizen and the worker in one process that dies where it is told to.

The same plan played again is what a person does after a crash: everything once
more, from the first step, with the same intent.
"""

import hashlib
import os
import signal
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import Any
from uuid import UUID

from pypdf import PdfWriter
from sqlmodel import col, select, text

from services import settings as settings_module
from services.accounts.new_picture_code import new_picture_code, picture_answer
from services.accounts.prove_human import HumanProof
from services.core.errors import Conflict
from services.dossiers import begin_draft, save_answers
from services.dossiers.begin_upload import begin_upload
from services.dossiers.choose_agency import choose_agency
from services.dossiers.submit import submit_dossier
from services.files import append
from services.files.models import FileState, StoredFile
from services.files.read_progress import read_progress
from services.runtime import open_work, run
from services.tasks import inspect_a_file
from services.work import Actor, Work
from tests.crash.broken import break_build
from tests.crash.journal import ACKNOWLEDGED, INVOKED, Journal, Line
from tests.factories.dossiers import ANSWERS

TYPED_AT = datetime(2026, 11, 20, 2, 0, tzinfo=UTC)
PIECES = 3
SLOT, NAME = "G01", "đơn đề nghị.pdf"


@dataclass(frozen=True)
class Plan:
    """Who hands in what, and where this process dies."""

    database_url: str
    data_folder: Path
    journal: Path
    account_id: UUID
    agency_id: UUID
    procedure_code: str
    intents: tuple[str, ...]
    failpoint: str = ""  # a place inside a use case
    dies_after: str = ""  # an act that is committed, before its answer is heard
    broken: str = ""


def paper_of(intent: str) -> bytes:
    """Return the paper this intent hands in; no two are alike."""
    writer, target = PdfWriter(), BytesIO()
    writer.add_blank_page(595, 842)
    writer.add_metadata({"/Title": intent})
    writer.write(target)
    return target.getvalue()


def digest_of(intent: str) -> str:
    """Return the digest of that paper."""
    return hashlib.sha256(paper_of(intent)).hexdigest()


def play(plan: Plan) -> None:
    """Hand in every dossier of the plan, in a process of its own."""
    os.environ |= {
        "DVC_DATABASE_URL": plan.database_url,
        "DVC_DATA_FOLDER": str(plan.data_folder),
        "DVC_FAILPOINT": plan.failpoint,
    }
    settings_module.settings.cache_clear()
    break_build(plan.broken)
    citizen = Citizen(plan)
    for intent in plan.intents:
        citizen.hand_in(intent)


class Citizen:
    """One person at one device, who tries again what was not answered."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.journal = Journal(plan.journal)
        self.actor = Actor(account_id=plan.account_id, browser=f"{plan.account_id}")

    def hand_in(self, intent: str) -> None:
        """Take the intent from the first click to the code."""
        do = partial(self.do, intent)
        code = self.plan.procedure_code
        begin = partial(begin_draft.begin_draft, procedure_code=code, intent_key=intent)
        birth = do("begin", begin, lambda b: {"dossier": str(b.dossier_id)})
        dossier_id: UUID = birth.dossier_id
        try:
            self.fill_in(intent, dossier_id)
        except Conflict as refusal:  # handed in by the process that died
            if refusal.args != ("handed_in",):
                raise
        do("submit", partial(self.submit, dossier_id=dossier_id), _code)

    def fill_in(self, intent: str, dossier_id: UUID) -> None:
        """Choose, answer and send the paper."""
        do = partial(self.do, intent)
        agency = self.plan.agency_id
        do("choose", partial(choose_agency, dossier_id=dossier_id, agency_id=agency))
        fields = list(ANSWERS.items())
        for number, some in ((1, fields[:2]), (2, fields[2:])):
            answers = [save_answers.Answer(f, t, TYPED_AT) for f, t in some]
            save = partial(save_answers.save_answers, answers=answers)
            save = partial(save, dossier_id=dossier_id)
            saved = {"dossier": str(dossier_id), "answers": dict(some)}
            do(f"save.{number}", save, partial(_always, saved))
        file_id = self.find_file(dossier_id) or self.start_file(intent, dossier_id)
        self.send(intent, file_id)
        self.inspect(intent, file_id)

    def find_file(self, dossier_id: UUID) -> UUID | None:
        """Return the paper the draft shows already, whole or half sent."""

        def shown(work: Work) -> UUID | None:
            files = select(StoredFile.id).where(
                StoredFile.subject_id == dossier_id,
                col(StoredFile.removed_at).is_(None),
            )
            return work.session.exec(files).first()

        return run(self.actor, shown)

    def start_file(self, intent: str, dossier_id: UUID) -> UUID:
        """Announce the paper."""
        size = len(paper_of(intent))
        start = partial(begin_upload, slot=SLOT, name=NAME, size=size)
        start = partial(start, dossier_id=dossier_id)
        upload = self.do(intent, "start", start, lambda u: {"file": str(u.id)})
        file_id: UUID = upload.id
        return file_id

    def send(self, intent: str, file_id: UUID) -> None:
        """Send what has not come yet."""
        paper = paper_of(intent)
        step = -(-len(paper) // PIECES)
        offset = run(self.actor, read_progress, file_id).offset
        while offset < len(paper):
            data = paper[offset : offset + step - offset % step]
            piece = partial(append.append, offset=offset, data=data)
            done = self.do(
                intent,
                f"piece.{offset // step + 1}",
                partial(piece, file_id=file_id),
                lambda u: {"file": str(u.id), "received": u.offset},
            )
            offset = done.offset

    def inspect(self, intent: str, file_id: UUID) -> None:
        """Do the jobs that wait for this file, as the worker does."""
        for _ in range(run(self.actor, _waiting_jobs, file_id)):
            self.journal.write(Line(INVOKED, "inspect", intent))
            inspect_a_file(file_id=str(file_id))
            self.die_after("inspect")
            facts = {"file": str(file_id), "inspected": True}
            self.journal.write(Line(ACKNOWLEDGED, "inspect", intent, facts))
        state = run(self.actor, _state_of, file_id)
        assert state is FileState.ACCEPTED, state

    def submit(self, work: Work, dossier_id: UUID) -> str:
        """Press the last button with a picture read rightly."""
        picture = new_picture_code(work)
        proof = HumanProof(picture, picture_answer(work.secret, picture))
        submission = submit_dossier(work, dossier_id, True, proof)
        assert submission.submitted is not None, submission.problems
        return submission.submitted.code

    def do(
        self,
        intent: str,
        act: str,
        use_case: Callable[..., Any],
        facts: Callable[[Any], dict[str, Any]] = lambda _: {},  # Any: each its own
    ) -> Any:
        """Write down that it begins; write the answer once it is heard."""
        self.journal.write(Line(INVOKED, act, intent))
        if self.plan.broken == "reply-before-commit":
            with open_work(self.actor) as work:
                answer = use_case(work)
                self.acknowledge(intent, act, facts(answer))
                self.die_after(act)
            return answer
        answer = run(self.actor, use_case)
        self.die_after(act)
        self.acknowledge(intent, act, facts(answer))
        return answer

    def acknowledge(self, intent: str, act: str, facts: dict[str, Any]) -> None:
        """Write down what the portal answered; Any: JSON."""
        self.journal.write(Line(ACKNOWLEDGED, act, intent, facts))

    def die_after(self, act: str) -> None:
        """Die before the answer is heard, if this act was chosen."""
        if self.plan.dies_after == act:
            os.kill(os.getpid(), signal.SIGKILL)


def _always(facts: dict[str, Any], _: object) -> dict[str, Any]:  # Any: JSON
    return facts


def _code(code: str) -> dict[str, str]:
    return {"code": code}


def _waiting_jobs(work: Work, file_id: UUID) -> int:
    found = work.session.execute(
        text(
            "select count(*) from procrastinate_jobs"
            " where task_name = 'files.inspect_file' and args->>'file_id' = :id"
        ),
        {"id": str(file_id)},
    )
    return int(found.scalar_one())


def _state_of(work: Work, file_id: UUID) -> FileState:
    return work.session.get_one(StoredFile, file_id).state
