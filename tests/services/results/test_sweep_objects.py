"""The nightly sweep of previews and of PDFs prepared for a signature."""

import dataclasses
import os
from datetime import timedelta
from uuid import uuid4

import pytest
from sqlmodel import Session, select

from services.results.sign_results import sign_results
from services.results.sweep_objects import sweep_objects
from services.signing.models import OPEN, SigningItem, SigningState
from services.work import SYSTEM, Work
from tests.factories.signing import make_signing
from tests.services.files.sending import keys


def age(work: Work) -> None:
    """Make every object look two days old."""
    assert work.storage.folder is not None
    then = (work.now - timedelta(days=2)).timestamp()
    for key in keys(work):
        os.utime(work.storage.folder / key, (then, then))


def make_item(work: Work, session: Session) -> SigningItem:
    """Return a document that waits for its signature, with its prepared PDF."""
    signing = make_signing(work)
    sign_results(signing.opener, signing.ask(signing.draft()))
    return session.exec(select(SigningItem)).one()


@pytest.mark.parametrize("state", list(SigningState))
def test_only_what_waits_for_its_signature_is_kept(
    work: Work, session: Session, state: SigningState
) -> None:
    item = make_item(work, session)
    work.storage.put(item.key, b"pdf")
    item.state = state
    session.add(item)
    session.flush()
    age(work)

    sweep_objects(dataclasses.replace(work, actor=SYSTEM))

    assert (item.key in keys(work)) is (state in OPEN)


def test_old_previews_go_and_young_objects_stay(work: Work) -> None:
    old = {f"previews/{uuid4()}-{uuid4()}", f"signing/{uuid4()}", "signing/odd"}
    for key in old | {"files/else"}:
        work.storage.put(key, b"pdf")
    age(work)
    young = {f"previews/{uuid4()}-{uuid4()}", f"signing/{uuid4()}"}
    for key in young:
        work.storage.put(key, b"pdf")
        assert work.storage.folder is not None
        os.utime(work.storage.folder / key, (work.now.timestamp(),) * 2)

    assert sweep_objects(dataclasses.replace(work, actor=SYSTEM)) == len(old)

    assert keys(work) == young | {"files/else"}
