import StropApp
import StropCore
import StropRender

// What the user is told of a failure that only logbooks have.
extension ErrorMessage {
  init(_ failure: LogbookFailure, _ language: Language) {
    let phrases = PhraseBook(language: language)
    let say = phrases.say
    func message(_ sentence: String, _ hint: String? = nil) -> ErrorMessage {
      ErrorMessage(failure.exitCode, language, sentence, hint)
    }
    self =
      switch failure {
      case .unknownEntry(let text, let kind, let listing):
        message(
          say("no \(kind.english) goes by '\(text)'", "没有“\(text)”对应的\(kind.chinese)"), listing)
      case .ambiguousEntry(let text, let candidates):
        message(
          say(
            "'\(text)' could be \(phrases.sequence(Array(candidates.prefix(4))))",
            "“\(text)”可能是 \(phrases.sequence(Array(candidates.prefix(4))))"),
          say("type its id, or a little more of it", "写编号，或多写几个字"))
      case .unknownPaper(let text, let address):
        message(
          say("no paper goes by '\(text)'", "没有“\(text)”这篇论文"),
          address.map { "strop paper add \($0) --title \"…\"" } ?? "strop paper list")
      case .titleMissing(let text):
        message(
          say("'\(text)' is not on the reading list: what is its title?", "“\(text)”不在书单里：标题是什么？"),
          "strop paper add \(text) --title \"…\"")
      case .badPass(let pass):
        message(
          say("\(pass) is no pass", "没有第 \(pass) 遍"),
          say(
            "1 is a glance, 2 the content, 3 as if you wrote it anew",
            "1 是粗读，2 是通读，3 是读到能自己重写"))
      case .badProbability(let text):
        message(
          say("'\(text)' is no probability in whole percent", "“\(text)”不是整数百分比"),
          say("write 0 to 100: --p 70", "写 0 到 100：--p 70"))
      case .judgedTooLate(let by, let today):
        message(
          say(
            "\(by.iso) is over: a judgement is written before its outcome",
            "\(by.iso) 已过：判断要写在结果之前"),
          say("today is \(today.iso)", "今天是 \(today.iso)"))
      case .noEntries:
        message(
          say("that BibTeX holds no entry", "这份 BibTeX 里没有条目"), "strop import --help")
      case .paperExists(let title, let key):
        message(say("'\(title)' is there already", "“\(title)”已经有了"), "strop paper show \(key)")
      case .judgementIsSo(let outcome, let day):
        message(
          say(
            "it was resolved as \(outcome.rawValue) on \(day.iso)",
            "已于 \(day.iso) 判定为 \(outcome.rawValue)"),
          "strop paper score")
      case .judgementWithdrawn(let day):
        message(
          say("it was withdrawn on \(day.iso)", "已于 \(day.iso) 撤回"), "strop paper score")
      case .bugIsClosed(let id, let day):
        message(
          say("bug \(id) was closed on \(day.iso)", "bug \(id) 已于 \(day.iso) 关闭"),
          "strop bug show \(id)")
      case .reproductionExists(let name):
        message(
          say("there is a reproduction called '\(name)'", "已有名为“\(name)”的复现"),
          "strop repro list")
      case .reproductionEnded(let name, let day):
        message(
          say("'\(name)' was ended on \(day.iso)", "“\(name)”已于 \(day.iso) 结束"), "strop repro list")
      case .experimentEnded(let name, let day):
        message(
          say("'\(name)' was finished on \(day.iso)", "“\(name)”已于 \(day.iso) 结束"),
          say("plan another one under another name", "换个名字，另计划一个"))
      case .experimentLacks(let option, let name):
        message(
          say("a new experiment needs \(option)", "新实验要写 \(option)"),
          "strop experiment plan \(name) --skill dpo --hypothesis \"…\" --predict \"…\"")
      case .badHours(let text, let option):
        message(
          say("'\(text)' is no number of hours", "“\(text)”不是小时数"), "\(option) 4h")
      case .noResult(let name, let metric):
        message(
          say("'\(name)' has no result of \(metric) yet", "“\(name)”还没有 \(metric) 的结果"),
          say(
            "record one with `strop repro result`, or `strop repro abandon`",
            "先用 strop repro result 记结果，或 strop repro abandon 放弃"))
      case .badSource(let text):
        message(
          say("'\(text)' is neither a URL nor an arXiv id", "“\(text)”不是 URL，也不是 arXiv 编号"),
          say("write https://… or 2305.18290", "可以写 https://…；2305.18290"))
      case .badClaim(let text):
        message(
          say("'\(text)' is not one metric and its number", "“\(text)”不是“指标=数值”，或指标重复"),
          "--claim accuracy=71.2")
      case .badTolerance(let text):
        message(
          say("'\(text)' is no tolerance", "“\(text)”不是容差"),
          say("write 2% of the claim, or 0.5 in its unit", "写 2%（占论文数值），或 0.5（指标单位）"))
      case .unpairedClaims(let option):
        message(
          say(
            "\(option) stands once for all claims, or once for each",
            "\(option) 写一次，或每个 --claim 各写一次"),
          "strop repro start --help")
      case .metricMissing(let metrics):
        message(
          say("which metric is it?", "是哪个指标？"), "--metric " + metrics.joined(separator: "|"))
      case .unknownMetric(let name, let metrics):
        message(
          say("no metric called '\(name)'", "没有叫“\(name)”的指标"),
          "--metric " + metrics.joined(separator: "|"))
      }
  }
}
