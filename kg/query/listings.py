"""From a date or a name in a question to the listings that are meant."""

from typing import TYPE_CHECKING

from kg.errors import UnknownNameError
from kg.model import iso_date
from kg.query.dates import read_date
from kg.query.words import spellings

if TYPE_CHECKING:
    from kg.model import Entity
    from kg.store import Store

#: How many listings an error offers.
NEAREST = 5


def date_in(text: str) -> str:
    """Return the date that a text gives, in ISO form, or ''.

    >>> date_in("the page of 2 August 2024"), date_in("Daily Papers")
    ('2024-08-02', '')
    """
    parts = (*spellings(text), text.rpartition(" of ")[2])
    return next((date for part in parts if (date := read_date(part))), "")


def find_listings(store: "Store", text: str) -> list["Entity"]:
    """Return the listings of a date, or those of a page or feed by its name, by id."""
    date = date_in(text)
    return [listing for listing in store.entities("Listing") if _is_meant(listing, text, date)]


def _is_meant(listing: "Entity", text: str, date: str) -> bool:
    if date:
        return listing.date is not None and f"{listing.date.isoformat()}-".startswith(f"{date}-")
    label = f"{listing.label.casefold()} "
    names = tuple(name.casefold() for name in spellings(text))
    return listing.id in names or label.startswith(
        tuple(f"{n}{end}" for n in names for end in " ,")
    )


def unknown_listing(store: "Store", text: str) -> UnknownNameError:
    """Make the error for a date or name that no listing has, with the nearest in time."""
    wanted = _number(date_in(text))
    listings = [listing for listing in store.entities("Listing") if listing.date]
    listings.sort(
        key=lambda item: (abs(_number(_date(item)) - wanted) if wanted else 0, item.label)
    )
    return UnknownNameError("listing", text, [listing.label for listing in listings[:NEAREST]])


def _date(listing: "Entity") -> str:
    return iso_date(listing.date)


def _number(date: str) -> int:
    """Return a date as a number that grows by about one a day; 0 for none."""
    year, month, day = [*map(int, date.split("-")), 0, 0][:3] if date else (0, 0, 0)
    return 372 * year + 31 * month + day
