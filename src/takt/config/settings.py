"""Django settings. Every value that differs between installations comes from ``environment``."""

from csp.constants import NONE, SELF

from takt.config import environment

DEMO = environment.switch("TAKT_DEMO")
DEBUG = environment.switch("TAKT_DEBUG")
DATA_FOLDER = environment.data_folder()
SECRET_KEY = environment.secret_key(DATA_FOLDER, demo=DEMO or DEBUG)
MUNICIPALITY = environment.text("TAKT_MUNICIPALITY", "Fjordby Kommune" if DEMO else "Kommunen")

ALLOWED_HOSTS = environment.names("TAKT_HOSTS", "localhost,127.0.0.1,[::1]")
HTTPS = environment.switch("TAKT_HTTPS")
CSRF_TRUSTED_ORIGINS = [f"https://{host}" for host in ALLOWED_HOSTS] if HTTPS else []
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
SECURE_SSL_REDIRECT = HTTPS
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = HTTPS
CSRF_FAILURE_VIEW = "takt.foundation.people.pages.stale_form.stale_form"
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = LANGUAGE_COOKIE_SAMESITE = "Lax"
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "django_htmx",
    "template_partials",
    # before allauth, so that our account pages are found first
    "takt.foundation.design",
    "takt.foundation.people",
    "allauth",
    "allauth.account",
    "csp",
    "takt.foundation.ledger",
    "takt.foundation.jobs",
    "takt.foundation.search",
    "takt.foundation.mail",
    "takt.registers.law",
    "takt.registers.strategies",
    "takt.registers.systems",
    "takt.governance.flow",
    "takt.governance.asking",
    "takt.governance.clarifying",
    "takt.governance.clarifying.screening",
    "takt.governance.clarifying.scoring",
    "takt.governance.clarifying.readiness",
    "takt.governance.clarifying.network",
    "takt.governance.deciding",
    "takt.governance.deciding.checklists",
    "takt.governance.deciding.meetings",
    "takt.governance.deciding.hearing",
    "takt.governance.planning",
    "takt.governance.planning.scenarios",
    "takt.governance.planning.publishing",
    "takt.governance.planning.forecasting",
    "takt.governance.planning.pinning",
    "takt.interfaces.overview",
    "takt.interfaces.case_file",
    "takt.interfaces.system_file",
    "takt.interfaces.my_tasks",
    "takt.interfaces.workbench",
    "takt.interfaces.meeting_room",
    "takt.interfaces.papers",
    "takt.interfaces.exchange",
    "takt.interfaces.demonstration",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "takt.foundation.nul.RefuseNul",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "takt.foundation.people.language.SpeakThePersonsLanguage",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "takt.foundation.refusals.AnswerRefusals",
]

ROOT_URLCONF = "takt.config.urls"
WSGI_APPLICATION = "takt.config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "takt.foundation.design.context.shell",
            ],
            "builtins": ["takt.foundation.design.templatetags.takt"],
        },
    }
]

DATABASES = {"default": environment.database(environment.text("DATABASE_URL"), DATA_FOLDER)}
LEASE_SECONDS = environment.whole("TAKT_LEASE_SECONDS", 30, least=3)
CLUSTER = environment.cluster()
MOVE_PENALTY = environment.whole("TAKT_MOVE_PENALTY", 30, least=0)
"""Points that it costs a new plan to move an announced start by a month (docs/planner.md §1)."""
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "people.Person"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
PASSWORD_RESET_TIMEOUT = 7 * 24 * 3600
"""Seconds for which the link of an invitation works."""
LOGIN_URL = "demonstration" if DEMO else "account_login"
LOGIN_REDIRECT_URL = "/"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_ADAPTER = "takt.foundation.people.accounts.Accounts"
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGOUT_REDIRECT_URL = "/"
ACCOUNT_SESSION_REMEMBER = False

BASE_URL = environment.text("TAKT_URL", f"http://127.0.0.1:{environment.text('TAKT_PORT', '8000')}").rstrip(
    "/"
)
DEFAULT_FROM_EMAIL = environment.text("TAKT_MAIL_FROM", "takt@localhost")
SMTP = environment.smtp(environment.text("TAKT_SMTP_URL"))
EMAIL_FILE_PATH = DATA_FOLDER / "mail"
EMAIL_BACKEND = f"django.core.mail.backends.{'smtp' if SMTP else 'filebased'}.EmailBackend"
EMAIL_HOST, EMAIL_PORT = SMTP.host, SMTP.port
EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = SMTP.user, SMTP.password
EMAIL_USE_TLS, EMAIL_USE_SSL = SMTP.starttls, SMTP.tls
EMAIL_TIMEOUT = 20

LANGUAGE_CODE = "da"
LANGUAGES = [("da", "Dansk"), ("en", "English")]
LANGUAGE_COOKIE_NAME = "takt_language"
USE_I18N = True
USE_THOUSAND_SEPARATOR = True
TIME_ZONE = "Europe/Copenhagen"
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = environment.ROOT / "var" / "static"
NODE_MODULES = environment.ROOT / "node_modules"
STATICFILES_FINDERS = [
    "django.contrib.staticfiles.finders.AppDirectoriesFinder",
    "takt.foundation.design.third_party.ThirdPartyFinder",
]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "takt.foundation.design.third_party.HashedFiles"
    },
}
WHITENOISE_USE_FINDERS = DEBUG

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
        "manifest-src": [SELF],
    }
}

DATA_UPLOAD_MAX_MEMORY_SIZE = 12 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2_000
FILE_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": "INFO"},
}
