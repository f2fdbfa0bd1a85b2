"""Every address and command against every role. A change of rights shows as a change of the table."""

import os

import pytest

from tests.rights.table import PAGE, measured

pytestmark = pytest.mark.django_db


def test_the_table_of_rights_is_what_happens(fjordby: None) -> None:
    """`make rights` writes the table anew; read the difference before you commit it."""
    now = measured()
    if os.environ.get("TAKT_WRITE_RIGHTS") == "1":
        PAGE.write_text(now, encoding="utf-8")
    assert PAGE.read_text(encoding="utf-8").splitlines() == now.splitlines()
