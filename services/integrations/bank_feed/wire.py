"""The bank feed as it travels (sandbox contract: no public one exists)."""

from datetime import datetime
from typing import Annotated

from pydantic import AfterValidator, BaseModel, Field

CREDITS = "credits"
SIGNATURE = "x-signature"  # hex HMAC-SHA256 of the body, keyed with the api key
KEY = "X-Api-Key"
MOST_WORDS = 500  # of a line: longer ones are cut, never a reason to stop reading


class Credit(BaseModel):
    """One line; the amount is whole đồng."""

    cursor: str = Field(min_length=1, max_length=64)
    reference: str = Field(min_length=1, max_length=64)
    account: str = Field(max_length=34)
    amount: int = Field(gt=0, le=10**12, strict=True)
    words: Annotated[str, AfterValidator(lambda words: words[:MOST_WORDS])]
    at: datetime


class Credits(BaseModel):
    """A page of lines, the oldest first."""

    credits: list[Credit]
