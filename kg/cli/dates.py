"""Dates as options give them."""

import click

from kg.errors import quoted


def iso_date(text: str, option: str) -> str:
    """Return a date in ISO form, '' for none; wrong usage where it is no date."""
    from kg.query.dates import read_date

    if text and not read_date(text):
        raise click.BadParameter(
            f"{quoted(text)} is no date of the calendar; write 2024, 2024-08 or 2024-08-01",
            param_hint=option,
        )
    return read_date(text)
