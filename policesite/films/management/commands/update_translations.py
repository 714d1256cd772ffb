"""Bring the translations of the interface up to date with the templates, and compile them. For developers: Babel is in the test group."""

from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.conf import settings
from django.core.management.base import BaseCommand

from policesite.films.interface import words


class Command(BaseCommand):
    help = "Add to each django.po what the templates have to translate, drop what they no longer say, and compile."

    def handle(self, *args, **options):
        for source in sorted(Path(settings.LOCALE_PATHS[0]).glob("*/LC_MESSAGES/django.po")):
            updated = up_to_date(read(source))
            with source.open("wb") as file:
                write_po(file, updated, width=0, sort_output=False)
            source.with_suffix(".mo").write_bytes(compiled(read(source)))
            missing = [message.id for message in updated if message.id and not all(forms(message))]
            self.stdout.write(f"{source.parent.parent.name}: {len(updated)} phrases, {len(missing)} still to translate.")
            self.stdout.writelines(f"  {phrase}\n" for phrase in missing)
        for source in sorted(Path(settings.LOCALE_PATHS[1]).glob("*/LC_MESSAGES/django.po")):
            source.with_suffix(".mo").write_bytes(compiled(read(source)))


def read(source: Path) -> Catalog:
    with source.open("rb") as file:
        return read_po(file, locale=source.parent.parent.name)


def up_to_date(old: Catalog) -> Catalog:
    """The catalogue that the templates need, with every translation that `old` has for it."""
    new = Catalog(locale=old.locale, header_comment=old.header_comment, project="policesite", fuzzy=False)
    new.mime_headers = old.mime_headers
    for each, names in words().items():
        known = old.get(each.singular)
        new.add(
            tuple(filter(None, each)) if each.plural else each.singular,
            known.string if known else None,
            [(name, None) for name in sorted(set(names))],
        )
    return new


def compiled(catalog: Catalog) -> bytes:
    """What gettext reads, always the same bytes for the same words."""
    file = BytesIO()
    write_mo(file, catalog)
    return file.getvalue()


def forms(message) -> tuple[str, ...]:
    """A translation in each of its plural forms."""
    return message.string if isinstance(message.string, tuple | list) else (message.string,)
