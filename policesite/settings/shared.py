"""What every way of running the site has in common. The environment is read here and nowhere else; .env.example lists it."""

from pathlib import Path

import environ
from csp.constants import NONE, SELF
from django.conf.locale import LANG_INFO

from policesite import localdb
from policesite.delivery.inline import HEAD_SCRIPTS, csp_hash

BASE_DIR = Path(__file__).resolve().parents[2]

env = environ.Env()
env.read_env(BASE_DIR / ".env")

SECRET_KEY = env("SECRET_KEY", default="")
SECRET_KEY_FALLBACKS = env.list("SECRET_KEY_FALLBACKS", default=[])  # keys before it: pictures that were taken down are known by them
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=[])
PUBLIC_ADDRESS = env("PUBLIC_ADDRESS", default="http://127.0.0.1:8000")
MEDIA_ROOT = Path(env("MEDIA_ROOT", default=str(BASE_DIR / "media")))
MEDIA_ACCEL_PREFIX = env("MEDIA_ACCEL_PREFIX", default="")  # set where nginx serves the files: X-Accel-Redirect
TRUSTED_PROXIES = env.int("TRUSTED_PROXIES", default=0)  # how many of X-Forwarded-For's entries our own proxies wrote
FINDER_RATE_PER_MINUTE = env.int("FINDER_RATE_PER_MINUTE", default=60)  # questions from one address; 0: no limit
DEBUG = False

INSTALLED_APPS = [
    "policesite.demo",
    "news",
    "staff_profiles",
    "neighbourhoods",
    "enquiry_desks",
    "policesite.search",
    "policesite.editing",
    "policesite.films",
    "policesite.feedback",
    "policesite.pages",
    "policesite.blocks",
    "policesite.images",
    "policesite.files",
    "policesite.notices",
    "policesite.consent",
    "policesite.quick_exit",
    "policesite.forces",
    "policesite.naming",
    "policesite.delivery",
    "policesite.users",
    "policesite",
    "cookie_consent",
    "wagtail.contrib.settings",
    "wagtail.contrib.typed_table_block",
    "wagtail.contrib.redirects",
    "wagtail.embeds",
    "wagtail.sites",
    "policesite.users.screens.UserScreensConfig",  # wagtail.users
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "csp",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.messages",
    "django.contrib.postgres",
    "django.contrib.sessions",
    "django.contrib.sitemaps",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "policesite.delivery.caching.always_revalidate",
    "django.middleware.http.ConditionalGetMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "policesite.delivery.security.security_headers",
    "policesite.delivery.addresses.refuse_nul",
    "policesite.delivery.staff_cookies.StaffSessions",
    "django.middleware.common.CommonMiddleware",
    "policesite.delivery.methods.explain_not_allowed",  # inside the one before, which counts the bytes
    "policesite.delivery.staff_cookies.StaffTokens",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "policesite.editing.refusals.explain_refusals",
    "policesite.editing.unreadable.refuse_unreadable",
    "policesite.pages.redirects.Redirects",
]

ROOT_URLCONF = "policesite.urls"
WSGI_APPLICATION = "policesite.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "builtins": ["django.templatetags.i18n", "django.templatetags.static", "policesite.delivery.templatetags.house"],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "policesite.forces.context.site",
                "policesite.notices.context.notices",
            ],
        },
    }
]

DATABASES = {"default": env.db("DATABASE_URL") if env("DATABASE_URL", default="") else localdb.ensure(BASE_DIR)}
DATABASES["default"] |= {
    "ENGINE": "django.db.backends.postgresql",
    "CONN_HEALTH_CHECKS": True,
    "OPTIONS": {
        **DATABASES["default"].get("OPTIONS", {}),
        "connect_timeout": 2,  # seconds; the others are milliseconds
        "options": "-c statement_timeout=5000 -c lock_timeout=3000",
        "pool": {"min_size": 1, "max_size": 8, "timeout": 5},
    },
}
CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"},
    "keeps_nothing": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"},
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "users.User"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in ("UserAttributeSimilarityValidator", "MinimumLengthValidator", "CommonPasswordValidator", "NumericPasswordValidator")
]

LANGUAGE_CODE = "en-gb"
TIME_ZONE = "Europe/London"
USE_TZ = True
# The words of our own templates; and what Django itself lacks in a language, or says otherwise.
LOCALE_PATHS = [BASE_DIR / "policesite" / "locale", BASE_DIR / "policesite" / "locale_django"]
LANGUAGES = [("en-gb", "English"), ("pl", "Polish"), ("ro", "Romanian"), ("ur", "Urdu"), ("bn", "Bengali"), ("gu", "Gujarati")]
# Django has no Gujarati of its own.
LANG_INFO.setdefault("gu", {"bidi": False, "code": "gu", "name": "Gujarati", "name_local": "ગુજરાતી"})

STATIC_URL = "/static/"
STATIC_ROOT = Path(env("STATIC_ROOT", default=str(BASE_DIR / "staticfiles")))
STATICFILES_DIRS = [BASE_DIR / "static"]
MEDIA_URL = "/media/"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "policesite.delivery.static_files.ShortNames"},
}
FILE_UPLOAD_PERMISSIONS = 0o640
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000

WAGTAIL_SITE_NAME = "Northamptonshire Police"
WAGTAILADMIN_BASE_URL = PUBLIC_ADDRESS
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_I18N_ENABLED = False
WAGTAIL_PRIVATE_PAGE_OPTIONS = {"SHARED_PASSWORD": False}  # its form sets a cookie before any choice; a log-in does the job
WAGTAILADMIN_UNSAFE_PAGE_DELETION_LIMIT = 5
WAGTAILIMAGES_IMAGE_MODEL = "images.SiteImage"
WAGTAILIMAGES_IMAGE_FORM_BASE = "policesite.images.forms.SiteImageForm"
WAGTAILIMAGES_EXTENSIONS = ["avif", "gif", "jpeg", "jpg", "png", "webp"]
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 10 * 1024 * 1024  # bytes
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 40_000_000
WAGTAILDOCS_DOCUMENT_MODEL = "files.SiteDocument"
WAGTAILDOCS_EXTENSIONS = ["csv", "docx", "odt", "pdf", "txt", "xlsx"]
WAGTAILEMBEDS_FINDERS = []  # nothing is ever fetched from another site
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "wagtail.search.backends.database", "SEARCH_CONFIG": "site_english"}}

# django-cookie-consent is the register of cookies; its defaults for these three are wrong for us (docs/adr).
COOKIE_CONSENT_NAME = "cookie_consent"
COOKIE_CONSENT_HTTPONLY = False  # the page's own script reads the choice, so that the HTML is the same for everyone
COOKIE_CONSENT_LOG_ENABLED = False
COOKIE_CONSENT_CACHE_BACKEND = "keeps_nothing"  # read seldom, and never out of date between workers
COOKIE_CONSENT_SECURE = PUBLIC_ADDRESS.startswith("https:")

SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SESSION_COOKIE_AGE = 8 * 60 * 60  # seconds: a shift
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
CONTENT_SECURITY_POLICY = {
    "EXCLUDE_URL_PREFIXES": ["/admin/"],  # has a looser one: delivery/security.py
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF, *map(csp_hash, HEAD_SCRIPTS)],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],  # the exit replaces our icon by an empty one
        "media-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    },
}

SCHEDULE_SECONDS = env.int("SCHEDULE_SECONDS", default=15)
RUNS_DAILY_COMMANDS = False  # they ask other people's servers: only the real site does

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    # Its warnings name the address asked for, which may hold a postcode or a search word.
    # The security logger's errors are a stack trace for every bad address that anybody tries.
    "loggers": {"django.request": {"level": "ERROR"}, "django.security": {"level": "CRITICAL"}},
}
