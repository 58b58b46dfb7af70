"""The XML of the mobile signature service: requests read, answers and faults written."""

from dataclasses import dataclass
from xml.etree import ElementTree

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

MSS = "http://uri.etsi.org/TS102204/v1.1.2#"
SOAP = "http://www.w3.org/2003/05/soap-envelope"
VERSION = {"MajorVersion": "1", "MinorVersion": "1"}


class Unreadable(ValueError):
    """What was sent is not a request of the standard."""


@dataclass(frozen=True)
class Asked:
    """One request: its attributes, and the texts of its elements."""

    root: ElementTree.Element

    def attribute(self, name: str, of: str = "") -> str:
        """Return an attribute of the request, or of an element inside it."""
        found = self.root if not of else self.root.find(f".//{{{MSS}}}{of}")
        return found.get(name, "") if found is not None else ""

    def text(self, name: str) -> str:
        """Return the text of an element."""
        return (self.root.findtext(f".//{{{MSS}}}{name}") or "").strip()


def read(content: bytes, name: str) -> Asked:
    """Return the request of this name inside the envelope."""
    try:
        root = fromstring(content, forbid_dtd=True)
    except (ElementTree.ParseError, DefusedXmlException, ValueError):
        raise Unreadable from None
    found = root.find(f"{{{SOAP}}}Body/{{{MSS}}}{name}")
    if found is None:
        raise Unreadable
    return Asked(found)


def answer(name: str, code: str, reference: str, signature: str = "") -> bytes:
    """Return an answer with its status."""
    root = ElementTree.Element(f"{{{MSS}}}{name}", VERSION)
    root.set("MSSP_TransID", reference)
    if signature:
        outer = ElementTree.SubElement(root, f"{{{MSS}}}MSS_Signature")
        ElementTree.SubElement(outer, f"{{{MSS}}}Base64Signature").text = signature
    status = ElementTree.SubElement(root, f"{{{MSS}}}Status")
    ElementTree.SubElement(status, f"{{{MSS}}}StatusCode", {"Value": code})
    return _enveloped(root)


def fault(code: str, reason: str) -> bytes:
    """Return a SOAP fault whose subcode is the standard's."""
    root = ElementTree.Element(f"{{{SOAP}}}Fault")
    outer = ElementTree.SubElement(root, f"{{{SOAP}}}Code")
    ElementTree.SubElement(outer, f"{{{SOAP}}}Value").text = "soap:Sender"
    inner = ElementTree.SubElement(outer, f"{{{SOAP}}}Subcode")
    ElementTree.SubElement(inner, f"{{{SOAP}}}Value").text = f"mss:_{code}"
    told = ElementTree.SubElement(root, f"{{{SOAP}}}Reason")
    ElementTree.SubElement(told, f"{{{SOAP}}}Text").text = reason
    return _enveloped(root)


def _enveloped(message: ElementTree.Element) -> bytes:
    root = ElementTree.Element(f"{{{SOAP}}}Envelope")
    ElementTree.SubElement(root, f"{{{SOAP}}}Body").append(message)
    written: bytes = ElementTree.tostring(root, "utf-8", xml_declaration=True)
    return written
