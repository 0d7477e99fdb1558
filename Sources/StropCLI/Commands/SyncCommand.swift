import ArgumentParser
import StropApp
import StropCore
import StropRender

struct SyncCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      name: "sync",
      Help.text("Share the journal between machines, through git", "用 git 在多台机器间同步记录"),
      about: Help.text(
        "Takes in what other machines wrote, and sends what this one did, through a git repository of its own. "
          + "Nothing is ever overwritten, here or there. docs/sync.md tells more.",
        "收下别的机器写的，发出这台机器写的，经由一个专用的 git 仓库。两边的记录都不会被覆盖。详见 docs/sync.md。"),
      examples: ["strop sync init git@example.com:me/strop.git", "strop sync"],
      subcommands: [Init.self, Status.self, Remove.self])
  }

  @OptionGroup var options: GlobalOptions

  func run() async throws {
    // Where there is no database, nothing is shared.
    try await options.perform(.look) { context in
      let receipt = try await context.strop.sync(for: context.syncCaller) {
        ErrorMessage.words(for: $0).sentence
      }
      try context.print(
        { $0.synced(receipt, copy: context.shown(receipt.copy)) }, json: { $0.synced(receipt) })
    }
  }

  struct Init: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        name: "init",
        Help.text("Share the journal from now on: begins, or joins", "开始同步：新建，或加入已有的"),
        about: Help.text(
          "The first machine begins in an empty repository, every other joins it. Git's own keys and passwords are used.",
          "第一台机器用空仓库开始，其余的机器加入。登录用 git 自己的密钥和密码。"),
        examples: [
          "strop sync init git@example.com:me/strop.git", "strop sync init box:strop.git",
        ])
    }

    @OptionGroup var options: GlobalOptions

    @Argument(
      help: help("the repository, as git takes it", "git 能用的仓库地址", value: "url"),
      completion: .directory)
    var url: String

    func run() async throws {
      try await options.perform(.createEmpty) { context in
        let receipt = try await context.strop.startSync(with: url, for: context.syncCaller) {
          ErrorMessage.words(for: $0).sentence
        }
        try context.print(
          { $0.joined(receipt, copy: context.shown(receipt.copy)) }, json: { $0.synced(receipt) })
      }
    }
  }

  struct Status: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        name: "status",
        Help.text("Which machines share it, and what still waits", "有哪些机器、还有多少没发出"),
        examples: ["strop sync status"])
    }

    @OptionGroup var options: GlobalOptions

    func run() async throws {
      try await options.perform(.look) { context in
        let status = try context.strop.syncStatus()
        try context.print({ $0.sync(status) }, json: { $0.sync(status) })
      }
    }
  }

  struct Remove: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        name: "remove",
        Help.text("Share it no more; no journal is touched", "不再同步；记录都还在"),
        examples: ["strop sync remove"])
    }

    @OptionGroup var options: GlobalOptions

    func run() async throws {
      try await options.perform(.look) { context in
        let remote = try await context.strop.endSync()
        try context.print({ $0.unshared(remote) }, json: { $0.unshared(remote) })
      }
    }
  }
}

extension Context {
  fileprivate var syncCaller: SyncCaller { terminal.isInteractive && !json ? .terminal : .script }

  fileprivate func shown(_ path: String?) -> String? { path.map(strop.environment.abbreviated) }
}
