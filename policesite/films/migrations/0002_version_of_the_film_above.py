from django.db import migrations

# Where a page stands is in its path, four characters a level; which film a version belongs to follows from that alone.
KEEP = """
CREATE FUNCTION film_above_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    SELECT above.id INTO NEW.film_id FROM wagtailcore_page own JOIN wagtailcore_page above ON above.path = left(own.path, -4)
        WHERE own.id = NEW.page_ptr_id;
    RETURN NEW;
END $$;
CREATE TRIGGER version_belongs_to_film_above BEFORE INSERT OR UPDATE ON films_filmversionpage
    FOR EACH ROW EXECUTE FUNCTION film_above_version();
"""
FORGET = """
DROP TRIGGER version_belongs_to_film_above ON films_filmversionpage;
DROP FUNCTION film_above_version;
"""


class Migration(migrations.Migration):
    """One version a language is a rule about pages; the database can keep it only where it knows the film."""

    dependencies = [("films", "0001_initial")]
    operations = [migrations.RunSQL(KEEP, FORGET)]
