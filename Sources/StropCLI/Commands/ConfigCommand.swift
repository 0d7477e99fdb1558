import ArgumentParser
import StropApp
import StropRender

struct ConfigCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "config",
      abstract: Help.text("Settings of this machine", "本机的设置"),
      subcommands: [List.self, Get.self, Set.self, Unset.self], defaultSubcommand: List.self)
  }

  struct List: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        abstract: Help.text("All settings", "列出全部设置"),
        discussion: Help.text("Example: strop config list", "例：strop config list"))
    }

    @OptionGroup var options: GlobalOptions

    func run() async throws {
      try await options.perform(.configure) { context in
        let settings = context.strop.settingList()
        try context.print({ $0.settings(settings) }, json: { $0.settings(settings) })
      }
    }
  }

  struct Get: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        abstract: Help.text("The value of one", "查看一项设置"),
        discussion: Help.text("Example: strop config get zone", "例：strop config get zone"))
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
        abstract: Help.text("Set one", "修改一项设置"),
        discussion: Help.text(
          "Example: strop config set zone Asia/Shanghai", "例：strop config set language zh"))
    }

    @OptionGroup var options: GlobalOptions

    @Argument(help: help("the setting", "设置名"), completion: .settings)
    var key: String

    @Argument(help: help("its value", "值"), completion: .settingValues)
    var value: String

    func run() async throws {
      try await options.perform(.configure) { context in
        let setting = try context.strop.configure(key, value)
        try context.print({ $0.setting(setting) }, json: { $0.setting(setting) })
      }
    }
  }

  struct Unset: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        abstract: Help.text("Go back to the default", "恢复默认值"),
        discussion: Help.text("Example: strop config unset zone", "例：strop config unset zone"))
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
