"""Officers and their postings, brought in line with what a feed says of today.

Whoever came from a feed and is gone from it is gone from every page at once: their posting ends today. An area of
which the feed names nobody keeps its officers, for that is what a broken feed looks like; `--force` believes it.
Officers whom an editor wrote are the editor's, until the feed names them.
"""

from neighbourhoods.models import Officer, Posting
from policesite import clock
from policesite.importing.report import Report

from .entries import FEED, Person
from .saving import put, save

ROLES = {"pcso": "pcso", "sergeant": "sergeant", "inspector": "inspector"}


def import_people(force, areas, report: Report, forced: bool) -> None:
    """`areas` are pairs of a page and the people there, or None where the feed says nothing."""
    known = _Known(force)
    wanted = {page: _officers(known, page, people, report) for page, people in areas if people is not None}
    for page, officers in wanted.items():
        _end_others(page, officers, report, forced)
    for page, officers in wanted.items():
        for officer, person in officers.items():
            _post(officer, page, person, report)


class _Known:
    """A force's officers, found by the id we publish, by the feed's key, or by rank and name where an editor wrote them."""

    def __init__(self, force):
        self.force = force
        self.by_id, self.by_key, self.by_name, self.seen = {}, {}, {}, {}
        self.adopted = set()
        for officer in Officer.objects.filter(force=force):
            self.remember(officer)

    def remember(self, officer):
        self.by_id[officer.public_id] = officer
        self.by_key[officer.source_key] = officer
        if not officer.source_key:
            self.by_name[officer.rank, officer.name.casefold()] = officer

    def find(self, person: Person) -> Officer:
        """The officer a person is, or a new one. One who was an editor's is the feed's from now on."""
        found = self.by_id.get(person.public_id) or self.by_key.get(person.key)
        if found is None and (found := self.by_name.get((person.rank, person.name.casefold()))):
            found.source_key = person.key
            self.adopted.add(found.pk)
        return found or Officer(force=self.force, source_key=person.key)


def _officers(known: _Known, page, people: list[Person], report: Report) -> dict[Officer, Person]:
    found = {}
    for person in people:
        officer = known.seen.get(person.key) or _officer(known, person, report)
        if officer:
            known.seen[person.key] = officer
            found[officer] = person
    return found


def _officer(known: _Known, person: Person, report: Report) -> Officer | None:
    officer = known.find(person)
    is_new = officer.pk is None
    changed = put(
        officer,
        {
            "name": person.name,
            "rank": person.rank,
            "bio": person.bio,
            "phone": person.phone,
            "email": person.email,
            "collar_number": person.collar_number,
        },
    )
    if not is_new and not changed:
        if officer.pk in known.adopted:
            officer.save(update_fields=["source_key"])
        report.count("officers", "unchanged")
        return officer
    if not save(officer, report, "officers", person.name):
        return None if is_new else Officer.objects.get(pk=officer.pk)
    if is_new:
        officer.refresh_from_db(fields=["public_id"])
        known.remember(officer)
    report.count("officers", "added" if is_new else "changed", f"officer {officer.title}{'' if is_new else ': ' + ', '.join(changed)}")
    return officer


def _end_others(page, officers, report: Report, forced: bool):
    today = clock.today()
    gone = Posting.objects.on(today).filter(neighbourhood=page, officer__source_key__startswith=FEED).exclude(officer__in=officers)
    gone = list(gone.select_related("officer"))
    if gone and not officers and not forced:
        report.note(f"The feed names nobody for {page.code} {page.title}: its {len(gone)} officers stay. If that is right, use --force.")
        return
    for posting in gone:
        if posting.starts < today:
            Posting.objects.filter(pk=posting.pk).update(ends=today)
        else:
            posting.delete()  # it never held for a whole day, and may not end on the day it starts
        report.count("postings", "removed", f"{posting.officer.title} from {page.code}, today")


def _post(officer, page, person: Person, report: Report):
    today = clock.today()
    standing = Posting.objects.filter(officer=officer, neighbourhood=page)
    current = standing.on(today).first()
    if current:
        is_other = person.role in Posting.Role.values and person.role != current.role
        if not is_other:
            report.count("postings", "unchanged")
            return
        current.role = person.role
        if save(current, report, "postings", officer.title):
            report.count("postings", "changed", f"{officer.title} in {page.code} is {current.get_role_display().lower()}")
        return
    later = standing.filter(starts__gt=today).order_by("starts").values_list("starts", flat=True).first()
    starts = person.starts if person.starts and person.starts <= today and not standing.exists() else today
    role = person.role if person.role in Posting.Role.values else ROLES.get(officer.rank, "constable")
    posting = Posting(officer=officer, neighbourhood=page, role=role, starts=starts, ends=later)
    if save(posting, report, "postings", f"{officer.title} in {page.code}"):
        report.count("postings", "added", f"{officer.title} to {page.code}")
