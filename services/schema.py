"""Imports every models module, for migrations and tests; nothing else."""

from services.accounts import models as accounts
from services.accounts import officer_models as officers
from services.arrivals import models as arrivals
from services.audit import chain_models as audit_chain
from services.audit import models as audit
from services.calendars import models as calendars
from services.civil_status import models as civil_status
from services.common_faults import models as common_faults
from services.core.table import Table
from services.counter import models as counter
from services.decisions import models as decisions
from services.delegations import models as delegations
from services.deliveries import models as deliveries
from services.digitising import models as digitising
from services.dossiers import cosign_models as cosigning
from services.dossiers import models as dossiers
from services.eform_changes import models as eform_drafts
from services.eforms import models as eforms
from services.fees import models as fees
from services.files import models as files
from services.identities import models as identities
from services.interlinked import models as interlinked
from services.interlinked_desk import models as interlinked_desk
from services.land import models as land
from services.look_ups import models as look_ups
from services.messages import models as messages
from services.notifications import models as notifications
from services.outbox import models as outbox
from services.oversight import models as oversight
from services.payments import models as payments
from services.payments import settlement_models as settlements
from services.permits import models as permits
from services.places import models as places
from services.procedure_changes import models as procedure_changes
from services.procedures import models as procedures
from services.processes import models as processes
from services.processing import models as processing
from services.processing import reception_models as reception
from services.processing import step_models as step_log
from services.registers import models as registers
from services.results import models as results
from services.signing import models as signing
from services.slips import models as slips
from services.status_sync import models as status_sync
from services.supplements import models as supplements
from services.templates import models as templates
from services.vault import models as vault

__all__ = [
    "accounts",
    "arrivals",
    "audit",
    "audit_chain",
    "calendars",
    "civil_status",
    "common_faults",
    "cosigning",
    "counter",
    "decisions",
    "delegations",
    "deliveries",
    "digitising",
    "dossiers",
    "eform_drafts",
    "eforms",
    "fees",
    "files",
    "identities",
    "interlinked",
    "interlinked_desk",
    "land",
    "look_ups",
    "messages",
    "metadata",
    "notifications",
    "officers",
    "outbox",
    "oversight",
    "payments",
    "permits",
    "places",
    "procedure_changes",
    "procedures",
    "processes",
    "processing",
    "reception",
    "registers",
    "results",
    "settlements",
    "signing",
    "slips",
    "status_sync",
    "step_log",
    "supplements",
    "templates",
    "vault",
]
metadata = Table.metadata
