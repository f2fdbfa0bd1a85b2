"""May this be done with a meeting, and if not, why not? No queries, no clock."""

from datetime import date, datetime

from django.utils.translation import gettext as _

from takt.foundation.design.templatetags.takt import day
from takt.foundation.people.models import Person
from takt.foundation.refusals import Refusal, not_yours
from takt.governance.asking.rules import Answers
from takt.governance.asking.rules import why_not_keep as why_not_keep_text
from takt.governance.deciding.meetings.models import AgendaItem, Meeting, MeetingState
from takt.governance.deciding.meetings.standing import Standing

SHORTEST_REASON = 10
NOT_BEGUN = (MeetingState.PLANNED, MeetingState.CALLED)
MOST_MEETINGS = 26
MOST_MINUTES = 240


def why_not_run(standing: Standing) -> Refusal | None:
    """Calling, agenda and minutes are the work of secretary and chair."""
    if standing.runs:
        return None
    return not_yours(
        _("Kun sekretæren og formanden for %(body)s kan gøre det.") % {"body": standing.body},
        _("Skriv til sekretæren, hvis noget skal ændres. Medlemmerne står under Styring."),
    )


def why_not_call(standing: Standing, days: list[date], today: date) -> Refusal | None:
    if refusal := why_not_run(standing):
        return refusal
    if not days:
        return Refusal(_("Der er ikke valgt nogen dage."), _("Sæt kryds ved mindst én dag."))
    if len(days) > MOST_MEETINGS:
        return Refusal(
            _("Så mange møder kan ikke indkaldes på én gang."),
            _("Vælg højst 26, og indkald resten bagefter."),
        )
    if min(days) < today:
        return Refusal(_("%(day)s er gået.") % {"day": day(min(days))}, _("Vælg dage fra i dag og frem."))
    return None


def why_not_clash(taken: date | None) -> Refusal | None:
    """``taken``: a day on which the body meets already."""
    if taken is None:
        return None
    return Refusal(
        _("Forummet har allerede et møde %(day)s.") % {"day": day(taken)},
        _("Vælg en anden dag, eller aflys det møde, der er."),
    )


def why_not_prepare(meeting: Meeting, standing: Standing) -> Refusal | None:
    """The agenda is open until the meeting begins."""
    if refusal := why_not_run(standing):
        return refusal
    if meeting.state in NOT_BEGUN:
        return None
    return _wrong_state(meeting, _("Dagsordenen kan ændres, indtil mødet åbnes."))


def why_not_send(meeting: Meeting, standing: Standing, *, items: int) -> Refusal | None:
    if refusal := why_not_prepare(meeting, standing):
        return refusal
    if meeting.is_written:
        return Refusal(
            _("En skriftlig behandling har ikke et møde at indkalde til."),
            _("Åbn den skriftlige behandling; så får medlemmerne besked."),
        )
    return _why_not_empty(items)


def why_not_open(meeting: Meeting, standing: Standing, *, items: int) -> Refusal | None:
    if refusal := why_not_prepare(meeting, standing):
        return refusal
    if meeting.is_written:
        return Refusal(
            _("En skriftlig behandling åbnes ikke som et møde."), _("Brug Åbn skriftlig behandling.")
        )
    if meeting.state != MeetingState.CALLED:
        return Refusal(
            _("Dagsordenen er ikke sendt, så medlemmerne er ikke indkaldt."), _("Send dagsordenen først.")
        )
    return _why_not_empty(items)


def why_not_open_in_writing(
    meeting: Meeting, standing: Standing, *, items: int, at: datetime
) -> Refusal | None:
    if refusal := why_not_prepare(meeting, standing):
        return refusal
    if not meeting.is_written or meeting.votes_due_at is None:
        return Refusal(
            _("Det er et møde, ikke en skriftlig behandling."), _("Send dagsordenen, og åbn mødet.")
        )
    if meeting.votes_due_at <= at:
        return Refusal(
            _("Fristen for at stemme er allerede gået."), _("Aflys den, og lav en ny med en senere frist.")
        )
    return _why_not_empty(items)


def _why_not_empty(items: int) -> Refusal | None:
    if items:
        return None
    return Refusal(_("Dagsordenen er tom."), _("Sæt mindst ét punkt på."))


def why_not_cancel(meeting: Meeting, standing: Standing, reason: str) -> Refusal | None:
    return why_not_prepare(meeting, standing) or why_not_write(reason, _("Skriv, hvorfor mødet er aflyst."))


def why_not_minute(meeting: Meeting, standing: Standing) -> Refusal | None:
    """Attendance, recusals and outcomes are written while the meeting lasts."""
    if refusal := why_not_run(standing):
        return refusal
    if meeting.state == MeetingState.IN_SESSION:
        return None
    return _wrong_state(
        meeting,
        _("Det kan ske, når mødet er åbnet.")
        if meeting.state in NOT_BEGUN
        else _("Det kan ikke ændres mere. En rettelse skrives som en tilføjelse til referatet."),
    )


def why_not_note(meeting: Meeting, standing: Standing) -> Refusal | None:
    """The words of the minutes may be mended until they are approved."""
    if refusal := why_not_run(standing):
        return refusal
    if meeting.state in (MeetingState.IN_SESSION, MeetingState.CLOSED):
        return None
    return _wrong_state(
        meeting,
        _("Referatet er godkendt og låst. Skriv en tilføjelse med en grund.")
        if meeting.state == MeetingState.APPROVED
        else _("Referatet skrives, når mødet er åbnet."),
    )


def why_not_take_part(*, is_recused: bool) -> Refusal | None:
    """Who is recused does not write the outcome either."""
    if not is_recused:
        return None
    return not_yours(
        _("Du er meldt inhabil i punktet og deltager ikke."),
        _("Den anden af sekretær og formand fører punktet til referat."),
    )


def why_not_attend(meeting: Meeting, standing: Standing) -> Refusal | None:
    """In a written procedure the votes say who took part."""
    if meeting.is_written:
        return why_not_run(standing) or Refusal(
            _("I en skriftlig behandling er de til stede, der stemmer."), _("Bed medlemmerne om at stemme.")
        )
    return why_not_minute(meeting, standing)


def why_not_recuse(
    meeting: Meeting, standing: Standing, *, is_self: bool, sits: bool, is_recused: bool, ground: str
) -> Refusal | None:
    """Everyone declares for themselves, secretary and chair also for others; from when the agenda is sent.

    ``sits``: the one who is recused has a seat in the body.
    """
    if not (is_self and standing.sits) and (refusal := why_not_run(standing)):
        return refusal
    if meeting.state not in (MeetingState.CALLED, MeetingState.IN_SESSION):
        return _wrong_state(meeting, _("Inhabilitet meldes, fra dagsordenen er sendt, til mødet lukkes."))
    if not sits:
        return Refusal(
            _("Personen har ingen plads i forummet og deltager ikke i punktet."), _("Vælg et medlem.")
        )
    if is_recused:
        return Refusal(_("Personen er allerede meldt inhabil i punktet."), _("Der skal ikke gøres mere."))
    return why_not_write(ground, _("Skriv kort, hvorfor personen er inhabil."))


def why_not_lift(meeting: Meeting, standing: Standing, *, is_self: bool) -> Refusal | None:
    """Only secretary and chair find that somebody was not recused after all, and only before the meeting ends.

    ``is_self``: it is one's own, of which the other of the two is judge.
    """
    if refusal := why_not_run(standing):
        return refusal
    if is_self:
        return not_yours(
            _("Ingen afgør selv, om de er inhabile."),
            _("Bed den anden af sekretær og formand om at fjerne det, hvis det var en fejl."),
        )
    if meeting.state in (MeetingState.CALLED, MeetingState.IN_SESSION):
        return None
    return _wrong_state(meeting, _("Efter mødet skrives en rettelse som en tilføjelse til referatet."))


def why_not_vote(meeting: Meeting, standing: Standing, *, is_recused: bool, at: datetime) -> Refusal | None:
    if not standing.has_vote:
        return not_yours(
            _("Kun medlemmer af %(body)s med stemme kan stemme.") % {"body": standing.body},
            _("Sekretæren fører udfaldet til referat."),
        )
    if not meeting.is_written or meeting.state != MeetingState.IN_SESSION:
        return _wrong_state(meeting, _("Man kan stemme, mens en skriftlig behandling er åben."))
    if meeting.votes_due_at is not None and meeting.votes_due_at < at:
        return Refusal(_("Fristen for at stemme er gået."), _("Tal med sekretæren, som lukker behandlingen."))
    if is_recused:
        return not_yours(
            _("Du er meldt inhabil i punktet og deltager ikke."), _("Tal med formanden, hvis det er en fejl.")
        )
    return None


def why_not_close(meeting: Meeting, standing: Standing, *, waiting: int, at: datetime) -> Refusal | None:
    """``waiting``: votes that have not been given in a written procedure."""
    if refusal := why_not_run(standing):
        return refusal
    if meeting.state != MeetingState.IN_SESSION:
        return _wrong_state(meeting, _("Kun et møde, der er i gang, kan lukkes."))
    if meeting.is_written and meeting.votes_due_at and at < meeting.votes_due_at and waiting:
        return Refusal(
            _("Fristen for at stemme er ikke gået, og ikke alle har stemt."),
            _("Vent til fristen, eller til alle har stemt."),
        )
    return None


def why_not_approve(meeting: Meeting, standing: Standing) -> Refusal | None:
    if not standing.leads:
        return not_yours(
            _("Kun formanden for %(body)s godkender referatet.") % {"body": standing.body},
            _("Bed formanden om at læse og godkende det."),
        )
    if meeting.state != MeetingState.CLOSED:
        return _wrong_state(meeting, _("Et referat godkendes, når mødet er lukket, og kun én gang."))
    return None


def why_not_approve_unread(now: str, seen: str) -> Refusal | None:
    """Hashes of the minutes as they stand, and as the chair read them."""
    if now == seen:
        return None
    return Refusal(
        _("Referatet er ændret, siden du åbnede siden, så du har ikke læst det, du er ved at godkende."),
        _("Læs det igen, og godkend det så."),
    )


def why_not_add(meeting: Meeting, standing: Standing, text: str, reason: str) -> Refusal | None:
    if refusal := why_not_run(standing):
        return refusal
    if meeting.state != MeetingState.APPROVED:
        return _wrong_state(meeting, _("Før godkendelsen rettes i selve referatet."))
    return why_not_write(text, _("Skriv, hvad der skal tilføjes.")) or why_not_write(
        reason, _("Skriv, hvorfor det tilføjes.")
    )


def why_not_write(text: str, remedy: str) -> Refusal | None:
    """What is kept says something and names no citizen."""
    if len(text.strip()) < SHORTEST_REASON:
        return Refusal(_("Der mangler en tekst, som andre kan forstå."), remedy)
    return why_not_name_citizens(text)


def why_not_name_citizens(text: str) -> Refusal | None:
    return why_not_keep_text(Answers(trouble=text))


def why_not_overwrite(now: int, seen: int, what: str) -> Refusal | None:
    """``now``, ``seen``: editions. ``what``: what it is, and how it stands now."""
    if now == seen:
        return None
    return Refusal(
        _("En anden har ændret det samme, siden du åbnede siden. %(what)s") % {"what": what},
        _("Intet er gået tabt. Se, hvad der står nu, og gem igen, hvis dit skal gælde."),
    )


def why_not_last(minutes: int) -> Refusal | None:
    if 0 <= minutes <= MOST_MINUTES:
        return None
    return Refusal(_("Et punkt kan højst vare fire timer."), _("Skriv 0 til 240 minutter."))


def why_not_read(item: AgendaItem, standing: Standing, *, is_recused: bool) -> Refusal | None:
    """A closed item is for the members of the body who take part in it."""
    if not item.is_closed or (standing.sits and not is_recused):
        return None
    return not_yours(
        _("Punktet er lukket. Det læses kun af forummets medlemmer, og ikke af dem, der er inhabile."),
        _("Berører sagen dig, får du svar, når den er afgjort."),
    )


def may_read_agenda(meeting: Meeting, standing: Standing) -> bool:
    """Open items are read by everyone once the agenda is sent, and the minutes once the meeting has closed."""
    return standing.sits or meeting.state != MeetingState.PLANNED


def may_read_minutes(meeting: Meeting, standing: Standing) -> bool:
    return standing.sits or meeting.is_over


def is_the_person(one: Person | None, other: Person) -> bool:
    return one is not None and one.pk == other.pk


def _wrong_state(meeting: Meeting, remedy: str) -> Refusal:
    return Refusal(_("Mødet er: %(state)s.") % {"state": meeting.get_state_display().lower()}, remedy)


def why_not_date(starts_at: datetime, at: datetime) -> Refusal | None:
    if starts_at >= at:
        return None
    return Refusal(_("Et møde kan ikke lægges i fortiden."), _("Vælg en tid, der kommer."))
