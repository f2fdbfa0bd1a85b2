"""Save which systems a case touches."""

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_POST

from takt.governance.clarifying.commands.link_systems import link_systems
from takt.governance.clarifying.pages.deeds import sent
from takt.governance.clarifying.touching import Touched
from takt.interfaces.workbench.bench import Typed
from takt.interfaces.workbench.pages.save import refused, saved
from takt.interfaces.workbench.pages.show import for_the_network, person, show
from takt.interfaces.workbench.seen import read
from takt.interfaces.workbench.touching import read_systems


@require_POST
@for_the_network
def save_systems(request: HttpRequest, number: str) -> HttpResponse:
    form = read_systems(request.POST)
    if form.errors:
        return show(
            request, number, Typed(rows={"systems": form}, errors={"systems": form.errors}, part="systems")
        )
    wanted = {int(key): touched for key, touched in form.wanted.items()}
    seen = read(request.POST.get("seen", ""), Touched, int)
    refusal = refused(
        lambda: link_systems(sent(number), wanted, seen=seen, by=person(request), at=timezone.now())
    )
    if refusal is None:
        return saved(request, number, "systemer")
    return show(request, number, Typed(rows={"systems": form}, refusal=refusal, part="systems"))
