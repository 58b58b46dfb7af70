"""CertificateExtentData: the papers of a dossier as XML (contracts 5.3)."""

from collections.abc import Mapping, Sequence
from typing import Any
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, ParseError

from defusedxml import ElementTree as Defused
from defusedxml.common import DefusedXmlException

from services.core.errors import SystemUnavailable
from services.integrations.social_assistance_registry import wire

Fields = Mapping[str, Any]  # JSON
DELETED = ("1", "true")


def pack(papers: Sequence[Fields], results: Sequence[Fields]) -> str:
    """Return both lists as one XML text."""
    root = ElementTree.Element(wire.EXTENT_ROOT)
    _add(root, (wire.PAPERS, wire.PAPER), papers)
    _add(root, (wire.RESULTS, wire.RESULT), results)
    return ElementTree.tostring(root, encoding="unicode")


def unpack(text: str) -> tuple[wire.Paper, ...]:
    """Return the files handed in; without entities or outside references.

    Their own documents write DanhSachTaiLieuNop with a capital more or less.
    """
    if not text:
        return ()
    try:
        root = Defused.fromstring(text)
    except (ParseError, DefusedXmlException, ValueError):
        raise SystemUnavailable(wire.PULL) from None
    found = [
        wire.Paper.model_validate({part.tag: part.text for part in paper})
        for group in root
        if group.tag.lower() == wire.PAPERS.lower()
        for paper in group
    ]
    return tuple(one for one in found if one.IsDeleted.lower() not in DELETED)


def _add(root: Element, names: tuple[str, str], rows: Sequence[Fields]) -> None:
    group = ElementTree.SubElement(root, names[0])
    for row in rows:
        one = ElementTree.SubElement(group, names[1])
        for name, value in row.items():
            ElementTree.SubElement(one, name).text = "" if value is None else str(value)
