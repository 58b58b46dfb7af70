"""Imports every models module, for migrations and tests; nothing else."""

from services.accounts import models as accounts
from services.accounts import officer_models as officers
from services.audit import chain_models as audit_chain
from services.audit import models as audit
from services.core.table import Table
from services.delegations import models as delegations
from services.dossiers import models as dossiers
from services.files import models as files
from services.identities import models as identities
from services.procedures import models as procedures
from services.processing import models as processing
from services.results import models as results
from services.vault import models as vault

__all__ = [
    "accounts",
    "audit",
    "audit_chain",
    "delegations",
    "dossiers",
    "files",
    "identities",
    "metadata",
    "officers",
    "procedures",
    "processing",
    "results",
    "vault",
]
metadata = Table.metadata
