#!/usr/bin/env python3
"""Lines of the shared repository that were changed at random before another machine takes them in.

    Tests/Torture/tampering.py --strop BINARY [--count 500] [--seed 1]

Each time a byte, a piece, a value or the order of a device's new lines is changed. The other machine refuses them with
the line at fault and keeps what it has, and takes in what is put in their place; or it holds each of them by the byte
then, its database is whole, and it can join anew.
"""

import argparse
import os
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True
from home import Broken, Home  # noqa: E402

BYTES = b'0123456789abcz"{}[],:.-\n\\ TZ\r\t\x7f\x00\xc2\xe2\xff'
VALUES = ["null", "true", "0", "-1", "1.5", "1441", "1e999", "9223372036854775807", '""', '"2026-02-30"', '"x"', '"\\u0000"',
          '"\\ud800"', '"\\u0041"', "[]", "{}", '{"a":1}', '"旧"', '"e\u0301"', '"2026-11-24"', "45",
          '"setting/0000000000/command.path"']


def tampered(lines, chance):
    what = bytearray(lines)
    at = chance.randrange(len(what))
    end = at + chance.randint(1, 12)
    byte = chance.choice(BYTES)
    # Where a colon, a comma or a brace is.
    marks = [index for index, mark in enumerate(lines) if mark in b":,{}\n"]
    mark = chance.randrange(len(marks) - 1)
    match chance.randrange(10):
        case 0: what[at] ^= 1 << chance.randrange(8)
        case 1: what[at] = byte
        case 2: what.insert(at, byte)
        case 3: del what[at:end]
        case 4: what[at:at] = what[at:end]
        case 5:
            whole = lines.splitlines(keepends=True)
            chance.shuffle(whole)
            return b"".join(whole)
        case 6: what[marks[mark] + 1:marks[mark] + 1] = chance.choice([b" ", b"\t", b"\r", b"\n"])
        case _: what[marks[mark] + 1:marks[mark + 1]] = chance.choice(VALUES).encode()
    return bytes(what)


class Remote:
    """A bare repository, written to as anybody can who may push."""

    def __init__(self, path):
        self.path = path
        self.git("init", "-q", "--bare", "--initial-branch=main", str(path))

    def git(self, *arguments, given=b""):
        variables = {**os.environ, "GIT_DIR": str(self.path), "GIT_INDEX_FILE": str(self.path / "index")}
        user = ["-c", "user.name=x", "-c", "user.email=x@localhost"]
        return subprocess.run(["git", *user, *arguments], env=variables, input=given, check=True, capture_output=True).stdout

    def tip(self):
        return self.git("rev-parse", "main").decode().strip()

    def reset(self, commit):
        self.git("update-ref", "refs/heads/main", commit)

    def put(self, parent, path, contents):
        """A commit onto another with this in the place of a file."""
        blob = self.git("hash-object", "-w", "--stdin", given=contents).decode().strip()
        self.git("read-tree", parent)
        self.git("update-index", "--add", "--cacheinfo", f"100644,{blob},{path}")
        tree = self.git("write-tree").decode().strip()
        self.reset(self.git("commit-tree", tree, "-p", parent, "-m", "tampered").decode().strip())


def machines(strop, root):
    """A machine that reads, what it knows, and what another wrote since: the remote, both commits and the file."""
    remote = Remote(root / "remote.git")
    reader, writer = Home(strop, root / "reader"), Home(strop, root / "writer")
    reader.run("checkin", "papers", "-m", "30", "-n", "one")
    reader.run("sync", "init", str(remote.path))
    writer.run("sync", "init", str(remote.path))
    writer.run("checkin", "debug", "-m", "45", "-n", '旧 😀 "quoted"')
    writer.run("sync")
    reader.run("sync")
    known = remote.tip()
    writer.run("checkin", "papers", "-m", "60", "-n", "a note", "-e", "arxiv:2305.18290")
    writer.run("skip", "add", "--from", "today", "--to", "today", "--reason", "出差")
    writer.run("undo")
    writer.run("config", "set", "language", "zh")
    writer.run("sync")
    changed = remote.git("diff", "--name-only", known, "main").decode().split()
    if len(changed) != 1:
        raise Broken(f"one file was to change: {changed}")
    return reader, remote, known, changed[0]


def require_held(reader, lines, told):
    held = set(reader.run("export").encode().split(b"\n"))
    if not held.issuperset(lines.split(b"\n")):
        raise Broken(f"it holds other lines: {told}")


def tamper(strop, root, count, seed):
    chance = random.Random(seed)
    reader, remote, known, path = machines(strop, root)
    sent = remote.tip()
    former = remote.git("show", f"{known}:{path}")
    added = remote.git("show", f"{sent}:{path}").removeprefix(former)
    before = reader.run("export")
    reader.keep("before")
    taken = refused = 0
    for number in range(count):
        lines = tampered(added, chance)
        if lines == added:
            continue
        reader.bring_back("before")
        remote.put(known, path, former + lines)
        process = reader.start("sync")
        _, errors = process.communicate(timeout=60)
        told = f"{number}: {lines!r}: exit {process.returncode}: {errors}"
        if process.returncode == 65:
            refused += 1
            if " line " not in errors:
                raise Broken(f"no line is named: {told}")
            if reader.run("export") != before:
                raise Broken(f"it changed the journal: {told}")
            remote.reset(sent)
            reader.run("sync")
            require_held(reader, former + added, told)
        elif process.returncode == 0:
            taken += 1
            require_held(reader, former + lines, told)
            # A machine that joins anew reads all of it once more.
            reader.run("sync", "remove")
            reader.run("sync", "init", str(remote.path))
            reader.check()
        else:
            raise Broken(told)
    if not taken or not refused:
        raise Broken(f"{taken} taken, {refused} refused: too few to say anything")
    print(f"{taken + refused} changed at random: {refused} refused with their line, {taken} taken by the byte")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--strop", required=True, type=pathlib.Path)
    parser.add_argument("--count", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    root = pathlib.Path(tempfile.mkdtemp(prefix="strop-tampering-"))
    tamper(str(options.strop.resolve()), root, options.count, options.seed)
    shutil.rmtree(root)


if __name__ == "__main__":
    main()
