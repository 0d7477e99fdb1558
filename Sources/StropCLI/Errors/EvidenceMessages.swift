import StropApp
import StropCore
import StropRender

// What the user is told of a text that is no evidence.
extension ErrorMessage {
  /// `text`: what was typed.
  init(_ problem: EvidenceProblem, in text: String, code: Int32, _ language: Language) {
    let say = PhraseBook(language: language).say
    func message(_ sentence: String, _ hint: String) -> ErrorMessage {
      ErrorMessage(code, language, sentence, hint)
    }
    self =
      switch problem {
      case .unreadable:
        message(
          say("cannot read '\(text)' as evidence", "认不出证据“\(text)”"),
          say(
            "give a URL, an arXiv id, an existing file, or commit:REPO@SHA",
            "可以是 URL；arXiv 编号；已有的文件；commit:仓库@SHA"))
      case .noFile(let path):
        message(
          say("there is no file \(path)", "没有 \(path) 这个文件"),
          say("what is on the web begins with https://", "网上的内容以 https:// 开头"))
      case .directory(let path):
        message(
          say("\(path) is not a file", "\(path) 不是文件"),
          say("attach one file in it", "附上其中的某个文件"))
      case .noRepository(let directory):
        message(
          say("\(directory) is in no git repository", "\(directory) 不在任何 git 仓库里"),
          say("name the repository: commit:REPO@SHA", "写明仓库：commit:仓库@SHA"))
      case .noCommit(let name, let repository):
        message(
          say("\(repository) has no commit \(name)", "\(repository) 里没有提交 \(name)"),
          "git -C \(repository) log --oneline")
      case .noGit:
        message(
          say("a commit needs git, which is not here", "附提交要用 git，这台机器上没有"),
          say("attach its URL instead", "改附它的 URL"))
      case .notWhole:
        message(
          say("'\(text)' is no whole commit", "“\(text)”不是完整的提交"),
          say("a table has them as commit:/REPO@SHA, whole", "表里要写全：commit:/仓库@完整 SHA"))
      case .notRepository(let directory):
        message(
          say("\(directory) is in no git repository", "\(directory) 不在任何 git 仓库里"),
          "strop evidence collect ~/code/dpo")
      case .noAddress(let repository):
        message(
          say(
            "git knows no e-mail of yours in \(repository)", "\(repository) 里没有设置你的邮箱"),
          "git -C \(repository) config user.email you@example.com")
      }
  }
}
