"""Manual pages in man(7): one a command, in each language. Imported by scripts/docs."""

import re
import unicodedata

from command_tree import (
    children, full_name, is_passed_on, label, open_values, own_arguments, shared_arguments, spelling,
    taken_apart, value)


def say(english, chinese):
    return {"en": english, "zh": chinese}


# Where man looks for each language.
FOLDERS = say("man1", "zh_CN/man1")

HEADINGS = {
    "NAME": "名称", "SYNOPSIS": "概要", "DESCRIPTION": "描述", "EXAMPLES": "示例",
    "ARGUMENTS": "参数", "OPTIONS": "选项", "COMMANDS": "命令", "ENVIRONMENT": "环境变量",
    "FILES": "文件", "EXIT STATUS": "退出状态", "SEE ALSO": "参见",
}

MANUAL = say("strop manual", "strop 手册")
ALONE = say("`{0}` alone is `{0} {1}`.", "只写 `{0}` 等于 `{0} {1}`。")
EVERYWHERE = say(
    "Every command takes these, before or after its name:", "每个命令都有，写在命令名前后都行：")
SHARED = say(
    "Every command also takes {0}: see strop(1).", "每个命令还有 {0}，见 strop(1)。")
DEFAULT = say("default: {0}", "默认 {0}")
MORE = say(" ({0})", "（{0}）")
LISTING = say(", ", "、")
SEPARATOR = say("; ", "；")
PERIOD = say(".", "。")
# Between Chinese characters there are no spaces to break a line at.
BREAK = "\u200b"
CLOSING, OPENING = "，。、；：！？）」”", "（「“"
# What ArgumentParser says in English only.
LIBRARY = {
    "version": say("show the version", "显示版本"), "help": say("show help", "显示帮助"),
}

ENVIRONMENT = [
    ("STROP_DB", say("The database, unless --db names one.", "用哪个数据库；--db 优先。")),
    ("STROP_LANG", say("The language, unless --lang names one: en or zh.",
                       "界面语言：en 或 zh；--lang 优先。")),
    ("STROP_NOW", say("The moment to take for now, in RFC 3339: 2026-11-23T21:30:00+08:00.",
                      "把哪一刻当作现在，RFC 3339 格式：2026-11-23T21:30:00+08:00。")),
    ("LC_ALL, LC_MESSAGES, LANG", say("The language where nothing else says it: zh* is Chinese.",
                                      "没有另外指定时的界面语言：zh* 为中文。")),
    ("TZ", say("The time zone, unless the setting zone names one; else the system's.",
               "时区；设置 zone 优先，都没有则用系统时区。")),
    ("COLUMNS", say("How wide output is; else as the terminal, or 80.",
                    "输出宽度；不设则随终端，没有终端则为 80。")),
    ("NO_COLOR", say("Set to anything: no colour, unless --color always.",
                     "设为任意值则不用颜色，--color always 除外。")),
    ("XDG_DATA_HOME", say("Where data lies; else ~/.local/share.",
                          "数据放在哪里；不设则为 ~/.local/share。")),
]
FILES = [
    ("~/.local/share/strop/strop.db", say(
        "Everything that was recorded. --db moves it, and what lies beside it.",
        "全部记录。--db 会连同旁边的文件一起换位置。")),
    ("~/.local/share/strop/backups/", say(
        "Copies of it: by strop backup, and one a day by strop remind deliver.",
        "它的备份：strop backup 存的，以及 strop remind deliver 每天存的一份。")),
]
EXIT_STATUS = [
    ("0", say("Done; also where nothing was due.", "完成；没有到期的事也是 0。")),
    ("1", say("Could not; also where there was nothing to undo.", "做不到；没有可撤销的也是 1。")),
    ("64", say("The command line is wrong.", "命令行写错了。")),
    ("65", say("Data that was read is malformed.", "读入的数据格式不对。")),
    ("69", say("The database is busy, or an outside service failed.", "数据库被占用，或外部服务出错。")),
    ("74", say("Input or output failed: the disk is full, a file cannot be read.",
               "读写失败：磁盘满了、文件读不了。")),
    ("75", say("A delivery failed, and will be tried again.", "有提醒没送达，之后会再试。")),
    ("78", say("A setting is wrong.", "某项设置不对。")),
]


def manual_pages(tree, language):
    """Each page's path below docs/man, and its text."""
    shared = shared_arguments(tree)
    pages = {}

    def visit(command, parent):
        pages[f"{FOLDERS[language]}/{page_name(command)}.1"] = Page(
            command, parent, shared, language).text()
        for child in children(command):
            visit(child, command)

    visit(tree, None)
    return pages


def page_name(command):
    return full_name(command).replace(" ", "-")


def escaped(text):
    """As roff reads it literally; what stands in backquotes is bold."""
    for character, escape in (
            ("\\", "\\e"), ("-", "\\-"), ("'", "\\(aq"), ('"', "\\(dq"), ("^", "\\(ha"),
            ("~", "\\(ti"), (BREAK, "\\:")):
        text = text.replace(character, escape)
    text = re.sub("`([^`]*)`", r"\\fB\1\\fR", text).replace("`", "\\(ga")
    return "\\&" + text if text.startswith(".") else text


def breakable(text):
    """With zero-width spaces where Chinese may go on in the next line."""
    marked = ""
    for character in text:
        before = marked[-1:]
        if (before and unicodedata.east_asian_width(before) in "WF" and character != " "
                and character not in CLOSING and before not in OPENING):
            marked += BREAK
        marked += character
    return marked


def typed(text):
    """What to type in bold, what it stands for in italics: `--day <day>`."""
    parts = re.split("<([^>]*)>", text)
    fonts = ["B", "I"] * len(parts)
    return "".join(f"\\f{font}{escaped(part)}\\fR" for font, part in zip(fonts, parts) if part)


class Page:
    def __init__(self, command, parent, shared, language):
        self.command, self.parent = command, parent
        self.shared, self.language = shared, language
        self.name = full_name(command)
        self.lines = []

    def text(self):
        self.title()
        self.description()
        self.arguments()
        if self.parent is None:
            self.section("ENVIRONMENT", self.definitions(ENVIRONMENT))
            self.section("FILES", self.definitions(FILES))
            self.section("EXIT STATUS", self.definitions(EXIT_STATUS))
        self.see_also()
        return "\n".join(self.lines) + "\n"

    def prose(self, words, *values):
        text = words if isinstance(words, str) else words[self.language]
        return escaped(breakable(text.format(*values) if values else text))

    def section(self, heading, lines):
        if lines:
            title = HEADINGS[heading] if self.language == "zh" else heading
            self.lines += [f'.SH "{title}"'] + lines

    def definitions(self, pairs):
        return [line for name, words in pairs
                for line in (".TP", "\\fB" + escaped(name) + "\\fR", self.prose(words))]

    def abstract(self, argument):
        name = (argument.get("preferredName") or {}).get("name")
        text = LIBRARY[name][self.language] if name in LIBRARY else argument["abstract"]
        more = []
        if values := open_values(argument):
            more.append(LISTING[self.language].join(values))
        if default := argument.get("defaultValue"):
            more.append(DEFAULT[self.language].format(default))
        return text.rstrip(".") + (
            MORE[self.language].format(SEPARATOR[self.language].join(more)) if more else "")

    def title(self):
        command = self.command
        manual = MANUAL[self.language]
        self.lines += [
            '.\\" Written by scripts/docs from the program\'s own help.',
            # Undated, so that the same program always has the same page.
            f'.TH "{escaped(page_name(command).upper())}" 1 "" "strop" "{manual}"',
            ".ad l", ".nh"]
        self.section("NAME", [
            escaped(page_name(command)) + " \\- " + escaped(command["abstract"].rstrip("。."))])
        self.section("SYNOPSIS", self.synopsis() + [".YS"])

    def synopsis(self):
        # Behind a long name there would be no room for an option in 50 columns.
        first, *others = [self.name] if len(self.name) <= 20 else self.name.split(" ", 1)
        return [f'.SY "{escaped(first)}"'] + [
            escaped(other).replace(" ", "\\~") for other in others] + self.parts()

    def parts(self):
        if children(self.command):
            default = self.command.get("defaultSubcommand")
            command = "\\fI" + ("command" if self.language == "en" else "命令") + "\\fR"
            return ["[" + command + "]" if default else command]
        positional, options = own_arguments(self.command, self.shared)
        arguments = sorted(positional + options, key=is_passed_on)
        return [self.usage(argument) for argument in arguments]

    @staticmethod
    def usage(argument):
        if argument["kind"] == "positional":
            part = typed(value(argument))
        else:
            part = typed(spelling(argument["preferredName"]))
            if argument["kind"] == "option":
                part += "\\~" + typed(value(argument))
        if argument["isRepeating"]:
            part += "\\~...\\&"
        return f"[{part}]" if argument["isOptional"] else part

    def description(self):
        abstract = self.command["abstract"].rstrip("。.") + PERIOD[self.language]
        lines = [self.prose(abstract)]
        prose, examples = taken_apart(self.command)
        if prose:
            lines += [".PP", self.prose(prose)]
        if default := self.command.get("defaultSubcommand"):
            lines += [".PP", self.prose(ALONE, self.name, default)]
        self.section("DESCRIPTION", lines)
        self.section("EXAMPLES", [".EX"] + list(map(escaped, examples)) + [".EE"] if examples else [])
        self.section("COMMANDS", [
            line for child in children(self.command)
            for line in (".TP", f".BR {escaped(page_name(child))} (1)",
                         self.prose(child["abstract"]))])

    def arguments(self):
        def rows(arguments):
            return [line for argument in arguments
                    for line in (".TP", typed(label(argument)), self.prose(self.abstract(argument)))]

        if self.parent is None:
            self.section("OPTIONS", [self.prose(EVERYWHERE)] + rows(self.shared))
            return
        positional, options = own_arguments(self.command, self.shared)
        self.section("ARGUMENTS", rows(positional))
        names = LISTING[self.language].join(
            spelling(argument["preferredName"]) for argument in self.shared)
        self.section(
            "OPTIONS", rows(options) + ([".PP"] if options else []) + [self.prose(SHARED, names)])

    def see_also(self):
        others = ([self.parent] if self.parent else []) + children(self.command)
        pages = [f".BR {escaped(page_name(other))} (1)" for other in others]
        self.section("SEE ALSO", [page + "," for page in pages[:-1]] + pages[-1:])
