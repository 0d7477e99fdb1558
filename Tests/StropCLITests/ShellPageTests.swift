import Foundation
import StropRender
import Testing

/// What docs/shell.md tells people to put into their files, tried as it stands there.
struct ShellPageTests {
  /// The blocks of code of a page, each with its language, in order.
  private static func blocks(_ page: String) throws -> [(language: String, code: String)] {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appending(path: "docs/\(page)")
    var blocks: [(language: String, code: String)] = []
    var isInside = false
    for line in try String(contentsOf: file, encoding: .utf8).components(separatedBy: "\n") {
      if line.hasPrefix("```") {
        isInside.toggle()
        if isInside { blocks.append((String(line.dropFirst(3)), "")) }
      } else if isInside {
        blocks[blocks.count - 1].code += line + "\n"
      }
    }
    return blocks
  }

  /// The only block in `language` that holds `word`.
  private func block(_ language: String, with word: String) throws -> String {
    let found = try ShellPageTests.blocks("shell.md").filter {
      $0.language == language && $0.code.contains(word)
    }
    try #require(found.count == 1, "\(language): \(word)")
    return found[0].code
  }

  /// A home in which one skill was practised today: the prompt has something to say.
  private func practisedHome() throws -> StropHome {
    let home = try StropHome()
    try home.strop("checkin", "papers")
    return home
  }

  private func run(_ command: [String], in home: StropHome) throws -> Outcome {
    try home.run(["/usr/bin/env"] + command, with: try home.variablesWithStrop).end()
  }

  @Test func `both languages show the same lines`() throws {
    let english = try ShellPageTests.blocks("shell.md")
    let chinese = try ShellPageTests.blocks("shell.zh.md")
    #expect(english.map(\.language) == chinese.map(\.language))
    #expect(english.map(\.code) == chinese.map(\.code))
  }

  // MARK: Prompt

  @Test func `bash shows the segment, and keeps the exit status`() throws {
    let home = try practisedHome()
    let rc = try home.write(
      "PS1='<$?> '\n" + (try block("bash", with: "PS1="))
        + "(exit 3)\nprintf '%s\\n' \"${PS1@P}\"\n",
      to: "bashrc")
    #expect(try run(["bash", "--norc", rc], in: home) == .success("strop ✓1 <3> \n"))
  }

  @Test func `bash on a terminal shows it before every command`() throws {
    let home = try practisedHome()
    try home.write("PS1='$ '\n" + (try block("bash", with: "PS1=")), to: "bashrc")
    let path = home.path("bashrc")
    let shell = try home.run(
      ["/usr/bin/env", "bash", "--noprofile", "--rcfile", path, "-i"],
      with: try home.variablesWithStrop, input: .text("true\n")
    ).end()
    #expect(shell.errors.components(separatedBy: "strop ✓1 $ ").count == 3, "\(shell.errors)")
  }

  @Test func `zsh shows the segment`() throws {
    let home = try practisedHome()
    let rc = try home.write(
      (try block("zsh", with: "RPROMPT=")) + "print -rP -- \"[$RPROMPT]\"\n", to: "zshrc")
    #expect(try run(["zsh", "-f", rc], in: home) == .success("[strop ✓1]\n"))
  }

  @Test func `fish shows the segment`() throws {
    let home = try practisedHome()
    let function = try home.write(
      (try block("fish", with: "fish_right_prompt")) + "fish_right_prompt\n", to: "prompt.fish")
    #expect(try run(["fish", "--no-config", function], in: home) == .success("strop ✓1\n"))
  }

  @Test func `tmux shows the segment`() throws {
    let home = try practisedHome()
    let configuration = try home.write(try block("tmux", with: "status-right"), to: "tmux.conf")
    // Nothing runs the command but a client with a screen: here, a pane of another tmux.
    let outer = ["tmux", "-S", home.path("outer"), "-f", "/dev/null"]
    let inner = ["tmux", "-S", home.path("inner"), "-f", configuration]
    let client = ["env", "-u", "TMUX"] + inner + ["new-session", "'sleep 100'"]
    let screen = ["new-session", "-d", "-x", "80", "-y", "8", client.joined(separator: " ")]
    #expect(try run(outer + screen, in: home) == .success(""))
    defer {
      _ = try? run(inner + ["kill-server"], in: home)
      _ = try? run(outer + ["kill-server"], in: home)
    }
    var shown = ""
    for _ in 0..<100 where !shown.contains("strop ✓1 ") {
      shown = try run(outer + ["capture-pane", "-p"], in: home).output
      usleep(100_000)
    }
    #expect(shown.contains("strop ✓1 "), "\(shown)")
  }

  @Test func `starship's lines are TOML, and their command shows the segment`() throws {
    let home = try practisedHome()
    let file = try home.write(try block("toml", with: "[custom.strop]"), to: "starship.toml")
    let read = try run(
      [
        "python3", "-c",
        """
        import sys, tomllib
        module = tomllib.load(open(sys.argv[1], "rb"))["custom"]["strop"]
        assert module["when"] is True and "$output" in module["format"]
        print(module["shell"], module["command"], sep="\\n")
        """, file,
      ], in: home)
    let lines = read.lines()
    try #require(lines.count == 3, "\(read)")
    #expect(try run([lines[0], "-c", lines[1]], in: home) == .success("strop ✓1\n"))
  }

  @Test func `each character of the segment is one column wide`() throws {
    let home = try StropHome()
    try home.strop("remind", "add", "debug", "--at", "daily 20:00", "--via", "stdout")
    try home.strop("checkin", "papers", with: ["STROP_NOW": "2026-11-29T21:00:00+08:00"])
    let segment = try home.strop("prompt", with: ["STROP_NOW": "2026-11-29T21:00:00+08:00"])
    #expect(segment == .success("strop ✓1 !3 @1\n"))
    #expect(segment.output.dropLast().allSatisfy { String($0).displayWidth == 1 })
  }

  @Test func `a damaged database does not reach the prompt`() throws {
    let home = try StropHome()
    try home.write("not a database", to: ".local/share/strop/strop.db")
    let rc = try home.write(
      "PS1='$ '\n" + (try block("bash", with: "PS1=")) + "printf '%s\\n' \"${PS1@P}\"\n",
      to: "bashrc")
    #expect(try run(["bash", "--norc", rc], in: home) == .success("$ \n"))
  }

  // MARK: Completions and manual pages

  /// Lays a prefix out as `scripts/install` does.
  private func install(_ shell: String, at path: String, in home: StropHome) throws {
    let script = try home.strop("--generate-completion-script", shell)
    let file = home.path(".local/share/" + path)
    try FileManager.default.createDirectory(
      atPath: (file as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    try home.write(script.output, to: ".local/share/" + path)
  }

  @Test func `bash-completion finds the script under ~/.local`() throws {
    let home = try StropHome()
    try install("bash", at: "bash-completion/completions/strop", in: home)
    let shell = try run(
      [
        "bash", "--norc", "-c",
        """
        source /usr/share/bash-completion/bash_completion
        _completion_loader strop
        complete -p strop
        """,
      ], in: home)
    #expect(shell.output == "complete -F _strop strop\n", "\(shell.errors)")
  }

  @Test func `zsh finds the script by the lines for ~/.local`() throws {
    let home = try StropHome()
    try install("zsh", at: "zsh/site-functions/_strop", in: home)
    let rc = try home.write(
      (try block("zsh", with: "fpath=")) + "print -- $_comps[strop]\n", to: "zshrc")
    #expect(try run(["zsh", "-f", rc], in: home).output == "_strop\n")
  }

  @Test func `fish finds the script under ~/.local`() throws {
    let home = try StropHome()
    try install("fish", at: "fish/vendor_completions.d/strop.fish", in: home)
    let shell = try run(["fish", "-c", "complete -C 'strop checkin pape'"], in: home)
    #expect(shell.output == "papers\tJudging papers\n", "\(shell.errors)")
  }

  @Test(arguments: Shell.allCases)
  func `one line completes without installing`(shell: Shell) throws {
    let home = try StropHome()
    let line = try block(shell.rawValue, with: "--generate-completion-script")
    let (before, after) =
      switch shell {
      case .bash: ("", "complete -p strop")
      case .zsh: ("autoload -Uz compinit && compinit -u -D\n", "print -- $_comps[strop]")
      case .fish: ("", "complete -C 'strop checki'")
      }
    let file = try home.write(before + line + after + "\n", to: "line")
    let shown = try run([shell.rawValue, file], in: home)
    let expected: [Shell: String] = [
      .bash: "complete -F _strop strop\n", .zsh: "_strop\n", .fish: "checkin\tRecord practice\n",
    ]
    #expect(shown.output == expected[shell], "\(shown.errors)")
  }

  @Test(arguments: [("en", "man1"), ("zh_CN", "zh_CN/man1")])
  func `man finds the pages beside the prefix's bin`(locale: String, folder: String) throws {
    let home = try StropHome(.empty)
    let docs = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appending(path: "docs/man")
    for folder in ["bin", "share/man/\(folder)"] {
      try FileManager.default.createDirectory(
        atPath: home.path(".local/" + folder), withIntermediateDirectories: true)
    }
    let page = home.path(".local/share/man/\(folder)/strop-item-done.1")
    try FileManager.default.copyItem(
      atPath: docs.appending(path: "\(folder)/strop-item-done.1").path, toPath: page)
    let found = try home.run(
      ["/usr/bin/env", "man", "-L", locale, "-w", "strop-item-done"],
      with: ["PATH": home.path(".local/bin") + ":/usr/bin:/bin"]
    ).end()
    #expect(found.output == page + "\n", "\(found.errors)")
  }
}
