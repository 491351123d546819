"""Every setting of an installation. Each knob is an environment variable; `docs/settings.md` lists them all."""

import os
from pathlib import Path
from typing import Any

import dj_database_url
from django.core.exceptions import ImproperlyConfigured

from config import env

HOME = Path(__file__).resolve().parents[2]
VAR = Path(env.text("VAR_DIR", str(HOME / "var")))

# Once lxml is there, openpyxl reads parts of a workbook with it, and no longer with defusedxml, which refuses entities.
# Asked when openpyxl is imported first, which apps do, after this.
os.environ.update(OPENPYXL_LXML="False")

# --- What kind of installation this is --------------------------------------------------------------------------------

PRODUCTION = env.flag("PRODUCTION")
DEBUG = env.flag("DEBUG")

DEVELOPMENT_SECRET = "development-only-never-in-production"  # noqa: S105 - production refuses to start with it
SECRET_KEY = env.text("SECRET_KEY", DEVELOPMENT_SECRET)

# The district's portal answers on BASE_DOMAIN, a commune on <kind>-<name>.BASE_DOMAIN unless it brings its own name.
BASE_DOMAIN = env.text("BASE_DOMAIN", "tracu.localhost")
ALLOWED_HOSTS = env.names("ALLOWED_HOSTS", "" if PRODUCTION else f"{BASE_DOMAIN},.{BASE_DOMAIN}")


def remembered_port() -> int:
    """What `make` was told when it last filled or served this installation; 8000 where it was never told."""
    kept = VAR / "public-port"
    return 8000 if PRODUCTION or not kept.exists() else int(kept.read_text())


# What a visitor types after the host name; part of every absolute address that the sites write.
HTTPS = env.flag("HTTPS", PRODUCTION)
PUBLIC_PORT = env.number("PUBLIC_PORT", 443 if HTTPS else env.number("PORT", remembered_port()))

# Today's date for the whole installation, fixed for demonstrations and tests; empty means the real calendar.
FIXED_TODAY = env.date("FIXED_TODAY")

if PRODUCTION:
    if SECRET_KEY == DEVELOPMENT_SECRET or len(SECRET_KEY) < 50:
        raise ImproperlyConfigured("PRODUCTION=1 needs SECRET_KEY: a random text of 50 characters or more.")
    if not ALLOWED_HOSTS or "*" in ALLOWED_HOSTS:
        raise ImproperlyConfigured("PRODUCTION=1 needs ALLOWED_HOSTS: the sites' host names, never *.")
    if DEBUG:
        raise ImproperlyConfigured("PRODUCTION=1 and DEBUG=1 exclude each other.")
    if not env.text("EMAIL_HOST"):
        raise ImproperlyConfigured("PRODUCTION=1 needs EMAIL_HOST: links to choose a password must reach people.")
    if FIXED_TODAY:
        raise ImproperlyConfigured("PRODUCTION=1 and FIXED_TODAY exclude each other: deadlines need the real date.")

# --- Applications -----------------------------------------------------------------------------------------------------

# Tables in the schema `public`, once for the installation. No page, no person, no file lives there.
SHARED_APPS = [
    "django_tenants",
    "tenants.registry",
    "tenants.isolation",
    "tenants.provisioning",
    "tenants.oversight",
    "tenants.reminders",
    "tenants.syndication",
    "tenants.verification",
    "tenants.demo",
    "catalogue",
    "procedure_catalogue",
    "django_tasks_db",
]

# Tables in the schema of each site.
TENANT_APPS = [
    "intake",
    "audit",
    "accounts",
    "signin",
    "library",
    "importing",
    "search",
    "procedure_imports",
    "pages",
    "organisation",
    "agenda",
    "newsroom",
    "planning",
    "budget",
    "places",
    "recruitment",
    "legal",
    "consultations",
    "citizens",
    "ratings",
    "opendata",
    "procedures",
    "traffic",
    "links",
    "home",
    "discovery",
    "wagtail_localize",
    "wagtail_localize.locales",
    "wagtail.contrib.forms",
    "wagtail.contrib.redirects",
    "wagtail.contrib.settings",
    "wagtail.contrib.table_block",
    "wagtail.contrib.typed_table_block",
    "wagtail.embeds",
    "wagtail.sites",
    "accounts.apps.StaffUsersConfig",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_filters",
    "django_tasks",
    "django_otp",
    "django_otp.plugins.otp_totp",
    "django_otp.plugins.otp_static",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.humanize",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
]

INSTALLED_APPS = SHARED_APPS + TENANT_APPS

TENANT_MODEL = "registry.Tenant"
TENANT_DOMAIN_MODEL = "registry.Domain"
TENANT_LIMIT_SET_CALLS = True
DATABASE_ROUTERS = ["django_tenants.routers.TenantSyncRouter"]

MIDDLEWARE = [
    # The first four only add headers, also to what the next two answer by themselves.
    "lib.headers.HeadersMiddleware",
    "lib.headers.ContentPolicyMiddleware",
    "django_permissions_policy.PermissionsPolicyMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "tenants.isolation.health.HealthMiddleware",
    "tenants.isolation.middleware.SiteMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "signin.middleware.SessionLimits",
    "signin.middleware.NoNullCharacters",
    # After the one before: whose session has ended is a visitor, whom a suspended site shows its notice.
    "tenants.isolation.middleware.LifecycleMiddleware",
    "discovery.middleware.MovedMiddleware",
    "discovery.middleware.HeadMiddleware",
]

# What stands before Django and is asked first, the last one first.
BEFORE_DJANGO = ["tenants.isolation.visits.Counting"]

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [HOME / "themes" / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.debug",
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "wagtail.contrib.settings.context_processors.settings",
                "home.context.page_frame",
                "tenants.isolation.neighbours.neighbours",
            ],
        },
    },
]

# --- Database ---------------------------------------------------------------------------------------------------------


def database_url() -> str:
    """DATABASE_URL, else the address that the private server wrote when it was started.

    Raises ImproperlyConfigured where there is neither.
    """
    private = VAR / "database.url"
    url = env.text("DATABASE_URL") or (private.read_text().strip() if private.exists() else "")
    if not url:
        raise ImproperlyConfigured("No database: set DATABASE_URL, or start the private one with `make seed`.")
    return url


def database() -> dict[str, Any]:
    parsed = dj_database_url.parse(
        database_url(),
        engine="tenants.isolation.postgresql",
        conn_max_age=env.number("DATABASE_CONNECTION_SECONDS", 600),
        conn_health_checks=True,
    )
    # A socket directory stands in the address's query; PostgreSQL's own programs look for it where the host stands.
    parsed["HOST"] = parsed.get("OPTIONS", {}).pop("host", "") or parsed["HOST"]
    return {**parsed, "ATOMIC_REQUESTS": True}


DATABASES = {"default": database()}

# Each site acts with a PostgreSQL login of its own. `required`: nothing starts without; `preferred`: where the user of
# DATABASE_URL may create roles; `off`: all act as that user, and only the search path keeps sites apart.
SITE_LOGINS = env.choice("SITE_LOGINS", ("required", "preferred", "off"), "required" if PRODUCTION else "preferred")
# How many connections of sites a process keeps open, beside one for each thread as the platform.
SITE_CONNECTIONS = env.number("SITE_CONNECTIONS", 16)
# How many a site's login may open on the whole server: a thread of the web server needs one, and eight are for workers,
# commands and a change of web workers. A stolen login takes these and no more.
SITE_LOGIN_CONNECTIONS = env.number(
    "SITE_LOGIN_CONNECTIONS", env.number("WEB_WORKERS", 2) * env.number("WEB_THREADS", 4) + 8
)

# The folder of pg_dump and psql, where they lie in none of the usual places.
PG_BIN = env.text("PG_BIN")
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# --- Caches, files, tasks: all know the current site ------------------------------------------------------------------

REDIS_URL = env.text("REDIS_URL")


def cache(name: str, entries: int = 20_000) -> dict[str, object]:
    place: dict[str, object] = (
        {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": REDIS_URL}
        if REDIS_URL
        else {
            "BACKEND": "django.core.cache.backends.filebased.FileBasedCache",
            "LOCATION": VAR / "cache" / name,
            "OPTIONS": {"MAX_ENTRIES": entries},
        }
    )
    return {**place, "KEY_PREFIX": name, "KEY_FUNCTION": "tenants.isolation.cache.make_key"}


# A rendition is kept until its image changes, a drawn picture (20 to 60 KB) for a month and apart, so that neither
# pushes the other out; everything else for Django's five minutes.
CACHES = {
    "default": cache("default"),
    "renditions": {**cache("renditions"), "TIMEOUT": None},
    "share-pictures": {**cache("share-pictures", entries=2000), "TIMEOUT": 30 * 24 * 3600},
}

# A host's site is looked up again after this many seconds: how long a suspension takes to reach every process.
HOST_CACHE_SECONDS = env.number("HOST_CACHE_SECONDS", 2)

# Menu, names and contacts around a page are kept this long for visitors who are not signed in.
FRAME_CACHE_SECONDS = env.number("FRAME_CACHE_SECONDS", 5)

MEDIA_ROOT = Path(env.text("MEDIA_ROOT", str(VAR / "media")))
MEDIA_URL = "/media/"
ARCHIVE_ROOT = Path(env.text("ARCHIVE_ROOT", str(VAR / "archive")))
STATIC_ROOT = VAR / "static"
STATIC_URL = "/static/"
STATICFILES_DIRS = [
    ("styles", HOME / "themes" / "styles"),
    ("skins", HOME / "themes" / "skins"),
    ("scripts", HOME / "themes" / "scripts"),
]
STORAGES = {
    "default": {"BACKEND": "tenants.isolation.storage.SiteStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
WHITENOISE_KEEP_ONLY_HASHED_FILES = False
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000
FILE_UPLOAD_PERMISSIONS = 0o640

TASKS = {
    "default": {"BACKEND": "tenants.isolation.tasks.SiteTaskBackend", "QUEUES": []},
    "queue": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": []},
}

# --- People -----------------------------------------------------------------------------------------------------------

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["signin.backends.GuardedBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in ("UserAttributeSimilarityValidator", "MinimumLengthValidator", "CommonPasswordValidator")
]
AUTH_PASSWORD_VALIDATORS[1]["OPTIONS"] = {"min_length": 10}  # type: ignore[assignment]
AUTH_PASSWORD_VALIDATORS.append({"NAME": "signin.passwords.OfficePasswordValidator"})
LOGIN_URL = "wagtailadmin_login"
# Who tries too often waits as for a password (signin/rules.py); a second count could keep somebody out for days.
OTP_TOTP_THROTTLE_FACTOR = OTP_STATIC_THROTTLE_FACTOR = 0
# The link in a new administrator's e-mail holds for a week: a commune office is not at its desk every day.
PASSWORD_RESET_TIMEOUT = 7 * 24 * 3600
# That of whoever has forgotten the password, and is waiting for it.
RESET_LINK_DAYS = 1

# NĐ 53/2022 has system logs kept for at least 12 months.
AUDIT_LOG_MONTHS = env.number("AUDIT_LOG_MONTHS", 24)
if AUDIT_LOG_MONTHS < 12:
    raise ImproperlyConfigured(
        "AUDIT_LOG_MONTHS: write 12 or more. Decree 53/2022 has logs kept for at least 12 months."
    )

# After a consultation has closed: how to reach who commented, and the words of comments that were hidden.
COMMENTER_DAYS = env.number("COMMENTER_DAYS", 180)
# After a question was answered: who asked, and the words of what was not published.
ASKER_DAYS = env.number("ASKER_DAYS", 365)
# What was searched for in vain, without who did.
SEARCH_MISS_DAYS = env.number("SEARCH_MISS_DAYS", 90)
# Of one network in ten minutes: answers of the API, and files with all rows of a dataset.
OPEN_DATA_REQUESTS = env.number("OPEN_DATA_REQUESTS", 600, least=1)
OPEN_DATA_DOWNLOADS = env.number("OPEN_DATA_DOWNLOADS", 60, least=1)

# Whether other sites are asked for the addresses that published pages link to. Links of a site to itself are looked up
# anyway.
CHECK_LINKS = env.flag("CHECK_LINKS", PRODUCTION)
# Servers, as `host:port`, that are asked although they lie in no public network: for tests.
LINK_CHECK_LOCAL: list[str] = []

# The offices to which a question may be passed on, as `citizens.offices.Offices`.
QUESTION_OFFICES = "tenants.exchange.offices.Sites"

EMAIL_HOST = env.text("EMAIL_HOST")
EMAIL_PORT = env.number("EMAIL_PORT", 587)
EMAIL_HOST_USER = env.text("EMAIL_HOST_USER")
EMAIL_HOST_PASSWORD = env.text("EMAIL_HOST_PASSWORD")
EMAIL_USE_TLS = env.flag("EMAIL_USE_TLS", True)
EMAIL_FILE_PATH = VAR / "mail"
EMAIL_BACKEND = f"django.core.mail.backends.{'smtp' if EMAIL_HOST else 'filebased'}.EmailBackend"
DEFAULT_FROM_EMAIL = env.text("EMAIL_FROM", f"no-reply@{BASE_DOMAIN}")
SERVER_EMAIL = DEFAULT_FROM_EMAIL

# What monitoring shows to see details of the installation's health; without one nobody sees them at that address.
HEALTH_TOKEN = env.text("HEALTH_TOKEN")
if HEALTH_TOKEN and len(HEALTH_TOKEN) < 20:
    raise ImproperlyConfigured("HEALTH_TOKEN: write a random text of 20 characters or more, or none.")

# --- Languages --------------------------------------------------------------------------------------------------------

LANGUAGE_CODE = "vi"
LANGUAGES = WAGTAIL_CONTENT_LANGUAGES = [("vi", "Tiếng Việt"), ("km", "ភាសាខ្មែរ"), ("en", "English")]
# Wagtail has next to no Khmer; a screen that mixes languages helps nobody.
WAGTAILADMIN_PERMITTED_LANGUAGES = [(code, name) for code, name in LANGUAGES if code != "km"]
LOCALE_PATHS = [HOME / "platform" / "locale", HOME / "platform" / "locale_vendor"]
WAGTAIL_I18N_ENABLED = True
FORMAT_MODULE_PATH = ["lib.formats"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Asia/Ho_Chi_Minh"
# The country has one; a list of one is not offered to anybody.
WAGTAIL_USER_TIME_ZONES = [TIME_ZONE]

# --- The API for open data --------------------------------------------------------------------------------------------

# How rest_framework answers is said by the views themselves (opendata/views_api.py): Wagtail's editor stands on it too.
SPECTACULAR_SETTINGS = {
    "OAS_VERSION": "3.0.3",
    # Each field says itself what it may hold.
    "POSTPROCESSING_HOOKS": [],
    "DISABLE_ERRORS_AND_WARNINGS": True,
    "SORT_OPERATIONS": False,
}

# --- Wagtail ----------------------------------------------------------------------------------------------------------

WAGTAIL_SITE_NAME = "Cổng Làng"
# What date fields of the admin show, in every language; `lib/formats` says what they also take.
WAGTAIL_DATE_FORMAT = "%d/%m/%Y"
WAGTAIL_DATETIME_FORMAT = "%d/%m/%Y %H:%M"
WAGTAILADMIN_BASE_URL = f"{'https' if HTTPS else 'http'}://{BASE_DOMAIN}" + (
    "" if PUBLIC_PORT in (80, 443) else f":{PUBLIC_PORT}"
)
WAGTAILIMAGES_IMAGE_MODEL = "library.SiteImage"
WAGTAILDOCS_DOCUMENT_MODEL = "library.SiteDocument"
WAGTAILDOCS_SERVE_METHOD = "serve_view"
WAGTAILIMAGES_IMAGE_FORM_BASE = "library.forms.ImageForm"

# What may be uploaded, by the end of its name; lib/filetypes.py asks each for the content that the name promises.
WAGTAILIMAGES_EXTENSIONS = ["gif", "jpg", "jpeg", "png", "webp"]
# What an office hands out; nothing that runs.
WAGTAILDOCS_EXTENSIONS = ["csv", "doc", "docx", "jpeg", "jpg", "odp", "ods", "odt", "pdf", "png", "ppt", "pptx", "rtf"]
WAGTAILDOCS_EXTENSIONS += ["txt", "xls", "xlsx", "zip"]
MEGABYTE = 1024 * 1024
WAGTAILIMAGES_MAX_UPLOAD_SIZE = env.number("UPLOAD_PICTURE_MB", 15) * MEGABYTE
WAGTAILDOCS_MAX_UPLOAD_SIZE = env.number("UPLOAD_DOCUMENT_MB", 50) * MEGABYTE
# A picture takes four bytes of memory per pixel while it is cut, however small its file is.
WAGTAILIMAGES_MAX_IMAGE_PIXELS = env.number("UPLOAD_PICTURE_MEGAPIXELS", 64) * 1_000_000
UPLOAD_MAX_FRAMES = env.number("UPLOAD_PICTURE_FRAMES", 300)
UPLOAD_MAX_ARCHIVE_PIXELS = env.number("UPLOAD_ARCHIVE_MEGAPIXELS", 256) * 1_000_000
UPLOAD_MAX_ARCHIVE_FILES = env.number("UPLOAD_ARCHIVE_FILES", 2000)
UPLOAD_MAX_UNPACKED_BYTES = env.number("UPLOAD_UNPACKED_MB", 300) * MEGABYTE
# Sheets and archives that are imported into a register (importing/), and how long they are kept.
IMPORT_MAX_SHEET_BYTES = env.number("IMPORT_SHEET_MB", 20) * MEGABYTE
IMPORT_MAX_ARCHIVE_BYTES = env.number("IMPORT_ARCHIVE_MB", 200) * MEGABYTE
IMPORT_MAX_UNPACKED_BYTES = 3 * IMPORT_MAX_SHEET_BYTES
IMPORT_DAYS = env.number("IMPORT_DAYS", 30)
# Long enough to notice that a database was restored from a backup older than its files.
ORPHANED_FILE_DAYS = env.number("ORPHANED_FILE_DAYS", 30)
# Addresses in plain letters: they are read out over loudspeakers and typed on old phones.
WAGTAIL_ALLOW_UNICODE_SLUGS = False
# Who opens a page that is not for everybody signs in where staff do.
WAGTAIL_FRONTEND_LOGIN_URL = "/admin/login/"
# Where an uploaded list of redirects waits to be confirmed: the cache knows its site, the temporary folder does not.
WAGTAIL_REDIRECTS_FILE_STORAGE = "cache"
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAILADMIN_COMMENTS_ENABLED = True
WAGTAILADMIN_RICH_TEXT_EDITORS = {
    "default": {
        "WIDGET": "wagtail.admin.rich_text.DraftailRichTextArea",
        "OPTIONS": {"features": ["h2", "h3", "bold", "italic", "ol", "ul", "link", "document-link", "hr"]},
    }
}
WAGTAILSEARCH_BACKENDS = {
    "default": {"BACKEND": "lib.vietnamese_search", "SEARCH_CONFIG": "vi_unaccent"},
}
TAGGIT_CASE_INSENSITIVE = True

# --- Security headers and cookies -------------------------------------------------------------------------------------

SECURE_SSL_REDIRECT = HTTPS and env.flag("HTTPS_REDIRECT", True)
SECURE_HSTS_SECONDS = env.number("HSTS_SECONDS", 31_536_000 if HTTPS else 0)
SECURE_HSTS_INCLUDE_SUBDOMAINS = env.flag("HSTS_SUBDOMAINS", HTTPS)
BEHIND_PROXY = env.flag("BEHIND_PROXY")
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if BEHIND_PROXY else None
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
# A cookie belongs to one host: no domain is ever set, so no site's cookie reaches another's.
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_NAME = "__Host-session" if HTTPS else "session"
CSRF_FAILURE_VIEW = "home.views.form_refused"
CSRF_COOKIE_NAME = "__Host-csrf" if HTTPS else "csrf"
SESSION_HOURS = env.number("SESSION_HOURS", 12, least=1)
SESSION_IDLE_MINUTES = env.number("SESSION_IDLE_MINUTES", 120, least=5)
SESSION_COOKIE_AGE = SESSION_HOURS * 3600
# The editor shows a preview in a frame.
X_FRAME_OPTIONS = "SAMEORIGIN"
# No other host fetches our styles and scripts.
WHITENOISE_ALLOW_ALL_ORIGINS = False

# Where the video block plays, and what its frame needs.
VIDEO_ORIGIN = "https://www.youtube-nocookie.com"
VIDEO_FEATURES = ("autoplay", "encrypted-media", "fullscreen", "picture-in-picture")

# Where a link below a place leads, for readers who ask for a map. No page loads anything from there.
MAP_ADDRESS = env.text(
    "MAP_ADDRESS",
    "https://www.openstreetmap.org/?mlat={latitude}&mlon={longitude}#map=17/{latitude}/{longitude}",
)

# For everybody: what is not named is not loaded. No nonces: parts of pages are kept in caches.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'"],
        "connect-src": ["'self'"],
        "frame-src": [VIDEO_ORIGIN],
        "object-src": ["'none'"],
        "base-uri": ["'none'"],
        "form-action": ["'self'"],
        "frame-ancestors": ["'self'"],
        "upgrade-insecure-requests": HTTPS,
    }
}
# `return;`, with which the script that frames a picture's subject asks a browser whether it knows touch.
HARMLESS_HANDLER = "'sha256-i+qr4lq34KgNHiW62lWi9aInEBwiEOrfCzaNPCvkqD8='"
# Wagtail's widgets carry scripts, its editor writes styles; handlers in attributes and `eval` stay forbidden.
ADMIN_CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        **CONTENT_SECURITY_POLICY["DIRECTIVES"],
        "script-src": ["'self'", "'unsafe-inline'"],
        "script-src-attr": ["'unsafe-hashes'", HARMLESS_HANDLER],
        "style-src": ["'self'", "'unsafe-inline'"],
        "img-src": ["'self'", "data:", "blob:"],
        "frame-src": ["'self'"],
    }
}

UNUSED_FEATURES = (
    "accelerometer",
    "browsing-topics",
    "camera",
    "clipboard-read",
    "display-capture",
    "gamepad",
    "geolocation",
    "gyroscope",
    "hid",
    "identity-credentials-get",
    "idle-detection",
    "keyboard-map",
    "local-fonts",
    "magnetometer",
    "microphone",
    "midi",
    "otp-credentials",
    "payment",
    "publickey-credentials-create",
    "publickey-credentials-get",
    "screen-wake-lock",
    "serial",
    "storage-access",
    "sync-xhr",
    "usb",
    "window-management",
    "xr-spatial-tracking",
)
PERMISSIONS_POLICY = {
    **dict.fromkeys(UNUSED_FEATURES, ()),
    **dict.fromkeys(VIDEO_FEATURES, ("self", VIDEO_ORIGIN)),
}

# --- Logs -------------------------------------------------------------------------------------------------------------

LOG_LEVEL = env.text("LOG_LEVEL", "INFO" if PRODUCTION else "WARNING")
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {
        "site": {"()": "tenants.isolation.logs.SiteFilter"},
        "fault": {"()": "tenants.isolation.logs.FaultFilter"},
        "refused": {"()": "tenants.isolation.logs.RefusedFilter"},
    },
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s [%(site)s] %(name)s: %(message)s"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "filters": ["site"], "formatter": "line"}},
    "root": {"handlers": ["console"], "level": LOG_LEVEL},
    "loggers": {
        "django.server": {"handlers": ["console"], "level": LOG_LEVEL, "propagate": False},
        "django.request": {"filters": ["fault"]},
        "django_tasks": {"filters": ["refused"]},
    },
}

SILENCED_SYSTEM_CHECKS = [
    "security.W019",  # frames of the same site are allowed: the editor shows its previews in one
    "security.W021",  # only the owner of the whole registered domain can have it preloaded, not a district below it
]
