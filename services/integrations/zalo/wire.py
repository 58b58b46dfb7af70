"""The words of Zalo Notification Service and of its token endpoint (contracts 7)."""

from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict

# A code comes as 0 from one release and as "0" from another.
Code = Annotated[str, BeforeValidator(lambda code: str(code).strip())]

MESSAGE_PATH = "message/template"
TOKEN_PATH = "v4/oa/access_token"  # noqa: S105 - an address
TOKEN_HEADER = "access_token"  # noqa: S105 - a name
SECRET_HEADER = "secret_key"  # noqa: S105 - a name
ACCEPTED = "0"
TOKEN_ENDED = frozenset({"-124", "-216"})
# Not about this message: it may go through later.
PASSING = frozenset({"-100", "-32"})


class Template(BaseModel):
    """The order to send one filled template to one phone."""

    phone: str
    template_id: str
    template_data: dict[str, str]
    tracking_id: str


class Receipt(BaseModel):
    """What became of the order; only the code counts."""

    model_config = ConfigDict(hide_input_in_errors=True)

    error: Code
    message: str = ""


class Tokens(BaseModel):
    """New keys, or the code of a refusal."""

    model_config = ConfigDict(hide_input_in_errors=True)

    access_token: str = ""
    refresh_token: str = ""
    expires_in: int = 0  # Zalo writes it as text
    error: Code = ACCEPTED
