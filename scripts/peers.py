"""The same check-ins as the programs keep them that people would use instead of strop, and what each is asked for the same answer.

A check-in is a (moment, skill, minutes, note). All of them are over at `NOW`; what is asked of is the week before it.
"""

import datetime
import itertools
import sqlite3
import uuid

PACKAGES = ["sqlite3", "taskwarrior", "timewarrior", "hledger", "hyperfine", "time"]


def write_sqlite(path, check_ins):
    """One table, as somebody would make it by hand, durable as strop is."""
    with sqlite3.connect(path) as database:
        database.execute("CREATE TABLE check_in (id INTEGER PRIMARY KEY, skill TEXT, at TEXT, day TEXT, minutes INTEGER, note TEXT)")
        database.execute("CREATE INDEX check_in_by_day ON check_in (day, skill)")
        database.executemany(
            "INSERT INTO check_in (skill, at, day, minutes, note) VALUES (?, ?, ?, ?, ?)",
            ((skill, moment.isoformat(), str(moment.date()), minutes, note)
             for moment, skill, minutes, note in check_ins))


def write_timewarrior(directory, check_ins):
    """A file a month. It keeps no two intervals at once: each ends before the next begins."""
    (directory / "data").mkdir(parents=True)
    (directory / "timewarrior.cfg").write_text("")
    file, month = None, None
    previous = None
    end_of_all = (datetime.datetime.max.replace(tzinfo=datetime.timezone.utc), None, None, None)
    for moment, skill, _, note in itertools.chain(check_ins, [end_of_all]):
        if previous:
            start, tag, annotation = previous
            if (start.year, start.month) != month:
                if file:
                    file.close()
                month = (start.year, start.month)
                file = open(directory / f"data/{start:%Y-%m}.data", "w", encoding="utf-8")
            end = min(moment, start + datetime.timedelta(minutes=30))
            file.write(f"inc {start:%Y%m%dT%H%M%SZ} - {end:%Y%m%dT%H%M%SZ} # {tag}"
                       + (f' # "{annotation}"' if annotation else "") + "\n")
        previous = (moment, skill, note)
    file.close()


def write_taskwarrior(directory, check_ins):
    """A completed task each, and a hundred that are pending."""
    directory.mkdir(parents=True)
    (directory / "taskrc").write_text(f"data.location={directory}\nconfirmation=no\nverbose=nothing\n")

    def line(status, moment, skill, text, number):
        stamp = int(moment.timestamp())
        end = f'end:"{stamp}" ' if status == "completed" else ""
        return (f'[description:"{text}" {end}entry:"{stamp}" modified:"{stamp}" project:"{skill}" '
                f'status:"{status}" uuid:"{uuid.UUID(int=number)}"]\n')

    number = 0
    with open(directory / "completed.data", "w", encoding="utf-8") as file:
        for number, (moment, skill, minutes, note) in enumerate(check_ins):
            file.write(line("completed", moment, skill, note or f"{minutes} minutes", number))
    with open(directory / "pending.data", "w", encoding="utf-8") as file:
        for item in range(100):
            file.write(line("pending", moment, skill, f"item {item}", number + 1 + item))


def write_hledger(path, check_ins):
    """A transaction each, of one unbalanced posting in minutes."""
    with open(path, "w", encoding="utf-8") as file:
        for moment, skill, minutes, note in check_ins:
            file.write(f"{moment:%Y-%m-%d} {note or skill}\n  ({skill})  {minutes} min\n\n")


def commands(directory, strop, monday):
    """(what is asked, the program, its command); `monday` begins the week that is asked of, a date. strop's database is
    that of its home.

    Each command that records is one that may be repeated.
    """
    start, end, today = monday, monday + datetime.timedelta(days=7), monday + datetime.timedelta(days=2)
    data = f"{directory}/checkins.sqlite"
    task = f"task rc:{directory}/task/taskrc"
    ledger = f"hledger -f {directory}/checkins.journal"
    durable = "PRAGMA synchronous = FULL"
    insert = (f"{durable}; INSERT INTO check_in (skill, at, day, minutes) "
              f"VALUES ('papers', '{today}T13:30:00Z', '{today}', 5)")
    weeks = (f"SELECT skill, date(day, 'weekday 0', '-6 days') AS week, count(*), sum(minutes) FROM check_in "
             f"WHERE day >= '{start - datetime.timedelta(weeks=7)}' AND day < '{end}' GROUP BY skill, week")
    days = (f"SELECT skill, count(*), sum(minutes) FROM check_in WHERE day = '{today}' GROUP BY skill")
    last = "SELECT * FROM check_in ORDER BY id DESC LIMIT 20"
    return [
        ("record", "sqlite3", f'sqlite3 {data} "{insert}"'),
        ("record", "strop", f"{strop} checkin papers -m 5"),
        ("record", "timew", f"timew track {today}T20:00Z - {today}T20:05Z papers :adjust"),
        ("record", "task", f"{task} log papers project:papers"),
        ("today", "sqlite3", f'sqlite3 {data} "{days}"'),
        ("today", "strop", f"{strop} today"),
        ("today", "timew", f"timew summary {today} - {today + datetime.timedelta(days=1)}"),
        ("today", "task", f"{task} next"),
        ("today", "hledger", f"{ledger} balance -p {today}"),
        ("week", "sqlite3", f'sqlite3 {data} "{weeks}"'),
        ("week", "strop", f"{strop} report"),
        ("week", "timew", f"timew summary {start} - {end}"),
        ("week", "task", f"{task} completed end.after:{start} end.before:{end}"),
        ("week", "hledger", f"{ledger} balance --weekly -b {start - datetime.timedelta(weeks=7)} -e {end}"),
        ("last 20", "sqlite3", f'sqlite3 {data} "{last}"'),
        ("last 20", "strop", f"{strop} log --limit 20"),
        ("last 20", "task", f"{task} completed limit:20"),
    ]
