"""Texts are written by one administrator and published by another (A08)."""

import dataclasses
from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any
from uuid import UUID

import pytest
from sqlmodel import select

from services.core.errors import Forbidden, RuleViolation
from services.notifications.models import Subject
from services.notifications.own_words import own_words
from services.notifications.texts import LONGEST_SMS
from services.template_changes.change_text import (
    SMS_LONG,
    TextForm,
    propose_text,
    publish_text,
    sms_letters,
    withdraw_text,
)
from services.template_changes.list_form_sets import list_form_sets
from services.template_changes.list_texts import list_texts, show_text
from services.template_changes.load_messages import load_messages
from services.template_changes.try_text import try_text
from services.template_changes.variables import fill, sms_length, unknown
from services.templates.load_templates import load_templates
from services.templates.models import TemplateKind, TemplateState, TextTemplate
from services.templates.queries import templates_for
from services.work import Role, Work
from tests.factories.processing import make_account_officer

DAY = date(2030, 1, 1)


def administrator(work: Work, agency_id: UUID | None = None) -> Work:
    """Return the work of an administrator; a new one each time."""
    actor = make_account_officer(work.session, agency_id, Role.ADMINISTRATOR)
    return dataclasses.replace(
        work, actor=dataclasses.replace(actor, proved_at=work.now)
    )


def bodies(work: Work) -> set[str]:
    """Return the general grounds of a refusal in force."""
    found = templates_for(work.session, TemplateKind.REFUSAL, "", DAY)
    return {template.body for template in found}


def act_as(work: Work, act: Callable[..., Any], *args: Any, **named: Any) -> Any:
    """Run a use case in this very transaction; Any: whatever it takes."""
    return act(work, *args, **named)


def text_of(work: Work, kind: TemplateKind, key: str) -> UUID:
    """Return the first version of a text that came with the portal."""
    load_templates(work)
    load_messages(work)
    query = select(TextTemplate.id).where(
        TextTemplate.kind == kind, TextTemplate.key == key
    )
    return work.session.exec(query).one()


def test_a_new_version_is_in_force_only_when_another_publishes_it(work: Work) -> None:
    known = text_of(work, TemplateKind.REFUSAL, "dispute")
    writer = administrator(work)
    made = propose_text(writer, known, TextForm("Tranh chấp", "Đất đang tranh chấp."))
    assert "Đất đang tranh chấp." not in bodies(work)
    with pytest.raises(RuleViolation):
        publish_text(writer, made)
    publish_text(administrator(work), made)
    assert "Đất đang tranh chấp." in bodies(work)
    withdraw_text(administrator(work), made)
    assert "Đất đang tranh chấp." not in bodies(work)


@pytest.mark.parametrize("body", ["Chào {ai_do}", "Thừa ngoặc {", "Thiếu } ngoặc"])
def test_an_unknown_variable_is_refused(work: Work, body: str) -> None:
    known = text_of(work, TemplateKind.REFUSAL, "dispute")
    with pytest.raises(RuleViolation) as refusal:
        propose_text(administrator(work), known, TextForm("Tên", body))
    assert refusal.value.problems == {"body": "template_variable"}


def test_an_administrator_of_a_unit_does_not_write_the_province_s_texts(
    work: Work,
) -> None:
    known = text_of(work, TemplateKind.REFUSAL, "dispute")
    unit = dataclasses.replace(administrator(work).actor, agency_id=known)
    with pytest.raises(Forbidden):
        propose_text(dataclasses.replace(work, actor=unit), known, TextForm("T", "B"))


def test_a_published_message_goes_before_the_one_of_the_portal(work: Work) -> None:
    known = text_of(work, TemplateKind.MESSAGE, "late.sms")
    assert own_words(work.session, Subject.LATE, DAY) == {}
    form = TextForm("Chậm", "{dossier} bi cham, xin loi")
    publish_text(administrator(work), propose_text(administrator(work), known, form))
    words = own_words(work.session, Subject.LATE, DAY)
    assert words["sms"] == "$dossier bi cham, xin loi"


def test_versions_are_listed_the_latest_first(work: Work) -> None:
    known = text_of(work, TemplateKind.STOP, "no_answer")
    here = administrator(work)
    made = propose_text(here, known, TextForm("Quá hạn", "Đã quá hạn bổ sung."))
    again = propose_text(here, made, TextForm("Quá hạn", "Đã quá hạn."))
    shown = show_text(here, known)
    assert made == again
    assert [one.version for one in shown.versions] == [2, 1]
    latest = {one.key: one for one in list_texts(here, TemplateKind.STOP)}
    assert latest["no_answer"].state is TemplateState.PROPOSED


def test_a_trial_goes_to_oneself(work: Work) -> None:
    known = text_of(work, TemplateKind.MESSAGE, "late.mail")
    here = administrator(work)
    trial = try_text(
        partial(act_as, here), known, {"dossier": "Hồ sơ H55.1", "day": "05/12/2026"}
    )
    assert "Hồ sơ H55.1" in trial.text


@pytest.mark.parametrize(("letters", "parts"), [(160, 1), (161, 2), (306, 2), (307, 3)])
def test_sms_are_counted_without_marks(letters: int, parts: int) -> None:
    assert sms_length("ắ" * letters) == (letters, parts)


def test_a_preview_leaves_what_it_does_not_know() -> None:
    assert fill("{a} và {b}", {"a": "một"}) == "một và {b}"
    assert unknown("{a} {b}", ("a",)) == ["b"]


@pytest.mark.parametrize(("spare", "fault"), [(0, {}), (1, {"body": SMS_LONG})])
def test_an_edited_sms_stays_one_message(
    work: Work, spare: int, fault: dict[str, str]
) -> None:
    known = text_of(work, TemplateKind.MESSAGE, "late.sms")
    here = administrator(work)
    long = "{dossier} bị chậm" + "ắ" * 60  # no room is left for the hotline
    begun = sms_letters(here, known, long)
    assert begun is not None
    body = long + "ắ" * (LONGEST_SMS - begun + spare)

    problems: dict[str, str] = {}
    try:
        propose_text(here, known, TextForm("Chậm", body))
    except RuleViolation as refusal:
        problems = dict(refusal.problems)

    assert problems == fault
    assert sms_letters(here, known, body) == LONGEST_SMS + spare


def test_what_is_no_sms_is_not_measured(work: Work) -> None:
    known = text_of(work, TemplateKind.REFUSAL, "dispute")
    assert sms_letters(administrator(work), known, "Đất đang tranh chấp") is None


def test_sets_of_forms_are_listed_with_their_days(work: Work) -> None:
    now, before = list_form_sets(administrator(work))
    assert (now.since, now.until) == (date(2025, 7, 1), None)
    assert before.until == date(2025, 6, 30)
    assert (before.forms["control"], now.forms["control"]) == ("05", "06")
    with pytest.raises(Forbidden):
        list_form_sets(work)
