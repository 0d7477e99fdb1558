#!/usr/bin/env python3
"""Three machines that share a journal through a bare repository, and what becomes of it.

    Tests/Torture/machines.py --strop BINARY [--seeds 0-199] [--jobs 2] [--steps 80]
    Tests/Torture/machines.py --strop BINARY --pushes 100

Each seed: random commands on three machines whose clocks step to and fro by days, syncs, and syncs that are killed, with
the git that they started or without it. In the end all three hold the same entries and the same rows, everything that
any of them ever held, and the rows are those that one machine folds from all entries.

--pushes: two machines record and sync at once, so many times; nothing is lost and no sync fails.
"""

import argparse
import concurrent.futures
import datetime
import json
import os
import pathlib
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time

sys.dont_write_bytecode = True
from home import Broken, Home  # noqa: E402

START = datetime.datetime(2026, 11, 2, 9, tzinfo=datetime.timezone(datetime.timedelta(hours=8)))
SKILLS = ["papers", "debug", "reproduce", "weekend", "dpo", "moe", "ppo"]
ITEMS = ["debug/overfit-one-batch", "dpo/loss-at-step-zero", "papers/three-passes"]
NOTES = ["loss mask was off by one", "把单个 batch 训到 loss 为零", "🧠 twice", "x"]


class Machine(Home):
    """A home with a clock of its own."""

    def __init__(self, strop, path):
        super().__init__(strop, path)
        self.ahead = datetime.timedelta()

    def at(self, now):
        return {"STROP_NOW": (now + self.ahead).isoformat()}

    def attempt(self, now, *arguments):
        """Its exit code and output, whatever they are."""
        process = self.start(*arguments, **self.at(now))
        output, errors = process.communicate(timeout=60)
        if process.returncode not in (0, 1, 64):
            raise Broken(f"{self.path.name}: strop {' '.join(arguments)}: exit {process.returncode}: {errors}")
        return process.returncode, output

    def share(self, now, *arguments):
        process = self.start("sync", *arguments, **self.at(now))
        output, errors = process.communicate(timeout=120)
        if process.returncode != 0:
            raise Broken(f"{self.path.name}: sync: exit {process.returncode}: {errors}")
        return output

    def share_and_die(self, now, chance, usual):
        """Kills a sync; as often as not with all that it started, as a machine that loses its power does."""
        process = self.start("sync", **self.at(now))
        time.sleep(chance.uniform(0, usual * 1.2))
        process.kill()
        if chance.random() < 0.5:
            self.kill_all()
        process.communicate()
        return process.returncode != 0

    def kill_all(self):
        """All that runs on it, which the other end of its connections, in the remote's directory, does not."""
        mine = f"HOME={self.path}".encode()
        for directory in pathlib.Path("/proc").glob("[0-9]*"):
            try:
                there = os.readlink(directory / "cwd").startswith(str(self.path.parent / "remote.git"))
                if mine in (directory / "environ").read_bytes().split(b"\0") and not there:
                    os.kill(int(directory.name), signal.SIGKILL)
            except OSError:
                pass


def ids(output, listed):
    return [row["id"] for row in json.loads(output)[listed]] if output else []


def command(machine, now, chance):
    """Any of the things that its user may do."""
    skill = chance.choice(SKILLS)
    what = chance.random()
    if what < 0.4:
        return machine.attempt(
            now, "checkin", skill, "-m", str(chance.randint(5, 90)), "-n", chance.choice(NOTES),
            *(["-d", "yesterday"] if chance.random() < 0.2 else []))
    if what < 0.5:
        found = ids(machine.attempt(now, "log", "--json")[1], "checkins")
        if not found:
            return None
        record = chance.choice(found)
        return machine.attempt(now, *chance.choice([["edit", record, "-m", str(chance.randint(5, 90))], ["remove", record]]))
    if what < 0.58:
        return machine.attempt(now, "undo")
    if what < 0.62:
        return machine.attempt(now, "redo")
    if what < 0.7:
        return machine.attempt(now, "skill", "focus", skill, "--sessions", str(chance.randint(1, 5)))
    if what < 0.74:
        return machine.attempt(now, "skill", "shelve", skill)
    if what < 0.8:
        return machine.attempt(now, "skip", "add", "--from", "today", "--to", "today", "--reason", chance.choice(NOTES))
    if what < 0.86:
        return machine.attempt(now, "item", chance.choice(["start", "done", "reopen", "drop"]), chance.choice(ITEMS))
    if what < 0.9:
        return machine.attempt(now, "remind", "add", skill, "--at", f"daily {chance.randint(0, 23):02}:30")
    if what < 0.94:
        found = ids(machine.attempt(now, "remind", "list", "--json")[1], "reminders")
        return machine.attempt(now, "remind", "edit", chance.choice(found), "--here") if found else None
    if what < 0.97:
        return machine.attempt(now, "config", "set", "day-start", f"0{chance.randint(0, 9)}:00")
    return machine.attempt(now, "skill", "add", f"my-{chance.choice('abc')}", chance.choice(NOTES))


def settle(machines, now):
    """Syncs until nobody has anything new."""
    for _ in range(4):
        outputs = [machine.share(now) for machine in machines]
        if all(output == "nothing new\n" for output in outputs):
            return
    raise Broken("three rounds of syncs bring something new for ever")


def live(strop, root, seed, steps):
    chance = random.Random(seed)
    folder = root / f"seed-{seed}"
    folder.mkdir()
    remote = folder / "remote.git"
    subprocess.run(["git", "init", "-q", "--bare", str(remote)], check=True)
    machines = [Machine(strop, folder / name) for name in ("laptop", "box", "desk")]
    for number, machine in enumerate(machines):
        # One of them has never been used before it joins.
        for _ in range(chance.randint(1, 6) if number < 2 else 0):
            command(machine, START, chance)
    held = {}
    start = time.monotonic()
    for machine in machines:
        machine.share(START, "init", str(remote))
    usual = (time.monotonic() - start) / len(machines)
    now, deaths = START, 0
    for _ in range(steps):
        now += datetime.timedelta(minutes=chance.randint(1, 600))
        machine = chance.choice(machines)
        what = chance.random()
        if what < 0.08:
            machine.ahead = datetime.timedelta(minutes=chance.randint(-3 * 1440, 3 * 1440))
        elif what < 0.2:
            held.update(machine.journal())
            deaths += machine.share_and_die(now, chance, usual)
            machine.check()
        elif what < 0.35:
            held.update(machine.journal())
            machine.share(now)
        else:
            command(machine, now, chance)
    for machine in machines:
        held.update(machine.journal())
    settle(machines, now)
    everything = machines[0].journal()
    if everything != held:
        raise Broken(f"{len(held)} entries were there, and {len(everything)} are")
    rows = machines[0].rows()
    for machine in machines[1:]:
        if machine.journal() != everything:
            raise Broken(f"{machine.path.name} holds other entries")
        if machine.rows() != rows:
            raise Broken(f"{machine.path.name} has other rows of the same entries")
    one = Home(strop, folder / "one")
    (folder / "journal.jsonl").write_text(machines[0].run("export"), encoding="utf-8")
    one.run("import", str(folder / "journal.jsonl"))
    if one.rows() != rows:
        raise Broken("one machine folds other rows from all entries")
    history = subprocess.run(
        ["git", "-C", str(remote), "log", "--numstat", "--format=", "HEAD"], check=True, capture_output=True, text=True).stdout
    if any(line.split()[1] != "0" for line in history.splitlines() if line.strip()):
        raise Broken("a commit took a line away")
    shutil.rmtree(folder)
    return len(everything), deaths


def push_at_once(strop, root, count):
    remote = root / "remote.git"
    subprocess.run(["git", "init", "-q", "--bare", str(remote)], check=True)
    machines = [Machine(strop, root / name) for name in ("laptop", "box")]
    for machine in machines:
        machine.share(START, "init", str(remote))
    for number in range(count):
        for machine in machines:
            machine.run("checkin", "papers", "-n", f"{machine.path.name} {number}")
        processes = [machine.start("sync") for machine in machines]
        for machine, process in zip(machines, processes):
            _, errors = process.communicate(timeout=120)
            if process.returncode != 0:
                raise Broken(f"{machine.path.name}: sync {number}: exit {process.returncode}: {errors}")
    settle(machines, START)
    notes = [sorted(row for row in machine.rows()["check_in"]) for machine in machines]
    if notes[0] != notes[1] or len(notes[0]) != 2 * count:
        raise Broken(f"{len(notes[0])} and {len(notes[1])} check-ins of {2 * count}")
    print(f"{count} times two at once: all {2 * count} check-ins on both")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--strop", required=True, type=pathlib.Path)
    parser.add_argument("--seeds", default="0-199")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--steps", type=int, default=80)
    parser.add_argument("--pushes", type=int)
    options = parser.parse_args()
    strop = str(options.strop.resolve())
    root = pathlib.Path(tempfile.mkdtemp(prefix="strop-machines-"))
    if options.pushes:
        push_at_once(strop, root, options.pushes)
        shutil.rmtree(root)
        return
    first, _, last = options.seeds.partition("-")
    seeds = range(int(first), int(last or first) + 1)
    failed = entries = deaths = 0
    with concurrent.futures.ProcessPoolExecutor(options.jobs) as pool:
        lives = {pool.submit(live, strop, root, seed, options.steps): seed for seed in seeds}
        for life in concurrent.futures.as_completed(lives):
            try:
                more = life.result()
                entries, deaths = entries + more[0], deaths + more[1]
            except Exception as broken:  # noqa: BLE001: whatever it is, the other seeds go on
                failed += 1
                print(f"seed {lives[life]}: {broken!r}; left in {root / f'seed-{lives[life]}'}", flush=True)
    if not failed:
        shutil.rmtree(root)
    print(f"{len(seeds) - failed} passed, {failed} failed: {entries} entries, {deaths} syncs killed before their end")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
