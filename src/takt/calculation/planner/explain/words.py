"""Every sentence of an explanation, Danish beside English. ``{}`` are filled in by ``phrases``."""

from takt.calculation.wording import Language

WORDS: dict[str, tuple[str, str]] = {
    # headlines
    "placed": (
        "Starter i {start} og går i drift i {go_live}.",
        "Starts in {start} and goes live in {go_live}.",
    ),
    "fixed": (
        "Ligger fast: start i {start}, drift fra {go_live}.",
        "Fixed: start in {start}, live from {go_live}.",
    ),
    "late": (
        "Det er {months} efter fristen, som er {deadline}.",
        "That is {months} after the deadline, {deadline}.",
    ),
    "not_yet": ("Ikke endnu. {count} af fire lofter binder.", "Not yet. {count} of four ceilings bind."),
    "not_yet_all": ("Ikke endnu. Alle fire lofter binder.", "Not yet. All four ceilings bind."),
    "not_yet_one": ("Ikke endnu. Ét af fire lofter binder.", "Not yet. One of four ceilings binds."),
    "not_chosen": ("Ikke med i planen.", "Not in the plan."),
    "impossible": (
        "Kan ikke lade sig gøre inden for lofter og frister.",
        "Cannot be done within ceilings and deadlines.",
    ),
    "too_big": (
        "Er for stort til at blive rullet ud på én gang.",
        "Is too big to be rolled out all at once.",
    ),
    "duty_missing": ("Det skal gennemføres, men har ikke plads.", "It must be done, but has no room."),
    "next_window": ("Næste ledige vindue er {start}.", "The next free window is {start}."),
    "no_window": ("Der er intet ledigt vindue i planens periode.", "There is no free window in the plan."),
    "window_late": (
        "Næste ledige vindue er {start}, men så går det i drift efter fristen.",
        "The next free window is {start}, but then it goes live after its deadline.",
    ),
    # remarks
    "room_but_no_value": (
        "Der er plads fra {start}, men det giver ingen point i planens periode.",
        "There is room from {start}, but it earns no points within the plan.",
    ),
    "room_not_used": (
        "Der er plads fra {start}. Planen kan altså blive bedre: beregn den igen med mere tid.",
        "There is room from {start}. So the plan can be better: run it again with more time.",
    ),
    "room_earlier": (
        "Det kunne starte tidligere uden at bryde et loft. Planen har valgt den senere start.",
        "It could start earlier without breaking a ceiling. The plan chose the later start.",
    ),
    "earliest": ("Det starter så tidligt, som det må.", "It starts as early as it may."),
    "measured_at": (
        "Målt ved start i {start}, hvor der mangler mindst.",
        "Measured at a start in {start}, where least is missing.",
    ),
    "others_worth_more": (
        "Andre giver mere værdi for den samme plads.",
        "Others give more value for the same room.",
    ),
    "earlier": ("Start i {starts} går ikke: {reasons}.", "A start in {starts} does not work: {reasons}."),
    "more_runs": (
        "Der er heller ikke plads ved start i {starts}.",
        "Nor is there room for a start in {starts}.",
    ),
    "proof": ("Uanset start: {reasons}.", "Whenever it starts: {reasons}."),
    # the panel
    "change": ("Forandring", "Change"),
    "staff": ("Bemanding", "Staff"),
    "money": ("Penge", "Money"),
    "law": ("Frister og rækkefølge", "Deadlines and order"),
    "binds": ("binder", "binds"),
    "room": ("plads", "room"),
    "missed": ("overskredet", "missed"),
    "over_ceiling": (
        "{unit} når {total} i {months}. Loftet er {limit}.",
        "{unit} reaches {total} in {months}. The ceiling is {limit}.",
    ),
    "over_ceiling_months": (
        "{unit} kommer over loftet i {months}. Værst er {worst} med {total}. Loftet er {limit}.",
        "{unit} goes over the ceiling in {months}. Worst is {worst} with {total}. The ceiling is {limit}.",
    ),
    "already_over": (
        "{unit} er over loftet i forvejen på grund af det, der ligger fast.",
        "{unit} is over the ceiling already because of what is fixed.",
    ),
    "over_go_lives": (
        "{unit} får {total} idriftsættelser i {quarter}. Loftet er {limit}.",
        "{unit} gets {total} go-lives in {quarter}. The ceiling is {limit}.",
    ),
    "over_role": ("{role}: Der mangler {days} i {months}.", "{role}: {days} missing in {months}."),
    "over_role_months": (
        "{role}: Der mangler {days} om måneden i {months}, i alt {total}.",
        "{role}: {days} a month missing in {months}, {total} in all.",
    ),
    "over_frame": ("{frame}: Der mangler {amount} i {year}.", "{frame}: {amount} missing in {year}."),
    "more_others": ("{count} til", "{count} more"),
    "more_limits": ("Og {count} til.", "And {count} more."),
    "room_change": (
        "Tættest på loftet er {unit} med {total} i {month}. Loftet er {limit}.",
        "Nearest the ceiling is {unit} with {total} in {month}. The ceiling is {limit}.",
    ),
    "room_no_change": ("Rammer ingen enhed med et loft.", "Touches no unit with a ceiling."),
    "room_staff": (
        "Tættest på loftet er {role}: {total} af {limit} i {month}.",
        "Nearest the ceiling is {role}: {total} of {limit} in {month}.",
    ),
    "room_no_staff": ("Bruger ingen af de knappe roller.", "Uses none of the scarce roles."),
    "room_money": (
        "{amounts} i planens periode. Det ligger inden for rammen.",
        "{amounts} within the plan. That is within the frame.",
    ),
    "room_no_money": ("Bruger ingen penge af rammerne.", "Uses no money of the frames."),
    "spends": ("{frame} {amount}", "{frame} {amount}"),
    "late_law": ("Fristen overskrides med {months}.", "The deadline is missed by {months}."),
    "room_law": ("Ingen frist eller frysperiode brydes.", "No deadline or freeze is broken."),
    # obstacles
    "deadline": ("Det går i drift efter fristen, {month}.", "It goes live after the deadline, {month}."),
    "frozen": (
        "Det går i drift i {month}, som er en frysperiode.",
        "It goes live in {month}, which is frozen.",
    ),
    "requirement_not_chosen": (
        "Det kræver {other}, som ikke er med i planen.",
        "It requires {other}, which is not in the plan.",
    ),
    "requirement_late": (
        "Det kræver {other} og kan derfor tidligst starte i {month}.",
        "It requires {other} and so cannot start before {month}.",
    ),
    "requirement_impossible": (
        "Det kræver {other}, som ikke kan lade sig gøre i planen.",
        "It requires {other}, which cannot be done in the plan.",
    ),
    "excluded": ("Det kan ikke gennemføres sammen med {other}.", "It cannot be done together with {other}."),
    "chosen_instead": (
        "Kun ét af flere må vælges, og {other} er valgt.",
        "Only one of several may be chosen, and {other} is.",
    ),
    "horizon": (
        "Det når ikke at gå i drift, før planen slutter. Der mangler {months}.",
        "It does not go live before the plan ends. {months} missing.",
    ),
    "too_early": ("Det må tidligst starte i {month}.", "It may not start before {month}."),
    "needed_earlier": (
        "{other} kræver det og starter allerede i {month}.",
        "{other} requires it and starts as early as {month}.",
    ),
    # the same in few words, to stand in a list
    "short_ceiling": ("{unit} kommer over loftet", "{unit} goes over its ceiling"),
    "short_go_lives": ("{unit} får for mange idriftsættelser", "{unit} gets too many go-lives"),
    "short_role": ("{role} mangler {days}", "{role} lacks {days}"),
    "short_role_least": ("{role} mangler mindst {days}", "{role} lacks at least {days}"),
    "short_frame_least": ("{frame} mangler mindst {amount}", "{frame} lacks at least {amount}"),
    "short_frame": ("{frame} mangler {amount}", "{frame} lacks {amount}"),
    "short_frozen": ("idriftsættelsen rammer en frysperiode", "the go-live falls in a freeze"),
    "short_deadline": ("fristen {month} overskrides", "the deadline {month} is passed"),
    "short_requirement_late": ("{other} er ikke klar", "{other} is not ready"),
    "short_requirement_impossible": ("{other} kan ikke lade sig gøre", "{other} cannot be done"),
    "short_requirement_not_chosen": ("{other} er ikke med", "{other} is not in the plan"),
    "short_excluded": ("det udelukker {other}, som ligger fast", "it excludes {other}, which is fixed"),
    "short_chosen_instead": ("{other} ligger fast i stedet", "{other} is fixed instead"),
    "short_horizon": ("planen slutter {months} for tidligt", "the plan ends {months} too early"),
    "short_too_early": ("det må tidligst starte i {month}", "it may not start before {month}"),
    "short_needed_earlier": ("{other} kræver det og starter før", "{other} requires it and starts before"),
    # what it takes
    "wait": ("Vent til {start}", "Wait until {start}"),
    "wait_line": ("Næste ledige vindue. Drift fra {go_live}.", "The next free window. Live from {go_live}."),
    "wait_deadline": (
        "Næste ledige vindue. Fristen skal flyttes til {go_live}.",
        "The next free window. The deadline must move to {go_live}.",
    ),
    "wait_price": ("Ventetiden koster {points}.", "Waiting costs {points}."),
    "start_in": ("Start i {start}", "Start in {start}"),
    "more_steps": ("Og {count} lofter til", "And {count} ceilings more"),
    "then_start": ("Så kan det starte i {start}.", "Then it can start in {start}."),
    "raise_ceiling": (
        "Hæv loftet i {unit} fra {limit} til {total} i {months}",
        "Raise the ceiling in {unit} from {limit} to {total} in {months}",
    ),
    "raise_ceiling_months": (
        "Hæv loftet i {unit} med {extra} om måneden i {months}",
        "Raise the ceiling in {unit} by {extra} a month in {months}",
    ),
    "raise_go_lives": (
        "Tillad {total} idriftsættelser i {unit} i {quarter}",
        "Allow {total} go-lives in {unit} in {quarter}",
    ),
    "raise_role": ("{role}: {days} mere i {months}", "{role}: {days} more in {months}"),
    "raise_role_months": (
        "{role}: {days} mere om måneden i {months}, i alt {total}",
        "{role}: {days} more a month in {months}, {total} in all",
    ),
    "raise_frame": (
        "Hæv rammen {frame} med {amount} i {year}",
        "Raise the frame {frame} by {amount} in {year}",
    ),
    "lift": ("Tillad idriftsættelse i frysperioden i {month}", "Allow a go-live in the freeze in {month}"),
    "bring": ("Tag {other} med fra {start}", "Bring in {other} from {start}"),
    "move": ("Flyt {other} til start i {start}", "Move {other} to a start in {start}"),
    "leave_out": ("Lad {other} udgå", "Leave out {other}"),
    "displace": ("Lad andre give plads", "Let others make room"),
    "displace_price": (
        "Det giver {gain} point og koster {loss} point. Start i {start}.",
        "It gives {gain} points and costs {loss} points. Start in {start}.",
    ),
    "displace_better": (
        "Planen kan altså blive bedre: beregn den igen med mere tid.",
        "So the plan can be better: run it again with more time.",
    ),
    "displace_price_free": (
        "Det giver {gain} point og koster ingen. Start i {start}.",
        "It gives {gain} points and costs none. Start in {start}.",
    ),
    "waves": ("Del det i mindst {count} bølger", "Split it into at least {count} waves"),
    "waves_no_count": ("Del det i bølger", "Split it into waves"),
    "waves_line": (
        "Alene giver det {unit} {total} i {month}. Loftet er {limit}.",
        "By itself it gives {unit} {total} in {month}. The ceiling is {limit}.",
    ),
    # a start that somebody tries
    "tried": ("Start i {start}, i drift i {go_live}", "Start in {start}, live in {go_live}"),
    "tried_later": ("{months} senere end i planen", "{months} later than in the plan"),
    "tried_earlier": ("{months} tidligere end i planen", "{months} earlier than in the plan"),
    "tried_there": ("som i planen", "as in the plan"),
    "tried_new": ("ikke med i planen nu", "not in the plan now"),
    "tried_free": ("Der er plads, og ingen regel brydes.", "There is room, and no rule is broken."),
    "tried_limits": ("Det bryder {count}.", "It breaks {count}."),
    "limit_count_one": ("ét loft", "one ceiling"),
    "limit_count": ("{count} lofter", "{count} ceilings"),
    "rule_count_one": ("én regel", "one rule"),
    "rule_count": ("{count} regler", "{count} rules"),
    "and": ("{one} og {other}", "{one} and {other}"),
    "makes_room_moved": ("{other} flyttes til start i {start}.", "{other} moves to a start in {start}."),
    "makes_room_out": ("{other} udgår.", "{other} is left out."),
    "room_is_held": ("Pladsen bruges mest af {others}.", "The room is mostly used by {others}."),
    "nobody_gives_room": (
        "Vi fandt ikke én eller to, der alene kan give den.",
        "We found no one or two that can give it alone.",
    ),
    # a wish for a start that the planner was asked to keep
    "under_way_already": ("Det er allerede i gang.", "It is under way already."),
    "needs_before": (
        "Det kræver {other}, som ikke kan nå at være i drift inden da.",
        "It requires {other}, which cannot be live by then.",
    ),
    "delays_duty": (
        "Så bliver {others}, som skal gennemføres, forsinket.",
        "Then {others}, which must be done, would be late.",
    ),
    "leaves_no_choice": (
        "Så er der ikke fundet plads til {others}, og én af dem skal vælges.",
        "Then no place was found for {others}, and one of them must be chosen.",
    ),
    # roll-out windows
    "window_first": (
        "Det første ledige vindue er {months}, med idriftsættelse i {go_live}",
        "The first free window is {months}, with go-live in {go_live}",
    ),
    "window_one": (
        "Start i {starts}: udrulning i {months}, i drift i {go_live}",
        "Start in {starts}: roll-out in {months}, live in {go_live}",
    ),
    "window_several": (
        "Start i en af månederne {starts}: i drift i {go_live}",
        "Start in any of {starts}: live in {go_live}",
    ),
    "window_none": (
        "Der er ikke plads til {hours} om måneden i {months} inden for planen",
        "There is no room for {hours} a month over {months} within the plan",
    ),
    "window_too_long": (
        "Udrulningen når ikke at slutte, før planen gør",
        "The roll-out does not end before the plan does",
    ),
    "window_nearest": ("Mindst mangler der ved start i {start}.", "Least is missing at a start in {start}."),
    "window_share": (
        "Med {percent} % af timerne er der plads fra {start}.",
        "With {percent} % of the hours there is room from {start}.",
    ),
    "window_longer": (
        "Spred timerne over flere måneder, eller del udrulningen i bølger.",
        "Spread the hours over more months, or split the roll-out into waves.",
    ),
    # price and conflict
    "price": ("At tage det med koster {low}–{high} point.", "Bringing it in costs {low}–{high} points."),
    "price_exact": ("At tage det med koster {high} point.", "Bringing it in costs {high} points."),
    "price_most": (
        "At tage det med koster højst {high} point.",
        "Bringing it in costs at most {high} points.",
    ),
    "price_none": (
        "Det kan komme med, uden at planen mister point.",
        "It can come in at no cost to the plan.",
    ),
    "price_unknown": (
        "Vi fandt ingen plan, der har plads til det.",
        "We found no plan that has room for it.",
    ),
    "price_start": ("Det starter så i {start}.", "It then starts in {start}."),
    "price_late": (
        "Initiativer, der skal gennemføres, bliver tilsammen {months} senere.",
        "What must be done becomes {months} later in all.",
    ),
    "price_short": (
        "Planens mål mangler {points} point mere.",
        "The goals fall short by {points} more points.",
    ),
    "price_dropped": ("Udgår: {others}.", "Left out: {others}."),
    "price_moved": ("{count} andre flyttes.", "{count} others are moved."),
    "price_moved_one": ("Ét andet flyttes.", "One other is moved."),
    "price_brought": ("Kommer også med: {others}.", "Also comes in: {others}."),
    "conflict": (
        "{title} kan ikke nå sin frist, {deadline}, fordi:",
        "{title} cannot meet its deadline, {deadline}, because:",
    ),
    "conflict_at_all": (
        "{title} kan ikke gennemføres i planens periode, fordi:",
        "{title} cannot be done within the plan, because:",
    ),
    "rule_staff": ("{name} har for få ledige dage{when}.", "{name} has too few free days{when}."),
    "rule_load": (
        "{name} har for lidt plads under loftet{when}.",
        "{name} has too little room under its ceiling{when}.",
    ),
    "rule_go_lives": (
        "{name} har for få ledige idriftsættelser{when}.",
        "{name} has too few go-lives left{when}.",
    ),
    "rule_money": ("Rammen {name} har for få penge{when}.", "The frame {name} has too little money{when}."),
    "rule_freeze": ("Der er frysperiode i {when}.", "There is a freeze in {when}."),
    "rule_earliest_start": ("{name} må tidligst starte i {when}.", "{name} may not start before {when}."),
    "rule_requires": ("{name} kræver {other}.", "{name} requires {other}."),
    "rule_excludes": ("{name} og {other} udelukker hinanden.", "{name} and {other} exclude each other."),
    "rule_choose_one": ("Præcis én skal vælges: {names}.", "Exactly one must be chosen: {names}."),
    "rule_duty": ("{name} skal også nå sin frist.", "{name} must meet its deadline too."),
    "rule_too_short": (
        "{name} tager {months} fra start til drift.",
        "{name} takes {months} from start to go-live.",
    ),
    "in_months": (" i {when}", " in {when}"),
    # units of measure
    "per_employee": ("{hours} timer pr. medarbejder", "{hours} hours per employee"),
    "hour": ("1 time", "1 hour"),
    "hours": ("{hours} timer", "{hours} hours"),
    "day": ("1 dag", "1 day"),
    "days": ("{days} dage", "{days} days"),
    "points": ("{points} point", "{points} points"),
    "month": ("1 måned", "1 month"),
    "months": ("{months} måneder", "{months} months"),
    "quarter": ("{quarter}. kvartal {year}", "Q{quarter} {year}"),
    "two": ("To", "Two"),
    "three": ("Tre", "Three"),
}


def say(key: str, language: Language, **filled: str) -> str:
    """The sentence with its blanks filled in. KeyError for an unknown sentence or a blank left open."""
    danish, english = WORDS[key]
    said = (danish if language == "da" else english).format(**filled)
    return said.replace("kr..", "kr.")  # the sentence may end with an amount
