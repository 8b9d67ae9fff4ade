"""EDTF values and the days that they cover."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.edtf import bounds

DAYS = st.dates(date(1, 1, 1), date(9999, 12, 31))


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2024-03-26", date(2024, 3, 26), date(2024, 3, 26)),
        ("2023-02", date(2023, 2, 1), date(2023, 2, 28)),
        ("2024", date(2024, 1, 1), date(2024, 12, 31)),
        ("202X", date(2020, 1, 1), date(2029, 12, 31)),
        ("19XX", date(1900, 1, 1), date(1999, 12, 31)),
        ("2024-02-XX", date(2024, 2, 1), date(2024, 2, 29)),
        ("2024-XX-XX", date(2024, 1, 1), date(2024, 12, 31)),
        ("2025-21", date(2025, 1, 1), date(2025, 12, 31)),
        ("2025-24", date(2025, 1, 1), date(2026, 2, 28)),
        ("2023-12-16/2023-12-20", date(2023, 12, 16), date(2023, 12, 20)),
        ("2015/2020-06", date(2015, 1, 1), date(2020, 6, 30)),
        ("2024-03-19~", date(2024, 3, 16), date(2024, 3, 22)),
        ("2024-03-19?", date(2024, 3, 19), date(2024, 3, 19)),
    ],
)
def test_a_value_covers_its_days(value: str, first: date, last: date) -> None:
    assert bounds(value) == (first, last)


@pytest.mark.parametrize(
    "value", ["", "24", "2024-13", "2024-02-30", "2024-3-1", "2024/2023", "2024/..", "/2024", "soon"]
)
def test_what_is_no_value_is_refused(value: str) -> None:
    with pytest.raises(ValueError):
        bounds(value)


@given(DAYS)
def test_a_day_covers_itself(day: date) -> None:
    assert bounds(day.isoformat()) == (day, day)


@given(DAYS, DAYS)
def test_an_interval_covers_both_ends(a: date, b: date) -> None:
    first, last = sorted((a, b))
    assert bounds(f"{first}/{last}") == (first, last)
