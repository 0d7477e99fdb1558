"""A home of its own for the strop under test, and what its database must hold whatever happened to it."""

import json
import os
import pathlib
import shutil
import sqlite3
import subprocess

# Folded rows follow from the journal; these tables do not.
KEPT_APART = {"journal", "local", "delivery", "delivery_try", "shared_file", "shared_device"}


class Home:
    def __init__(self, strop, path):
        self.strop = strop
        self.path = pathlib.Path(path)
        self.path.mkdir(parents=True)
        self.data = self.path / ".local/share/strop"
        self.database = self.data / "strop.db"

    def environment(self, **more):
        return {"HOME": str(self.path), "PATH": os.environ["PATH"], "TZ": "Asia/Shanghai", "LANG": "C.UTF-8",
                "STROP_LANG": "en", "STROP_NOW": "2026-11-26T21:00:00+08:00", **more}

    def start(self, *arguments, **more):
        return subprocess.Popen([self.strop, *arguments], env=self.environment(**more), cwd=self.path, text=True,
                                stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE)

    def run(self, *arguments, **more):
        """Its output; what fails raises."""
        process = self.start(*arguments, **more)
        output, errors = process.communicate()
        if process.returncode != 0:
            raise Broken(f"strop {' '.join(arguments)}: exit {process.returncode}: {errors}{output}")
        return output

    def keep(self, name):
        """Keeps the data as it is now, to `bring_back`."""
        shutil.copytree(self.data, self.path / name)

    def bring_back(self, name):
        shutil.rmtree(self.data)
        shutil.copytree(self.path / name, self.data)

    def rows(self):
        """Of every folded table, in one order."""
        with sqlite3.connect(f"file:{self.database}?mode=ro", uri=True) as database:
            tables = [name for (name,) in database.execute(
                "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name") if name not in KEPT_APART]
            return {table: sorted(map(repr, database.execute(f'SELECT * FROM "{table}"'))) for table in tables}

    def journal(self):
        """The journal's entries, as their device and number, and what they say."""
        with sqlite3.connect(f"file:{self.database}?mode=ro", uri=True) as database:
            return {(device, seq): (subject, fields) for device, seq, subject, fields in database.execute(
                "SELECT device, seq, subject, fields FROM journal")}

    def check(self):
        """That the file is whole, and the rows follow from the journal; it is opened by strop first, as a user would,
        who may have a transaction to roll back."""
        checks = json.loads(self.run("doctor", "--json"))["checks"]
        database = next(check for check in checks if check["name"] == "database")
        if database["state"] != "ok":
            raise Broken(f"doctor: {database}")
        with sqlite3.connect(f"file:{self.database}?mode=ro", uri=True) as opened:
            verdict = opened.execute("PRAGMA integrity_check").fetchone()[0]
        if verdict != "ok":
            raise Broken(f"integrity_check: {verdict}")
        before, journal = self.rows(), self.journal()
        self.run("doctor", "--rebuild")
        if self.rows() != before:
            raise Broken("a rebuild changed the rows")
        if self.journal() != journal:
            raise Broken("a rebuild changed the journal")


class Broken(Exception):
    """What must hold did not."""
