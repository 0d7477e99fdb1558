#!/usr/bin/env python3
"""Kills strop with SIGKILL at random instants, and looks at what is left.

    Tests/Torture/kills.py --strop BINARY [--seed 1] [--what checkin,import,restore,rebuild,migration] [--count N]

checkin: a thousand check-ins; what was acknowledged is there, once, and what was not is there whole or not at all.
import, restore, rebuild, migration (of a database of each older schema): two hundred each; afterwards it is all done
or none of it, and done by asking again.
Each time SQLite finds the file whole, and a rebuild changes nothing. The same seed kills after the same delays.
"""

import argparse
import pathlib
import random
import shutil
import sqlite3
import sys
import tempfile
import time

sys.dont_write_bytecode = True
from home import Broken, Home  # noqa: E402

COUNTS = {"checkin": 1_000, "import": 200, "restore": 200, "rebuild": 200, "migration": 200}


def timed(action):
    """The shortest of five, in seconds."""
    def once():
        start = time.monotonic()
        action()
        return time.monotonic() - start
    return min(once() for _ in range(5))


def killed(home, chance, usual, *arguments):
    """Starts strop and kills it after at most half as long again as it takes.

    Gives what it printed, where it had ended well by itself, and else None.
    """
    process = home.start(*arguments)
    time.sleep(chance.uniform(0, usual * 1.5))
    process.kill()
    output, errors = process.communicate()
    if process.returncode not in (0, -9):
        raise Broken(f"strop {' '.join(arguments)}: exit {process.returncode}: {errors}")
    return output if process.returncode == 0 else None


def grown(home, count):
    """Makes a home with some practice in it."""
    for number in range(count):
        home.run("checkin", "papers", "-m", "5", "-n", f"before {number}", "-e", "arxiv:2305.18290")


def kill_check_ins(home, chance, count):
    grown(home, 3)
    usual = timed(lambda: home.run("checkin", "debug", "-m", "5"))
    acknowledged = set()
    for number in range(count):
        note = f"line {number}"
        if killed(home, chance, usual, "checkin", "papers", "-m", "5", "-n", note, "-e", "arxiv:2305.18290"):
            acknowledged.add(note)
        if number % 50 == 49 or number == count - 1:
            home.check()
            rows = home.rows()["check_in"]
            for note in acknowledged:
                found = sum(f"'{note}'" in row for row in rows)
                if found != 1:
                    raise Broken(f"{note!r} was acknowledged and is there {found} times")
            # Each check-in that is there came with all of its batch.
            entries = [subject.split("/")[0] for subject, _ in home.journal().values()]
            if entries.count("checkin") != entries.count("evidence") + 5:
                raise Broken("a batch is there in part")
    return len(acknowledged)


def kill_imports(home, chance, count):
    other = Home(home.strop, home.path / "other")
    grown(other, 40)
    journal = home.path / "journal.jsonl"
    journal.write_text(other.run("export"), encoding="utf-8")
    grown(home, 3)
    home.keep("kept")
    before = home.journal()

    def import_anew():
        home.bring_back("kept")
        home.run("import", str(journal))

    usual = timed(import_anew)
    after = home.journal()
    done = 0
    for _ in range(count):
        home.bring_back("kept")
        printed = killed(home, chance, usual, "import", str(journal))
        home.check()
        found = home.journal()
        if found != after and (printed or found != before):
            raise Broken(f"{len(found)} entries are there, neither {len(before)} nor {len(after)}")
        done += found == after
        home.run("import", str(journal))
        if home.journal() != after:
            raise Broken("asked again, it was not imported")
    return done


def kill_restores(home, chance, count):
    grown(home, 40)
    home.run("backup")
    copy = next((home.data / "backups").iterdir()).name
    old = home.journal()
    for number in range(20):
        home.run("checkin", "debug", "-n", f"after {number}")
    new = home.journal()
    home.keep("kept")

    def restore_anew():
        home.bring_back("kept")
        home.run("restore", copy, "--force")

    usual = timed(restore_anew)
    done = 0
    for _ in range(count):
        home.bring_back("kept")
        printed = killed(home, chance, usual, "restore", copy, "--force")
        home.check()
        found = home.journal()
        if found != old and (printed or found != new):
            raise Broken(f"{len(found)} entries are there, neither {len(old)} nor {len(new)}")
        done += found == old
        home.run("restore", copy, "--force")
        if home.journal() != old:
            raise Broken("asked again, it was not restored")
    return done


def kill_rebuilds(home, chance, count):
    grown(home, 40)
    rows, journal = home.rows(), home.journal()
    usual = timed(lambda: home.run("doctor", "--rebuild"))
    done = 0
    for _ in range(count):
        done += killed(home, chance, usual, "doctor", "--rebuild") is not None
        home.check()
        if (home.rows(), home.journal()) != (rows, journal):
            raise Broken("a rebuild that was killed changed something")
    return done


def kill_migrations(home, chance, count):
    """Of a database of each older schema in turn."""
    def rows_besides(old):
        """With one name for the device that this machine gets in each copy, where the old ones are another's."""
        rows = home.rows()
        for device in {device for device, _ in home.journal()} - {device for device, _ in old}:
            rows = {table: sorted(row.replace(device, "this") for row in rows[table]) for table in rows}
        return rows

    fixtures = sorted((pathlib.Path(__file__).parent.parent / "StropStoreTests/Fixtures").glob("schema-*.sql"))
    migrated = []
    for fixture in fixtures:
        home.data.mkdir(parents=True, mode=0o700)
        with sqlite3.connect(home.database) as database:
            database.executescript(fixture.read_text(encoding="utf-8"))
        database.close()
        home.keep(fixture.stem)

        def migrate_anew():
            home.bring_back(fixture.stem)
            home.run("today")

        old = home.journal()
        usual = timed(migrate_anew)
        migrated.append((fixture.stem, usual, old, rows_besides(old)))
        shutil.rmtree(home.data)
    home.data.mkdir()
    done = 0
    for number in range(count):
        name, usual, old, rows = migrated[number % len(migrated)]
        home.bring_back(name)
        done += killed(home, chance, usual, "today") is not None
        # Doctor opens it, and so brings it up to date.
        home.check()
        home.run("today")
        if not old.items() <= home.journal().items():
            raise Broken(f"{name}: the journal lost something")
        if rows_besides(old) != rows:
            raise Broken(f"{name}: a migration that was killed ended otherwise")
    return done


KILLS = {"checkin": kill_check_ins, "import": kill_imports, "restore": kill_restores, "rebuild": kill_rebuilds,
         "migration": kill_migrations}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--strop", required=True, type=pathlib.Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--what", default=",".join(KILLS))
    parser.add_argument("--count", type=int, help="of each, instead of a thousand and two hundred")
    options = parser.parse_args()
    root = pathlib.Path(tempfile.mkdtemp(prefix="strop-kills-"))
    failed = 0
    for what in options.what.split(","):
        count = options.count or COUNTS[what]
        chance = random.Random(f"{options.seed} {what}")
        start = time.monotonic()
        try:
            done = KILLS[what](Home(str(options.strop.resolve()), root / what), chance, count)
        except Broken as broken:
            failed += 1
            print(f"{what}: seed {options.seed}: {broken}; left in {root / what}", flush=True)
            continue
        seconds = time.monotonic() - start
        print(f"{what}: {count} kills, {done} of them too late, {count - done} in time; all whole ({seconds:.0f} s)", flush=True)
    if not failed:
        shutil.rmtree(root)
    print(f"{len(options.what.split(',')) - failed} passed, {failed} failed")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
