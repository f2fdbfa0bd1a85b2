from takt.governance.deciding.pages.adopting import adopt, begin, discard, draft_page
from takt.governance.deciding.pages.editing import close, edit_body
from takt.governance.deciding.pages.reading import body_page, governance, version_page

__all__ = [
    "adopt",
    "begin",
    "body_page",
    "close",
    "discard",
    "draft_page",
    "edit_body",
    "governance",
    "version_page",
]
