"""Provinces and communes in force, and the former three levels they came from."""

from datetime import date
from enum import StrEnum

from sqlalchemy import ARRAY, Index, Text
from sqlmodel import Field

from services.core.table import Table, choice

OF_WORDS = {"folded": "gin_trgm_ops"}


class PlaceLevel(StrEnum):
    """The two levels since 1 July 2025."""

    PROVINCE = "province"  # tỉnh, thành phố
    COMMUNE = "commune"  # xã, phường, đặc khu


class Place(Table, table=True):
    """A province or commune (đơn vị hành chính), with the days it is in force."""

    __table_args__ = (
        Index(
            "ix_place_folded_trgm",
            "folded",
            postgresql_using="gin",
            postgresql_ops=OF_WORDS,
        ),
    )
    code: str = Field(unique=True)  # 5 digits of a commune, 2 of a province
    name: str  # Linh Sơn
    full_name: str  # Phường Linh Sơn
    level: PlaceLevel = choice(PlaceLevel)
    parent_code: str = Field(default="", index=True)  # the province of a commune
    folded: str  # " phuong linh son tinh thai nguien ", see words.py
    valid_from: date
    valid_to: date | None = None


class FormerPlace(Table, table=True):
    """A ward or commune of the former three levels, and where it lies today."""

    __table_args__ = (
        Index(
            "ix_former_place_folded_trgm",
            "folded",
            postgresql_using="gin",
            postgresql_ops=OF_WORDS,
        ),
        Index("ix_former_place_keys", "keys", postgresql_using="gin"),
    )
    code: str = Field(unique=True)
    name: str  # Phường Chùa Hang; an island district stands for itself
    district: str  # Thành phố Thái Nguyên
    province: str  # Tỉnh Thái Nguyên
    folded: str
    keys: list[str] = Field(sa_type=ARRAY(Text))  # words run together, older names too
    district_keys: list[str] = Field(sa_type=ARRAY(Text))
    province_keys: list[str] = Field(sa_type=ARRAY(Text))
    province_code: str = Field(index=True)  # of today
    successors: list[str] = Field(sa_type=ARRAY(Text))  # codes; the likeliest first
    valid_to: date


class PlacesVersion(Table, table=True):
    """The digest of what was loaded last: the same files change nothing."""

    digest: str
