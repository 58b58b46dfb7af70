"""What is exchanged with other systems by the clock: each job bound to its use case."""

from functools import partial

from services.arrivals import fetch_dossiers
from services.arrivals.sources import SOURCES
from services.civil_status import pull_entries
from services.interlinked_desk import fetch_arrivals
from services.jobs import OUTWARD
from services.land import judge_parked, sweep_notices
from services.look_ups import answers, ask_again
from services.runtime import run
from services.status_sync import sweep_owed
from services.status_sync.national import nightly as national_nightly
from services.work import SYSTEM
from services.worker_app import app


@app.periodic(cron="*/5 * * * *")
@app.task(name="status_sync.sweep", queueing_lock="status_sync.sweep")
def sweep_the_ledger(timestamp: int) -> None:
    """Owe what was not told, and carry on with what lost its job (OB-11)."""
    run(SYSTEM, sweep_owed.sweep_owed)
    run(SYSTEM, sweep_owed.wake_lost)


@app.periodic(cron="40 3 * * *")
@app.task(
    name="status_sync.compare_national",
    queue=OUTWARD,
    queueing_lock="status_sync.national",
)
def compare_with_the_national_portal(timestamp: int) -> None:
    """Find where the national portal has a dossier otherwise than we do (issue 7)."""
    national_nightly.compare_national(partial(run, SYSTEM))


@app.periodic(cron="*/5 * * * *")
@app.task(
    name="interlinked_desk.fetch", queue=OUTWARD, queueing_lock="interlinked_desk.fetch"
)
def fetch_interlinked_declarations(timestamp: int) -> None:
    """Take over declarations that other portals hand over."""
    fetch_arrivals.fetch_arrivals(partial(run, SYSTEM))


@app.periodic(cron="*/5 * * * *")
@app.task(name="arrivals.fetch", queue=OUTWARD, queueing_lock="arrivals.fetch")
def fetch_arriving_dossiers(timestamp: int) -> None:
    """Take over dossiers that were filed at other systems, one system after another."""
    for system in SOURCES:
        fetch_dossiers.fetch_dossiers(partial(run, SYSTEM), system)


@app.periodic(cron="45 2 * * *")
@app.task(name="land.sweep_notices")
def forget_calls_of_the_land_registry(timestamp: int) -> None:
    """Empty what the land registry said long ago."""
    run(SYSTEM, sweep_notices.sweep_notices)


@app.periodic(cron="*/5 * * * *")
@app.task(name="land.judge_parked", queueing_lock="land.judge_parked")
def judge_parked_land_notices(timestamp: int) -> None:
    """Look again at what the land registry told of dossiers nobody knew."""
    judge_parked.judge_parked(partial(run, SYSTEM))


@app.periodic(cron="*/5 * * * *")
@app.task(name="civil_status.pull", queue=OUTWARD, queueing_lock="civil_status.pull")
def ask_the_civil_status_registry(timestamp: int) -> None:
    """Read what became of declarations of births, deaths and marriages."""
    pull_entries.pull_entries(partial(run, SYSTEM))


@app.periodic(cron="* * * * *")
@app.task(name="look_ups.ask_again", queue=OUTWARD, queueing_lock="look_ups.ask_again")
def ask_registers_again(timestamp: int) -> None:
    """Ask again what a register did not answer while a person waited."""
    ask_again.ask_again(partial(run, SYSTEM))


@app.periodic(cron="55 2 * * *")
@app.task(name="look_ups.forget", queueing_lock="look_ups.forget")
def forget_answers_of_registers(timestamp: int) -> None:
    """Drop answers of registers that are past their time."""
    run(SYSTEM, answers.forget_answers)
