"""Picture codes and computed proofs: bound, short-lived, good once."""

import base64
import dataclasses
import json
from datetime import timedelta
from io import BytesIO
from typing import Any
from uuid import uuid4

import altcha
import pytest
from PIL import Image

from services.accounts.draw_picture_code import draw_picture_code
from services.accounts.models import PictureCode
from services.accounts.new_challenge import LIFE as CHALLENGE_LIFE
from services.accounts.new_challenge import new_challenge
from services.accounts.new_picture_code import (
    LENGTH,
    LETTERS,
    LIFE,
    new_picture_code,
    picture_answer,
    spoken_answer,
)
from services.accounts.prove_human import HumanProof, prove_human
from services.core.errors import Forbidden, NotFound
from services.work import Work
from tests.factories.accounts import make_proof, visiting


def later(work: Work, wait: timedelta) -> Work:
    return dataclasses.replace(work, now=work.now + wait)


def solve(challenge: dict[str, Any]) -> HumanProof:
    asked = altcha.Challenge.from_dict(challenge)
    solution = altcha.solve_challenge(asked)
    assert solution is not None
    return HumanProof(altcha_payload=altcha.Payload(asked, solution).to_base64())


def test_a_picture_read_rightly_proves_a_person_once(work: Work) -> None:
    work = visiting(work)
    proof = make_proof(work)
    assert prove_human(work, proof)
    assert not prove_human(work, proof)


def test_what_was_heard_proves_a_person_like_what_was_read(work: Work) -> None:
    work = visiting(work)
    code_id = new_picture_code(work)
    heard = " ".join(spoken_answer(work.secret, code_id))
    assert prove_human(work, HumanProof(code_id, heard))
    read = picture_answer(work.secret, code_id)
    assert not prove_human(work, HumanProof(code_id, read)), "one use for both"


def test_a_wrong_digit_burns_the_picture_too(work: Work) -> None:
    work = visiting(work)
    code_id = new_picture_code(work)
    heard = spoken_answer(work.secret, code_id)
    wrong = heard[:-1] + str((int(heard[-1]) + 1) % 10)
    assert not prove_human(work, HumanProof(code_id, wrong))
    assert not prove_human(work, HumanProof(code_id, heard))


def test_capitals_and_spaces_do_not_matter(work: Work) -> None:
    work = visiting(work)
    code_id = new_picture_code(work)
    typed = " ".join(picture_answer(work.secret, code_id).lower())
    assert prove_human(work, HumanProof(code_id, f" {typed} "))


@pytest.mark.parametrize("answer", ["", "AAAAAA", "ÂÂÂÂÂÂ", "\ud800", "A" * 9999])
def test_a_wrong_answer_burns_the_picture(work: Work, answer: str) -> None:
    work = visiting(work)
    proof = make_proof(work)
    assert not prove_human(work, dataclasses.replace(proof, picture_answer=answer))
    assert not prove_human(work, proof)


def test_a_picture_lives_five_minutes(work: Work) -> None:
    work = visiting(work)
    proof = make_proof(work)
    assert not prove_human(later(work, LIFE), proof)
    with pytest.raises(NotFound):
        draw_picture_code(later(work, LIFE), proof.picture_id or uuid4())


def test_the_picture_of_another_browser_proves_nothing(work: Work) -> None:
    mine, theirs = visiting(work, "mine"), visiting(work, "theirs")
    proof = make_proof(mine)
    assert not prove_human(theirs, proof)
    assert prove_human(mine, proof), "another browser cannot burn it either"


def test_nothing_given_proves_nothing(work: Work) -> None:
    assert not prove_human(visiting(work), HumanProof())
    assert not prove_human(visiting(work), HumanProof(uuid4(), "ACDEFH"))


def test_a_browser_without_a_cookie_gets_no_picture(work: Work) -> None:
    with pytest.raises(Forbidden):
        new_picture_code(work)


def test_the_answer_is_stored_nowhere(work: Work) -> None:
    work = visiting(work)
    code_id = new_picture_code(work)
    row = work.session.get_one(PictureCode, code_id).model_dump()
    assert picture_answer(work.secret, code_id) not in str(row)
    assert picture_answer(b"another secret", code_id) != picture_answer(
        work.secret, code_id
    )


def test_answers_have_six_characters_and_no_look_alikes(work: Work) -> None:
    answers = {picture_answer(work.secret, uuid4()) for _ in range(200)}
    assert len(answers) == 200
    assert {len(answer) for answer in answers} == {LENGTH}
    assert set("".join(answers)) <= set(LETTERS)
    assert not set(LETTERS) & set("0OQ1IL2Z5S8B6GU")


def test_the_picture_is_drawn_for_its_own_browser_until_used(work: Work) -> None:
    mine, theirs = visiting(work, "mine"), visiting(work, "theirs")
    proof = make_proof(mine)
    assert proof.picture_id is not None
    drawn = Image.open(BytesIO(draw_picture_code(mine, proof.picture_id)))
    assert drawn.format == "PNG"
    with pytest.raises(NotFound):
        draw_picture_code(theirs, proof.picture_id)
    prove_human(mine, proof)
    with pytest.raises(NotFound):
        draw_picture_code(mine, proof.picture_id)


def test_a_computed_proof_opens_one_door_once(work: Work) -> None:
    work = visiting(work)
    proof = solve(new_challenge(work))
    assert prove_human(work, proof)
    assert not prove_human(work, proof)


def test_a_computed_proof_ends_and_stays_in_its_browser(work: Work) -> None:
    work = visiting(work)
    proof = solve(new_challenge(work))
    wait = CHALLENGE_LIFE + timedelta(seconds=1)
    assert not prove_human(later(work, wait), proof)
    assert not prove_human(visiting(work, "theirs"), proof)
    assert prove_human(work, proof)


def test_a_challenge_made_easier_is_refused(work: Work) -> None:
    work = visiting(work)
    challenge = new_challenge(work)
    challenge["parameters"]["keyPrefix"] = "0"
    assert not prove_human(work, solve(challenge))


@pytest.mark.parametrize(
    "payload",
    [
        "x",
        "e30=",
        "bnVsbA==",
        "A" * 5000,
        base64.b64encode(
            json.dumps({"challenge": [], "solution": 1}).encode()
        ).decode(),
        base64.b64encode(b'{"challenge":{"parameters":{}},"solution":{}}').decode(),
        "[" * 3000,
        "đ",
        "\ud800",
    ],
)
def test_a_payload_that_is_none_is_refused(work: Work, payload: str) -> None:
    assert not prove_human(visiting(work), HumanProof(altcha_payload=payload))
