package import ArgumentParser
import Foundation
import StropApp
import StropCore
import StropRender

/// The root of the command tree: `strop` alone is `strop today`.
package struct StropCommand: AsyncParsableCommand {
  package static let version = "0.1.0"

  package static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "strop",
      abstract: Help.text(
        "Keep an LLM engineer's craft sharp: practise, check in, see the week.",
        "练好大模型工程师的手艺：练习、打卡、看一周的进展。"),
      usage: nil,
      discussion: Help.text(
        """
        $ strop                                 today: what to practise, by slack
        $ strop checkin papers -m 45 -n "…"     record practice
        $ strop report                          this week's progress
        """,
        """
        $ strop                                 今天练什么，按余量排
        $ strop checkin papers -m 45 -n "…"     打卡
        $ strop report                          本周进展
        """),
      version: version,
      groupedSubcommands: [
        CommandGroup(
          name: Help.text("Daily", "日常"),
          subcommands: [TodayCommand.self, CheckInCommand.self, LogCommand.self]),
        CommandGroup(
          name: Help.text("History", "修改"),
          subcommands: [
            ShowCommand.self, EditCommand.self, RemoveCommand.self, SkipCommand.self,
            UndoCommand.self, RedoCommand.self,
          ]),
        CommandGroup(
          name: Help.text("Checklist", "技能与清单"),
          subcommands: [SkillCommand.self, ItemCommand.self, ReportCommand.self]),
        CommandGroup(
          name: Help.text("Logbook", "日志簿"),
          subcommands: [
            PaperCommand.self, ReproCommand.self, BugCommand.self, ExperimentCommand.self,
            EvidenceCommand.self, PortfolioCommand.self,
          ]),
        CommandGroup(
          name: Help.text("Reminder", "提醒"),
          subcommands: [RemindCommand.self, ScheduleCommand.self, PromptCommand.self]),
        CommandGroup(
          name: Help.text("Data", "设置与数据"),
          subcommands: [
            ConfigCommand.self, ExportCommand.self, ImportCommand.self, BackupCommand.self,
            RestoreCommand.self, SyncCommand.self, DoctorCommand.self,
          ]),
      ],
      defaultSubcommand: TodayCommand.self)
  }

  @OptionGroup var options: GlobalOptions

  package init() {}

  /// Runs what the command line asks for, and exits with its code. The only place that does.
  ///
  /// It begins on the main thread, which alone is sure to be there.
  @MainActor package static func start() async {
    // A closed pipe shows as an error of the write, which ends the command quietly.
    TerminalMonitor.runWhereAsked()
    InheritedSignals.takeOver()
    let arguments = SpokenDays.joined(Array(CommandLine.arguments.dropFirst()))
    do {
      try SystemResources.command.require()
    } catch {
      Foundation.exit(report(.resourceLacking(error, Help.language(for: arguments))))
    }
    if let word = wordThatIsNoText() {
      Foundation.exit(report(.notText(word, Help.language(for: arguments))))
    }
    let code = await Help.$language.withValue(Help.language(for: arguments)) {
      await run(arguments)
    }
    Foundation.exit(code)
  }

  /// The first word of the line that is no UTF-8, with its bytes as escapes: Swift would put other characters in
  /// their place, and so another file in the place of the one that was named.
  private static func wordThatIsNoText() -> String? {
    let words = UnsafeBufferPointer(start: CommandLine.unsafeArgv, count: Int(CommandLine.argc))
    let odd = words.dropFirst().compactMap(\.self).first { String(validatingCString: $0) == nil }
    return odd.map { word in
      (0..<strlen(word)).map { index in
        let byte = UInt8(bitPattern: word[index])
        return byte < 0x80
          ? String(UnicodeScalar(byte)) : "\\x" + String(byte, radix: 16)
      }.joined()
    }
  }

  /// How many words a line may have: ArgumentParser takes seconds for ten thousand.
  private static let mostArguments = 1_000

  private static func run(_ arguments: [String]) async -> Int32 {
    guard arguments.count <= mostArguments else {
      return report(.tooManyArguments(limit: mostArguments, Help.language))
    }
    do {
      if try await QuickParsing.run(arguments) { return 0 }
      let arguments = LeadingDash.marked(arguments)
      var command = try QuickParsing.command(arguments) ?? parseAsRoot(arguments)
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
      return 0
    } catch let error as CommandError {
      return report(error.message)
    } catch let failure as Failure {
      return report(ErrorMessage(failure, Help.language))
    } catch let code as ExitCode {
      return code.rawValue
    } catch Output.Problem.closedPipe {
      return 0
    } catch Output.Problem.notWritten {
      return report(.outputNotWritten(Help.language))
    } catch {
      return reportParsing(error, arguments)
    }
  }

  /// Help, version and completions go to standard output; everything else is the user's mistake.
  private static func reportParsing(_ error: any Error, _ arguments: [String]) -> Int32 {
    let end = ParsingEnd(error, arguments)
    guard exitCode(for: error) == .success else {
      // A completion script from another version must not write over the user's line.
      if arguments.first == Completion.request { return ExitCodes.couldNot }
      // ArgumentParser's own are usage errors: what it cannot tell is another module's.
      if exitCode(for: error) == .failure { return report(.unforeseen(error, Help.language)) }
      return report(ErrorMessage(usage: message(for: error), end, Help.language))
    }
    do {
      let text = end.asksForHelp ? help(end) : text(of: error)
      let isScript = arguments.contains { $0.hasPrefix(CompletionScript.option) }
      try Output.standard.write(isScript ? CompletionScript.mended(text) : text)
      return 0
    } catch Output.Problem.closedPipe {
      return 0
    } catch {
      return report(.outputNotWritten(Help.language))
    }
  }

  private static func help(_ end: ParsingEnd) -> String {
    TextRenderer(language: Help.language, columns: Terminal.currentColumns, color: false)
      .help(HelpScreen(end))
  }

  /// What ArgumentParser prints by itself: the version, completions.
  private static func text(of error: any Error) -> String {
    let text = fullMessage(for: error)
    return text.isEmpty ? "" : text + "\n"
  }

  private static func report(_ message: ErrorMessage) -> Int32 {
    try? Output.errors.write(message.text)
    return message.code
  }
}
