"""What a program's commands say of themselves, by `--experimental-dump-help`. Imported by scripts/docs."""

import json
import subprocess

# As Sources/StropCLI/Help/CommandConfiguration.swift has it.
EXAMPLE_MARK = "$ "


def command_tree(binary, language):
    answer = subprocess.run(
        [binary, "--experimental-dump-help"], env={"STROP_LANG": language, "HOME": "/nonexistent"},
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, check=True)
    return json.loads(answer.stdout)["command"]


def full_name(command):
    return " ".join(command.get("superCommands", []) + [command["commandName"]])


def children(command):
    return [child for child in command.get("subcommands", [])
            if child["shouldDisplay"] and child["commandName"] != "help"]


def spelling(name):
    return ("--" if name["kind"] == "long" else "-") + name["name"]


def value(argument):
    name = argument["valueName"]
    return f"-- <{name[3:]}>" if is_passed_on(argument) else f"<{name}>"


def is_passed_on(argument):
    """Whether it is a command line of another program's, which stands last, behind `--`."""
    return (argument.get("valueName") or "").startswith("-- ")


def label(argument):
    """How an argument is written: `-m, --minutes <minutes>`, `<skill>`."""
    if argument["kind"] == "positional":
        return value(argument) + (" ..." if argument["isRepeating"] else "")
    names = sorted(map(spelling, argument["names"]), key=len)
    return ", ".join(names) + ("" if argument["kind"] == "flag" else " " + value(argument))


def usage_part(argument):
    if argument["kind"] == "positional":
        part = label(argument)
    else:
        part = spelling(argument["preferredName"])
        if argument["kind"] == "option":
            part += " " + value(argument)
        if argument["isRepeating"]:
            part += " ..."
    return f"[{part}]" if argument["isOptional"] else part


def shared_arguments(tree):
    return [argument for argument in tree["arguments"] if argument["shouldDisplay"]]


def own_arguments(command, shared):
    """Its arguments, then its options, without those that every command takes."""
    labels = set(map(label, shared))
    own = [argument for argument in command.get("arguments", [])
           if argument["shouldDisplay"] and label(argument) not in labels]
    return ([argument for argument in own if argument["kind"] == "positional"],
            [argument for argument in own if argument["kind"] != "positional"])


def open_values(argument):
    """The values that it can have, where its label does not say them."""
    return [] if "|" in (argument.get("valueName") or "") else argument.get("allValues") or []


def taken_apart(command):
    """The prose of a command's discussion, and its examples."""
    lines = (command.get("discussion") or "").splitlines()
    return (" ".join(line for line in lines if not line.startswith(EXAMPLE_MARK)),
            [line.removeprefix(EXAMPLE_MARK) for line in lines if line.startswith(EXAMPLE_MARK)])
