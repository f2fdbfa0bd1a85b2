from takt.governance.planning.publishing.pages.changes import moves, propose
from takt.governance.planning.publishing.pages.deciding import decline, proposal, publish, withdraw
from takt.governance.planning.publishing.pages.history import publications_page

__all__ = ["decline", "moves", "proposal", "propose", "publications_page", "publish", "withdraw"]
