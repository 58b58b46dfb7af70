"""The words of VNPT SmartCA (docs/systems/remote_signing.md)."""

from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

# A code comes as "200" from one release and as 200 from another.
Code = Annotated[str, BeforeValidator(lambda code: str(code).strip())]
Text = Annotated[str, BeforeValidator(lambda text: "" if text is None else str(text))]

DONE = "200"
FAILED = "5"  # 500 and its like: nothing was judged
NOT_USABLE = frozenset({"REVOKED", "EXPIRED", "SUSPENDED", "LOCKED"})


class Login(BaseModel):
    """Who asks, and the id of the exchange: never used again."""

    sp_id: str
    sp_password: str
    user_id: str
    transaction_id: str


class CertificateQuestion(Login):
    """Asks for the certificates of a person; empty for all of them."""

    serial_number: str = ""


NOT_FOUND = "TRANSACTION_NOT_FOUND"  # they never heard of it


class SignFile(BaseModel):
    """One hash to be signed."""

    data_to_be_signed: str  # hex
    doc_id: str
    file_type: str = "xml"
    sign_type: str = "hash"


class SignQuestion(Login):
    """Asks for signatures; the description is shown on the phone."""

    transaction_desc: str
    time_stamp: str
    serial_number: str
    sign_files: list[SignFile]


class StatusQuestion(BaseModel):
    """Asks where a transaction stands."""

    sp_id: str
    sp_password: str


class _Read(BaseModel):
    model_config = ConfigDict(hide_input_in_errors=True)


class Chain(_Read):
    """What leads to a root, in base64."""

    ca_cert: Text = ""
    root_cert: Text = ""


class UserCertificate(_Read):
    """One certificate of a person."""

    cert_id: Text = ""
    cert_status: Text = ""
    serial_number: Text = ""
    cert_data: str
    chain_data: Chain | None = None


class Signature(_Read):
    """One signature, in base64."""

    doc_id: Text = ""
    signature_value: Text = ""


class Data(_Read):
    """What an answer holds; each of the three calls fills its own part."""

    user_certificates: list[UserCertificate] | None = None
    transaction_id: Text = ""
    tran_code: Text = ""
    signatures: list[Signature] | None = None


class Answer(_Read):
    """The envelope of every answer; HTTP tells nothing of success."""

    status_code: Code
    message: Text = ""
    data: Data | None = Field(default=None)
