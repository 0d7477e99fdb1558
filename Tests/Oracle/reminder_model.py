"""A naive model of deliveries: what `remind log` must say after each tick, from docs/reminders.md alone.

Moments on the wall clock are naive `datetime`s, instants are aware ones.
"""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from datetime import time as clock_time
from zoneinfo import ZoneInfo

from oracle import DAY_START, ONE_DAY, Oracle, logical_day, monday_of

GRACE = 240  # minutes on the wall clock
LEASE = timedelta(minutes=10)
TRIES = 5
MINUTE = timedelta(minutes=1)


@dataclass
class Reminder:
    """A rule as a question to each day, and what it is about."""

    id: str
    topic: tuple  # kind, and the skill, item, text or days of slack
    comes_on: object  # date → bool
    at: clock_time
    channels: list[str]
    since: datetime  # on the wall clock, without a zone
    always: bool = False
    snoozed: datetime | None = None
    removed: bool = False

    def occurrences(self, now: datetime) -> list[datetime]:
        """All up to a moment on the wall clock, oldest first."""
        first = self.snoozed or self.since
        day, found = first.date(), []
        while day <= now.date():
            moment = datetime.combine(day, self.at)
            if first <= moment <= now and self.comes_on(day):
                found.append(moment)
            day += ONE_DAY
        if self.snoozed and self.snoozed <= now and self.snoozed not in found:
            found.insert(0, self.snoozed)
        return found


@dataclass
class Record:
    """What became of an occurrence through a channel."""

    state: str
    attempts: int
    at: datetime
    retry: datetime | None = None
    held: datetime | None = None


@dataclass
class Model:
    """Reminders and the log of their deliveries."""

    practice: Oracle
    reminders: list[Reminder] = field(default_factory=list)
    log: dict[tuple, Record] = field(default_factory=dict)
    quiet: tuple[clock_time, clock_time] | None = None
    items_done: set[str] = field(default_factory=set)

    def quiet_end(self, moment: datetime) -> datetime | None:
        """When the quiet hours that hold a moment end."""
        if not self.quiet:
            return None
        (start, end), now = self.quiet, moment.time().replace(second=0)
        if start < end:
            return datetime.combine(moment.date(), end) if start <= now < end else None
        if now >= start:
            return datetime.combine(moment.date() + ONE_DAY, end)
        return datetime.combine(moment.date(), end) if now < end else None

    def is_needed(self, reminder: Reminder, days: set[date], log) -> bool:
        """Whether the user has to be told, on each of the days."""
        return all(self.is_needed_on(reminder, day, log) for day in days)

    def is_needed_on(self, reminder: Reminder, day: date, log) -> bool:
        kind, what = reminder.topic
        monday = monday_of(day)

        def is_off(slug):
            return any(s["skill"] in (None, slug) and s["from"] <= day <= s["to"]
                       for s in log.skips)

        if kind == "skill":
            return (log.plan(what, monday).focus and day not in log.practised(what)
                    and not is_off(what)
                    and (reminder.always or log.owed(what, monday) > 0))
        if kind == "slack":
            return any(
                day not in log.practised(slug) and not is_off(slug)
                and log.owed(slug, monday) > 0 and 0 <= log.slack(slug, day) <= what
                for slug in log.focus(monday))
        if kind == "item":
            return what not in self.items_done and not is_off(what.split("/")[0])
        return True

    def decide(self, reminder, occurrence, is_newest, record, now, wall, today, log):
        """What a tick does: None to leave it, or a state, with the moment that it is held to."""
        in_future = record is not None and record.at > now and record.attempts < TRIES
        waits = None
        if record is not None:
            if record.state == "sent":
                return None
            if record.state in ("suppressed", "missed") and not in_future:
                return None
            if record.state == "claimed":
                if not in_future and now - record.at < LEASE:
                    return None
                if record.attempts >= TRIES:
                    return ("missed", None)
            if record.state == "failed":
                if record.retry is None and not in_future:
                    return None
                waits = None if in_future else record.retry
        days = {practice_day(occurrence)} | ({today} if is_newest else set())
        if not is_newest:
            return ("missed" if self.is_needed(reminder, days, log) else "suppressed", None)
        due = (record.held if record and record.held else None) or self.quiet_end(
            occurrence) or occurrence
        if due > wall:
            return ("deferred", due) if record is None else None
        if not self.is_needed(reminder, days, log):
            return ("suppressed", None)
        if (floored(wall) - due) // MINUTE > GRACE:
            return ("missed", None)
        if waits and waits > now:
            return None
        end = self.quiet_end(wall)
        return ("deferred", end) if end else ("claimed", None)

    def tick(self, now: datetime, zone: str, answers: dict[str, str]) -> dict[str, list[tuple]]:
        """One tick; `answers`: what each channel does. What each channel was told."""
        wall, today, log = wall_clock(now, zone), logical_day(now, zone), self.practice.log()
        told: dict[str, list[tuple]] = {}
        for reminder in self.reminders:
            if reminder.removed:
                continue
            occurrences = reminder.occurrences(wall)
            for occurrence in occurrences:
                for channel in reminder.channels:
                    key = (reminder.id, occurrence, channel)
                    record = self.log.get(key)
                    decision = self.decide(reminder, occurrence, occurrence == occurrences[-1],
                                           record, now, wall, today, log)
                    if decision is None:
                        continue
                    state, held = decision
                    attempts = (record.attempts if record else 0) + (state == "claimed")
                    self.log[key] = Record(state, attempts, now, held=held)
                    if state == "claimed":
                        told.setdefault(channel, []).append(
                            (reminder.id, occurrence, self.missed_before(key)))
            # What its rule does not ask for any more, or not from before it was snoozed.
            for (id, occurrence, channel), record in self.log.items():
                is_open = record.state in ("claimed", "deferred") or record.retry is not None
                if id == reminder.id and is_open and occurrence not in occurrences:
                    self.log[id, occurrence, channel] = Record(
                        "suppressed", record.attempts, now)
        for channel, parts in told.items():
            for id, occurrence, _ in parts:
                self.settle((id, occurrence, channel), answers.get(channel, "sent"))
        return told

    def settle(self, key: tuple, answer: str):
        record = self.log[key]
        if answer == "retry" and record.attempts < TRIES:
            wait = timedelta(minutes=(15 << (record.attempts - 1)) - 5)
            self.log[key] = Record("failed", record.attempts, record.at, retry=record.at + wait)
        else:
            state = {"sent": "sent", "failed": "failed", "retry": "missed"}[answer]
            self.log[key] = Record(state, record.attempts, record.at)

    def missed_before(self, key: tuple) -> int:
        """How many occurrences before this one were never told, back to the last that was."""
        id, occurrence, channel = key
        count = 0
        for (other, moment, through), record in sorted(
                (k, r) for k, r in self.log.items() if k[0] == id and k[2] == channel
                and k[1] < occurrence)[::-1]:
            if record.state in ("sent", "suppressed"):
                break
            count += record.state in ("missed", "failed")
        return count

    def unseen(self, now: datetime, zone: str) -> list[tuple]:
        """What `today` lists: once for each topic, in the order of time."""
        wall, today, log = wall_clock(now, zone), logical_day(now, zone), self.practice.log()
        found: dict[tuple, tuple] = {}
        for reminder in self.reminders:
            occurrences = [] if reminder.removed else reminder.occurrences(wall)
            if not occurrences:
                continue
            occurrence = occurrences[-1]
            shown = self.quiet_end(occurrence) or occurrence
            if shown > wall or practice_day(shown) != today:
                continue
            if not self.is_needed(reminder, {practice_day(occurrence), today}, log):
                continue
            if any((r := self.log.get((reminder.id, occurrence, channel))) and r.state == "sent"
                   for channel in reminder.channels if channel != "stdout"):
                continue
            if reminder.topic not in found or found[reminder.topic][0] < occurrence:
                found[reminder.topic] = (occurrence, reminder.id)
        return sorted(found.values())


def wall_clock(now: datetime, zone: str) -> datetime:
    """What a wall clock shows, without its zone."""
    return now.astimezone(ZoneInfo(zone)).replace(tzinfo=None)


def floored(moment: datetime) -> datetime:
    return moment.replace(second=0, microsecond=0)


def practice_day(moment: datetime) -> date:
    """The day of practice of a moment on the wall clock."""
    return moment.date() - (ONE_DAY if moment.time() < DAY_START else timedelta(0))
