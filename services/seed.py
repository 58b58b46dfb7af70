"""Load what a new deployment starts with; running it again changes nothing."""

from sqlmodel import select

from services.accounts.demonstration import seed_demonstration
from services.calendars.load_calendar import load_calendar
from services.dossiers.calendar import plain_calendar
from services.eforms.load_eforms import load_eforms
from services.fees.load_rules import load_rules
from services.payments.load_providers import load_providers
from services.places.load_places import load_places
from services.procedures.load_agencies import load_agencies
from services.procedures.load_seed import load_seed
from services.procedures.models import Agency
from services.processes.load_processes import load_processes
from services.runtime import run
from services.seed_dossiers import seed_dossiers
from services.settings import settings
from services.template_changes.load_messages import load_messages
from services.templates.load_templates import load_templates
from services.work import SYSTEM, Work


def seed_all(dossiers: int = 0) -> None:
    """Load agencies and procedures; outside production people and dossiers too."""
    run(SYSTEM, load_places)
    run(SYSTEM, load_agencies)
    run(SYSTEM, load_rules)  # before the seed, which renews the version of the lists
    run(SYSTEM, load_seed)
    run(SYSTEM, load_eforms)
    run(SYSTEM, load_providers)
    run(SYSTEM, load_processes)
    run(SYSTEM, _load_calendar)
    run(SYSTEM, load_templates)
    run(SYSTEM, load_messages)
    if settings().production:
        return
    run(SYSTEM, _seed_people)
    if dossiers:
        run(SYSTEM, seed_dossiers, dossiers)


def _load_calendar(work: Work) -> None:
    load_calendar(work, plain_calendar(work))


def _seed_people(work: Work) -> None:
    """Create the demonstration people at the units the profile names for them."""
    chosen = work.province.profile["demonstration"]
    agencies = {
        name: work.session.exec(select(Agency.id).where(Agency.code == code)).one()
        for name, code in chosen.items()
    }
    seed_demonstration(work, agencies)
