"""Drives the real strop through a random year and compares its answers with the oracle's.

    python3 Tests/Oracle/simulate.py --strop PATH_TO_BINARY --seeds 0-49 [--jobs 2] [--days 365]

Each seed lives in a HOME of its own: check-ins, backfills, skips, plans, undo and redo, travel,
both changes of the clocks, late nights, weeks asleep. After every few commands and at each week's
end the program's JSON is compared, field by field, with what the oracle recomputes. At the first
difference the seed stops and prints where; `replay.sh` in its folder runs the same year again.
The last line is `N passed, N failed`; the exit code is 1 if any seed failed.
"""

import sys

sys.dont_write_bytecode = True

import argparse
import copy
import json
import os
import random
import shlex
import shutil
import subprocess
import tempfile
import traceback
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone
from pathlib import Path
from zoneinfo import ZoneInfo

from oracle import (ONE_DAY, ONE_WEEK, SKILLS, UNSURE, Oracle, logical_day, monday_of,
                    week_name)

UTC = timezone.utc
PATH = "/usr/bin:/bin"
TIMEOUT = 20  # seconds a process may take
PROCESSES_A_YEAR = 330
TOLERANCE = 0.051  # of means, which the program may round to one decimal

ZONES = ["Asia/Shanghai", "America/New_York", "Europe/Berlin", "Pacific/Auckland",
         "Asia/Kathmandu", "Asia/Tokyo", "America/Los_Angeles", "Asia/Kolkata"]
ZONES_WITH_SUMMER_TIME = ["America/New_York", "Europe/Berlin", "Pacific/Auckland"]
NOTES = [
    "loss mask was off by one",
    "把单个 batch 训到 loss 为零，终于说得清为什么了",
    "复现失败：种子不同 😅",
    "🧠🔥 read the ablations twice",
    "it's \"fine\": $HOME, 100% of `steps`, back\\slash",
    "café, naïve, Ångström",
    "👩‍🔬 实验 №3 — 先写预测",
    "x",
    "缩放定律：" + "很长的笔记，" * 20 + "完",
]
REASONS = ["出差", "flu 🤒", "holiday with the family", "年会"]
WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]


class Mismatch(Exception):
    """The program and the oracle differ, or the program failed where it must not."""


@dataclass(frozen=True)
class Ref:
    """An id that the program made up, and the shell variable that holds it in the replay."""

    id: str
    variable: str


@dataclass
class Seed:
    """What to run; passed to worker processes."""

    number: int
    strop: str
    days: int
    keep: bool
    root: str


@dataclass
class Result:
    """How a seed went; `text` is what to print."""

    number: int
    passed: bool
    processes: int
    text: str


# Comparing


def differences(expected, got, where="") -> list[str]:
    """Where the program's JSON differs from what the oracle knows; other keys are ignored."""
    if expected is UNSURE:
        return []
    if isinstance(expected, dict):
        if not isinstance(got, dict):
            return [f"{where}: expected an object, got {got!r}"]
        found = []
        for key, value in expected.items():
            path = f"{where}.{key}" if where else key
            if key not in got:
                found.append(f"{path}: expected {value!r}, got no such key")
            else:
                found += differences(value, got[key], path)
        return found
    if isinstance(expected, list):
        if not isinstance(got, list) or len(expected) != len(got):
            return [f"{where}: expected {expected!r}, got {got!r}"]
        return [d for n, (e, g) in enumerate(zip(expected, got))
                for d in differences(e, g, f"{where}[{n}]")]
    if isinstance(expected, datetime):
        try:
            same = datetime.fromisoformat(got) == expected
        except (TypeError, ValueError):
            same = False
    elif isinstance(expected, float):
        is_number = isinstance(got, (int, float)) and not isinstance(got, bool)
        same = is_number and abs(got - expected) <= TOLERANCE
    else:
        same = isinstance(got, bool) == isinstance(expected, bool) and got == expected
    return [] if same else [f"{where}: expected {shown(expected)}, got {got!r}"]


def shown(value) -> str:
    """A value as a mismatch prints it."""
    return value.isoformat() if isinstance(value, datetime) else repr(value)


def keyed(rows, key: str) -> dict:
    """A list of JSON objects as an object by one of their keys."""
    return {row.get(key): row for row in rows if isinstance(row, dict)}


def differences_by(key: str, expected: list, got, where: str) -> list[str]:
    """Compares two lists of objects as sets, by one of their keys."""
    if not isinstance(got, list):
        return [f"{where}: expected a list, got {got!r}"]
    wanted, found = keyed(expected, key), keyed(got, key)
    out = [f"{where}: {name} is missing" for name in wanted if name not in found]
    out += [f"{where}: {name} should not be there" for name in found if name not in wanted]
    if len(got) != len(found):
        out.append(f"{where}: {len(got)} rows with {len(found)} different {key}s")
    for name, row in wanted.items():
        if name in found:
            out += differences(row, found[name], f"{where}[{name}]")
    return out


def differences_of_today(expected: dict, got: dict) -> list[str]:
    """Compares `today --json`: the skills' order, then each skill's figures."""
    rest = {k: v for k, v in expected.items() if k not in ("order", "skills")}
    out = differences(rest, got)
    skills = got.get("skills")
    if expected["order"] is not UNSURE and isinstance(skills, list):
        order = [s.get("slug") for s in skills]
        if order != expected["order"]:
            out.append(f"skills' order: expected {expected['order']}, got {order}")
    return out + differences_by("slug", expected["skills"], skills, "skills")


def differences_of_report(expected: dict, got: dict) -> list[str]:
    """Compares `report --json`; skills in any order."""
    rest = {k: v for k, v in expected.items() if k not in ("average4", "skills")}
    means = {k: float(v) for k, v in expected["average4"].items()}
    return (differences(rest | {"average4": means}, got)
            + differences_by("slug", expected["skills"], got.get("skills"), "skills"))


def differences_of_checkin(expected: dict, got) -> list[str]:
    """Compares one check-in; the number of pieces of evidence, not their ids."""
    if not isinstance(got, dict):
        return [f"checkin: expected an object, got {got!r}"]
    pieces = got.get("evidence")
    counted = got | {"evidence": len(pieces) if isinstance(pieces, list) else pieces}
    return differences(expected, counted, f"checkin {expected['id']}")


def differences_of_log(expected: list, got) -> list[str]:
    """Compares `log --json`: the ids' order, then each check-in."""
    if not isinstance(got, list):
        return [f"checkins: expected a list, got {got!r}"]
    wanted, found = [c["id"] for c in expected], [c.get("id") for c in got]
    if wanted != found:
        place = next((n for n, (w, g) in enumerate(zip(wanted, found)) if w != g),
                     min(len(wanted), len(found)))
        return [f"log's order: {len(wanted)} expected, {len(found)} got; from index {place}: "
                f"expected {wanted[place:place + 4]}, got {found[place:place + 4]}"]
    return [d for e, g in zip(expected, got) for d in differences_of_checkin(e, g)]


# Running


REPLAY_HEAD = r'''#!/usr/bin/env bash
# Seed {seed}. Runs the same commands again in a HOME of its own, and prints what they print.
#     bash replay.sh [PATH_TO_STROP]
STROP=${{1:-{strop}}}
REPLAY_HOME=$(mktemp -d)
echo "HOME is $REPLAY_HOME" >&2

at() {{  # ZONE NOW ARGUMENT…
  local zone=$1 now=$2
  shift 2
  env -i HOME="$REPLAY_HOME" PATH={path} LANG=C.UTF-8 TZ="$zone" STROP_NOW="$now" "$STROP" "$@"
}}
id_of() {{  # KIND: the id of the check-in or skip in the JSON on standard input
  python3 -c 'import json, sys
print((json.load(sys.stdin).get(sys.argv[1]) or {{}}).get("id", ""))
' "$1"
}}
SEEN_SKIPS=' '
new_skip() {{  # the id, in a list of skips on standard input, that no variable holds yet
  python3 -c 'import json, sys
print(next(s["id"] for s in json.load(sys.stdin)["skips"] if s["id"] not in sys.argv[1].split()))
' "$SEEN_SKIPS"
}}
'''


class Shell:
    """Runs the binary in a HOME of its own and writes every line down for the replay."""

    def __init__(self, strop: str, folder: Path, seed: int):
        self.strop, self.home, self.processes, self.step = strop, folder / "home", 0, 0
        self.home.mkdir()
        self.replay = folder / "replay.sh"
        self.file = open(self.replay, "w", encoding="utf-8")
        self.file.write(REPLAY_HEAD.format(seed=seed, strop=shlex.quote(strop), path=PATH))
        self.recent: list[str] = []  # lines since the last answer that was right
        self.last_line = ""  # the last command, to run against the HOME as it was left

    def write(self, line: str):
        """Adds a line to the replay."""
        self.file.write(line + "\n")
        self.file.flush()
        self.recent.append(line)

    def mark_right(self):
        """Forgets the recent lines: what they did has been compared and found right."""
        self.recent = []

    def run(self, zone: str, now: str, args: list, line_as="{}") -> tuple[int, str, str]:
        """Runs one command; `line_as` wraps its line in the replay."""
        words = [f'"${a.variable}"' if isinstance(a, Ref) else shlex.quote(a) for a in args]
        self.step += 1
        self.write(f"# step {self.step}")
        self.write(line_as.replace("{}", f"at {zone} {now} {' '.join(words)}"))
        self.processes += 1
        self.last_line = shlex.join(
            ["env", "-i", f"HOME={self.home}", f"PATH={PATH}", "LANG=C.UTF-8", f"TZ={zone}",
             f"STROP_NOW={now}", self.strop, *(a.id if isinstance(a, Ref) else a for a in args)])
        environment = {"HOME": str(self.home), "PATH": PATH, "LANG": "C.UTF-8", "TZ": zone,
                       "STROP_NOW": now}
        command = [self.strop, *(a.id if isinstance(a, Ref) else a for a in args)]
        try:
            ended = subprocess.run([word.encode() for word in command], env=environment,
                                   stdin=subprocess.DEVNULL, capture_output=True,
                                   close_fds=False, timeout=TIMEOUT)
        except subprocess.TimeoutExpired:
            raise Mismatch(f"took more than {TIMEOUT} s")
        return (ended.returncode, ended.stdout.decode(errors="replace"),
                ended.stderr.decode(errors="replace"))


# Choosing what happens


@dataclass
class Trip:
    """A change of clocks to live through: its instant and the zone to be in."""

    instant: datetime
    zone: str


def clock_changes(zone: str, first: date, last: date) -> list[Trip]:
    """The instants, to the minute, at which a zone's offset changes between two days."""
    tz, found = ZoneInfo(zone), []
    low = datetime.combine(first, time(0), UTC)
    while low.date() < last:
        high = low + ONE_DAY
        if low.astimezone(tz).utcoffset() != high.astimezone(tz).utcoffset():
            early, late = low, high
            while late - early > timedelta(minutes=1):
                middle = early + (late - early) / 2
                same = middle.astimezone(tz).utcoffset() == early.astimezone(tz).utcoffset()
                early, late = (middle, late) if same else (early, middle)
            found.append(Trip(late.replace(second=0, microsecond=0), zone))
        low = high
    return found


def unique_prefix(slug: str, longer_than: int) -> str:
    """The shortest prefix of a skill's name, longer than so many letters, that names only it."""
    for length in range(longer_than + 1, len(slug) + 1):
        if sum(other.slug.startswith(slug[:length]) for other in SKILLS) == 1:
            return slug[:length]
    return slug


class Year:
    """One seed's year: decides what happens, does it in both worlds, compares."""

    def __init__(self, seed: Seed, folder: Path):
        self.random = random.Random(seed.number)
        self.seed, self.days = seed, seed.days
        self.oracle = Oracle()
        self.shell = Shell(seed.strop, folder, seed.number)
        self.checkins: dict[str, Ref] = {}
        self.skips: dict[str, Ref] = {}
        self.items: list[dict] = []
        self.limit = max(30, PROCESSES_A_YEAR * seed.days // 365)
        self.commands_until_question = 3
        self.busy = self.random.uniform(2.4, 4.6)  # commands a week
        self.is_devoted = self.random.random() < 0.4  # to a few skills, for long streaks
        self.diligence = 1 if self.is_devoted else self.random.random()  # for what is owed
        self.most_in_focus = 2 if self.is_devoted else self.random.choice([4, 5, 7])
        self.plan_the_calendar()

    def plan_the_calendar(self):
        """Fixes the first day, the trips to changes of clocks, and the weeks asleep."""
        r = self.random
        while True:
            self.first = date(r.randint(2024, 2027), 1, 1) + timedelta(r.randrange(365))
            self.last = self.first + timedelta(self.days)
            early, late = self.first + timedelta(9), self.last - ONE_WEEK
            changes = [trip for zone in ZONES_WITH_SUMMER_TIME
                       for trip in clock_changes(zone, early, late)]
            spring, autumn = [], []
            for trip in changes:
                before = (trip.instant - timedelta(hours=1)).astimezone(ZoneInfo(trip.zone))
                after = (trip.instant + timedelta(hours=1)).astimezone(ZoneInfo(trip.zone))
                (spring if after.utcoffset() > before.utcoffset() else autumn).append(trip)
            if self.days < 330 or (spring and autumn):
                break
        chosen = [r.choice(trips) for trips in (spring, autumn) if trips]
        self.trips = sorted(chosen, key=lambda trip: trip.instant)
        self.asleep: set[date] = set()
        for _ in range(r.choice([1, 2, 2]) if self.days > 120 else 0):
            start = self.first + timedelta(r.randrange(20, self.days - 40))
            nap = {start + timedelta(n) for n in range(r.randint(14, 35))}
            if not any(trip.instant.date() + timedelta(n) in nap
                       for trip in self.trips for n in (-1, 0, 1)):
                self.asleep |= nap
        self.zone = r.choice(ZONES)
        wall = r.choice([time(9), time(13, 30), time(22), time(1, 30)])
        self.now = self.at_wall(self.first, wall)

    # Time

    def at_wall(self, day: date, wall: time) -> datetime:
        """The instant of a wall time here."""
        return datetime.combine(day, wall, ZoneInfo(self.zone)).astimezone(UTC)

    def wait_until(self, instant: datetime):
        """Goes on to an instant, or a little further when it has passed already."""
        self.now = max(instant.replace(microsecond=0), self.now + timedelta(
            seconds=self.random.randint(20, 900)))

    @property
    def today(self) -> date:
        return logical_day(self.now, self.zone)

    def written_now(self) -> str:
        """Now as RFC 3339, with the offset of here, of elsewhere, or Z."""
        zone = self.random.choice([self.zone, self.zone, self.random.choice(ZONES), None])
        if zone is None:
            return self.now.strftime("%Y-%m-%dT%H:%M:%SZ")
        return self.now.astimezone(ZoneInfo(zone)).isoformat()

    # Talking to the program

    def run(self, *args, expect: int | None = 0, line_as="{}") -> str:
        """Runs a command at the present instant, checks its exit code, returns its output."""
        code, out, err = self.shell.run(self.zone, self.written_now(), list(args), line_as)
        self.oracle.run(self.now, self.zone)
        self.now += timedelta(seconds=1)
        if expect is not None and code != expect:
            raise Mismatch(f"exit code: expected {expect}, got {code}\nstderr: {err.strip()}")
        return out

    def ask(self, *args, line_as="{}") -> dict:
        """Runs a command that answers in JSON."""
        out = self.run(*args, "--json", line_as=line_as)
        try:
            answer = json.loads(out)
        except ValueError as error:
            raise Mismatch(f"not JSON: {error}\nstdout: {out[:500]}")
        if not isinstance(answer, dict):
            raise Mismatch(f"expected one JSON object, got {out[:200]}")
        return answer

    def judge(self, found: list[str]):
        """Raises what differs, if anything does."""
        if found:
            shown_at_most = found[:25]
            if len(found) > 25:
                shown_at_most.append(f"… and {len(found) - 25} more")
            raise Mismatch("\n".join(shown_at_most))

    # Questions

    def ask_today(self):
        now = self.now
        got = self.ask("today")
        self.judge(differences_of_today(self.oracle.answer_today(now, self.zone), got))
        self.shell.mark_right()

    def ask_log(self):
        got = self.ask("log")
        self.judge(differences_of_log(self.oracle.answer_log(), got.get("checkins")))
        self.shell.mark_right()

    def ask_skips(self):
        got = self.ask("skip", "list")
        self.judge(differences_by("id", self.oracle.answer_skips(), got.get("skips"), "skips"))

    def ask_report(self, monday: date | None = None):
        now, this = self.now, monday_of(self.today)
        got = self.ask("report", *(["--week", week_name(monday)] if monday else []))
        expected = self.oracle.answer_report(monday or this, now, self.zone)
        self.judge(differences_of_report(expected, got))
        self.shell.mark_right()

    def ask_older_report(self):
        """A week of the past, now and then from before the start."""
        weeks = (monday_of(self.today) - monday_of(self.oracle.start)).days // 7
        back = self.random.choice([1, 1, 2, self.random.randint(1, max(1, weeks)),
                                   self.random.randint(1, weeks + 3)])
        self.ask_report(monday_of(self.today) - back * ONE_WEEK)

    def ask_something(self):
        self.random.choices(
            [self.ask_today, self.ask_report, self.ask_log, self.ask_older_report, self.ask_skips],
            [50, 15, 17, 12, 6])[0]()
        self.commands_until_question = self.random.randint(2, 6)

    # Commands

    def name_of(self, slug: str) -> str:
        """A skill as typed: mostly its slug, sometimes a unique prefix or capitals."""
        return self.random.choices(
            [slug, unique_prefix(slug, 2), slug.upper()], [92, 5, 3])[0]

    def past_day(self, days_back: int) -> tuple[date, str]:
        """A day so many days ago, and one way to type it for a check-in."""
        day = self.today - timedelta(days_back)
        ways = [day.isoformat()] * 3 + [f"{days_back}d"] * (days_back > 0)
        words = {0: ["today", "今天"], 1: ["yesterday", "昨天"], 2: ["前天"]}
        ways += words.get(days_back, [])
        if days_back < 7:
            names = [WEEKDAYS[day.weekday()], "周" + "一二三四五六日"[day.weekday()]]
            calendar = self.now.astimezone(ZoneInfo(self.zone)).date()
            if calendar > self.today and calendar.weekday() == day.weekday():
                # After midnight the weekday that the calendar shows has not begun.
                now = self.now
                self.run("checkin", "papers", "-d", self.random.choice(names), expect=64)
                self.now = now
            else:
                ways += names
        return day, self.random.choice(ways)

    def some_skill(self) -> str:
        """A skill to practise: by temper what is owed, what is in focus, or anything."""
        log, monday = self.oracle.log(), monday_of(self.today)
        focus = log.focus(monday)
        owed = [slug for slug in focus if log.owed(slug, monday)]
        if owed and self.random.random() < self.diligence:
            return self.random.choice(owed)
        if focus and self.random.random() < 0.6:
            return self.random.choice(focus)
        return self.random.choice(SKILLS).slug

    def checkin(self, slug: str | None = None, plain=False):
        """Practises; `plain` keeps it to today and the skill's slug."""
        r, zone, now = self.random, self.zone, self.now
        slug = slug or self.some_skill()
        words, fields, evidence = [], {}, 0
        with_item = not plain and r.random() < 0.2
        items = [item["slug"] for item in self.items if item.get("skill") == slug]
        if with_item and items:
            fields["item"] = r.choice(items)
            words += ["-i", fields["item"]]
        if not ("item" in fields and r.random() < 0.4):  # an item implies its skill
            words.insert(0, slug if plain else self.name_of(slug))
        if r.random() < 0.75:
            fields["minutes"] = r.choice([5, 15, 30, 45, 60, 90, r.randint(1, 240)])
            whole, rest = divmod(fields["minutes"], 60)
            typed = [str(fields["minutes"])] * 3 + [f"{fields['minutes']}m"]
            typed += [f"{whole}h{rest:02d}"] if whole and rest >= 10 else []
            words += ["-m", r.choice(typed)]
        if r.random() < 0.5:
            fields["note"] = r.choice(NOTES)
            words += ["-n", fields["note"]]
        if r.random() < 0.25:
            evidence = r.choice([1, 1, 1, 2])
            for n in range(evidence):
                url = f"https://example.org/run/{r.randrange(10**6)}?n={n}"
                words += ["-e", r.choice(["url:" + url, url])]
        if not plain and r.random() < 0.14:
            back = r.choice([0, 1, 1, 2, 3, 6, 7, r.randint(1, 12), r.randint(1, 45)])
            fields["day"], typed = self.past_day(back)
            words += ["-d", typed]
        variable = f"C{self.shell.step + 1}"
        got = self.ask("checkin", *words, line_as=f"{variable}=$({{}} | id_of checkin)")
        made = got.get("checkin")
        if not isinstance(made, dict) or not isinstance(made.get("id"), str):
            raise Mismatch(f"checkin.id: expected an id, got {got!r}")
        self.checkins[made["id"]] = Ref(made["id"], variable)
        self.oracle.checkin(made["id"], now, zone, slug, evidence=evidence, **fields)
        self.check_row(made)

    def check_row(self, got):
        """Compares the check-in that a command printed."""
        row = next((c for c in self.oracle.answer_log() if c["id"] == got.get("id")), None)
        if row is None:
            raise Mismatch(f"checkin.id: {got.get('id')!r} is not the check-in that was named")
        self.judge(differences_of_checkin(row, got))

    def some_checkin(self) -> dict | None:
        """A check-in that stands, mostly a recent one."""
        rows = self.oracle.log().checkins
        if not rows:
            return None
        return self.random.choice(rows[-8:] if self.random.random() < 0.7 else rows)

    def edit(self):
        row, r = self.some_checkin(), self.random
        if row is None:
            return self.checkin()
        now, fields, words = self.now, {}, []
        for name in r.sample(["minutes", "note", "day"], r.choice([1, 1, 1, 2])):
            if name == "minutes":
                fields[name] = r.choice([m for m in (10, 25, 50, 75) if m != row["minutes"]])
                words += ["-m", str(fields[name])]
            elif name == "note":
                fields[name] = r.choice([n for n in NOTES if n != row["note"]])
                words += ["-n", fields[name]]
            else:
                backs = [n for n in (0, 1, 2, 3, r.randint(4, 20))
                         if self.today - timedelta(n) != row["day"]]
                fields[name], typed = self.past_day(r.choice(backs))
                words += ["-d", typed]
        got = self.ask("edit", self.checkins[row["id"]], *words)
        self.oracle.edit(row["id"], now, self.zone, **fields)
        made = got.get("checkin")
        if not isinstance(made, dict):
            raise Mismatch(f"checkin: expected an object, got {got!r}")
        self.check_row(made)

    def edit_nothing(self):
        """An edit to what already stands: nothing is written, so nothing more can be undone."""
        rows = [row for row in self.oracle.log().checkins if row["minutes"]]
        if not rows:
            return self.checkin()
        row, now = self.random.choice(rows), self.now
        self.run("edit", self.checkins[row["id"]], "-m", str(row["minutes"]), expect=None)
        self.oracle.edit(row["id"], now, self.zone, minutes=row["minutes"])
        if self.random.random() < 0.7:  # what is undone now is the command before
            self.undo()
            self.ask_log()
            self.redo()

    def remove(self):
        row, now = self.some_checkin(), self.now
        if row is None:
            return self.checkin()
        self.run("remove", self.checkins[row["id"]])
        self.oracle.remove(row["id"], now, self.zone)

    def some_range(self) -> tuple[date, date]:
        """Days to skip: a few, a fortnight, or whole weeks; past or to come."""
        r = self.random
        if r.random() < 0.3:
            first = monday_of(self.today) + r.choice([-1, 0, 0, 1]) * ONE_WEEK
            return first, first + timedelta(7 * r.choice([1, 1, 2]) - 1)
        first = self.today + timedelta(r.choice([0, 0, 1, r.randint(-12, 20)]))
        return first, first + timedelta(r.choice([0, 0, 1, 2, 3, r.randint(0, 13)]))

    def days_off(self, monday: date):
        """Some days of a week off."""
        first = monday + timedelta(self.random.randint(0, 6))
        last = min(monday + timedelta(6), first + timedelta(self.random.choice([0, 1, 2, 3, 4, 6])))
        self.skip_add((first, last))

    def skip_add(self, days: tuple[date, date] | None = None):
        r = self.random
        skill = r.choice([None, None, self.some_skill()])
        now = self.now
        first, last = days or self.some_range()
        if days is None and r.random() < 0.12:
            first = last = self.today  # what both days default to
            words = [] if skill is None else [self.name_of(skill)]
        else:
            words = [] if skill is None else [self.name_of(skill)]
            words += ["--from", first.isoformat(), "--to", last.isoformat()]
        reason = r.choice([None, *REASONS])
        words += ["--reason", reason] if reason else []
        if self.is_skipped_already(skill, first, last):
            return self.run("skip", "add", *words, expect=1)
        variable = f"S{self.shell.step + 1}"
        got = self.ask("skip", "add", *words, line_as=f"{variable}=$({{}} | id_of skip)")
        made = got.get("skip")
        if isinstance(made, dict) and isinstance(made.get("id"), str):
            id = made["id"]
        else:
            got = self.ask("skip", "list",
                           line_as=f"{variable}=$({{}} | new_skip)  # none was named")
            listed = [skip.get("id") for skip in got.get("skips") or []]
            id = next((id for id in listed if id not in self.skips), None)
            if id is None:
                raise Mismatch("skips: expected the new skip, got none")
        self.shell.write(f'SEEN_SKIPS+="${variable} "')
        self.skips[id] = Ref(id, variable)
        self.oracle.skip_add(id, now, self.zone, skill, first, last, reason)

    def is_skipped_already(self, skill: str | None, first: date, last: date, but=None) -> bool:
        """Whether another skip of the same skill, or of all, covers some of these days."""
        return any(
            skip["id"] != but and skip["skill"] == skill
            and skip["from"] <= last and first <= skip["to"]
            for skip in self.oracle.log().skips
        )

    def skip_edit(self):
        skips, r, now = self.oracle.log().skips, self.random, self.now
        if not skips:
            return self.skip_add()
        skip = r.choice(skips)
        first = skip["from"] + timedelta(r.randint(-3, 3))
        last = skip["to"] + timedelta(r.randint(-3, 3))
        fields = r.choice([{"from": first}, {"to": last}, {"from": first, "to": last}])
        if ({**skip, **fields}["from"] > {**skip, **fields}["to"]
                or all(skip[key] == value for key, value in fields.items())):
            return self.skip_add()
        words = [word for key, day in fields.items() for word in ("--" + key, day.isoformat())]
        days = {**skip, **fields}
        if self.is_skipped_already(skip["skill"], days["from"], days["to"], but=skip["id"]):
            return self.run("skip", "edit", self.skips[skip["id"]], *words, expect=1)
        self.run("skip", "edit", self.skips[skip["id"]], *words)
        self.oracle.skip_edit(skip["id"], now, self.zone, **fields)

    def skip_remove(self):
        skips, now = self.oracle.log().skips, self.now
        if not skips:
            return self.skip_add()
        skip = self.random.choice(skips)
        self.run("skip", "remove", self.skips[skip["id"]])
        self.oracle.skip_remove(skip["id"], now, self.zone)

    def focus(self):
        """Puts skills into the focus, or changes the figures of those that are in it."""
        r, now, log, monday = self.random, self.now, self.oracle.log(), monday_of(self.today)
        inside = log.focus(monday)
        outside = [skill.slug for skill in SKILLS if skill.slug not in inside]
        sessions, minutes = r.choice([1, 1, 1, 2, 2, 3, 4, 5, 7]), r.choice([30, 45, 60, 120, 240])
        if (len(inside) >= self.most_in_focus or r.random() < 0.4) and inside:
            slugs = [r.choice(inside)]
        else:
            slugs = r.sample(outside, min(len(outside), r.choice([1, 1, 1, 2])))
        # Whether a figure that is not given outlives a shelved week is left open: give both then.
        both = len(slugs) > 1 or any(log.has_plan(s) and s not in inside for s in slugs)
        given = r.choice(["both", "both", "sessions", "minutes", "neither"])
        given = "both" if both else given
        plan = log.plan(slugs[0], monday)
        if slugs[0] in inside:  # it must change something
            sessions = sessions if sessions != plan.sessions else sessions % 7 + 1
            minutes = minutes if minutes != plan.minutes else minutes + 15
            given = "both" if given == "neither" else given
        figures = {}
        if given in ("both", "sessions"):
            figures["sessions"] = sessions
        if given in ("both", "minutes"):
            figures["minutes"] = minutes
        words = [word for key, value in figures.items() for word in ("--" + key, str(value))]
        if self.is_settled(lambda oracle: oracle.focus(slugs, now, self.zone, **figures)):
            self.run("skill", "focus", *map(self.name_of, slugs), *words)
            self.oracle.focus(slugs, now, self.zone, **figures)

    def shelve(self):
        now, inside = self.now, self.oracle.log().focus(monday_of(self.today))
        if len(inside) < 2:
            return self.focus()
        slugs = self.random.sample(inside, 2 if len(inside) > 5 else 1)
        if self.is_settled(lambda oracle: oracle.shelve(slugs, now, self.zone)):
            self.run("skill", "shelve", *map(self.name_of, slugs))
            self.oracle.shelve(slugs, now, self.zone)

    def is_settled(self, change) -> bool:
        """Whether the first days of the skills would be beyond doubt after a change."""
        after = copy.copy(self.oracle)
        after.batches, after.undone = list(self.oracle.batches), list(self.oracle.undone)
        change(after)
        return after.log().first_days == after.first_days_by_row()

    def item_done(self):
        done, now = self.oracle.log().items_done, self.now
        items = [item["slug"] for item in self.items if self.is_finishable(item)]
        items = [slug for slug in items if slug not in done]
        if not items:
            return self.checkin()
        slug = self.random.choice(items)
        self.run("item", "done", slug, "--json")
        self.oracle.item_done(slug, now, self.zone)

    @staticmethod
    def is_finishable(item: dict) -> bool:
        """Whether nothing but the user's word is needed to finish an item."""
        expect = item.get("expect")
        known = isinstance(expect, dict) and expect.get("value") is not None
        return not known and item.get("check") != "order" and not item.get("prerequisites")

    def undo(self):
        after = copy.copy(self.oracle)
        after.undone = list(self.oracle.undone)
        batch = after.undo()
        if batch and not self.is_settled(lambda oracle: oracle.undo()):
            return
        self.run("undo", expect=0 if batch else 1)
        self.oracle.undo()

    def redo(self):
        if not self.oracle.undone:
            self.run("redo", expect=1)
            return
        if self.redo_is_open() or not self.is_settled(lambda oracle: oracle.redo()):
            return
        self.run("redo")
        self.oracle.redo()

    def redo_is_open(self) -> bool:
        """Whether a redone skip edit meets a later one: `from` and `to` may be one field or two."""
        index = self.oracle.undone[-1]
        batch = self.oracle.batches[index]
        if batch.command != "skip edit":
            return False
        later = [b for n, b in enumerate(self.oracle.batches)
                 if n > index and n not in self.oracle.undone]
        return any(p.subject == batch.patches[0].subject for b in later for p in b.patches)

    def undo_and_redo(self):
        """A few undos, then perhaps a new command between them and some redos."""
        undos = self.random.choice([1, 1, 2, 3])
        for _ in range(undos):
            self.undo()
        if self.random.random() < 0.4:
            self.checkin()
        if self.random.random() < 0.3:
            self.ask_today()
        for _ in range(self.random.randint(0, undos)):
            self.redo()

    def refused(self):
        """Lines that must be refused and change nothing."""
        tomorrow = self.today + timedelta(self.random.choice([1, 2, 30]))
        first, last = tomorrow.isoformat(), self.today.isoformat()
        row = self.some_checkin()
        lines = [["checkin", "papers", "-m", "30", "-d", first],
                 ["skip", "add", "--from", first, "--to", last],
                 ["checkin", "no-such-skill", "-m", "5"]]
        if row:
            lines.append(["edit", self.checkins[row["id"]], "-d", first])
        out = self.run(*self.random.choice(lines), "--json", expect=64)
        if out:
            raise Mismatch(f"stdout of an error: expected nothing, got {out[:200]!r}")

    def command(self):
        """One thing that a user does, and now and then a question after it."""
        kinds = [(self.checkin, 52), (self.edit, 7), (self.edit_nothing, 2), (self.remove, 3),
                 (self.skip_add, 6), (self.skip_edit, 3), (self.skip_remove, 2), (self.focus, 6),
                 (self.shelve, 3), (self.item_done, 4), (self.undo_and_redo, 6), (self.redo, 2),
                 (self.refused, 1.5)]
        self.random.choices([kind for kind, _ in kinds], [weight for _, weight in kinds])[0]()
        self.commands_until_question -= 1
        if self.commands_until_question <= 0:
            self.ask_something()

    # The year

    def go(self):
        """Lives through it all."""
        self.first_command()
        self.items = self.ask("item", "list").get("items") or []
        if not self.items:
            raise Mismatch("items: expected the checklist, got none")
        if self.is_devoted:
            self.settle_in()
        day, was_asleep = self.first, False
        while day < self.last:
            trip = next((t for t in self.trips if t.instant.astimezone(
                ZoneInfo(t.zone)).date() == day + ONE_DAY), None)
            if trip:
                self.live_through(trip)
            elif day in self.asleep:
                was_asleep = True
            else:
                if was_asleep:
                    self.wake(day)
                    was_asleep = False
                self.live(day)
            day += ONE_DAY
        self.wait_until(self.at_wall(self.last, time(12)))
        for question in (self.ask_today, self.ask_log, self.ask_report, self.ask_older_report,
                         self.ask_older_report, self.ask_skips):
            question()

    def first_command(self):
        """Whatever runs first makes the database and fixes the start."""
        kind = self.random.choice(["today", "today", "checkin", "report", "undo"])
        if kind == "checkin":
            self.checkin("papers", plain=True)
        elif kind == "report":
            self.ask_report()
        elif kind == "undo":
            self.run("undo", expect=1)
        self.ask_today()

    def settle_in(self):
        """Keeps two skills in focus, at a session a week each."""
        now = self.now
        self.run("skill", "shelve", "reproduce", "weekend")
        self.oracle.shelve(["reproduce", "weekend"], now, self.zone)
        now = self.now
        self.run("skill", "focus", "papers", "--sessions", "1")
        self.oracle.focus(["papers"], now, self.zone, sessions=1)

    def live(self, day: date):
        """An ordinary day: perhaps travel, perhaps some commands; questions when a week ends."""
        r = self.random
        if r.random() < 0.03:
            self.zone = r.choice(ZONES)
        if day.weekday() == 0 and r.random() < 0.3:  # with those of other commands a third
            self.wait_until(self.at_wall(day, time(8)))
            self.days_off(monday_of(self.today))
        if not self.is_ahead_of_pace(day):
            if r.random() < self.busy / 7:
                wall = r.choice([time(8, 30), time(12, 10), time(19), time(21, 45), time(23, 58)])
                self.wait_until(self.at_wall(day, wall))
                for _ in range(r.choice([1, 1, 1, 1, 2])):
                    self.command()
            if r.random() < 0.02:
                self.fly_right_after_practice()
            if r.random() < 0.06:
                self.late_night(day)
        if day.weekday() == 6:
            self.end_of_week(day)

    def is_ahead_of_pace(self, day: date) -> bool:
        """Whether the processes so far would overrun the year's limit."""
        share = ((day - self.first).days + 1) / self.days
        return self.shell.processes > (self.limit - 30) * share + 20

    def late_night(self, day: date):
        """Practice after midnight, before or just after the new day starts at 04:00."""
        wall = self.random.choice([time(0, 10), time(1, 30), time(3, 59, 58), time(4, 0, 0)])
        self.wait_until(self.at_wall(day + ONE_DAY, wall))
        self.checkin()
        self.commands_until_question -= 1

    def fly_right_after_practice(self):
        """A change of zone minutes after a check-in: the day may go back, or jump."""
        self.checkin()
        home = self.zone
        self.zone = self.random.choice(ZONES)
        self.now += timedelta(minutes=self.random.randint(1, 30))
        self.ask_today()
        if self.random.random() < 0.4:
            self.ask_log()
        if self.random.random() < 0.5:
            self.zone = home

    def end_of_week(self, sunday: date):
        """Sunday's last hours, sometimes Monday before 04:00, which is still Sunday."""
        wall = self.random.choice([(0, time(23, 30)), (0, time(22, 5)), (1, time(2, 15))])
        self.wait_until(self.at_wall(sunday + timedelta(wall[0]), wall[1]))
        log, monday = self.oracle.log(), monday_of(self.today)
        if self.is_devoted and not self.is_ahead_of_pace(sunday):
            for slug in [s for s in log.focus(monday) if log.owed(s, monday) == 1][:2]:
                self.checkin(slug, plain=True)
        self.ask_today()
        self.ask_report()
        if self.random.random() < 0.45:
            self.wait_until(self.at_wall(sunday + ONE_DAY, time(9, 5)))
            self.ask_older_report()

    def wake(self, day: date):
        """The first use after weeks without any."""
        self.wait_until(self.at_wall(day, time(7, 40)))
        self.ask_today()
        self.ask_older_report()
        self.ask_log()

    def live_through(self, trip: Trip):
        """Practises around a change of clocks, in the zone where it happens."""
        self.zone = trip.zone
        for minutes in (-45, 20, 75, 130):
            self.wait_until(trip.instant + timedelta(minutes=minutes))
            self.checkin(plain=True)
        self.ask_today()
        self.ask_log()


# Seeds


def run_seed(seed: Seed) -> Result:
    """Runs one seed; keeps its folder if it failed or if asked to."""
    folder = Path(tempfile.mkdtemp(prefix=f"seed-{seed.number}-", dir=seed.root))
    year, failure = Year(seed, folder), None
    try:
        year.go()
    except Mismatch as mismatch:
        failure = str(mismatch)
    except Exception:  # an answer of an unforeseen shape fails its seed, not the whole run
        failure = traceback.format_exc()
    shell = year.shell
    shell.file.close()
    lines = []
    if failure is not None:
        with open(shell.replay, "a", encoding="utf-8") as replay:
            replay.write("# Here the answer was wrong:\n")
            replay.writelines(f"#   {line}\n" for line in failure.splitlines())
        lines += [f"seed {seed.number}, step {shell.step}: differs",
                  "  since the last right answer:"]
        lines += [f"    {line}" for line in shell.recent if not line.startswith("# step")]
        lines += ["  differences:"] + [f"    {line}" for line in failure.splitlines()]
        lines += [f"  the last line again: {shell.last_line}",
                  f"  the whole year again: bash {shlex.quote(str(shell.replay))}"]
    elif seed.keep:
        lines.append(f"seed {seed.number}: right in all {shell.processes} processes, {folder}")
    else:
        shutil.rmtree(folder)
    return Result(seed.number, failure is None, shell.processes, "\n".join(lines))


def seed_numbers(text: str) -> list[int]:
    """Reads `7`, `0-49` or `1,4,10-12`."""
    numbers = []
    for part in text.split(","):
        first, _, last = part.partition("-")
        numbers += range(int(first), int(last or first) + 1)
    return numbers


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--strop", required=True, help="path of the program to drive")
    parser.add_argument("--seeds", default=[0], type=seed_numbers, help="7, 0-49 or 1,4,10-12")
    parser.add_argument("--jobs", default=2, type=int, help="seeds that run at the same time")
    parser.add_argument("--days", default=365, type=int, help="how long a year is")
    parser.add_argument("--keep", action="store_true", help="keep the folders of passed seeds too")
    options = parser.parse_args()
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    strop = os.path.abspath(options.strop)
    if not os.access(strop, os.X_OK):
        parser.error(f"cannot run {strop}")
    if options.days < 1:
        parser.error("--days must be at least 1")

    root = tempfile.mkdtemp(prefix="strop-simulation-")
    seeds = [Seed(n, strop, options.days, options.keep, root) for n in options.seeds]
    passed = failed = 0
    with ProcessPoolExecutor(max_workers=options.jobs) as pool:
        for result in pool.map(run_seed, seeds):
            passed, failed = passed + result.passed, failed + (not result.passed)
            if result.text:
                print(result.text, flush=True)
    if not os.listdir(root):
        os.rmdir(root)
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
