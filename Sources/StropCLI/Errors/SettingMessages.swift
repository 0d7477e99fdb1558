import StropApp
import StropCore
import StropRender

// What the user is told of a setting that cannot be set or read.
extension ErrorMessage {
  init(_ failure: SettingFailure, _ language: Language) {
    let say = PhraseBook(language: language).say
    func message(_ sentence: String, _ hint: String) -> ErrorMessage {
      ErrorMessage(failure.exitCode, language, sentence, hint)
    }
    self =
      switch failure {
      case .unknown(let name, let known):
        message(
          say("no setting called '\(name)'", "没有“\(name)”这个设置"),
          say(
            "settings are \(PhraseBook(language: language).list(known))",
            "可设置：\(PhraseBook(language: language).list(known))"))
      case .badValue(let key, let value, let expected):
        message(
          say("'\(value)' is no value for \(key)", "“\(value)”不能作为 \(key) 的值"),
          "strop config set \(key) \(expected)")
      case .badSecret(let key, let expected):
        message(
          say("that is no value for \(key)", "这不能作为 \(key) 的值"),
          say("it looks like \(expected)", "应当形如 \(expected)"))
      case .secretOnCommandLine(let key):
        message(
          say(
            "\(key) is a secret: the shell's history and ps would show it",
            "\(key) 是密钥，写在命令行里会留在 shell 历史和 ps 里"),
          "strop config set \(key) --secret")
      case .notSecret(let key):
        message(say("\(key) is no secret", "\(key) 不是密钥"), "strop config set \(key) …")
      case .lacksValue(let key):
        message(
          say("\(key) needs a value", "没有写 \(key) 的值"),
          SettingKey(named: key)?.isSecret != true
            ? "strop config get \(key)" : "strop config set \(key) --secret")
      case .unsafeSecrets(let path, let problem):
        message(
          ErrorMessage.sentence(path, problem, say),
          problem == .open
            ? "chmod 600 \(path)"
            : say("move it away: mv \(path) \(path).old", "先移走：mv \(path) \(path).old"))
      }
  }

  private static func sentence(
    _ path: String, _ problem: UnsafeSecrets,
    _ say: (@autoclosure () -> String, @autoclosure () -> String) -> String
  ) -> String {
    switch problem {
    case .open: say("others can read \(path)", "别人也能读 \(path)")
    case .foreign: say("\(path) belongs to another user", "\(path) 属于另一个用户")
    case .notPlain: say("\(path) is no plain file", "\(path) 不是普通文件")
    }
  }
}
