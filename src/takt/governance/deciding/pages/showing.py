"""What a model page shows of one version, draft or adopted."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from takt.governance.deciding.models import Body, ModelVersion
from takt.governance.deciding.queries import Areas, bodies_of
from takt.governance.deciding.route_map import Line, route_map
from takt.governance.deciding.terms import BodyTerms, body_terms, model_terms, path_bodies
from takt.governance.deciding.words import mandate_in_words


def shown_model(version: ModelVersion, areas: Areas, on: date) -> dict[str, Any]:
    """The picture and the bodies of a version; members are counted on a day."""
    bodies = bodies_of(version)
    model = model_terms(bodies)
    lines = route_map(path_bodies(model), areas.names)
    return {
        "version": version,
        "model": model,
        "lines": lines,
        "finding": finding(lines),
        "bodies": [shown_body(body, model[body.key], areas.names, on) for body in bodies],
    }


def shown_body(body: Body, terms: BodyTerms, areas: Mapping[int, str], on: date) -> dict[str, Any]:
    return {
        "row": body,
        "mandates": [mandate_in_words(one, areas) for one in terms.mandates],
        "members": sum(seat.is_taken(on) for seat in terms.seats),
    }


def one_body(body: Body, areas: Mapping[int, str], on: date) -> dict[str, Any]:
    """With its seats: those taken on a day, those to come and those that have ended."""
    seats = list(body.seats.all())
    terms = body_terms(body)
    taken = [row for row, seat in zip(seats, terms.seats, strict=True) if seat.is_taken(on)]
    return shown_body(body, terms, areas, on) | {
        "taken": taken,
        "others": [row for row in seats if row not in taken],
        "voting": terms.voting(on),
    }


def finding(lines: list[Line]) -> str:
    """What the picture says about the dearest cases that touch several areas."""
    if not lines:
        return _("Ingen må beslutte noget endnu")
    dearest = lines[-1]
    if not dearest.is_decided:
        return _("Ingen må beslutte de dyreste tværgående sager")
    decider = [stop for stop in dearest.stops if stop.level][-1]
    return _("%(body)s beslutter de dyreste tværgående sager") % {"body": decider.body}
