"""People who ask registers, and the registers they ask."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from services.look_ups.ask import Asked, Wanted, ask
from services.look_ups.models import Question
from services.work import Work
from tests.fake_registries import (
    FakeBudgetUnitRegistry,
    FakeEnterpriseRegistry,
    FakeTransportRegistry,
)

WHY = "Đối chiếu hồ sơ đăng ký kinh doanh"
TODAY = date(2026, 11, 23)


def opener(work: Work) -> Callable[..., Any]:
    """Run each step in the work at hand; Any: what the step returns."""
    return lambda use_case, *args: use_case(work, *args)


def put(work: Work, question: Question, purpose: str = WHY, **typed: str) -> Asked:
    """Put a question as who the work acts as."""
    return ask(opener(work), Wanted(question, typed, purpose))


def later(work: Work, **ago: float) -> Work:
    """Return the same work some time later."""
    return replace(work, now=work.now + timedelta(**ago))


def enterprises(work: Work) -> FakeEnterpriseRegistry:
    registry = work.systems.ministries.enterprise_registry
    assert isinstance(registry, FakeEnterpriseRegistry)
    return registry


def budget_units(work: Work) -> FakeBudgetUnitRegistry:
    registry = work.systems.ministries.budget_unit_registry
    assert isinstance(registry, FakeBudgetUnitRegistry)
    return registry


def transport(work: Work) -> FakeTransportRegistry:
    registry = work.systems.ministries.transport_registry
    assert isinstance(registry, FakeTransportRegistry)
    return registry
