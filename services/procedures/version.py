"""The digest of the catalogue: caches of it ask for this before they answer."""

from sqlalchemy import text
from sqlmodel import Session, select

from services.procedures.models import CatalogueVersion
from services.procedures.write_facts import stable_id

# Sums of hashes need no order, and the digests of a procedure stand for its children.
_DIGEST = text(
    """
    SELECT md5(concat_ws('|',
        (SELECT string_agg(md5(p::text), '' ORDER BY p.code) FROM procedure p),
        (SELECT string_agg(md5(a::text), '' ORDER BY a.code) FROM agency a),
        (SELECT sum(hashtextextended(u::text, 0)) FROM procedure_unit u),
        (SELECT sum(hashtextextended(f::text, 0)) FROM fee_rule f),
        (SELECT sum(hashtextextended(l.facts::text, 0)) FROM procedure_local l)))
    """
)


def renew_version(session: Session) -> str:
    """Write down the digest of the catalogue as it is now, and return it."""
    session.flush()
    digest = str(session.execute(_DIGEST).scalar_one())
    row = session.exec(select(CatalogueVersion)).first()
    if row is None:
        row = CatalogueVersion(id=stable_id("version"), digest=digest)
    row.digest = digest
    session.add(row)
    session.flush()
    return digest


def catalogue_version(session: Session) -> str:
    """Return the digest the catalogue had when it last changed."""
    return session.exec(select(CatalogueVersion.digest)).first() or ""
