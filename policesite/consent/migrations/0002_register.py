from django.conf import settings
from django.db import migrations

from policesite.users.roles import ADMIN, grant

# Group, whether it is essential, its name and what it is for, and its cookies: name, purpose, life.
REGISTER = [
    ("essential", True, "Essential cookies", "They make this website work and keep it safe. They are always on.", [
        (settings.COOKIE_CONSENT_NAME, "Remembers what you chose about cookies, so that we don’t ask you again. It holds nothing about you.", "1 year"),
        (settings.SESSION_COOKIE_NAME, "Keeps our own staff logged in while they edit this website. Visitors never get it.", "8 hours"),
        (settings.CSRF_COOKIE_NAME, "Protects the forms that our own staff use to edit this website. Visitors never get it.", "1 year"),
        ("messages", "Shows our own staff that what they did has worked. Visitors never get it.", "Until it has been shown"),
    ]),
    ("preferences", False, "Cookies that remember your preferences", "They would remember what you choose on this website, such as your neighbourhood. "
     "We set none of these at the moment. If that changes, we will ask you again.", []),
    ("analytics", False, "Cookies that help us understand how you use our site", "They count how many pages are looked at in a visit. "
     "Nothing about you is kept, and nothing goes to anyone else.", [
        ("pages_seen", "Counts the pages you look at in this visit.", "Until you close your browser"),
    ]),
]  # fmt: skip


def fill_register(apps, schema_editor):
    group_model, cookie_model, detail_model = (
        apps.get_model(name) for name in ("cookie_consent.CookieGroup", "cookie_consent.Cookie", "consent.CookieDetail")
    )
    for place, (varname, is_required, name, description, cookies) in enumerate(REGISTER):
        group = group_model.objects.create(
            varname=varname, name=name, description=description, is_required=is_required, is_deletable=not is_required, ordering=place
        )
        for cookie_name, purpose, life in cookies:
            cookie = cookie_model.objects.create(cookiegroup=group, name=cookie_name, description=purpose)
            detail_model.objects.create(cookie=cookie, life=life)


def grant_rights(apps, schema_editor):
    rights = ("consent.change_consentsettings", "consent.view_consentproof", "cookie_consent.change_cookie", "cookie_consent.change_cookiegroup")
    grant(apps, ADMIN, *rights)


class Migration(migrations.Migration):
    dependencies = [("consent", "0001_initial"), ("cookie_consent", "0004_cookie_natural_key"), ("users", "0002_roles")]
    operations = [
        migrations.RunPython(fill_register, migrations.RunPython.noop),
        migrations.RunPython(grant_rights, migrations.RunPython.noop),
    ]
