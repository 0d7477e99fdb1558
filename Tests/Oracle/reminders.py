"""Drives the real strop through weeks of ticks and compares its log of deliveries with a naive model.

    python3 Tests/Oracle/reminders.py --strop PATH_TO_BINARY [--seeds 0-1] [--days 14] [--jobs 2]
    python3 Tests/Oracle/reminders.py --strop PATH_TO_BINARY --kills 200

The first: twenty reminders, a tick every quarter of an hour, sleeps, zone changes, clock steps, quiet
hours, check-ins, days off, and channels that fail, refuse and hang. Each tick of the model looks at
every occurrence that can still change, one by one. At the end of each day, what `remind log`, `today` and the
user's own program were told is compared, field by field.

The second: sixteen ticks at once, then ticks that are killed with SIGKILL at random moments: no
occurrence is lost, and one is told twice only where the record of it could not have been written.
"""

import sys

sys.dont_write_bytecode = True

import argparse
import json
import os
import random
import shutil
import signal
import subprocess
import tempfile
import time
import traceback
from concurrent.futures import ProcessPoolExecutor
from datetime import date, datetime, timedelta, timezone
from datetime import time as clock_time
from pathlib import Path

from oracle import ONE_DAY, Oracle, logical_day
from reminder_model import MINUTE, Model, Reminder, floored, wall_clock

UTC = timezone.utc
ZONES = ["Asia/Shanghai", "America/New_York", "Europe/Berlin", "Asia/Tokyo", "Pacific/Auckland"]
START = datetime(2026, 11, 23, 0, 0, tzinfo=UTC)  # a Monday, 08:00 in Shanghai
TOPICS = ["skill", "skill", "skill", "text", "report", "item", "slack"]
SKILLS = ["papers", "debug", "reproduce", "weekend"]
ITEMS = ["papers/triage-ten", "debug/overfit-one-batch"]


class Mismatch(Exception):
    """The program and the model differ."""


# The program


class Home:
    """A home directory with strop in it, whose channels do as they are told."""

    def __init__(self, strop: str, root: str):
        self.strop, self.root = strop, Path(root)
        bin = self.root / ".local/bin"
        bin.mkdir(parents=True)
        # Its answer lies in a file; what it is told is kept.
        self.write(bin / "tell", f"""#!/bin/sh
cat >>'{root}/told'; echo >>'{root}/told'
exit "$(cat '{root}/tell-answer')"
""")
        self.write(bin / "notify-send", f"""#!/bin/sh
answer=$(cat '{root}/notify-answer')
[ "$answer" = hang ] && {{ trap '' TERM; sleep 600; }}
exit "$answer"
""")
        self.answer("tell", 0)
        self.answer("notify", 0)
        self.processes = 0

    @staticmethod
    def write(path: Path, text: str):
        path.write_text(text)
        path.chmod(0o755)

    def answer(self, name: str, value):
        (self.root / f"{name}-answer").write_text(str(value))

    def environment(self, now: datetime) -> dict:
        return {
            "HOME": str(self.root), "PATH": f"{self.root}/.local/bin:/usr/bin:/bin", "TZ": "UTC",
            "STROP_NOW": now.isoformat(), "LC_ALL": "C.UTF-8",
            "DBUS_SESSION_BUS_ADDRESS": "unix:path=/nowhere"}

    def run(self, now: datetime, *arguments: str, codes=(0,)) -> str:
        self.processes += 1
        done = subprocess.run([self.strop, *arguments], env=self.environment(now),
                              capture_output=True, text=True, timeout=120)
        if done.returncode not in codes:
            raise Mismatch(f"strop {' '.join(arguments)} at {now}: exit {done.returncode}, not "
                           f"{codes}\n{done.stdout}{done.stderr}")
        return done.stdout

    def json(self, now: datetime, *arguments: str):
        return json.loads(self.run(now, *arguments, "--json"))

    def told(self) -> list[tuple]:
        """What the user's own program was told since the last call."""
        path = self.root / "told"
        if not path.exists():
            return []
        messages = [json.loads(line) for line in path.read_text().split("\n") if line]
        path.unlink()
        return [(part["id"], datetime.fromisoformat(part["occurrence"]), part["missed"])
                for message in messages for part in message["reminders"]]


def a_rule(chance: random.Random, first: date):
    """A phrase without its time, and the days that it means."""
    some = first + chance.randint(0, 20) * ONE_DAY
    weekday = chance.randrange(7)
    short = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"][weekday]
    number = chance.randint(1, 31)
    every = chance.randint(2, 5)
    starts = some + ((weekday - some.weekday()) % 7) * ONE_DAY
    last_day = lambda day: (day + ONE_DAY).month != day.month
    return chance.choice([
        ("daily {}", lambda day: True), ("每天 {}", lambda day: True),
        ("weekdays {}", lambda day: day.weekday() < 5),
        ("周末 {}", lambda day: day.weekday() > 4),
        (short + " {}", lambda day: day.weekday() == weekday),
        ("mon,wed,fri {}", lambda day: day.weekday() in (0, 2, 4)),
        (f"every month on {number} {{}}", lambda day: day.day == number),
        ("每月最后一天 {}", last_day),
        (f"first {short} {{}}", lambda day: day.weekday() == weekday and day.day <= 7),
        (f"last {short} {{}}",
         lambda day: day.weekday() == weekday and (day + 7 * ONE_DAY).month != day.month),
        (f"every {every} days {{}} from {some}",
         lambda day: day >= some and (day - some).days % every == 0),
        (f"every 2 weeks on {short} {{}} from {starts}",
         lambda day: day >= starts and (day - starts).days % 14 == 0),
        (f"{some} {{}}", lambda day: day == some)])


class Simulation:
    """One seed: weeks of ticks."""

    def __init__(self, strop: str, seed: int, days: int, root: str):
        self.chance = random.Random(seed)
        self.home, self.days, self.seed = Home(strop, root), days, seed
        self.zone = "Asia/Shanghai"
        self.model = Model(Oracle())
        self.now = START + timedelta(minutes=self.chance.randrange(15), seconds=17)
        self.hangs = 0
        # Until when a channel answers what.
        self.outages = {"tell": (self.now, 0), "notify": (self.now, 0)}

    def begin(self):
        run = lambda *arguments: self.home.run(self.now, *arguments)
        run("today")
        self.model.practice.run(self.now, self.zone)
        run("config", "set", "command.path", f"{self.home.root}/.local/bin/tell")
        # The first run was in UTC, where it is the same day.
        run("config", "set", "zone", self.zone)
        run("config", "set", "quiet", "22:30-07:00")
        self.model.quiet = (clock_time(22, 30), clock_time(7, 0))
        for _ in range(20):
            self.add_reminder()

    def add_reminder(self):
        chance, wall = self.chance, wall_clock(self.now, self.zone)
        while True:
            kind = chance.choice(TOPICS)
            what = {"skill": chance.choice(SKILLS), "item": chance.choice(ITEMS),
                    "text": f"note {chance.randrange(5)}", "slack": chance.randint(0, 3)}.get(kind)
            channels = chance.sample(["stdout", "command", "notify-send"], chance.randint(1, 3))
            at = clock_time(chance.randrange(24), chance.randrange(60))
            phrase, comes_on = a_rule(chance, wall.date())
            always = kind == "skill" and chance.random() < 0.3
            named = {"skill": [what], "item": ["--item", what], "text": ["--text", what],
                     "slack": ["--when-slack", str(what)], "report": ["--report"]}[kind]
            arguments = ["remind", "add", *named, "--at", phrase.format(at.strftime("%H:%M")),
                         "--via", ",".join(channels), *(["--always"] if always else [])]
            # A single day that is past is refused, and so is a second one of the same.
            output = self.home.run(self.now, *arguments, "--json", codes=(0, 1, 64))
            if output:
                break
        reminder = json.loads(output)["reminder"]
        self.model.reminders.append(Reminder(
            reminder["id"], (kind, what), comes_on, at, channels,
            since=floored(wall) + MINUTE, always=always))

    def live(self):
        """Something that the user does; nothing, most of the time."""
        chance, model = self.chance, self.model
        draw = chance.random()
        if draw < 0.02:
            skill = chance.choice(SKILLS)
            answer = self.home.json(self.now, "checkin", skill, "-m", "20")
            model.practice.checkin(answer["checkin"]["id"], self.now, self.zone, skill)
        elif draw < 0.021:
            first = logical_day(self.now, self.zone) + chance.randint(0, 3) * ONE_DAY
            last = first + chance.randint(0, 4) * ONE_DAY
            skill = chance.choice([None, *SKILLS])
            answer = self.home.run(
                self.now, "skip", "add", *([skill] if skill else []), "--from", str(first), "--to",
                str(last), "--json", codes=(0, 1))
            if answer:
                model.practice.skip_add(
                    json.loads(answer)["skip"]["id"], self.now, self.zone, skill, first, last)
        elif draw < 0.023:
            skill = chance.choice(SKILLS)
            verb = chance.choice(["focus", "shelve"])
            self.home.run(self.now, "skill", verb, skill, codes=(0, 1))
            getattr(model.practice, verb)([skill], self.now, self.zone)
        elif draw < 0.026:
            reminder = chance.choice(model.reminders)
            minutes = chance.choice([30, 60, 200])
            if not reminder.removed:
                self.home.run(self.now, "remind", "snooze", reminder.id, "--until", f"{minutes}m")
                reminder.snoozed = floored(
                    wall_clock(self.now + timedelta(minutes=minutes), self.zone))
        elif draw < 0.0265:
            item = chance.choice(ITEMS)
            if item not in model.items_done:
                self.home.run(self.now, "item", "done", item)
                model.items_done.add(item)
                model.practice.item_done(item, self.now, self.zone)

    def tick(self):
        chance = self.chance
        # What fails stays so for minutes or hours, as networks do.
        for name in ("tell", "notify"):
            if self.now >= self.outages[name][0]:
                hours = chance.choice([0.2, 1, 3, 6, 12])
                worse = {"tell": [75, 75, 1], "notify": [1]}[name]
                answer = 0 if self.outages[name][1] else chance.choice(worse)
                self.outages[name] = (self.now + timedelta(hours=hours), answer)
        tell, notify = self.outages["tell"][1], self.outages["notify"][1]
        # A hang takes its whole limit of ten seconds: now and then.
        is_hanging = self.hangs < max(1, self.days // 60) and chance.random() < 0.01
        self.home.answer("tell", tell)
        self.home.answer("notify", "hang" if is_hanging else notify)
        answers = {"command": {0: "sent", 75: "retry", 1: "failed"}[tell],
                   "notify-send": "retry" if notify or is_hanging else "sent"}
        told = self.model.tick(self.now, self.zone, answers)
        if is_hanging and "notify-send" in told:
            self.hangs += 1
        ways = {answers.get(channel, "sent") for channel in told}
        retried = any(
            self.model.log[id, occurrence, channel].retry
            for channel, parts in told.items() for id, occurrence, _ in parts)
        code = 0 if ways <= {"sent"} else 75 if retried else 69
        output = self.home.run(self.now, "remind", "deliver", codes=(code,))
        if bool(output) != ("stdout" in told):
            raise Mismatch(f"at {self.now} it printed {output!r}, and was to tell {told}")
        if self.home.told() != sorted(
                told.get("command", []), key=lambda part: (part[1], part[0])):
            raise Mismatch(f"at {self.now} the program was not told {told.get('command')}")

    def compare(self):
        answer = self.home.json(self.now, "remind", "log")["deliveries"]
        got = {
            (one["reminder"], datetime.fromisoformat(one["occurrence"]), one["channel"]):
            (one["state"], one["attempts"], moment(one["retryAt"]), moment(one["deferredTo"]))
            for one in answer}
        expected = {key: (record.state, record.attempts, record.retry,
                          record.held if record.state == "deferred" else None)
                    for key, record in self.model.log.items()}
        for key in sorted(got.keys() | expected.keys()):
            if got.get(key) != expected.get(key):
                reminder = next(r for r in self.model.reminders if r.id == key[0])
                raise Mismatch(f"at {self.now} ({self.zone}), {key} of {reminder.topic}: "
                               f"expected {expected.get(key)}, got {got.get(key)}")
        shown = [(datetime.fromisoformat(one["occurrence"]), one["id"])
                 for one in self.home.json(self.now, "today")["reminders"]]
        unseen = self.model.unseen(self.now, self.zone)
        if shown != unseen:
            raise Mismatch(f"at {self.now} today lists {shown}, expected {unseen}")

    def run(self) -> str:
        self.begin()
        ticks, end, day = 0, START + self.days * ONE_DAY, self.now.date()
        ahead = timedelta(0)
        while self.now < end:
            self.now += timedelta(minutes=15)
            draw = self.chance.random()
            if draw < 0.01:
                hours = self.chance.choice([2, 3.5, 3.75, 4, 4.25, 9, 14, 30, 70])  # asleep
                self.now += timedelta(hours=hours)
            elif draw < 0.012:
                self.zone = self.chance.choice(ZONES)
                self.home.run(self.now, "config", "set", "zone", self.zone)
            elif draw < 0.015 and not ahead:
                ahead = self.chance.choice([-2, -1, 1, 5, 30]) * timedelta(hours=1)  # a clock step
                self.now += ahead
            elif draw < 0.03 and ahead:
                self.now -= ahead
                ahead = timedelta(0)
            self.live()
            self.tick()
            ticks += 1
            if self.now.date() != day:
                day = self.now.date()
                self.compare()
        self.compare()
        states: dict[str, int] = {}
        for record in self.model.log.values():
            states[record.state] = states.get(record.state, 0) + 1
        return f"{ticks:,} ticks, {self.hangs} hangs, {dict(sorted(states.items()))}"


def moment(text):
    """With its offset where it is an instant, without one on the wall clock; None for none."""
    return datetime.fromisoformat(text) if text else None


def simulate(job: tuple) -> tuple[bool, str]:
    strop, seed, days = job
    root = tempfile.mkdtemp(prefix=f"strop-reminders-{seed}-")
    try:
        text = Simulation(strop, seed, days, root).run()
        shutil.rmtree(root)
        return True, f"seed {seed}: {text}"
    except Exception:
        return False, f"seed {seed} in {root}:\n{traceback.format_exc()}"


# Deaths


def kill_ticks(strop: str, count: int) -> tuple[bool, str]:
    """Sixteen at once, then killed at random moments."""
    chance = random.Random(7)
    root = tempfile.mkdtemp(prefix="strop-kills-")
    home = Home(strop, root)
    now = START
    home.run(now, "today")
    home.run(now, "config", "set", "zone", "UTC")
    home.run(now, "config", "set", "command.path", f"{root}/.local/bin/tell")
    added = home.json(now, "remind", "add", "--text", "x", "--at", "daily 10:00", "--via",
                      "command")
    id = added["reminder"]["id"]

    def start(now):
        return subprocess.Popen([strop, "remind", "deliver"], env=home.environment(now),
                                stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def state(now):
        log = home.json(now, "remind", "log", "--limit", "1")["deliveries"]
        return log[0]["state"] if log and log[0]["occurrence"].startswith(str(now.date())) else None

    first = START.replace(hour=10, minute=7)
    for process in [start(first) for _ in range(16)]:
        if process.wait() != 0:
            return False, f"one of sixteen ticks at once ended with {process.returncode}"
    told = home.told()
    if [part[0] for part in told] != [id]:
        return False, f"sixteen ticks at once told {told}"
    # How long one takes that is left alone.
    began = time.monotonic()
    home.run(first + ONE_DAY, "remind", "deliver")
    whole = time.monotonic() - began
    home.told()
    outcomes: dict[str, int] = {}
    for number in range(count):
        now = first + (2 + number) * ONE_DAY
        process = start(now)
        time.sleep(chance.uniform(0, whole * 1.2))
        process.send_signal(signal.SIGKILL)
        was_killed = process.wait() != 0
        # Its own program may still be writing.
        before = state(now)
        later = now + timedelta(minutes=15)
        home.run(later, "remind", "deliver")
        time.sleep(0.01)
        after, told = state(later), [part for part in home.told() if part[1].date() == now.date()]
        outcome = f"{before or 'nothing'} recorded, told {len(told)}×"
        outcomes[outcome] = outcomes.get(outcome, 0) + 1
        is_lost = after != "sent" or not told
        is_doubled = len(told) > 1 and not (was_killed and before == "claimed")
        if is_lost or is_doubled or len(told) > 2:
            return False, f"kill {number} in {root}: {outcome}, then {after}"
    shutil.rmtree(root)
    return True, f"{count} kills within {whole * 1.2 * 1000:.0f} ms: " + ", ".join(
        f"{count} × {outcome}" for outcome, count in sorted(outcomes.items()))


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--strop", required=True)
    parser.add_argument("--seeds", default="0-1")
    parser.add_argument("--days", type=int, default=14)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--kills", type=int)
    options = parser.parse_args()
    strop = os.path.abspath(options.strop)
    if options.kills:
        results = [kill_ticks(strop, options.kills)]
    else:
        first, _, last = options.seeds.partition("-")
        jobs = [(strop, seed, options.days) for seed in range(int(first), int(last or first) + 1)]
        with ProcessPoolExecutor(options.jobs) as pool:
            results = list(pool.map(simulate, jobs))
    for _, text in results:
        print(text)
    failed = sum(not passed for passed, _ in results)
    print(f"{len(results) - failed} passed, {failed} failed")
    sys.exit(1 if failed else 0)


main()
