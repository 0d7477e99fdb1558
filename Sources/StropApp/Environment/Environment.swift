package import Foundation
package import StropCore

/// What strop knows of the world around it, read once at the top: the clock, variables, files, machine.
///
/// Nothing below reads the clock, a variable or the terminal by itself.
package struct Environment: Sendable {
  /// The moment of this command: STROP_NOW, else the wall clock.
  package let now: Instant
  package let variables: [String: String]
  /// The absolute path of the user's home directory.
  package let home: String
  package let workingDirectory: URL
  /// Tells machines apart: /etc/machine-id; nil where there is none.
  package let machine: String?
  /// Where /etc and /usr/share/zoneinfo are looked for; `/` but in tests.
  package let root: URL
  /// This program's file.
  package let executable: URL
  /// Told how far long work has come; nil where it is done.
  package var reportProgress: @Sendable (WorkProgress?) -> Void = { _ in }

  package init(
    now: Instant, variables: [String: String], home: String, workingDirectory: URL,
    machine: String?,
    root: URL = URL(fileURLWithPath: "/"), executable: URL
  ) {
    self.now = now
    self.variables = variables
    self.home = home
    self.workingDirectory = workingDirectory
    self.machine = machine
    self.root = root
    self.executable = executable
  }

  /// The same some time later.
  func later(by duration: Duration) -> Environment {
    let milliseconds = Int64(duration / .milliseconds(1))
    var later = Environment(
      now: Instant(milliseconds: now.milliseconds + milliseconds), variables: variables,
      home: home, workingDirectory: workingDirectory, machine: machine, root: root,
      executable: executable)
    later.reportProgress = reportProgress
    return later
  }

  /// The process's own.
  ///
  /// - Throws: `Failure.badNow` where STROP_NOW is not RFC 3339.
  package static func current() throws -> Environment {
    let variables = ProcessInfo.processInfo.environment
    let now: Instant
    if let text = variables["STROP_NOW"] {
      guard let instant = Instant(rfc3339: text) else { throw Failure.badNow(text) }
      now = instant
    } else {
      now = Instant(milliseconds: Int64((Date().timeIntervalSince1970 * 1_000).rounded(.down)))
    }
    let home = variables["HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil } ?? NSHomeDirectory()
    let machine = (try? String(contentsOfFile: "/etc/machine-id", encoding: .utf8))?.trimmed
    let executable = program ?? CommandLine.arguments.first ?? "strop"
    for name in ["HOME", "XDG_DATA_HOME", "STROP_DB"] {
      if let value = getenv(name), String(validatingCString: value) == nil {
        throw Failure.variableNotText(name)
      }
    }
    return Environment(
      now: now, variables: variables, home: home,
      workingDirectory: URL(fileURLWithPath: workingPath, isDirectory: true),
      machine: machine.flatMap { $0.isEmpty ? nil : $0 },
      executable: URL(fileURLWithPath: executable))
  }

  /// The working directory; the system's own name for it where the path is no text.
  private static var workingPath: String {
    guard let path = getcwd(nil, 0) else { return FileManager.default.currentDirectoryPath }
    defer { free(path) }
    return String(validatingCString: path) ?? unnamed
  }

  private static let unnamed = "/proc/self/cwd"

  /// Whether a path leads through a working directory that has no name as a text.
  func isBelowUnnamed(_ path: String) -> Bool { path.hasPrefix(Environment.unnamed + "/") }

  /// The file of this process, as the system knows it.
  private static var program: String? {
    var path = [CChar](repeating: 0, count: Int(PATH_MAX))
    let length = readlink("/proc/self/exe", &path, path.count)
    return length > 0
      ? String(decoding: path.prefix(length).map { UInt8(bitPattern: $0) }, as: UTF8.self) : nil
  }

  /// A variable's value; nil where it is not set or empty.
  package func variable(_ name: String) -> String? {
    variables[name].flatMap { $0.isEmpty ? nil : $0 }
  }

  /// The database: what `--db` names, else STROP_DB, else strop.db in the XDG data directory.
  package func databasePath(option: String?) -> String {
    if let path = option ?? variable("STROP_DB") { return absolute(path) }
    let data = variable("XDG_DATA_HOME").flatMap { $0.hasPrefix("/") ? $0 : nil }
    let directory = data ?? home + "/.local/share"
    return directory + (directory.hasSuffix("/") ? "" : "/") + "strop/strop.db"
  }

  /// A path as the user typed it, with `~/` and relative ones resolved.
  package func absolute(_ path: String) -> String {
    if path.hasPrefix("/") { return URL(fileURLWithPath: path).standardized.path }
    if path == "~" || path.hasPrefix("~/") {
      return URL(fileURLWithPath: home, isDirectory: true)
        .appending(path: String(path.dropFirst(2))).standardized.path
    }
    return workingDirectory.appending(path: path).standardized.path
  }

  /// What the locale asks for: LC_ALL, else LC_MESSAGES, else LANG.
  package var localeLanguage: Language {
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap(variable).first
    return Language(locale: locale ?? "")
  }

  /// Whether the locale's texts are of UTF-8: by LC_ALL, else LC_CTYPE, else LANG. Without any it is POSIX's, which is not.
  package var isUTF8: Bool {
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap(variable).first ?? ""
    return locale.lowercased().filter { $0 != "-" }.contains("utf8")
  }

  /// `--lang`, else STROP_LANG, else the setting, else the locale.
  package func language(option: Language?, setting: Language?) -> Language {
    option ?? variable("STROP_LANG").map(Language.init(locale:)) ?? setting ?? localeLanguage
  }

  /// Finds a program on PATH, then where cron's short PATH does not look; nil where it is nowhere.
  package func program(_ name: String) -> String? {
    let path = (variable("PATH") ?? "").split(separator: ":").map(String.init)
    let further = ["/usr/bin", "/bin", "/usr/sbin", "/usr/lib", "/usr/local/bin"]
    let directories = path + further + [home + "/.local/bin"]
    return directories.lazy.filter { $0.hasPrefix("/") }.map { $0 + "/" + name }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }
}
