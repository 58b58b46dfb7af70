"""The XML of ETSI TS 102 204 inside SOAP (docs/systems/mobile_signing.md)."""

from dataclasses import dataclass
from xml.etree import ElementTree

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

from services.core.errors import SystemUnavailable

MSS = "http://uri.etsi.org/TS102204/v1.1.2#"
SOAP = "http://www.w3.org/2003/05/soap-envelope"
VERSION = {"MajorVersion": "1", "MinorVersion": "1"}
# The signature comes as CMS without signed attributes: over the text itself.
FORMAT = "http://uri.etsi.org/TS102204/v1.1.2#CMS-Signature"
HEADERS = {"Content-Type": "application/soap+xml; charset=utf-8", "Accept": "*/*"}

REQUEST_OK, SIGNATURE, VALID_SIGNATURE, OUTSTANDING = "100", "500", "502", "504"
USER_CANCEL, EXPIRED_TRANSACTION = "401", "208"


@dataclass(frozen=True)
class Party:
    """Who asks (AP), in which exchange, when."""

    ap_id: str
    ap_password: str
    transaction: str
    instant: str


@dataclass(frozen=True)
class Answer:
    """What an answer says; a fault has a code and nothing else."""

    code: str
    reference: str = ""
    signature: str = ""  # base64 of CMS


def element(
    parent: ElementTree.Element, name: str, text: str = ""
) -> ElementTree.Element:
    """Add a child of the standard's namespace."""
    child = ElementTree.SubElement(parent, f"{{{MSS}}}{name}")
    child.text = text or None
    return child


def request(name: str, party: Party) -> ElementTree.Element:
    """Return a request with the part that all of them begin with."""
    root = ElementTree.Element(f"{{{MSS}}}{name}", VERSION)
    ap = element(root, "AP_Info")
    ap.set("AP_ID", party.ap_id)
    ap.set("AP_PWD", party.ap_password)
    ap.set("AP_TransID", party.transaction)
    ap.set("Instant", party.instant)
    element(root, "MSSP_Info")
    element(root[-1], "MSSP_ID")
    return root


def envelope(message: ElementTree.Element) -> bytes:
    """Return the message inside a SOAP envelope."""
    root = ElementTree.Element(f"{{{SOAP}}}Envelope")
    ElementTree.SubElement(root, f"{{{SOAP}}}Body").append(message)
    written: bytes = ElementTree.tostring(root, "utf-8", xml_declaration=True)
    return written


def read(content: bytes) -> Answer:
    """Read an answer or a fault; what is neither is no answer."""
    try:
        root = fromstring(content, forbid_dtd=True)
    except (ElementTree.ParseError, DefusedXmlException, ValueError):
        raise SystemUnavailable("soap") from None
    subcode = root.find(f".//{{{SOAP}}}Subcode/{{{SOAP}}}Value")
    if subcode is not None:
        return Answer((subcode.text or "").rpartition("_")[2].strip())
    status = root.find(f".//{{{MSS}}}StatusCode")
    if status is None:
        raise SystemUnavailable("soap")
    signature = root.find(f".//{{{MSS}}}Base64Signature")
    holders = [each for each in root.iter() if each.get("MSSP_TransID")]
    return Answer(
        code=(status.get("Value") or "").strip(),
        reference=holders[0].get("MSSP_TransID", "") if holders else "",
        signature=(signature.text or "") if signature is not None else "",
    )
