import StropCore
import StropRender

// What the user is told of a database that cannot be used.
extension ErrorMessage {
  init(_ error: StoreError, _ path: String, _ restoring: String?, _ language: Language) {
    let say = PhraseBook(language: language).say
    switch error {
    case .busy:
      self.init(
        error.exitCode, language,
        say(
          "another strop holds the database: nothing was recorded",
          "另一个 strop 正占着数据库：什么也没有记录"),
        say("run the same line again", "再运行一次同样的命令"))
    case .full:
      self.init(
        error.exitCode, language,
        say(
          "the disk is full: nothing was recorded, nothing was lost",
          "磁盘满了：什么也没有记录，什么也没有丢"),
        say("free some space and run the same line again", "腾出空间，再运行一次同样的命令"))
    case .readOnly:
      self.init(
        error.exitCode, language,
        say("\(path) cannot be written: nothing was recorded", "\(path) 不可写：什么也没有记录"),
        say("look at its permissions, or use another --db", "检查权限，或用 --db 换一个库"))
    case .othersFile(let owner):
      self.init(
        error.exitCode, language,
        say(
          "\(path) is another user's (number \(owner)): it was left as it is",
          "\(path) 属于另一个用户（编号 \(owner)）：没有动它"),
        say("run strop as that user, or use another --db", "用那个用户的身份运行，或用 --db 换一个库"))
    case .missing:
      self.init(
        error.exitCode, language,
        say("there is no database at \(path)", "\(path) 没有数据库"), "strop")
    case .exists:
      self.init(
        error.exitCode, language, say("\(path) is there already", "\(path) 已经存在"))
    case .unreadable(let reason):
      self.init(
        error.exitCode, language,
        say("\(path) cannot be used: \(reason)", "\(path) 用不了：\(reason)"),
        say("look at its permissions, or use another --db", "检查权限，或用 --db 换一个库"))
    case .foreign:
      self.init(
        error.exitCode, language,
        say(
          "\(path) is not a database of strop: it was left as it is",
          "\(path) 不是 strop 的数据库：没有动它"),
        restoring ?? say("use another --db", "用 --db 换一个库"))
    case .damaged(let reason):
      self.init(
        error.exitCode, language,
        say("\(path) is damaged: \(reason)", "\(path) 已损坏：\(reason)"),
        restoring.map { say("strop doctor tells more, then: \($0)", "strop doctor 看详情，然后：\($0)") }
          ?? "strop doctor")
    case .clockAhead:
      let last = HybridClock.lastMoment.utc.prefix(10)
      self.init(
        error.exitCode, language,
        say(
          "the clock is past \(last), the last day that this strop records: nothing was recorded",
          "时钟已过 \(last)，本程序最晚只记到那天：什么也没有记录"),
        say("look at date, set the clock, run the same line again", "用 date 看一眼，调好时钟，再运行一次同样的命令"))
    case .newer(let found, let known):
      self.init(
        error.exitCode, language,
        say(
          "\(path) was made by a newer strop (format \(found), this one knows \(known))",
          "\(path) 是更新版本的 strop 建的（格式 \(found)，本程序只认识 \(known)）"),
        say("upgrade strop on this machine", "升级这台机器上的 strop"))
    case .other(let reason):
      self.init(
        error.exitCode, language,
        say(
          "\(path) gave an error that strop does not know: \(reason)",
          "\(path) 出了 strop 不认识的错：\(reason)"),
        "strop doctor")
    }
  }
}
