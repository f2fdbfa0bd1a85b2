"""What an agenda and minutes are made of, as plain values. Texts are as people wrote them."""

from dataclasses import dataclass
from datetime import date, datetime

from takt.calculation.wording import Language


@dataclass(frozen=True, slots=True)
class Member:
    """A seat at the meeting."""

    name: str
    role: str
    """As it is called: formand, sekretær, medlem."""
    has_vote: bool = True
    is_present: bool | None = None
    """None: the meeting has not been held."""


@dataclass(frozen=True, slots=True)
class ConsequenceLine:
    """One limit before and after a yes, as it is read."""

    name: str
    detail: str
    before: str
    after: str
    limit: str
    verdict: str


@dataclass(frozen=True, slots=True)
class ConsequencesPaper:
    start: str
    """The month in words; empty when nothing could be reckoned."""
    lines: tuple[ConsequenceLine, ...] = ()
    breaches: tuple[str, ...] = ()
    obstacles: tuple[str, ...] = ()
    source: str = ""
    """Which plan, and when; or what is missing."""


@dataclass(frozen=True, slots=True)
class HearingAnswer:
    unit: str
    answer: str
    """Empty: the unit has not answered."""


@dataclass(frozen=True, slots=True)
class ConditionPaper:
    text: str
    owner: str
    due_date: date
    proof_wanted: str = ""


@dataclass(frozen=True, slots=True)
class OutcomePaper:
    word: str
    """Anbefales med betingelser."""
    reason: str = ""
    until_date: date | None = None
    """Of what was postponed."""
    questions: str = ""
    """Of what was returned."""
    conditions: tuple[ConditionPaper, ...] = ()
    exceeded: tuple[str, ...] = ()
    """Limits that a yes knowingly exceeds, and why, in sentences."""


@dataclass(frozen=True, slots=True)
class ItemPaper:
    number: int
    title: str = ""
    kind: str = ""
    """Til orientering, til drøftelse, til beslutning."""
    minutes: int = 0
    is_hidden: bool = False
    """Closed to whoever the paper is for: nothing but its number is printed, whatever else is filled in."""
    is_closed: bool = False
    case_number: str = ""
    presentation: str = ""
    path: str = ""
    """Who decides, and who has been heard before."""
    estimates: tuple[tuple[str, str], ...] = ()
    """Term and amount."""
    consequences: ConsequencesPaper | None = None
    hearing_finding: str = ""
    """In a few words; empty without a hearing, and after the meeting."""
    hearing: tuple[HearingAnswer, ...] = ()
    lacking: str = ""
    """Assessments that law requires and nobody has approved; empty after the meeting."""
    recused: tuple[str, ...] = ()
    notes: str = ""
    """What was said."""
    outcome: OutcomePaper | None = None
    addenda: tuple[str, ...] = ()
    """What was added after the minutes were approved."""


@dataclass(frozen=True, slots=True)
class MeetingPaper:
    municipality: str
    body: str
    starts_at: datetime
    """In local time."""
    place: str = ""
    is_written: bool = False
    """A written procedure between two meetings."""
    opened_at: datetime | None = None
    closed_at: datetime | None = None
    approved_at: datetime | None = None
    members: tuple[Member, ...] = ()
    quorum: int = 0
    items: tuple[ItemPaper, ...] = ()
    addenda: tuple[str, ...] = ()
    """To the whole of the minutes."""
    ledger: tuple[int, str] | None = None
    """Number and hash of the newest event."""
    language: Language = "da"
    minutes_hash: str = ""
    """Of the approved minutes."""
