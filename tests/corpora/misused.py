"""What somebody may try on a dossier out of turn (B14)."""

import dataclasses
from collections.abc import Callable
from datetime import timedelta

from sqlmodel import select

from services.core.errors import Conflict, RuleViolation, ServiceError
from services.decisions.models import DecisionKind
from services.decisions.propose import propose
from services.dossiers.acknowledgement import acknowledgement
from services.dossiers.begin_upload import begin_upload
from services.dossiers.check_cosign import show_cosign
from services.dossiers.choose_agency import choose_agency
from services.dossiers.copy_dossier import copy_dossier
from services.dossiers.cosign import cosign_by_account
from services.dossiers.discard_draft import discard_draft
from services.dossiers.open_draft import open_draft
from services.dossiers.save_answers import save_answer
from services.dossiers.show_dossier import show_dossier
from services.dossiers.submit import submit_dossier
from services.dossiers.withdraw import withdraw_dossier
from services.files.discard import discard
from services.files.models import StoredFile
from services.messages.send_message import send_message
from services.processing.decide_withdrawal import decide_withdrawal
from services.processing.finish_step import finish_step
from services.processing.receive import receive
from services.processing.save_verdict import save_verdict
from services.processing.take_step import take_step
from services.results.attach_result import attach_result
from services.results.remove_result import remove_result
from services.results.return_result import return_result
from services.reuse.use_document import use_document
from services.supplements.answer_supplement import answer_supplement
from services.supplements.ask_supplement import ask_supplement
from services.supplements.models import (
    SupplementRequest,
    TargetKind,
)
from services.supplements.save_point import save_point
from services.vault.open_shared import open_shared, read_shared
from services.vault.share import end_share
from services.work import Work
from tests.corpora.stages import WHO, Flow
from tests.factories.decisions import make_decision_form
from tests.factories.dossiers import (
    make_proof,
)
from tests.factories.processing import (
    dossier_of,
    make_form,
    make_result_file,
)
from tests.factories.supplements import (
    make_supplement_form,
    points_asked,
)
from tests.factories.vault import visitor


def _version(flow: Flow) -> int:
    return dossier_of(flow.work, flow.code).version


def _change_then_cosign(flow: Flow, by: Work) -> str:
    mine = flow.by("citizen")
    save_answer(mine, flow.dossier_id, "request", "Một việc khác hẳn", mine.now)
    done = cosign_by_account(by, flow.kept["key"], flow.kept["digest"])
    return "has changed" if done.has_changed else "signed"


def _change_then_submit(flow: Flow, by: Work) -> None:
    save_answer(by, flow.dossier_id, "request", "Một việc khác hẳn", by.now)
    submit_dossier(by, flow.dossier_id, True, make_proof(by))


def _use_removed(flow: Flow, by: Work) -> None:
    flow.kept["paper"].removed_at = by.now
    by.session.add(flow.kept["paper"])
    by.session.flush()
    use_document(by, flow.dossier_id, "G01", flow.kept["paper"].id, True)


def _use_revoked(flow: Flow, by: Work) -> None:
    flow.kept["paper"].revoked_at = by.now
    by.session.add(flow.kept["paper"])
    by.session.flush()
    use_document(by, flow.dossier_id, "G01", flow.kept["paper"].id, True)


def _read_ended(flow: Flow, by: Work) -> None:
    end_share(by, flow.kept["share"].share_id)
    read_shared(visitor(flow.work), flow.kept["ticket"])


def _read_over(flow: Flow, by: Work) -> str:
    later = dataclasses.replace(visitor(flow.work), now=by.now + timedelta(days=2))
    return open_shared(later, flow.kept["share"].code).problem


def _submit(flow: Flow, by: Work) -> str:
    proof = make_proof(by)
    done = submit_dossier(by, flow.dossier_id, True, proof).submitted
    return "the same sheet" if done and done.code == flow.code else "handed in"


def _unpledged(flow: Flow, by: Work) -> None:
    submit_dossier(by, flow.dossier_id, False, make_proof(by))


def _remove_file(flow: Flow, by: Work) -> None:
    query = select(StoredFile.id).where(StoredFile.subject_id == flow.dossier_id)
    discard(by, by.session.exec(query).all()[0])


def _withdraw(flow: Flow, by: Work) -> str:
    done = withdraw_dossier(by, flow.code, "Tôi đổi ý")
    return "withdrawn" if done.is_done else "asked"


def _answer(flow: Flow, by: Work) -> str:
    before = by.session.get_one(SupplementRequest, flow.kept["request"]).answered_at
    done = answer_supplement(by, flow.code)
    return "the same answer" if before == done.answered_at else "taken"


def _save_point(flow: Flow, by: Work) -> None:
    point = points_asked(flow.work, flow.kept["request"])[TargetKind.FREE]
    save_point(by, flow.code, point.id, "Nội dung khác", by.now)


def _ask_again(flow: Flow, by: Work) -> None:
    ask_supplement(by, flow.code, make_supplement_form(), "again")


def _attach(flow: Flow, by: Work) -> None:
    file_id = make_result_file(by, flow.code, by.actor)
    attach_result(by, flow.code, file_id, "13/GP-UBND")


def _finish(flow: Flow, by: Work) -> None:
    finish_step(by, flow.code, "Đồng ý cấp phép", "again", _version(flow))


def _finish_unseen(flow: Flow, by: Work) -> None:
    finish_step(by, flow.code, "Đồng ý cấp phép", "again", _version(flow) - 1)


def _receive(flow: Flow, by: Work) -> str:
    form = make_form(version=_version(flow))
    return f"receipt {receive(by, flow.code, form, 'again').number}"


def _void(flow: Flow, by: Work) -> str:
    """Change what was signed: the signature is seen to be for something else."""
    save_answer(by, flow.dossier_id, "request", "Một việc khác hẳn", by.now)
    standing = show_cosign(by, flow.dossier_id).standing
    return str(standing.state) if standing else "none"


def _return(flow: Flow, by: Work) -> str:
    return f"returned to {return_result(by, flow.code, WHO, 'again').received_by}"


def _decide(flow: Flow, by: Work, kind: DecisionKind, **values: str) -> str:
    form = make_decision_form(flow.work, flow.code, kind, **values)
    return str(propose(by, flow.code, form, "again").state)


ACTS: dict[str, Callable[[Flow, Work], object]] = {
    "edit": lambda f, w: save_answer(w, f.dossier_id, "request", "Việc khác", w.now),
    "choose another unit": lambda f, w: choose_agency(
        w, f.dossier_id, f.desk.filing.agency.id
    ),
    "open the draft": lambda f, w: open_draft(w, f.dossier_id),
    "throw away": lambda f, w: discard_draft(w, f.dossier_id),
    "send a file": lambda f, w: begin_upload(w, f.dossier_id, "G01", "a.pdf", 10),
    "remove a file": _remove_file,
    "hand in": _submit,
    "hand in without the pledge": _unpledged,
    "read": lambda f, w: show_dossier(w, f.code),
    "read the sheet": lambda f, w: acknowledgement(w, f.code),
    "copy": lambda f, w: copy_dossier(w, f.code, (), "copied"),
    "withdraw": _withdraw,
    "let go": lambda f, w: decide_withdrawal(w, f.code, True),
    "write": lambda f, w: send_message(w, f.code, "Xin chào", "1"),
    "receive": _receive,
    "judge a paper": lambda f, w: save_verdict(w, f.code, "G01", True),
    "take the step": lambda f, w: take_step(w, f.code),
    "finish the step": _finish,
    "finish the step of an old page": _finish_unseen,
    "attach a result": _attach,
    "take the result back": lambda f, w: remove_result(w, f.code),
    "return the result": _return,
    "ask for a supplement": _ask_again,
    "refuse": lambda f, w: _decide(f, w, DecisionKind.REFUSE, refusal="not_accepted"),
    "stop": lambda f, w: _decide(f, w, DecisionKind.STOP),
    "extend": lambda f, w: _decide(f, w, DecisionKind.EXTEND),
    "hand to another unit": lambda f, w: _decide(f, w, DecisionKind.TRANSFER),
    "answer the supplement": _answer,
    "change an answer": _save_point,
    "change, then co-sign": _change_then_cosign,
    "change, then hand in": _change_then_submit,
    "change what was signed": _void,
    "use the paper, removed": _use_removed,
    "use the paper, revoked": _use_revoked,
    "read the share, ended": _read_ended,
    "open the share, over": _read_over,
}


def verdict_on(flow: Flow, by: str, act: str) -> str:
    """Return what the act led to: the refusal with its keys, or what was answered."""
    try:
        with flow.work.session.begin_nested():
            return str(ACTS[act](flow, flow.by(by)) or "done")
    except RuleViolation as refusal:
        said = [f"{name}={key}" for name, key in sorted(refusal.problems.items())]
        return f"RuleViolation {' '.join(said)}"
    except Conflict as refusal:
        return f"Conflict {refusal.args[0] if refusal.args else ''}".strip()
    except ServiceError as refusal:
        return type(refusal).__name__
