from takt.governance.planning.pinning.pages.keeping import keep, let_go
from takt.governance.planning.pinning.pages.trying import try_page

__all__ = ["keep", "let_go", "try_page"]
