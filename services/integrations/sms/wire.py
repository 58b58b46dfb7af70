"""The words of the VNPT brandname gateway (send_sms_list, contracts 7)."""

from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict

# A code comes as "0" from one release and as 0 from another.
Code = Annotated[str, BeforeValidator(lambda code: str(code).strip())]

ACCEPTED = "0"
PLAIN, UNICODE = "0", "8"  # data coding of the text, as in the SMPP standard


class Param(BaseModel):
    """One blank of the template, filled."""

    NUM: str
    CONTENT: str


class Request(BaseModel):
    """The order to send one text to a list of phones."""

    name: Literal["send_sms_list"] = "send_sms_list"
    REQID: str
    LABELID: str
    CONTRACTTYPEID: str
    CONTRACTID: str
    TEMPLATEID: str
    PARAMS: list[Param]
    SCHEDULETIME: str = ""
    MOBILELIST: str
    ISTELCOSUB: str = "0"
    AGENTID: str
    APIUSER: str
    APIPASS: str
    USERNAME: str
    DATACODING: str


class Question(BaseModel):
    """The envelope of an order."""

    RQST: Request


class Reply(BaseModel):
    """What became of the order; only the code counts."""

    model_config = ConfigDict(hide_input_in_errors=True)

    ERROR: Code
    ERROR_DESC: str = ""


class Answer(BaseModel):
    """The envelope of an answer."""

    model_config = ConfigDict(hide_input_in_errors=True)

    RPLY: Reply
