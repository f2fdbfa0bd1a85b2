"""Commands that need the installation start Django here; the others never do, and are quick for it."""

import os

from takt.interfaces.cli.speaking import Refusal


def start_django() -> None:
    """Raises Refusal when the surroundings are not set up, with what is missing."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "takt.config.settings")
    import django
    from django.core.exceptions import ImproperlyConfigured

    try:
        django.setup()
    except ImproperlyConfigured as error:
        raise Refusal("", str(error)) from None
