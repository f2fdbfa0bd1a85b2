"""Which of an e-mail's files may lie on a case. Pure."""

from takt.governance.asking.file_rules import MOST_FILES, why_not_keep_file
from takt.governance.asking.filetypes import short_name
from takt.governance.asking.mail_reading import Mail

NamedFiles = list[tuple[str, bytes]]


def sorted_files(mail: Mail) -> tuple[NamedFiles, list[str]]:
    """Those that come along, and the names of those that do not."""
    taken: NamedFiles = []
    left: list[str] = []
    for name, data in mail.files:
        called = short_name(name)
        if len(taken) < MOST_FILES and why_not_keep_file(called, data, already=0) is None:
            taken.append((called, data))
        else:
            left.append(called)
    return taken, left
