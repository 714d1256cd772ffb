"""The table of postcodes, replaced whole: COPY into a new table, compare, then swap by rename.

Readers see the old table until the transaction ends; if it is stopped, the new one was never there.
"""

from collections.abc import Iterable

from django.db import IntegrityError, connection, transaction

from neighbourhoods.models import Postcode
from policesite.importing.report import Diff

TABLE = Postcode._meta.db_table
NEW = f"{TABLE}_incoming"
N = r"\N"  # how COPY writes NULL
COLUMNS = "key, neighbourhood_id, outside_force, longitude, latitude"


class Staging:
    """A new table of postcodes. Use inside a transaction: `fill`, then `compare`, then `swap`."""

    def __init__(self):
        # Closed with the connection; the new table itself goes with the transaction, if it is not swapped in.
        self.cursor = connection.cursor()
        self.cursor.execute(f"DROP TABLE IF EXISTS {NEW}")
        self.cursor.execute(f"CREATE TABLE {NEW} (LIKE {TABLE} INCLUDING DEFAULTS)")

    def fill(self, rows: Iterable[tuple]) -> None:
        """Add rows (key, area's page id or None, force code or "", longitude, latitude or None)."""
        lines = "\n".join(f"{key}\t{area or N}\t{force}\t{N if x is None else x}\t{N if y is None else y}" for key, area, force, x, y in rows)
        if lines:
            with self.cursor.copy(f"COPY {NEW} ({COLUMNS}) FROM STDIN") as copy:
                copy.write(lines + "\n")

    def finish(self) -> int:
        """Give it its primary key, and drop all but the last of a postcode's rows. Returns how many were dropped."""
        dropped = 0
        try:
            with transaction.atomic():
                self._key()
        except IntegrityError:
            self.cursor.execute(f"DELETE FROM {NEW} a USING {NEW} b WHERE a.key = b.key AND a.ctid < b.ctid")
            dropped = self.cursor.rowcount
            self._key()
        self.cursor.execute(f"ANALYZE {NEW}")
        return dropped

    def _key(self):
        self.cursor.execute(f"ALTER TABLE {NEW} ADD CONSTRAINT {NEW}_pkey PRIMARY KEY (key)")

    def compare(self) -> Diff:
        """What would change: a postcode whose area, force or place differs has changed."""
        same = "(a.neighbourhood_id, a.outside_force, a.longitude, a.latitude) IS NOT DISTINCT FROM (b.neighbourhood_id, b.outside_force, b.longitude, b.latitude)"
        self.cursor.execute(
            f"SELECT count(*) FILTER (WHERE b.key IS NULL), count(*) FILTER (WHERE a.key = b.key AND NOT ({same})), "
            f"count(*) FILTER (WHERE a.key IS NULL), count(*) FILTER (WHERE a.key = b.key AND {same}) "
            f"FROM {NEW} a FULL JOIN {TABLE} b ON a.key = b.key"
        )
        return Diff(*self.cursor.fetchone())

    def swap(self) -> None:
        """Put the new table in the old one's place, with its constraints and indexes under their names.

        They are made before the old table goes, so that readers wait for the renaming alone.
        """
        constraints, indexes = self._constraints(), self._indexes()
        for number, (_, definition) in enumerate(constraints):
            self.cursor.execute(f"ALTER TABLE {NEW} ADD CONSTRAINT {NEW}_{number} {definition}")
        for number, (_, how) in enumerate(indexes):
            self.cursor.execute(f"CREATE INDEX {NEW}_index_{number} ON {NEW} USING {how}")
        self._fire_waiting_checks(constraints)
        self.cursor.execute(f"DROP TABLE {TABLE}")
        self.cursor.execute(f"ALTER TABLE {NEW} RENAME TO {TABLE}")
        for number, (name, _) in enumerate(constraints):
            self.cursor.execute(f'ALTER TABLE {TABLE} RENAME CONSTRAINT {NEW}_{number} TO "{name}"')
        for number, (name, _) in enumerate(indexes):
            self.cursor.execute(f'ALTER INDEX {NEW}_index_{number} RENAME TO "{name}"')
        self.cursor.execute(f"ALTER INDEX {NEW}_pkey RENAME TO {TABLE}_pkey")

    def discard(self) -> None:
        self.cursor.execute(f"DROP TABLE {NEW}")

    def _constraints(self) -> list[tuple[str, str]]:
        """Checks and foreign keys: name and definition."""
        self.cursor.execute(
            "SELECT conname, pg_get_constraintdef(oid) FROM pg_constraint WHERE conrelid = %s::regclass AND contype IN ('c', 'f') ORDER BY conname",
            [TABLE],
        )
        return self.cursor.fetchall()

    def _indexes(self) -> list[tuple[str, str]]:
        """All but the primary key's: name, and what stands after USING."""
        self.cursor.execute(
            "SELECT indexname, split_part(indexdef, ' USING ', 2) FROM pg_indexes WHERE tablename = %s AND indexname <> %s ORDER BY indexname",
            [TABLE, f"{TABLE}_pkey"],
        )
        return self.cursor.fetchall()

    def _fire_waiting_checks(self, constraints):
        """A table with checks still waiting cannot be dropped: run them now, where this transaction wrote to it."""
        for name, definition in constraints:
            if "DEFERRABLE" in definition:
                self.cursor.execute(f'SET CONSTRAINTS "{name}" IMMEDIATE')
