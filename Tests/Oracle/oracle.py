"""A naive model of strop: what every figure must be, recomputed from the whole log.

The model keeps a list of commands' effects (one batch a command) and a stack of what was undone.
Every question folds the live batches again and counts days one by one: no caches, no running
totals, nothing that could agree with the program because it is built like the program.

Days are `datetime.date`; an ISO week is the date of its Monday; instants are aware `datetime`s.
"""

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta, timezone
from fractions import Fraction
from zoneinfo import ZoneInfo

DAY_START = time(4, 0)
STREAK_CAP = 104
ONE_DAY = timedelta(days=1)
ONE_WEEK = timedelta(days=7)


@dataclass(frozen=True)
class Plan:
    """What a week asks of a skill: whether it counts, sessions a week, minutes a week."""

    focus: bool
    sessions: int
    minutes: int


@dataclass(frozen=True)
class Skill:
    """One skill of the curriculum: its default plan and after how many days a retest is due."""

    slug: str
    default: Plan
    retest: int


SKILLS = [  # in curriculum order
    Skill("papers", Plan(True, 3, 90), 75),
    Skill("frontier", Plan(False, 2, 60), 15),
    Skill("reproduce", Plan(True, 1, 120), 60),
    Skill("debug", Plan(True, 1, 60), 90),
    Skill("weekend", Plan(True, 1, 120), 90),
    Skill("scaling-law", Plan(False, 1, 180), 75),
    Skill("megatron", Plan(False, 1, 150), 37),
    Skill("deepspeed", Plan(False, 1, 120), 45),
    Skill("data-pipeline", Plan(False, 1, 150), 75),
    Skill("sft-data", Plan(False, 1, 120), 60),
    Skill("reward-model", Plan(False, 1, 120), 60),
    Skill("dpo", Plan(False, 1, 120), 60),
    Skill("ppo", Plan(False, 1, 180), 37),
    Skill("moe", Plan(False, 1, 120), 60),
    Skill("leverage", Plan(False, 3, 60), 22),
    Skill("portfolio", Plan(False, 1, 45), 45),
]
SKILL = {skill.slug: skill for skill in SKILLS}
ORDER = {skill.slug: index for index, skill in enumerate(SKILLS)}


class _Unsure:
    """Stands where the design leaves a figure open; comparisons pass over it."""

    def __repr__(self):
        return "UNSURE"


UNSURE = _Unsure()


# Days and weeks


def logical_day(instant: datetime, zone: str) -> date:
    """The day of practice at an instant: the civil date, or the one before until 04:00."""
    wall = instant.astimezone(ZoneInfo(zone))
    return wall.date() - ONE_DAY if wall.time() < DAY_START else wall.date()


def monday_of(day: date) -> date:
    """The Monday of the day's ISO week."""
    return day - timedelta(days=day.weekday())


def week_name(monday: date) -> str:
    """The ISO name of a week, as in 2026-W05."""
    year, week, _ = monday.isocalendar()
    return f"{year}-W{week:02d}"


def days_of(monday: date) -> list[date]:
    """The seven days of a week."""
    return [monday + timedelta(days=n) for n in range(7)]


# What was recorded


@dataclass(frozen=True)
class Patch:
    """Some fields of one subject. Of two patches, the later one wins, field by field."""

    subject: tuple
    fields: dict


@dataclass(frozen=True)
class Batch:
    """What one command wrote, and the logical day on which it ran."""

    command: str
    day: date
    patches: list[Patch]


@dataclass
class Log:
    """The rows that hold after folding the live batches."""

    start: date
    checkins: list[dict] = field(default_factory=list)
    skips: list[dict] = field(default_factory=list)
    plans: dict[str, dict[date, dict]] = field(default_factory=dict)  # skill → Monday → fields
    first_days: dict[str, date] = field(default_factory=dict)  # of skills outside the default focus
    items_done: dict[str, date] = field(default_factory=dict)
    practice: dict[str, set[date]] = field(default_factory=dict)  # skill → days practised

    # Practice

    def practised(self, slug: str) -> set[date]:
        """The days on which a skill was practised."""
        return self.practice.get(slug, set())

    def minutes(self, slug: str, monday: date) -> int:
        """The minutes given for a skill in a week."""
        return sum(
            c["minutes"] or 0
            for c in self.checkins
            if c["skill"] == slug and monday_of(c["day"]) == monday
        )

    def last_day(self, slug: str) -> date | None:
        """The last day on which a skill was practised."""
        return max(self.practised(slug), default=None)

    # Plans and skips

    def plan(self, slug: str, monday: date) -> Plan:
        """The plan in force in a week: the latest written for it or for a week before it."""
        plan = SKILL[slug].default
        for week, written in sorted(self.plans.get(slug, {}).items()):
            if week <= monday:
                plan = Plan(
                    written.get("focus", plan.focus),
                    written.get("sessions", plan.sessions),
                    written.get("minutes", plan.minutes),
                )
        return plan

    def has_plan(self, slug: str) -> bool:
        """Whether the user ever planned the skill (and has not undone it)."""
        return bool(self.plans.get(slug))

    def focus(self, monday: date) -> list[str]:
        """The skills in focus in a week, in curriculum order."""
        return [skill.slug for skill in SKILLS if self.plan(skill.slug, monday).focus]

    def is_skipped(self, slug: str, day: date) -> bool:
        """Whether a day does not count for a skill; practice makes any day count."""
        if day in self.practised(slug):
            return False
        if day < self.start or day < self.first_days.get(slug, date.min):
            return True
        return any(
            s["skill"] in (None, slug) and s["from"] <= day <= s["to"] for s in self.skips
        )

    # The figures of a week

    def asked(self, slug: str, monday: date) -> int:
        """The sessions that a week asks for; 0 when the week is left out."""
        plan = self.plan(slug, monday)
        skipped = sum(self.is_skipped(slug, day) for day in days_of(monday))
        if not plan.focus or skipped == 7:
            return 0
        return (2 * plan.sessions * (7 - skipped) + 7) // 14  # rounded to the nearest, half up

    def done(self, slug: str, monday: date) -> int:
        """The sessions done in a week: days, not check-ins."""
        return len(self.practised(slug) & set(days_of(monday)))

    def owed(self, slug: str, monday: date) -> int:
        """The sessions still owed in a week."""
        return max(0, self.asked(slug, monday) - self.done(slug, monday))

    def met(self, slug: str, monday: date) -> bool | None:
        """Whether a week met its plan; None when it is left out."""
        asked = self.asked(slug, monday)
        return None if asked == 0 else self.done(slug, monday) >= asked

    def slack(self, slug: str, today: date) -> int:
        """Days left in today's week on which a session can count, minus the sessions owed."""
        left = 0
        for day in days_of(monday_of(today)):
            if day < today or self.is_skipped(slug, day):
                continue
            if day == today and day in self.practised(slug):
                continue
            left += 1
        return left - self.owed(slug, monday_of(today))

    def streak_through(self, slug: str, monday: date) -> int:
        """Weeks in a row, up to and with this finished one, that met their plan."""
        earliest = min([self.start, *self.practised(slug)])
        count = 0
        while monday >= monday_of(earliest) and count < STREAK_CAP:
            met = self.met(slug, monday)
            if met is False:
                break
            if met:
                count += 1
            monday -= ONE_WEEK
        return count

    def streak(self, slug: str, monday: date, today: date) -> int:
        """The streak at a week's end, or so far when it is today's week."""
        if monday < monday_of(today):
            return self.streak_through(slug, monday)
        this_one = 1 if self.met(slug, monday) else 0
        return min(STREAK_CAP, self.streak_through(slug, monday - ONE_WEEK) + this_one)

    # Today

    def todays_order(self, today: date) -> list[str]:
        """The focus: what can still be met by slack, then what was missed, then what is met."""
        monday = monday_of(today)

        def key(slug: str) -> tuple:
            owed, slack = self.owed(slug, monday), self.slack(slug, today)
            last = self.last_day(slug)
            if last is None:
                unpractised = Fraction(10**9)
            else:
                unpractised = Fraction((today - last).days * self.plan(slug, monday).sessions, 7)
            if owed == 0:
                group, within = 2, 0
            elif slack < 0:
                group, within = 1, 0
            else:
                group, within = 0, slack
            return (group, within, -unpractised, ORDER[slug])

        return sorted(self.focus(monday), key=key)

    def off(self, today: date) -> dict | None:
        """Why today is off for all skills, and the last of the days in a row that are."""
        def covering(day: date) -> dict | None:
            return next((s for s in self.skips
                         if s["skill"] is None and s["from"] <= day <= s["to"]), None)
        skip, until = covering(today), today
        if skip is None:
            return None
        while covering(until + timedelta(days=1)):
            until += timedelta(days=1)
        return {"until": until.isoformat(), "reason": skip["reason"]}

    def retest(self, today: date) -> dict | None:
        """The one skill outside the focus that is most overdue for its retest."""
        due = []
        for skill in SKILLS:
            last = self.last_day(skill.slug)
            if last is None or self.plan(skill.slug, monday_of(today)).focus:
                continue
            days = (today - last).days
            if days > skill.retest:
                due.append((-Fraction(days, skill.retest), ORDER[skill.slug], skill, days))
        if not due:
            return None
        _, _, skill, days = min(due, key=lambda candidate: candidate[:2])
        return {"slug": skill.slug, "days": days, "every": skill.retest}

    # Totals

    def totals(self, monday: date) -> dict:
        """What was done in a week, over all skills."""
        days = set(days_of(monday))
        practice = [c for c in self.checkins if c["day"] in days]
        return {
            "sessions": len({(c["skill"], c["day"]) for c in practice}),
            "minutes": sum(c["minutes"] or 0 for c in practice),
            "activeDays": len({c["day"] for c in practice}),
            "itemsDone": sum(day in days for day in self.items_done.values()),
        }

    def mean_of_four(self, monday: date) -> dict:
        """The mean week among the four before this one, those before the start left out."""
        weeks = [monday - n * ONE_WEEK for n in range(1, 5)]
        totals = [self.totals(week) for week in weeks if week >= monday_of(self.start)]
        return {
            key: sum(t[key] for t in totals) / len(totals) if totals else 0
            for key in ("sessions", "minutes", "activeDays", "itemsDone")
        }

    def evidence(self, slug: str, monday: date) -> dict:
        """How many of a week's check-ins have something attached. Nothing here is verified."""
        week = [c for c in self.checkins if c["skill"] == slug and monday_of(c["day"]) == monday]
        attached = sum(1 for c in week if c["evidence"])
        return {"claimed": len(week) - attached, "evidenced": attached, "verified": 0}


class Oracle:
    """The commands given so far, and what strop must answer to each question.

    The program makes up the ids of check-ins and skips, so they are passed in. Methods that record
    return whether they changed anything: a command that changes nothing leaves nothing to undo.
    """

    def __init__(self):
        self.start: date | None = None
        self.batches: list[Batch] = []
        self.undone: list[int] = []  # indices of batches, the one undone last at the end

    # Recording

    def run(self, now: datetime, zone: str):
        """Every command passes here; the first one fixes the start day, which undo never takes."""
        if self.start is None:
            self.start = logical_day(now, zone)

    def _append(self, command: str, day: date, patches: list[Patch]) -> bool:
        rows = self._rows()
        changed = [
            p
            for p in patches
            if any(rows.get(p.subject, {}).get(k, _MISSING) != v for k, v in p.fields.items())
        ]
        if changed:
            self.batches.append(Batch(command, day, patches))
        return bool(changed)

    def checkin(self, id, now, zone, skill, day=None, minutes=None, note=None, item=None,
                evidence=0) -> bool:
        """Records practice, today unless a day is given. `evidence` is how many were attached."""
        self.run(now, zone)
        today = logical_day(now, zone)
        fields = {"id": id, "skill": skill, "at": now, "day": day or today, "minutes": minutes,
                  "note": note, "item": item, "evidence": evidence, "removed": False}
        return self._append("checkin", today, [Patch(("checkin", id), fields)])

    def edit(self, id, now, zone, **fields) -> bool:
        """Changes day, minutes or note of a check-in. Its instant stays."""
        self.run(now, zone)
        return self._append("edit", logical_day(now, zone), [Patch(("checkin", id), fields)])

    def remove(self, id, now, zone) -> bool:
        """Takes a check-in out."""
        return self.edit(id, now, zone, removed=True)

    def skip_add(self, id, now, zone, skill, first, last, reason=None) -> bool:
        """Excuses the days from first to last, for one skill or (None) for all."""
        self.run(now, zone)
        fields = {"id": id, "skill": skill, "from": first, "to": last, "reason": reason,
                  "removed": False}
        return self._append("skip add", logical_day(now, zone), [Patch(("skip", id), fields)])

    def skip_edit(self, id, now, zone, **fields) -> bool:
        """Changes `from`, `to` (pass them as a dict's keys) or the reason of a skip."""
        self.run(now, zone)
        return self._append("skip edit", logical_day(now, zone), [Patch(("skip", id), fields)])

    def skip_remove(self, id, now, zone) -> bool:
        """Takes a skip back."""
        return self.skip_edit(id, now, zone, removed=True)

    def focus(self, slugs, now, zone, sessions=None, minutes=None) -> bool:
        """Puts skills into the focus from this week; figures not given stay as they are."""
        self.run(now, zone)
        today = logical_day(now, zone)
        monday, log, patches = monday_of(today), self.log(), []
        for slug in slugs:
            plan = log.plan(slug, monday)
            fields = {"focus": True, "sessions": sessions or plan.sessions,
                      "minutes": minutes or plan.minutes}
            patches.append(Patch(("plan", slug, monday), fields))
        return self._append("focus", today, patches)

    def shelve(self, slugs, now, zone) -> bool:
        """Takes skills out of the focus from this week."""
        self.run(now, zone)
        today = logical_day(now, zone)
        patches = [Patch(("plan", slug, monday_of(today)), {"focus": False}) for slug in slugs]
        return self._append("shelve", today, patches)

    def item_done(self, slug, now, zone) -> bool:
        """Finishes a checklist item today."""
        self.run(now, zone)
        today = logical_day(now, zone)
        return self._append("item done", today, [Patch(("item", slug), {"done": today})])

    def undo(self) -> Batch | None:
        """Undoes the newest batch not undone; None when there is none."""
        live = [index for index in range(len(self.batches)) if index not in self.undone]
        if not live:
            return None
        self.undone.append(live[-1])
        return self.batches[live[-1]]

    def redo(self) -> Batch | None:
        """Brings back the batch undone most recently; None when there is none."""
        return self.batches[self.undone.pop()] if self.undone else None

    # Folding

    def _live(self) -> list[Batch]:
        return [batch for n, batch in enumerate(self.batches) if n not in self.undone]

    def _rows(self) -> dict[tuple, dict]:
        rows: dict[tuple, dict] = {}
        for batch in self._live():
            for patch in batch.patches:
                rows.setdefault(patch.subject, {}).update(patch.fields)
        return rows

    def log(self) -> Log:
        """Everything that holds now, from scratch."""
        log = Log(self.start)
        for subject, fields in self._rows().items():
            kind, key = subject[0], subject[1]
            exists = "id" in fields and not fields["removed"]  # a patch without its create waits
            if kind == "checkin" and exists:
                log.checkins.append(fields)
                log.practice.setdefault(fields["skill"], set()).add(fields["day"])
            elif kind == "skip" and exists:
                log.skips.append(fields)
            elif kind == "plan":
                log.plans.setdefault(key, {})[subject[2]] = fields
            elif kind == "item":
                log.items_done[key] = fields["done"]
        log.checkins.sort(key=lambda c: (c["day"], c["at"]))
        for batch in self._live():
            for patch in batch.patches:
                if patch.subject[0] == "plan" and patch.fields["focus"]:
                    slug = patch.subject[1]
                    if not SKILL[slug].default.focus:
                        log.first_days.setdefault(slug, batch.day)
        return log

    def first_days_by_row(self) -> dict[str, date]:
        """First days read the other way: from the first week whose plan, as folded, has focus.

        It differs from `Log.first_days` only where a first focus was shelved in its own week, or
        where a traveller planned a later week first. The design does not settle those.
        """
        log, found = self.log(), {}
        for slug, weeks in log.plans.items():
            focused = sorted(week for week, fields in weeks.items() if fields["focus"])
            if SKILL[slug].default.focus or not focused:
                continue
            subject = ("plan", slug, focused[0])
            found[slug] = next(
                batch.day
                for batch in self._live()
                for patch in batch.patches
                if patch.subject == subject and patch.fields["focus"]
            )
        return found

    # Answers, in the shape of the program's JSON

    def answer_log(self) -> list[dict]:
        """`strop log --json`: its check-ins."""
        return [self.answer_checkin(c) for c in self.log().checkins]

    def answer_checkin(self, row: dict) -> dict:
        """One check-in as JSON; `evidence` is the number of pieces."""
        return {"id": row["id"], "skill": row["skill"], "day": row["day"].isoformat(),
                "at": row["at"].astimezone(timezone.utc), "minutes": row["minutes"],
                "note": row["note"], "item": row["item"], "evidence": row["evidence"]}

    def answer_skips(self) -> list[dict]:
        """`strop skip list --json`: its skips, in any order."""
        return [
            {"id": s["id"], "skill": s["skill"], "from": s["from"].isoformat(),
             "to": s["to"].isoformat(), "reason": s["reason"]}
            for s in self.log().skips
        ]

    def answer_today(self, now: datetime, zone: str) -> dict:
        """`strop today --json`.

        Travel west can leave practice on a day that is still to come. Whether such a day still
        counts as a chance is not settled, so slack and order are then left open.
        """
        log, today = self.log(), logical_day(now, zone)
        monday, skills, order_is_sure = monday_of(today), [], True
        for slug in log.todays_order(today):
            last = log.last_day(slug)
            ahead = any(today < day < monday + ONE_WEEK for day in log.practised(slug))
            order_is_sure = order_is_sure and not (last and last > today)
            skills.append({
                "slug": slug,
                "sessions": log.asked(slug, monday),
                "done": log.done(slug, monday),
                "owed": log.owed(slug, monday),
                "slack": UNSURE if ahead else log.slack(slug, today),
                "streak": log.streak(slug, monday, today),
                "minutes": log.minutes(slug, monday),
                "lastDay": last.isoformat() if last else None,
            })
        return {
            "day": today.isoformat(),
            "week": week_name(monday),
            "zone": zone,
            "order": [s["slug"] for s in skills] if order_is_sure else UNSURE,
            "skills": skills,
            "off": log.off(today),
            "retest": log.retest(today),
        }

    def answer_report(self, monday: date, now: datetime, zone: str) -> dict:
        """`strop report --json` for a week, which is not after today's."""
        log, today = self.log(), logical_day(now, zone)
        skills = []
        for skill in SKILLS:
            slug = skill.slug
            if not log.plan(slug, monday).focus and not log.done(slug, monday):
                continue
            skills.append({
                "slug": slug,
                "sessions": log.asked(slug, monday),
                "done": log.done(slug, monday),
                "minutes": log.minutes(slug, monday),
                "met": log.met(slug, monday),
                "streak": log.streak(slug, monday, today),
                "weeks": [log.minutes(slug, monday - n * ONE_WEEK) for n in range(7, -1, -1)],
                "evidence": log.evidence(slug, monday),
            })
        return {
            "week": week_name(monday),
            "from": monday.isoformat(),
            "to": (monday + 6 * ONE_DAY).isoformat(),
            "finished": today > monday + 6 * ONE_DAY,
            "totals": log.totals(monday),
            "previous": log.totals(monday - ONE_WEEK),
            "average4": log.mean_of_four(monday),
            "skills": skills,
        }


_MISSING = object()
