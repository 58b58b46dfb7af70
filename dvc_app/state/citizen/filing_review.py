"""The last look before a dossier is handed in (C14)."""

from dataclasses import dataclass
from uuid import UUID

import reflex as rx
from reflex_base.event import EventSpec

from dvc_app import formats, routes
from dvc_app.state.acting import owner_row
from dvc_app.state.base import AppState
from dvc_app.state.citizen import filing_rows as rows
from dvc_app.state.citizen import paper_rows
from dvc_app.state.eform_rows import GroupCard, line_cards
from dvc_app.state.forms import FormState
from dvc_app.state.human_proof import read_proof
from dvc_app.walls.policy import Who, allow
from dvc_app.wording import delegations
from dvc_app.wording import filing as wording
from dvc_app.wording.filing_faults import FAULTS
from dvc_app.wording.machine_checks import say_finding
from services.accounts.prove_human import HumanProof
from services.core.errors import NotFound, RuleViolation
from services.dossiers.pay_first import pay_first
from services.dossiers.reopen_draft import reopen_draft
from services.dossiers.review import MoneyFirst, Review, ReviewCard, review
from services.dossiers.rules import Step
from services.interlinked.hand_in import hand_in
from services.signals import dossier_topic

SAY_IT_ALL = {"cosign"}  # whose sentence names what is missing
SHOWN = (
    "submitter_name",
    "submitter_birth_date",
    "submitter_address",
    "submitter_phone",
    "submitter_email",
    "submitter_paper_number",
    "paper_issued_on",
    "paper_issued_by",
    "applicant_name",
    "applicant_address",
    "request",
    "copies",
)


@dataclass(frozen=True)
class AnswerRow:
    """One answer as it will be handed in."""

    label: str
    text: str
    is_given: bool


@dataclass(frozen=True)
class GapRow:
    """One thing to do before it can be handed in."""

    words: str
    address: str


class FilingReviewState(FormState, AppState):
    """Everything once more, and the button that hands it in."""

    loaded: bool = False
    answers: list[AnswerRow] = []
    form: list[GroupCard] = []  # the procedure's own form
    form_href: str = ""  # of its printed form, marked as a draft
    papers: list[paper_rows.PaperRow] = []
    gaps: list[GapRow] = []
    findings: list[GapRow] = []  # what the reception will read, too (N10)
    pays_first: bool = False
    pay_words: str = ""  # the main button, with the amount
    is_closed: bool = False  # asked to pay: nothing of the draft changes meanwhile
    is_paid: bool = False
    files_itself: str = ""  # when a paid dossier is filed without anybody
    draft_id: str = ""

    @rx.event
    @allow(Who.CITIZEN)
    async def load(self) -> None:
        """Read the draft as it would be handed in."""
        self._accept()
        self.loaded = self.busy = False
        parts = self.router.url.path.strip("/").split("/")
        self.draft_id = parts[1] if len(parts) > 1 else ""
        try:
            seen = await self._run(review, self._id())
        except NotFound:
            return
        self._draw(seen)
        self._draw_money(seen.money)
        self._watch(FilingReviewState.load, dossier_topic(self._id()))

    @rx.event
    @allow(Who.CITIZEN)
    async def pay(self, form: dict[str, str | bool]) -> EventSpec | None:
        """Close the draft and go where it is paid; pressing twice leads there twice."""
        pledge, proof = _pledge_and_proof(form)
        try:
            asked = await self._run(pay_first, self._id(), pledge, proof)
        except RuleViolation as refusal:
            self._refuse(refusal.problems, FAULTS, self._names())
            return None
        if not asked.key:
            self._refuse(asked.problems, FAULTS)
            return None
        self._accept()
        return rx.redirect(routes.fill(routes.PAYMENT, request=asked.key))

    @rx.event
    @allow(Who.CITIZEN)
    async def reopen(self) -> EventSpec:
        """Cancel a payment nobody made, to change the draft again."""
        await self._run(reopen_draft, self._id())
        return FilingReviewState.load

    @rx.event
    @allow(Who.CITIZEN)
    async def submit(self, form: dict[str, str | bool]) -> EventSpec | None:
        """Hand the dossier in; pressing twice shows the same code (R6)."""
        pledge, proof = _pledge_and_proof(form)
        try:
            done = await self._run(hand_in, self._id(), pledge, proof)
        except RuleViolation as refusal:
            self._refuse(refusal.problems, FAULTS, self._names())
            return None
        if done.submitted is None:
            self._refuse(done.problems, FAULTS)
            return None
        self._accept()
        return rx.redirect(
            routes.fill(routes.ACKNOWLEDGEMENT, code=done.submitted.code)
        )

    def _draw(self, seen: Review) -> None:
        cards = {card.field: card for card in seen.cards}
        shown = [n for n in SHOWN if not (seen.names_owner and n.startswith("appl"))]
        self.answers = [_answer(cards[name]) for name in shown]
        self.form = line_cards(seen.form, wording.NOT_GIVEN)
        sheet = routes.fill(routes.API_DRAFT_FORM, draft_id=self.draft_id)
        self.form_href = sheet if seen.form else ""
        if seen.draft.acting:
            words = owner_row(seen.draft.acting).words
            self.answers.insert(0, AnswerRow(delegations.RIGHT, words, True))
        self.papers = [
            *(
                paper_rows.paper_row(self.draft_id, paper)
                for paper in seen.draft.components
            ),
            paper_rows.other_row(self.draft_id, seen.draft),
        ]
        self.papers = [paper for paper in self.papers if paper.files or paper.required]
        names, steps = self._names(), {card.field: card.step for card in seen.cards}
        names |= seen.names
        steps |= dict.fromkeys(seen.names, Step.INFORMATION)
        self.gaps = [
            GapRow(
                FAULTS[key]
                if field in SAY_IT_ALL
                else f"{names.get(field) or wording.LABELS.get(field, '')}: {FAULTS[key]}",
                self._address(field, steps),
            )
            for field, key in seen.problems.items()
        ]
        self.findings = [
            GapRow(
                say_finding(found.check, self._names().get(found.target, "")),
                self._address(found.target, steps),
            )
            for found in seen.findings
            if found.target not in seen.problems
        ]
        self.loaded = True

    def _draw_money(self, money: MoneyFirst | None) -> None:
        self.pays_first = money is not None
        self.is_closed = self.is_paid = False
        self.pay_words = self.files_itself = ""
        if money is None:
            return
        self.is_closed, self.is_paid = money.is_closed, money.paid > 0
        amount = formats.dong(money.due or money.paid)
        self.pay_words = wording.PAY.format(amount=amount)
        if money.file_by:
            self.files_itself = formats.moment(money.file_by)

    def _address(self, field: str, steps: dict[str, Step]) -> str:
        beside = dict.fromkeys(("agency", "procedure", "principal"), Step.AGENCY)
        beside["cosign"] = Step.REVIEW
        step = steps.get(field) or beside.get(field, Step.COMPONENTS)
        return routes.fill(rows.ROUTE_OF_STEP[step], draft=self.draft_id)

    def _names(self) -> dict[str, str]:
        return {paper.code: paper.name for paper in self.papers}

    def _id(self) -> UUID:
        try:
            return UUID(self.draft_id)
        except ValueError:
            return UUID(int=0)


def _pledge_and_proof(form: dict[str, str | bool]) -> tuple[bool, HumanProof]:
    typed = {name: text for name, text in form.items() if isinstance(text, str)}
    return form.get("pledge", False) is True, read_proof(typed) or HumanProof()


def _answer(card: ReviewCard) -> AnswerRow:
    is_given = card.value not in (None, "")
    text = str(card.value) if is_given else wording.NOT_GIVEN
    if is_given and card.field in ("submitter_birth_date", "paper_issued_on"):
        text = formats.iso_day(text)
    return AnswerRow(wording.LABELS[card.field], text, is_given)
