import StropCore
import StropRender

// What the user is told of a text that is no rule.
extension ErrorMessage {
  /// `text`: what was typed.
  init(_ problem: RuleProblem, in text: String, code: Int32, _ language: Language) {
    let say = PhraseBook(language: language).say
    func message(_ sentence: String, _ hint: String) -> ErrorMessage {
      ErrorMessage(code, language, sentence, hint)
    }
    self =
      switch problem {
      case .unreadable:
        message(
          say("'\(text)' is not a rule", "“\(text)”不是提醒规则"),
          say(
            "try \"daily 21:30\", \"weekdays 08:45\", \"sat,sun 10:00\" or \"mon 09:00\"",
            "可以写 \"每天 21:30\"；\"工作日 08:45\"；\"周六,周日 10:00\"；\"每周一 09:00\""))
      case .noTime:
        message(
          say("'\(text)' does not say at what time", "“\(text)”没有写时间"),
          say("end it with a time, such as 21:30", "在最后写上时间，比如 21:30"))
      case .badTime(let time):
        message(
          say("'\(time)' in '\(text)' is not a time", "“\(text)”里的“\(time)”不是时间"),
          say("times are HH:MM, from 00:00 to 23:59: 21:00", "时间写成 HH:MM，从 00:00 到 23:59，比如 21:00"))
      case .neverFires:
        message(
          say("'\(text)' never comes again", "“\(text)”不会再有了"),
          say("name a day that is still to come", "请写一个还没到的日子"))
      case .unsupported(let part):
        message(
          say("strop does not keep \(part): '\(text)'", "不支持 \(part)：“\(text)”"),
          say(
            "FREQ (DAILY to YEARLY), INTERVAL, BYDAY, BYMONTHDAY, BYMONTH, UNTIL and COUNT will do",
            "可以用 FREQ（DAILY 到 YEARLY）、INTERVAL、BYDAY、BYMONTHDAY、BYMONTH、UNTIL 和 COUNT"))
      case .badPart(let part):
        message(
          say("\(part) cannot be read in '\(text)'", "认不出“\(text)”里的 \(part)"),
          "DTSTART:20261127T180000 RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=FR")
      case .zoned:
        message(
          say("'\(text)' names a zone", "“\(text)”里写了时区"),
          say(
            "reminders go by the wall clock: leave out TZID and Z",
            "提醒按当地钟点走：去掉 TZID 和 Z"))
      }
  }
}
