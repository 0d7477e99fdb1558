import StropCore
import StropRender

// What the user is told of a journal that cannot be taken in.
extension ErrorMessage {
  init(_ error: ImportError, code: Int32, _ language: Language) {
    let say = PhraseBook(language: language).say
    self.init(
      code, language, ErrorMessage.sentence(error, say),
      say("nothing was taken in; the format is in docs/journal.md", "什么也没有导入；格式见 docs/journal.md"))
  }

  private static func sentence(
    _ error: ImportError, _ say: (@autoclosure () -> String, @autoclosure () -> String) -> String
  ) -> String {
    switch error {
    case .encoded(let encoding):
      return say(
        "this is \(encoding), not lines of JSON in UTF-8", "这是 \(encoding)，不是 UTF-8 的 JSON Lines")
    case .conflict(let line, let device, let sequence):
      return say(
        "line \(line): entry \(sequence) of device \(device) is another one here",
        "第 \(line) 行：设备 \(device) 的第 \(sequence) 条与这里的不同")
    case .malformed(let line, let problem):
      let what = LineProblem.words(problem, say)
      return say("line \(line) \(what)", "第 \(line) 行\(what)")
    }
  }
}

extension LineProblem {
  /// What is said of a line that has the problem, behind its number.
  static func words(
    _ problem: LineProblem,
    _ say: (@autoclosure () -> String, @autoclosure () -> String) -> String
  ) -> String {
    switch problem {
    case .notJSON: say("is not JSON", "不是 JSON")
    case .notAnObject: say("is not a JSON object", "不是 JSON 对象")
    case .missingKey(let key): say("has no \"\(key)\"", "缺少 \"\(key)\"")
    case .unknownKey(let key): say("has an unknown key \"\(key)\"", "有不认识的键 \"\(key)\"")
    case .missingField(let field): say("lacks the field \(field)", "缺少字段 \(field)")
    case .badField(let field): say("has an impossible \(field)", "字段 \(field) 的值不对")
    case .notAsExported:
      say("is not written as strop export writes it", "的写法和 strop export 的不一样")
    case .tooLong(let limit): say("is longer than \(limit) bytes", "超过 \(limit) 字节")
    case .tooManyFields(let limit): say("has more than \(limit) fields", "的字段超过 \(limit) 个")
    case .badValue(let key): say("has an odd value for \"\(key)\"", "\"\(key)\" 的值不对")
    }
  }
}
