#!/usr/bin/env python3
"""Many strops at once on one database: check-ins beside reports, backups and ticks.

    Tests/Torture/crowd.py --strop BINARY [--processes 50] [--each 20]

Every check-in is there, once; nothing fails, though some wait; the file is whole, and a rebuild changes nothing.
"""

import argparse
import pathlib
import shutil
import sys
import tempfile
import threading
import time

sys.dont_write_bytecode = True
from home import Broken, Home  # noqa: E402


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--strop", required=True, type=pathlib.Path)
    parser.add_argument("--processes", type=int, default=50)
    parser.add_argument("--each", type=int, default=20)
    options = parser.parse_args()
    root = pathlib.Path(tempfile.mkdtemp(prefix="strop-crowd-"))
    home = Home(str(options.strop.resolve()), root / "home")
    home.run("remind", "add", "papers", "--at", "daily 21:30", "--always", "--via", "stdout")
    faults, waits = [], []
    counts = {"report": 0, "backup": 0, "remind deliver": 0}
    over = threading.Event()

    def tell(body):
        try:
            body()
        except Broken as broken:
            faults.append(str(broken))

    def check_in(process):
        for number in range(options.each):
            start = time.monotonic()
            tell(lambda: home.run("checkin", "papers", "-m", "5", "-n", f"line {process}.{number}"))
            waits.append(time.monotonic() - start)

    def beside(words):
        minute = 0
        while not over.is_set():
            minute += 15
            now = f"2026-11-{26 + minute // 1440 % 3:02}T{minute // 60 % 24:02}:{minute % 60:02}:00+08:00"
            tell(lambda: home.run(*words.split(), STROP_NOW=now if words == "remind deliver" else "2026-11-26T21:00:00+08:00"))
            counts[words] += 1

    start = time.monotonic()
    writers = [threading.Thread(target=check_in, args=[process]) for process in range(options.processes)]
    others = [threading.Thread(target=beside, args=[words]) for words in counts]
    for thread in writers + others:
        thread.start()
    for thread in writers:
        thread.join()
    over.set()
    for thread in others:
        thread.join()
    seconds = time.monotonic() - start
    try:
        home.check()
        rows = home.rows()["check_in"]
        expected = [f"'line {process}.{number}'" for process in range(options.processes) for number in range(options.each)]
        missing = [note for note in expected if sum(note in row for row in rows) != 1]
        if missing or len(rows) != len(expected):
            raise Broken(f"{len(rows)} check-ins of {len(expected)}; such as {missing[:3]}")
    except Broken as broken:
        faults.append(str(broken))
    for fault in faults[:5]:
        print(fault)
    beside_them = ", ".join(f"{count} × {words}" for words, count in counts.items())
    print(f"{options.processes} processes × {options.each} check-ins beside {beside_them}: "
          f"{seconds:.0f} s, the longest wait {max(waits):.1f} s, {len(faults)} faults")
    if not faults:
        shutil.rmtree(root)
    print(f"{0 if faults else 1} passed, {1 if faults else 0} failed")
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
