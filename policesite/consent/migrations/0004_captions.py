from django.db import migrations

GROUP = "preferences"
WHAT_FOR = "They remember what you choose on this website: whether films show captions. Nothing about you is kept, and nothing goes to anyone else."


def register_captions(apps, schema_editor):
    """A new cookie and a new purpose: the database asks every visitor again (0003_versions)."""
    group = apps.get_model("cookie_consent", "CookieGroup").objects.filter(varname=GROUP).first()
    if group is None:
        return  # this site asks for no such thing: the cookie is never set
    group.description = WHAT_FOR
    group.save()
    purpose = "Remembers whether you turned the captions of our films on or off."
    cookie = apps.get_model("cookie_consent", "Cookie").objects.create(cookiegroup=group, name="captions", description=purpose)
    apps.get_model("consent", "CookieDetail").objects.create(cookie=cookie, life="1 year")


class Migration(migrations.Migration):
    dependencies = [("consent", "0003_versions")]
    operations = [migrations.RunPython(register_captions, migrations.RunPython.noop)]
