"""What happened, in one sentence for each verb of the ledger. The rooms stand in the order of the process."""

from django.utils.translation import gettext_lazy as _

SENTENCES = {
    # asking
    "wish.submitted": _("Ønsket blev sendt"),
    "wish.joined": _("En kollega sluttede sig til"),
    "wish.withdrawn": _("Ønsket blev trukket tilbage"),
    "wish.merged": _("Ønsket blev samlet i en anden sag"),
    "wish.gathered": _("Et andet ønske blev samlet her"),
    "wish.taken_from_mail": _("En e-mail blev lavet til ønsket"),
    "attachment.added": _("Et bilag blev lagt på"),
    "attachment.removed": _("Et bilag blev fjernet"),
    "wish.answered": _("Ønskeren fik svar"),
    # clarifying
    "case.taken": _("Sagen blev taget op"),
    "case.given": _("Sagen blev givet til en anden"),
    "case.ready": _("Sagen blev meldt klar"),
    "question.asked": _("Ønskeren blev spurgt"),
    "question.given": _("En anden tog over, hvad der var spurgt om"),
    "question.answered": _("Ønskeren svarede"),
    "effort.described": _("Dage pr. rolle blev lagt ind"),
    "impact.described": _("Berørte enheder blev lagt ind"),
    "benefit_owner.named": _("En gevinstejer blev udpeget og spurgt"),
    "benefit_owner.accepted": _("Gevinstejeren sagde ja"),
    "benefit_owner.declined": _("Gevinstejeren sagde nej"),
    "options.weighed": _("Mulighederne blev vejet"),
    "risks.described": _("Risici blev lagt ind"),
    "systems.linked": _("Berørte systemer blev lagt ind"),
    "goals.linked": _("Sagen blev knyttet til strategiens mål"),
    "estimate.recorded": _("Skøn over tid, penge og belastning blev lagt ind"),
    # screening
    "screening.answered": _("Loven blev screenet"),
    "assessment.recorded": _("En vurdering, loven kræver, blev opdateret"),
    "inclusion.assessed": _("Digital inklusion blev vurderet"),
    # scoring
    "assessment.asked": _("Nogle blev bedt om at bedømme sagen"),
    "assessment.assessor_added": _("Endnu en bedømmer blev spurgt"),
    "assessment.assessor_replaced": _("En anden bedømmer blev spurgt i stedet"),
    "assessment.given": _("En bedømmer svarede"),
    "assessment.opened": _("Bedømmelserne blev åbnet"),
    "assessment.closed": _("Bedømmelsen blev lukket"),
    "assessment.reopened": _("En ny bedømmelse blev begyndt"),
    "assessment.settled": _("En uenighed blev afklaret"),
    "case.valued": _("Værdien blev regnet af bedømmelsen"),
    "case.valued_by_hand": _("Værdien blev sat i hånden"),
    # readiness
    "readiness.asked": _("Lederne af de berørte enheder blev spurgt om parathed"),
    "readiness.given": _("En enhed svarede om parathed"),
    "readiness.reminded": _("En leder blev mindet om at svare om parathed"),
    # hearing
    "hearing.called": _("Berørte enheder blev spurgt"),
    "hearing.answered": _("En enhed svarede i høringen"),
    "hearing.reminded": _("En enhed blev mindet om høringen"),
    "hearing.prolonged": _("Høringen blev forlænget"),
    "hearing.withdrawn": _("Høringen blev trukket tilbage"),
    "hearing.closed": _("Høringen blev afsluttet"),
    # meetings
    "case.reconsidered": _("Sagen blev genoptaget, fordi noget er nyt"),
    "condition.fulfilled": _("En betingelse blev meldt opfyldt"),
    "condition.waived": _("En betingelse faldt"),
    # planning
    "pin.made": _("Nogen bad planlæggeren fastholde en start"),
    "pin.moved": _("Nogen bad planlæggeren fastholde en anden start"),
    "pin.withdrawn": _("Ønsket om at fastholde en start blev trukket tilbage"),
    # wherever somebody wrote a reason
    "reason.removed": _("En begrundelse blev fjernet, fordi den indeholdt personoplysninger"),
}
