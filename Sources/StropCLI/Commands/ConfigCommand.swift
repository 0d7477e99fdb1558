import ArgumentParser
import StropApp
import StropCore
import StropRender

struct ConfigCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      name: "config", Help.text("Settings of this machine", "本机的设置"),
      subcommands: [List.self, Get.self, Set.self, Unset.self], defaultSubcommand: List.self)
  }

  struct List: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        name: "list", Help.text("All settings", "列出全部设置"),
        examples: ["strop config list"])
    }

    @OptionGroup var options: GlobalOptions

    func run() async throws {
      try await options.perform(.configure) { context in
        let settings = try context.strop.settingList()
        try context.print({ $0.settings(settings) }, json: { $0.settings(settings) })
      }
    }
  }

  struct Get: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        name: "get", Help.text("The value of one", "查看一项设置"),
        examples: ["strop config get zone"])
    }

    @OptionGroup var options: GlobalOptions

    @Argument(help: help("the setting", "设置名"), completion: .settings)
    var key: String

    func run() async throws {
      try await options.perform(.configure) { context in
        let setting = try context.strop.setting(key)
        try context.print({ $0.settingValue(setting) }, json: { $0.setting(setting) })
      }
    }
  }

  struct Set: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        name: "set", Help.text("Set one", "修改一项设置"),
        about: Help.text(
          "A secret is asked for, or read from standard input, and never shown again.",
          "密钥用 --secret 设置：在终端里输入（不回显），或从标准输入读，之后不再显示。"),
        examples: Help.text(
          ["strop config set zone Asia/Shanghai", "strop config set slack.url --secret"],
          ["strop config set language zh", "strop config set feishu.url --secret"]))
    }

    @OptionGroup var options: GlobalOptions

    @Argument(help: help("the setting", "设置名"), completion: .settings)
    var key: String

    @Argument(help: help("its value", "值"), completion: .settingValues)
    var value: String?

    @Flag(help: help("read a secret instead: typed, or from standard input", "设置密钥：手动输入或从标准输入读"))
    var secret = false

    func run() async throws {
      try await options.perform(.configure) { context in
        let setting =
          secret ? try keepSecret(context) : try context.strop.configure(key, try givenValue())
        try context.print({ $0.setting(setting) }, json: { $0.setting(setting) })
      }
    }

    private func givenValue() throws -> String {
      guard let value else { throw Failure.setting(.lacksValue(key: key)) }
      return value
    }

    private func keepSecret(_ context: Context) throws -> ListedSetting {
      let secret = try context.strop.secretKey(key)
      guard value == nil else { throw Failure.setting(.secretOnCommandLine(key: secret.name)) }
      let question = secret.name + " (\(secret.example)): "
      let typed = try context.terminal.askSecretly(question)
      guard let typed, !typed.isEmpty else { throw Failure.endOfInput }
      return try context.strop.keepSecret(secret, typed)
    }
  }

  struct Unset: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        name: "unset", Help.text("Go back to the default", "恢复默认值"),
        examples: ["strop config unset zone"])
    }

    @OptionGroup var options: GlobalOptions

    @Argument(help: help("the setting", "设置名"), completion: .settings)
    var key: String

    func run() async throws {
      try await options.perform(.configure) { context in
        let setting = try context.strop.configure(key, nil)
        try context.print({ $0.setting(setting) }, json: { $0.setting(setting) })
      }
    }
  }
}
