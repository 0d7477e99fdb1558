import StropCore
import StropRender

// What the user is told of a text that is no week, month or quarter.
extension ErrorMessage {
  init(_ text: String, isNo unit: Period.Unit, code: Int32, _ language: Language) {
    let say = PhraseBook(language: language).say
    switch unit {
    case .week:
      self.init(
        code, language, say("'\(text)' is not a week", "“\(text)”不是周"),
        say("try 2026-W48, last, or a day of that week", "可以写 2026-W48；上周；那一周里的任意一天"))
    case .month:
      self.init(
        code, language, say("'\(text)' is not a month", "“\(text)”不是月份"),
        say("try 2026-11, last, or a day of that month", "可以写 2026-11；上月；那个月里的任意一天"))
    case .quarter:
      self.init(
        code, language, say("'\(text)' is not a quarter", "“\(text)”不是季度"),
        say("try 2026-Q4, last, or a day of that quarter", "可以写 2026-Q4；上季度；那个季度里的任意一天"))
    }
  }
}
