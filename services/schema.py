"""Imports every models module, for migrations and tests; nothing else."""

from services.accounts import models as accounts
from services.audit import models as audit
from services.core.table import Table
from services.dossiers import models as dossiers
from services.files import models as files
from services.procedures import models as procedures
from services.processing import models as processing
from services.results import models as results

__all__ = [
    "accounts",
    "audit",
    "dossiers",
    "files",
    "metadata",
    "procedures",
    "processing",
    "results",
]
metadata = Table.metadata
