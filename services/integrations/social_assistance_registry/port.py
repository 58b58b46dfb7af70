"""What the social assistance registry is told, and what it hands over (contracts 5.3)."""

from typing import Protocol

from services.integrations.arriving import ArrivalSource
from services.integrations.generic_ministry.port import DossierSync


class SocialAssistanceRegistry(DossierSync, ArrivalSource, Protocol):
    """Takes dossiers and their progress; hands over what was filed there.

    In a dossier the papers stand as lists, PAPERS and RESULTS; how they are packed is
    the adapter's business.
    """


PAPERS, RESULTS = "TaiLieuNop", "GiayToKetQua"
