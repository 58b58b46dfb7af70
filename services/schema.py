"""Imports every models module, for migrations and tests; nothing else."""

from services.accounts import models as accounts
from services.accounts import officer_models as officers
from services.audit import chain_models as audit_chain
from services.audit import models as audit
from services.core.table import Table
from services.delegations import models as delegations
from services.deliveries import models as deliveries
from services.dossiers import cosign_models as cosigning
from services.dossiers import models as dossiers
from services.eforms import models as eforms
from services.fees import models as fees
from services.files import models as files
from services.identities import models as identities
from services.interlinked import models as interlinked
from services.messages import models as messages
from services.notifications import models as notifications
from services.payments import models as payments
from services.payments import settlement_models as settlements
from services.places import models as places
from services.procedures import models as procedures
from services.processing import models as processing
from services.results import models as results
from services.supplements import models as supplements
from services.vault import models as vault

__all__ = [
    "accounts",
    "audit",
    "audit_chain",
    "cosigning",
    "delegations",
    "deliveries",
    "dossiers",
    "eforms",
    "fees",
    "files",
    "identities",
    "interlinked",
    "messages",
    "metadata",
    "notifications",
    "officers",
    "payments",
    "places",
    "procedures",
    "processing",
    "results",
    "settlements",
    "supplements",
    "vault",
]
metadata = Table.metadata
