import StropApp
import StropCore
import StropRender

// What the user is told of a journal that could not be shared.
extension ErrorMessage {
  init(_ error: SyncFailure, _ language: Language) {
    let say = PhraseBook(language: language).say
    func message(_ sentence: String, _ hint: String) -> ErrorMessage {
      ErrorMessage(error.exitCode, language, sentence, hint)
    }
    let again = say("nothing is lost: strop sync sends it later", "什么也没有丢，稍后再运行 strop sync")
    self =
      switch error {
      case .notSetUp:
        message(
          say("the journal is not shared yet", "还没有设置同步"),
          "strop sync init git@example.com:me/strop.git")
      case .otherRemote(let remote):
        message(
          say("the journal is shared through \(remote) already", "已经在通过 \(remote) 同步"),
          "strop sync remove")
      case .badRemote(let text):
        message(
          say("'\(text)' is no git repository's address", "“\(text)”不是 git 仓库的地址"),
          "strop sync init git@example.com:me/strop.git")
      case .noGit:
        message(say("there is no git here", "这里没有 git"), "sudo apt-get install git")
      case .locked:
        message(
          say("another strop is sharing the journal just now", "另一个 strop 正在同步"),
          say("run the same line again", "再运行一次同样的命令"))
      case .unreachable(let remote, let says):
        message(
          say("\(remote) cannot be reached: \(says)", "连不上 \(remote)：\(says)"),
          remote.hasPrefix("/")
            ? say(
              "is it there? to make one: git init --bare \(remote)",
              "在不在？新建一个：git init --bare \(remote)")
            : say(
              "nothing is lost; to see whether git gets there: git ls-remote \(remote)",
              "什么也没有丢；看看 git 能不能连上：git ls-remote \(remote)"))
      case .notSent(let entries, let remote, let says):
        message(
          say(
            "\(remote) did not take \(entries) new entries: \(says)",
            "\(remote) 没有接收 \(entries) 条新记录：\(says)"), again)
      case .outrun(let entries):
        message(
          say(
            "other machines were faster every time: \(entries) entries wait",
            "别的机器每次都先一步：还有 \(entries) 条没发出"), again)
      case .otherContents(let remote, let names):
        message(
          say(
            "\(remote) holds other things: \(ErrorMessage.few(names, say))",
            "\(remote) 里是别的东西：\(ErrorMessage.few(names, say))"),
          say("give the journal an empty repository of its own", "给记录一个专用的空仓库"))
      case .emptied(let entries):
        message(
          say(
            "the remote is empty now, and held \(entries) entries: nothing was changed",
            "远端空了，原来有 \(entries) 条记录：什么也没有改"),
          say(
            "to fill it again: strop sync remove, then strop sync init",
            "重新发送：strop sync remove，再 strop sync init"))
      case .foreignFile(let path):
        message(
          say(
            "\(path) in the repository is not strop's: nothing was taken in",
            "仓库里的 \(path) 不是 strop 写的：什么也没有收下"),
          say("take it out there (git rm), then strop sync", "在仓库里删掉它（git rm），再 strop sync"))
      case .badFile(let file, let line, let problem):
        message(
          say(
            "device \(file.device), \(file.path), line \(line) \(ErrorMessage.words(problem, say)): nothing was taken in",
            "设备 \(file.device)，\(file.path) 第 \(line) 行\(ErrorMessage.words(problem, say))：什么也没有收下"),
          ErrorMessage.hint(problem, say))
      case .cloneUnusable(let path, let says):
        message(
          say("git fails in \(path): \(says)", "git 在 \(path) 出错：\(says)"),
          say("nothing is lost; look at df -h and at its permissions", "什么也没有丢；用 df -h 看磁盘，再看权限"))
      }
  }

  /// What a tick says once nothing has gone well for days.
  init(_ trouble: SyncTrouble, _ language: Language) {
    let say = PhraseBook(language: language).say
    self.init(
      ExitCodes.unavailable, language,
      say(
        "the journal was not shared for \(trouble.days) days: \(trouble.reason.english)",
        "\(trouble.days) 天没同步成功：\(trouble.reason.chinese)"), "strop sync")
  }

  private typealias Say = (@autoclosure () -> String, @autoclosure () -> String) -> String

  private static func few(_ names: [String], _ say: Say) -> String {
    names.prefix(3).joined(separator: say(", ", "、")) + (names.count > 3 ? " …" : "")
  }

  private static func words(_ problem: SharedFileProblem, _ say: Say) -> String {
    switch problem {
    case .missing(let had, let has):
      say("is gone (it had \(had) lines, and has \(has))", "不见了（原有 \(had) 行，现有 \(has) 行）")
    case .changed: say("is not what it was", "和原来的不一样")
    case .cutOff: say("is cut off", "不完整")
    case .misplaced:
      say("is no entry of that device in that month", "不是那台设备那个月的记录")
    case .outOfOrder(let found, let expected):
      say("is entry \(found) where \(expected) comes next", "是第 \(found) 条，应该是第 \(expected) 条")
    case .notWritten:
      say("is an entry of this machine, which never wrote it", "是这台机器的记录，但这台机器没写过")
    case .othersSetting: say("is a setting of another device", "是另一台设备的设置")
    case .conflict(let sequence):
      say("is another entry \(sequence) than the one here", "的第 \(sequence) 条与这里的不同")
    case .malformed(let problem): LineProblem.words(problem, say)
    }
  }

  private static func hint(_ problem: SharedFileProblem, _ say: Say) -> String {
    switch problem {
    case .missing, .cutOff:
      say(
        "if the remote was put back: strop sync remove, then strop sync init, sends it again",
        "如果远端被退回过：strop sync remove，再 strop sync init，会重新发送")
    case .conflict:
      say(
        "two machines write as one, from a copied database: docs/sync.md",
        "数据库被复制过，两台机器用了同一个身份：见 docs/sync.md")
    case .notWritten:
      say(
        "was the database put back or copied by hand? strop backup, then restore that copy: it is a new device",
        "数据库是手工退回或复制的？strop backup，再 strop restore 那份备份，就成了一台新设备")
    case .othersSetting:
      say("somebody else writes into the repository: look at its git log", "有别人在写这个仓库：看看它的 git log")
    case .malformed(.badField), .malformed(.missingField):
      say("is another machine's strop newer? then upgrade this one", "别的机器上 strop 更新？那就升级这台")
    case .changed, .misplaced, .outOfOrder, .malformed:
      say(
        "put the file back as it was in the repository: docs/sync.md", "在仓库里把文件改回原样：见 docs/sync.md")
    }
  }
}
