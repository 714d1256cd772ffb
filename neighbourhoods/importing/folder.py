"""A folder, or a ZIP, of the API's JSON, as people save it: one file a part, named in any of the usual ways.

`SCT101_boundary.json`, `boundary_SCT101.json`, `SCT101/boundary.json`, `SCT101.json`, `neighbourhood_SCT101.json`.
A file is looked for among those that are there, never opened by a name that an id was put into.
"""

from collections.abc import Callable
from pathlib import PurePosixPath

from policesite.importing.report import SourceError

from .documents import parsed


class Folder:
    """Answers as `Api` does, out of files. An id's parts that are not there are not known."""

    def __init__(self, files: dict[str, Callable[[], bytes]], force: str):
        self.files = files
        self.names = {}
        for name in files:
            path = PurePosixPath(name)
            if path.suffix.lower() == ".json":
                self.names.setdefault(path.stem.lower(), name)
                self.names.setdefault(f"{path.parent.name}/{path.stem}".lower(), name)
        self.force = force.lower()

    def listing(self):
        wanted = (f"{self.force}/neighbourhoods", f"neighbourhoods_{self.force}", "neighbourhoods")
        found = self._first(wanted)
        if found is None:
            raise SourceError("There is no neighbourhoods.json in it, which lists the ids and the names.")
        return found

    def part(self, code: str, part: str):
        code = code.lower()
        if part == "details":
            return self._first((f"neighbourhood_{code}", f"{code}/neighbourhood", f"{code}/details", f"{self.force}/{code}", code))
        return self._first((f"{code}_{part}", f"{part}_{code}", f"{code}/{part}"))

    def _first(self, stems):
        name = next((self.names[stem] for stem in stems if stem in self.names), None)
        return None if name is None else parsed(self.files[name](), name)
