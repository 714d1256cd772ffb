from django.db import migrations

# Where a page stands is in its path, four characters a level; which campaign a profile belongs to follows from that alone.
KEEP = """
CREATE FUNCTION campaign_above_profile() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    SELECT above.id INTO NEW.campaign_id FROM wagtailcore_page own JOIN wagtailcore_page above ON above.path = left(own.path, -4)
        WHERE own.id = NEW.page_ptr_id;
    RETURN NEW;
END $$;
CREATE TRIGGER profile_belongs_to_campaign_above BEFORE INSERT OR UPDATE ON staff_profiles_staffprofilepage
    FOR EACH ROW EXECUTE FUNCTION campaign_above_profile();
"""
FORGET = """
DROP TRIGGER profile_belongs_to_campaign_above ON staff_profiles_staffprofilepage;
DROP FUNCTION campaign_above_profile;
"""


class Migration(migrations.Migration):
    """One profile a day is a rule within a campaign; a draft and a copy must know theirs, too."""

    dependencies = [("staff_profiles", "0002_how_it_helps")]
    operations = [migrations.RunSQL(KEEP, FORGET)]
