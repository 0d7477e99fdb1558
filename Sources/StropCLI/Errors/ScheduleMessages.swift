import StropApp
import StropCore
import StropRender

// What the user is told of a schedule that could not be changed.
extension ErrorMessage {
  init(_ error: ScheduleFailure, _ language: Language) {
    let say = PhraseBook(language: language).say
    switch error {
    case .noCrontab:
      self.init(
        error.exitCode, language,
        say("there is no crontab program here", "这里没有 crontab"),
        say(
          "strop schedule install --systemd, or apt-get install cron",
          "strop schedule install --systemd，或者 apt-get install cron"))
    case .noSystemd:
      self.init(
        error.exitCode, language,
        say("there is no systemd here", "这里没有 systemd"), "strop schedule install")
    case .foreignUnit(let path):
      self.init(
        error.exitCode, language,
        say("strop did not write \(path): nothing was changed", "\(path) 不是 strop 写的：什么也没有改"),
        say("move it away: mv \(path) \(path).old", "先移走：mv \(path) \(path).old"))
    case .refused(let line):
      self.init(
        error.exitCode, language,
        say("it was refused, and nothing was changed: \(line)", "被拒绝了，什么也没有改：\(line)"))
    case .newlineInPath(let path):
      self.init(
        error.exitCode, language,
        say(
          "a path with a newline cannot be scheduled: \(path)", "带换行的路径没法定时运行：\(path)"))
    case .unusableName(let path):
      self.init(
        error.exitCode, language,
        say(
          "systemd starts no program with quotes or backslashes in its path: \(path)",
          "systemd 不启动路径里有引号或反斜杠的程序：\(path)"),
        "strop schedule install")
    case .lineTooLong(let bytes):
      self.init(
        error.exitCode, language,
        say(
          "the crontab line would be \(bytes) bytes, and cron takes 998",
          "crontab 那一行有 \(bytes) 字节，cron 最多 998"),
        say("use a shorter path for --db", "给 --db 换个短一点的路径"))
    case .unpairedMark:
      self.init(
        error.exitCode, language,
        say(
          "the crontab holds only one of strop's two marks: nothing was changed",
          "crontab 里 strop 的标记只剩一个：什么也没有改"),
        say("crontab -e, and take the rest of the block out", "用 crontab -e 删掉剩下的那部分"))
    case .duplicateBlocks:
      self.init(
        error.exitCode, language,
        say(
          "the crontab holds strop's block twice: nothing was changed",
          "crontab 里有两段 strop 的内容：什么也没有改"),
        say("crontab -e, and leave one", "用 crontab -e 只留一段"))
    case .notUTF8, .notReadable:
      self.init(
        error.exitCode, language,
        say(
          "the crontab holds bytes that would not survive: nothing was changed",
          "crontab 里有无法原样写回的字节：什么也没有改"),
        say("add the lines of `strop schedule print` by hand", "把 `strop schedule print` 的内容手工加进去"))
    case .notWritten:
      self.init(
        error.exitCode, language,
        say("what cron read back is not what was written", "cron 读回来的内容和写进去的不一样"),
        "crontab -l")
    case .locked:
      self.init(
        error.exitCode, language,
        say("another strop is changing the crontab", "另一个 strop 正在改 crontab"),
        say("run the same line again", "再运行一次同样的命令"))
    }
  }
}
