"""The days that may be true of what a team does. What lies outside was mistyped."""

from datetime import date

EARLIEST = date(2000, 1, 1)
LATEST = date(2100, 1, 1)
MESSAGE = "Choose days between 2000 and 2099."
