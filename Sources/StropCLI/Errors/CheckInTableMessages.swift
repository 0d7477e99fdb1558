import StropApp
import StropCore
import StropRender

// What the user is told of check-ins as CSV that cannot be taken in.
extension ErrorMessage {
  init(_ problem: TableProblem, code: Int32, _ language: Language) {
    let say = PhraseBook(language: language).say
    let format = say(
      "nothing was taken in; the columns are in docs/journal.md", "什么也没有导入；各列见 docs/journal.md")
    switch problem {
    case .notUTF8(let encoding?, _):
      self.init(
        code, language,
        say("this is \(encoding), not CSV in UTF-8", "这是 \(encoding)，不是 UTF-8 的 CSV"),
        format)
    case .notUTF8(nil, let line):
      self.init(
        code, language, say("line \(line) is not text in UTF-8", "第 \(line) 行不是 UTF-8 文本"),
        say("save it as CSV UTF-8, then import again", "另存为“CSV UTF-8”再导入"))
    case .noColumn(let name):
      self.init(
        code, language,
        say("the first line names no column '\(name)'", "第一行里没有“\(name)”这一列"), format)
    case .columnTwice(let name):
      self.init(
        code, language,
        say("the first line names the column '\(name)' twice", "第一行里“\(name)”列写了两次"), format)
    case .tooManyCells(let count, let columns):
      self.init(
        code, language,
        say("it has \(count) cells, for \(columns) columns", "有 \(count) 格，却只有 \(columns) 列"))
    case .unclosed:
      self.init(
        code, language, say("its quotation mark is never closed", "引号没有配对"))
    case .badID(let id):
      self.init(
        code, language, say("'\(id)' is not an id of strop's", "“\(id)”不是 strop 的编号"))
    case .badTime(let text):
      self.init(
        code, language,
        say(
          "'\(text)' is not a time: 2026-11-23T21:30:00+08:00",
          "“\(text)”不是时间：2026-11-23T21:30:00+08:00"))
    case .badZone(let name):
      self.init(
        code, language, say("'\(name)' is not a time zone", "“\(name)”不是时区"))
    }
  }
}
