"""The base of every table, and enums stored as their value in text."""

import re
from collections.abc import Callable
from enum import StrEnum
from typing import Any, TypeVar
from uuid import UUID, uuid4

from sqlalchemy import Dialect, MetaData, Text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import declared_attr
from sqlalchemy.types import TypeDecorator
from sqlmodel import Field, SQLModel

E = TypeVar("E", bound=StrEnum)


class Table(SQLModel):
    """A row. Ids are random, so that knowing one tells nothing of the next."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    id: UUID = Field(default_factory=uuid4, primary_key=True)

    @declared_attr.directive
    def __tablename__(cls) -> str:
        return re.sub(r"(?<!^)(?=[A-Z])", "_", cls.__name__).lower()


class Choice(TypeDecorator[StrEnum]):
    """Stores an enum as its value, in text: a new member needs no migration."""

    impl = Text
    cache_ok = True

    def __init__(self, kind: type[StrEnum] = StrEnum) -> None:
        super().__init__()
        self.kind = kind

    def process_bind_param(
        self, value: StrEnum | str | None, dialect: Dialect
    ) -> str | None:
        return None if value is None else str(self.kind(value))

    def process_result_value(
        self, value: str | None, dialect: Dialect
    ) -> StrEnum | None:
        return None if value is None else self.kind(value)


def choice(kind: type[E], default: E | None = None, **options: Any) -> Any:
    """Return a column for an enum; Any because SQLModel's own Field says Any."""
    given: dict[str, Any] = {} if default is None else {"default": default}
    return Field(sa_type=Choice(kind), **given, **options)


def json_column(factory: Callable[[], Any], **options: Any) -> Any:
    """Return a JSONB column that is never null; Any as in `choice`."""
    return Field(default_factory=factory, sa_type=JSONB, nullable=False, **options)
