"""Many dossiers out of few: copies made by the database itself, which is quick.

Import it only after the database is named.
"""

import psycopg
from psycopg import sql

from commands.benching.ground import plain
from services.dossiers.models import Dossier, TimelineEntry

FIRST = "create temporary table first as select id from dossier where draft_key = ''"
DAYS = 3  # what the seeded dossiers span: each copy lies that much earlier
MOMENTS = {
    *("submitted_at", "receive_by", "received_at", "due_at", "finished_at"),
    *("returned_at", "created_at", "updated_at", "at"),
}
EARLIER = "{} - make_interval(days => {} * copy)"
NEW_ID = "md5({}::text || copy)::uuid"
NEW_CODE = """split_part(code, '-', 1) || '-' || to_char(
    to_date(split_part(code, '-', 2), 'YYMMDD') - {} * copy, 'YYMMDD')
    || '-' || split_part(code, '-', 3)"""
COPY = """insert into {table} ({names}) select {values} from {table}
    cross join generate_series(1, %(copies)s) as copy where {where}"""


def multiply(database_url: str, seeded: int, wanted: int) -> None:
    """Copy the seeded dossiers to earlier days until there are as many as wanted."""
    copies = {"copies": wanted // seeded - 1}
    with psycopg.connect(plain(database_url), autocommit=True) as connection:
        connection.execute(FIRST)
        for table, owner in ((Dossier, "id"), (TimelineEntry, "dossier_id")):
            where = sql.SQL("{} in (select id from first)").format(
                sql.Identifier(owner)
            )
            names = [column.name for column in table.metadata.tables[_name(table)].c]
            statement = sql.SQL(COPY).format(
                table=sql.Identifier(_name(table)),
                names=sql.SQL(", ").join(map(sql.Identifier, names)),
                values=sql.SQL(", ").join(map(_value, names)),
                where=where,
            )
            connection.execute(statement, copies)
        connection.execute("analyze")


def _name(table: type[Dossier | TimelineEntry]) -> str:
    return str(table.__tablename__)


def _value(name: str) -> sql.Composable:
    """Return what stands in this column of a copy."""
    column = sql.Identifier(name)
    if name in ("id", "dossier_id"):
        return sql.SQL(NEW_ID).format(column)
    if name == "code":
        return sql.SQL(NEW_CODE).format(DAYS)
    if name in MOMENTS:
        return sql.SQL(EARLIER).format(column, DAYS)
    return column
