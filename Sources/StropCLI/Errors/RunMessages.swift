import StropApp
import StropCore
import StropRender

// What the user is told of a command that could not be run.
extension ErrorMessage {
  init(_ failure: RunFailure, _ language: Language) {
    let say = PhraseBook(language: language).say
    func message(_ sentence: String, _ hint: String? = nil) -> ErrorMessage {
      ErrorMessage(failure.exitCode, language, sentence, hint)
    }
    // One that a shell would take apart, or nobody typed by hand, is not said again.
    func typed(_ name: String) -> String {
      name.utf8.count <= 40 && !name.contains { " '\"\\$`&|;<>()*?".contains($0) } ? name : "NAME"
    }
    self =
      switch failure {
      case .commandMissing(let item):
        message(
          say("which command is to be run?", "要运行哪条命令？"),
          item.map { "strop item check \($0) -- python check.py" }
            ?? say("write it behind --: … -- python train.py", "写在 -- 后面：… -- python train.py"))
      case .notPlanned(let name):
        message(
          say("no experiment goes by '\(name)'", "没有“\(name)”对应的实验"),
          "strop experiment plan \(typed(name)) --skill dpo --hypothesis \"…\" --predict \"…\"")
      case .notChecked(let item):
        message(
          say("no command can show that \(item) is done", "\(item) 没法靠运行命令来核对"),
          "strop item done \(item) -e …")
      case .noResources(let reason):
        message(say("nothing was run: \(reason)", "什么也没有运行：\(reason)"))
      case .noCommand(let name):
        message(say("there is no command called '\(name)'", "没有叫“\(name)”的命令"))
      case .notStarted(let name, let reason):
        message(say("'\(name)' could not be started: \(reason)", "“\(name)”启动不了：\(reason)"))
      }
  }
}
