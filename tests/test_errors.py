"""Every error says where, what and what to do."""

from __future__ import annotations

import copy
import pickle

import pytest

from dateline import errors
from dateline.errors import DatelineError

KINDS = [each for each in vars(errors).values() if isinstance(each, type) and issubclass(each, DatelineError)]


@pytest.mark.parametrize("kind", KINDS)
def test_an_error_reads_where_then_what_then_advice(kind: type[DatelineError]) -> None:
    assert str(kind("is empty", "a.txt", "give a text")) == "a.txt: is empty — give a text"


@pytest.mark.parametrize("kind", KINDS)
def test_an_error_keeps_its_fields_between_processes(kind: type[DatelineError]) -> None:
    back = pickle.loads(pickle.dumps(kind("is empty", "a.txt", "give a text")))
    assert (back.what, back.where, back.advice) == ("is empty", "a.txt", "give a text")


@pytest.mark.parametrize("kind", KINDS)
def test_an_error_can_be_copied(kind: type[DatelineError]) -> None:
    assert str(copy.copy(kind("a", "b", "c"))) == "b: a — c"


@pytest.mark.parametrize("kind", [each for each in KINDS if each is not DatelineError])
def test_a_kind_of_error_says_when_it_is_raised(kind: type[DatelineError]) -> None:
    assert (kind.__doc__ or "").startswith("Raised when ")
