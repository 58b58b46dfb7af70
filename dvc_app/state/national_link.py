"""What a link of the national portal to one of our forms says (contracts 2)."""

from collections.abc import Mapping
from dataclasses import dataclass

OWN = "thu-tuc"  # our own links
PROCEDURES = ("MaTTHCDP", "MaDVC")  # the second is the online service: code and number
AGENCY, FROM_THERE = "MaCoQuanThucHien", "vnconnect"
LONGEST = 40


@dataclass(frozen=True)
class FilingLink:
    """The procedure and the unit a link to filing names, as it names them.

    Its other parameter, the person's TechID (MDT), is not read: a link proves nobody.
    """

    procedure: str
    agency: str = ""
    is_national: bool = False  # the person came from there, signed in


def read_filing_link(query: Mapping[str, str]) -> FilingLink:
    """Return what the link says; our own name goes before theirs."""
    found = [query.get(name, "") for name in (OWN, *PROCEDURES)]
    return FilingLink(
        procedure=next((code for code in found if code), "")[:LONGEST],
        agency=query.get(AGENCY, "")[:LONGEST],
        is_national=query.get(FROM_THERE) == "1",
    )
