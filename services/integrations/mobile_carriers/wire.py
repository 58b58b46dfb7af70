"""The words of the subscriber check (docs/systems/mobile_carriers.md)."""

from typing import Annotated

from pydantic import AliasGenerator, BaseModel, BeforeValidator, ConfigDict
from pydantic.alias_generators import to_camel

# A code comes as "0" from one release and as 0 from another.
Code = Annotated[str, BeforeValidator(lambda code: str(code).strip())]

ANSWERED = "0"
KEY_HEADER = "X-Api-Key"


class Question(BaseModel):
    """The subscriber as the person states it; the day as yyyy-MM-dd."""

    model_config = ConfigDict(
        alias_generator=AliasGenerator(serialization_alias=to_camel)
    )

    msisdn: str
    full_name: str
    birth_date: str
    id_number: str
    request_id: str


class Answer(BaseModel):
    """Yes or no; a code other than "0" means that nothing was compared."""

    model_config = ConfigDict(hide_input_in_errors=True)

    code: Code
    matched: bool | None = None
