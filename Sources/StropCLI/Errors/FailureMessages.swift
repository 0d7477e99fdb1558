import StropApp
import StropCore
import StropRender

// What the user is told of each failure.
extension ErrorMessage {
  init(_ failure: Failure, _ language: Language) {
    let say = PhraseBook(language: language).say
    func list(_ names: [String]) -> String { names.joined(separator: say(", ", "、")) }
    func answers(_ answers: [LocalizedText]) -> String {
      answers.map { $0[language] }.joined(separator: say("; ", "；"))
    }
    func weekday(_ day: Day) -> String {
      PhraseBook(language: language).longWeekday(day.weekday)
    }
    func message(_ sentence: String, _ hint: String? = nil) -> ErrorMessage {
      ErrorMessage(failure.exitCode, language, sentence, hint)
    }
    self =
      switch failure {
      case .badNow(let text):
        message(
          say(
            "STROP_NOW is '\(text)', which is not RFC 3339", "STROP_NOW 是“\(text)”，不是 RFC 3339 时间"),
          "STROP_NOW=2026-11-23T21:30:00+08:00")
      case .badDay(let text):
        message(
          say("'\(text)' is not a day", "“\(text)”不是日期"),
          say("try yesterday, 2d, mon, last fri, or 2026-11-24", "可以写 昨天；2d；周一；上周五；2026-11-24"))
      case .futureDay(let day, let today):
        message(
          say("\(day.iso) has not come yet", "\(day.iso) 还没到"),
          say("today is \(today.iso)", "今天是 \(today.iso)"))
      case .dayNotBegun(let day, let today, let until):
        message(
          say(
            "it is still \(weekday(today)) until \(until.text): \(weekday(day)) has not begun",
            "\(until.text) 以前还算\(weekday(today))，\(weekday(day))还没开始"),
          say("today is \(today.iso): leave -d out", "今天是 \(today.iso)：不用写 -d"))
      case .badMinutes(let text):
        message(
          say("'\(text)' is not a length of time", "“\(text)”不是时长"),
          say("try 45, 1h30, 1.5h or 1:30", "可以写 45；1h30；1:30；半小时"))
      case .badPeriod(let text, let unit):
        ErrorMessage(text, isNo: unit, code: failure.exitCode, language)
      case .badComparison(let text):
        message(
          say("'\(text)' names no days to compare with", "“\(text)”不是可以对照的时间段"),
          say(
            "try last, 2026-W40, 2026-10, 2026-Q3 or 2026-08-01..2026-08-20",
            "可以写 上周；2026-W40；2026-10；2026-Q3；2026-08-01..2026-08-20"))
      case .reversedRange(let from, let to):
        message(
          say("\(to.iso) is before \(from.iso)", "\(to.iso) 在 \(from.iso) 之前"),
          say(
            "the first day comes first: \(to.iso), then \(from.iso)",
            "先写开始的那天：\(to.iso)，再写 \(from.iso)"))
      case .badRule(let text, let problem):
        ErrorMessage(problem, in: text, code: failure.exitCode, language)
      case .badChannel(let text):
        message(
          say("'\(text)' is not a channel", "没有“\(text)”这个通知方式"),
          say(
            "channels are \(list(Reminder.Channel.allCases.map(\.rawValue)))",
            "有 \(list(Reminder.Channel.allCases.map(\.rawValue)))，也可以写飞书、钉钉、企业微信、邮件、桌面"))
      case .channelNotReady(let problem):
        message(
          say(
            "\(problem.channel.rawValue) cannot send yet: \(problem.sentence.english)",
            "\(problem.channel.rawValue) 还不能用：\(problem.sentence.chinese)"),
          problem.fix ?? "strop remind channels")
      case .badSlack(let days):
        message(
          say("\(days) is no slack that a week can have", "余量不会是 \(days)"),
          say("write 0 to 6: 0 is the last chance of the week", "写 0 到 6：0 表示今天不练本周就完不成"))
      case .badSnooze(let text):
        message(
          say("'\(text)' is not a time to come", "“\(text)”不是将来的时间"),
          say("try 30m, 21:45 or \"tomorrow 09:00\"", "可以写 30m；21:45；\"明天 09:00\""))
      case .topicLacks(let option, let kind):
        message(
          say(
            "\(option) does not go with a reminder of this kind (\(kind.rawValue))",
            "这种提醒（\(kind.rawValue)）没有 \(option)"),
          "strop remind show ID")
      case .emptyName:
        message(say("an empty name names nothing", "名字不能为空"), "strop skill list")
      case .unknownSkill(let name, let nearest, let count):
        message(
          say("no skill called '\(name)'", "没有叫“\(name)”的技能"),
          nearest.isEmpty
            ? say("`strop skill list` shows all \(count)", "`strop skill list` 列出全部 \(count) 个")
            : say(
              "did you mean \(nearest.joined(separator: " or "))? `strop skill list` shows all \(count)",
              "是想写 \(nearest.joined(separator: " 或 ")) 吗？`strop skill list` 列出全部 \(count) 个"))
      case .ambiguousSkill(let name, let candidates):
        message(
          say("'\(name)' could be \(list(candidates))", "“\(name)”可能是 \(list(candidates))"),
          say("type a little more of it", "多写几个字母"))
      case .unknownItem(let name, let nearest):
        message(
          say("no item called '\(name)'", "没有叫“\(name)”的清单项"),
          nearest.isEmpty
            ? "strop item list"
            : say(
              "did you mean \(nearest.joined(separator: " or "))?",
              "是想写 \(nearest.joined(separator: " 或 ")) 吗？"))
      case .ambiguousItem(let name, let candidates):
        message(
          say(
            "'\(name)' could be \(list(Array(candidates.prefix(5))))",
            "“\(name)”可能是 \(list(Array(candidates.prefix(5))))"),
          say("type a little more of it", "多写几个字母"))
      case .itemOfOtherSkill(let item, let skill):
        message(
          say("\(item) is not an item of \(skill)", "\(item) 不是 \(skill) 的清单项"),
          "strop item list --skill \(skill)")
      case .badID(let text):
        message(say("'\(text)' is not an id", "“\(text)”不是编号"), "strop log")
      case .unknownID(let text, let listing):
        message(
          say("nothing goes by the id '\(text)'", "没有编号为“\(text)”的记录"),
          listing)
      case .ambiguousID(let text, let candidates):
        message(
          say(
            "'\(text)' begins several ids: \(list(Array(candidates.prefix(4))))",
            "有几个编号都以“\(text)”开头：\(list(Array(candidates.prefix(4))))"),
          say("type one more character", "再多写一位"))
      case .setting(let failure): ErrorMessage(failure, language)
      case .sync(let failure): ErrorMessage(failure, language)
      case .badOwnSlug(let text, let suggestion):
        message(
          say(
            "'\(text)' will not do: names of your own begin with my-, in a-z, 0-9 and hyphens",
            "“\(text)”不行：自己的名字以 my- 开头，只用 a-z、0-9 和连字符"),
          say("try \(suggestion)", "可以写 \(suggestion)"))
      case .badReference(let text):
        message(
          say("cannot read '\(text)' as a reference", "认不出参考“\(text)”"),
          say("give an arXiv id, a DOI or a URL", "可以是 arXiv 编号；DOI；URL"))
      case .badHours:
        message(
          say("an item takes 0.25 to 40 hours", "一个清单项要 0.25 到 40 小时"),
          say("make several of a bigger one", "更大的拆成几项"))
      case .badRetest(let days):
        message(
          say(
            "a retest is due after 1 to 3650 days, not \(days)", "复测间隔是 1 到 3650 天，不能是 \(days)"))
      case .emptyText(let field):
        message(say("--\(field) needs a text", "\(field) 不能为空"))
      case .ownExists(let slug):
        message(
          say("\(slug) is there already", "已经有 \(slug) 了"),
          slug.contains("/") ? "strop item show \(slug)" : "strop skill show \(slug)")
      case .notOwn(let slug):
        message(
          say("\(slug) came with strop: only your own can be changed", "\(slug) 是自带的，只能改自己添加的"),
          slug.contains("/") ? "strop item drop \(slug)" : "strop skill archive \(slug)")
      case .wasPractised(let slug):
        message(
          say("\(slug) was practised: its history keeps it", "\(slug) 已有打卡记录，不能删除"),
          "strop skill archive \(slug)")
      case .itemIsDone(let slug):
        message(
          say("\(slug) is done already", "\(slug) 已经完成了"),
          "strop item reopen \(slug)")
      case .predictionStands(let slug, let day):
        message(
          say(
            "a prediction of \(day.iso) stands for \(slug): it is written once",
            "\(slug) 在 \(day.iso) 已写过预测：预测只写一次"),
          "strop item show \(slug)")
      case .wrongAnswer(let value, let item):
        message(
          say(
            "\(value) is not the known answer of \(item): nothing was recorded",
            "\(value) 与 \(item) 的标准答案不符：什么也没有记录"),
          "strop item done \(item) --value \(value) --anyway")
      case .badEvidence(let text, let problem):
        ErrorMessage(problem, in: text, code: failure.exitCode, language)
      case .badNumber(let text):
        message(say("'\(text)' will not do as a number here", "“\(text)”不能作为这里的数值"))
      case .skillMissing:
        message(
          say("which skill was it?", "练的是哪个技能？"), "strop checkin papers -m 45")
      case .planLacksSkill:
        message(
          say(
            "--sessions and --minutes are for skills that are named",
            "--sessions 和 --minutes 要写明是哪些技能的"),
          "strop skill focus dpo --sessions 2")
      case .nothingToChange:
        message(
          say("nothing to change was given", "没有写要改什么"), "strop edit ID -m 30 -n \"…\"")
      case .sameReminder(let id):
        message(
          say("that reminder is there already, as \(id)", "已经有这个提醒了，编号 \(id)"),
          "strop remind list")
      case .sameSkip(let id):
        message(
          say("that skip is there already, as \(id)", "已经请过这次假了，编号 \(id)"), "strop skip list")
      case .overlappingSkip(let id, let days):
        message(
          say(
            "skip \(id) covers some of these days: \(PhraseBook(language: language).range(days))",
            "编号 \(id) 的请假已含其中几天：\(PhraseBook(language: language).range(days))"),
          "strop skip edit \(id) --to \(days.upperBound.iso)")
      case .itemIsOpen(let slug):
        message(
          say("\(slug) is not finished: there is nothing to reopen", "\(slug) 还没完成，不用重开"),
          "strop item show \(slug)")
      case .isSo(let slugs, let state):
        message(
          state == .archived
            ? say("\(list(slugs)): archived already", "\(list(slugs)) 已经归档了")
            : say("\(list(slugs)): not in the focus", "\(list(slugs)) 本来就不在主攻之列"),
          "strop skill list")
      case .noteTooLong(let limit):
        message(
          say("a note holds at most \(limit) bytes", "备注最多 \(limit) 字节"),
          say("keep it in a file, and attach that: -e file:notes.md", "写进文件，再附上：-e file:notes.md"))
      case .textTooLong(let limit):
        message(say("such a text holds at most \(limit) bytes", "这里最多写 \(limit) 字节"))
      case .tooMany(let option, let limit):
        message(
          say("\(option) goes at most \(limit) times into one line", "一行里最多写 \(limit) 个 \(option)"))
      case .nothingToUndo(let passedOver):
        message(
          say("there is nothing to undo", "没有可以撤销的操作"),
          passedOver.first.flatMap { Batch.undoneByOwnCommand[$0] } ?? "strop log")
      case .importStands(let restoring):
        message(
          say(
            "the last thing that came was an import, which cannot be undone",
            "最近一次操作是导入，导入不能撤销"),
          restoring.map {
            say("what was here before: \($0)", "回到导入之前：\($0)")
          }
            ?? say(
              "a check-in is taken out with: strop remove ID", "要删掉某次打卡：strop remove ID"))
      case .nothingToRedo:
        message(say("there is nothing to redo", "没有可以重做的操作"))
      case .endOfInput:
        message(say("the input ended: nothing was recorded", "输入结束：什么也没有记录"))
      case .badZone(let name, let source):
        message(
          source == .variable
            ? say("TZ is '\(name)', which is no time zone here", "TZ 是“\(name)”，不是可用的时区")
            : say("the zone is set to '\(name)', which is none here", "时区设为“\(name)”，这里没有这个时区"),
          source == .variable
            ? "TZ=Asia/Shanghai strop" : "strop config set zone Asia/Shanghai")
      case .badImport(let error): ErrorMessage(error, code: failure.exitCode, language)
      case .badPack(let file, let problems):
        ErrorMessage(file, problems, language)
      case .fileUnreadable(let path):
        message(say("\(path) cannot be read", "读不了 \(path)"))
      case .fileUnwritable(let path):
        message(say("\(path) cannot be written", "写不了 \(path)"))
      case .danglingLink(let path):
        message(
          say("\(path) is a link to what is not there", "\(path) 是一个链接，指向的文件不存在"), "ls -l \(path)")
      case .pathNotText(let path):
        message(
          say(
            "the directory of \(path) has a name that is not UTF-8: it cannot be kept",
            "\(path) 所在目录的名字不是 UTF-8，记不下来"))
      case .variableNotText(let name):
        message(say("\(name) is not UTF-8", "\(name) 不是 UTF-8"), "strop --db FILE")
      case .ownFile(let path):
        message(
          say("\(path) is strop's own: it was left as it is", "\(path) 是 strop 自己的文件：没有动它"),
          "strop report --out report.txt")
      case .busy:
        message(
          say("another strop holds the database", "另一个 strop 正占着数据库"),
          say("run the same line again", "再运行一次同样的命令"))
      case .store(let error, let path, let restoring):
        ErrorMessage(error, path, restoring, language)
      case .programNotRun(let program, let reason):
        message(say("\(program) cannot be run: \(reason)", "运行不了 \(program)：\(reason)"))
      case .pageNotOpened(let path, let problem):
        ErrorMessage(problem, page: path, code: failure.exitCode, language)
      case .notBackedUp(let error, let directory):
        message(
          say("no copy could be made in \(directory)", "没能在 \(directory) 里备份")
            + ErrorMessage.reason(error, say),
          "ls -ld \(directory); df \(directory)")
      case .vanished(let path, let isEmpty, let restoring):
        message(
          isEmpty
            ? say("\(path) is empty, and this is no first run", "\(path) 是空的，但这不是第一次运行")
            : say("\(path) is gone, and this is no first run", "\(path) 不见了，但这不是第一次运行"),
          restoring
            ?? say(
              "SQLite's journal of it is still there: move it back, or that away",
              "SQLite 的日志还在旁边：把库放回来，或把日志移走"))
      case .unknownCopy(let name, let hasCopies, let option):
        message(
          say("no copy called '\(name)'", "没有“\(name)”这份备份"),
          hasCopies ? "strop restore\(option)" : "strop backup\(option)")
      case .restoreLoses(let entries, let copy, let option):
        message(
          say(
            "the database has \(PhraseBook(language: language).entries(entries)) that \(copy) lacks: nothing was changed",
            "数据库里有 \(entries) 条 \(copy) 没有的记录：什么也没有改"),
          "strop restore\(option) \(copy) --force")
      case .removedOtherwise(let kind, let command):
        message(
          say(
            "that is a \(kind.english), which has a command of its own",
            "这是\(kind.chinese)，要用专门的命令"), command)
      case .table(let problem): ErrorMessage(problem, code: failure.exitCode, language)
      case .logbook(let failure): ErrorMessage(failure, language)
      case .run(let failure): ErrorMessage(failure, language)
      case .schedule(let error):
        ErrorMessage(error, language)
      case .deliveryFailed(let problems, isOver: false):
        message(
          say("not delivered, tried again later: ", "没有送达，稍后再试：")
            + answers(problems),
          "strop remind log")
      case .deliveryFailed(let problems, isOver: true):
        message(
          say("not delivered: ", "没有送达：") + answers(problems),
          "strop remind log")
      }
  }

  /// Why, where that can be said in a few words.
  private static func reason(
    _ error: StoreError,
    _ say: (@autoclosure () -> String, @autoclosure () -> String) -> String
  ) -> String {
    switch error {
    case .full: say(": the disk is full", "：磁盘满了")
    case .readOnly: say(": it cannot be written", "：不可写")
    case .unreadable(let reason), .damaged(let reason), .other(let reason):
      say(": ", "：") + reason
    default: ""
    }
  }
}
