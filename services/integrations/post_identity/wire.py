"""The words of the post's check of a customer (docs/systems/post_identity.md)."""

from typing import Annotated

from pydantic import AliasGenerator, BaseModel, BeforeValidator, ConfigDict
from pydantic.alias_generators import to_camel

PATH = "verify"
KEY_HEADER = "X-Api-Key"
ANSWERED = "0"

# A code comes as "0" from one release and as 0 from another.
Code = Annotated[str, BeforeValidator(lambda code: str(code).strip())]


class Question(BaseModel):
    """What the person says, and the code on the slip; the day as yyyy-MM-dd."""

    model_config = ConfigDict(
        alias_generator=AliasGenerator(serialization_alias=to_camel)
    )

    account: str
    slip_code: str
    full_name: str
    birth_date: str
    id_number: str
    request_id: str


class Answer(BaseModel):
    """Yes or no; a code other than "0" means that nothing was compared."""

    model_config = ConfigDict(hide_input_in_errors=True)

    code: Code
    matched: bool | None = None
