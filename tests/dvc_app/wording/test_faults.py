"""Every fault has a sentence, and every sentence says what to do."""

import re
from pathlib import Path

import pytest

from dvc_app.wording import faults
from services.core.faults import Fault

ACCOUNTS = Path("services/accounts")
DOES = re.compile(r"^(Nhập|Điền|Gõ|Viết|Rút gọn|Chọn|So lại|Đối chiếu|Số|Email|Nhờ)")


@pytest.mark.parametrize("fault", Fault)
def test_every_fault_of_a_field_has_a_sentence(fault: Fault) -> None:
    assert faults.spelled({"any": fault.value})["any"]


@pytest.mark.parametrize(
    "key",
    [
        "picture_wrong",
        "carrier_differs",
        *[f"{name}_taken" for name in ("citizen_id", "phone", "email")],
        *re.findall(
            r'"(password_\w+)"', (ACCOUNTS / "passwords.py").read_text("utf-8")
        ),
        *re.findall(
            r'"(password_\w+)"', (ACCOUNTS / "set_password.py").read_text("utf-8")
        ),
        *re.findall(
            r'"(password_\w+)"', (ACCOUNTS / "change_password.py").read_text("utf-8")
        ),
    ],
)
def test_every_key_of_the_accounts_has_a_sentence(key: str) -> None:
    assert key in faults.SENTENCES


# What is wrong with a certificate is nothing that was typed.
@pytest.mark.parametrize("words", (faults.FIELDS | faults.ACCOUNTS).values())
def test_a_sentence_begins_with_what_to_do(words: str) -> None:
    assert DOES.match(words)
    assert "không hợp lệ" not in words


def test_a_field_may_have_a_better_sentence_than_its_fault() -> None:
    assert faults.spelled({"full_name": "required"}) == {
        "full_name": "Nhập họ tên như trên giấy tờ"
    }
