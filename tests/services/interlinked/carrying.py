"""Carry a dossier of a leg through the desk."""

from services.processing.finish_step import finish_step
from services.processing.receive import receive
from services.processing.take_step import take_step
from services.results.attach_result import attach_result
from services.work import Work
from tests.factories.processing import (
    Desk,
    acting,
    dossier_of,
    make_form,
    make_result_file,
)


def carry_to_result(work: Work, desk: Desk, code: str) -> None:
    """Receive, handle and approve; a leg here has no papers to judge."""
    version = dossier_of(work, code).version
    receive(acting(work, desk.intake), code, make_form(version=version), f"r-{code}")
    mine, boss = acting(work, desk.handler), acting(work, desk.approver)
    version = take_step(mine, code).version
    file_id = make_result_file(work, code, desk.handler)
    version = attach_result(mine, code, file_id, "12/KS").version
    finish_step(mine, code, "Đủ điều kiện cấp", f"h-{code}", version)
    version = take_step(boss, code).version
    finish_step(boss, code, "", f"a-{code}", version)
