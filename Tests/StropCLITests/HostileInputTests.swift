import Foundation
import Testing

/// What people, pipes and other programs may type.
struct HostileInputTests {
  @Test(
    "minutes that are none are refused",
    arguments: [
      "0", "-5", "1e9", "999999999999999999999", "1441", "45 minims", "½", "", "4.5", "1h99",
    ])
  func minutes(text: String) throws {
    let home = try StropHome()
    expectCivil(try home.strop("checkin", "papers", "-m=\(text)"), 64)
    #expect(try home.strop("undo").status == 1)
  }

  @Test(
    "days that are none, and days to come, are refused",
    arguments: ["2027-01-01", "2026-02-29", "someday", "-1", "", "2026-11-27", "99999999999d", "昨"])
  func days(text: String) throws {
    let home = try StropHome()
    expectCivil(try home.strop("checkin", "papers", "-d=\(text)"), 64)
    #expect(try home.strop("undo").status == 1)
  }

  @Test(
    "names that name nothing are refused, whatever is in them",
    arguments: [
      "", " ", "'; DROP TABLE journal; --", "../../etc/passwd", "\u{1B}[31mred",
      "😀", "深度学习", String(repeating: "x", count: 100_000),
    ])
  func names(text: String) throws {
    let home = try StropHome()
    for command in [
      ["checkin"], ["skill", "show"], ["item", "show"], ["remove"], ["config", "get"],
    ] {
      let outcome = try home.start(command + ["--", text]).end()
      expectCivil(outcome, 64)
      #expect(outcome.output == "")
      #expect(!outcome.errors.contains("\u{1B}"))
    }
    #expect(try home.strop("undo").status == 1)
  }

  /// Swift would put other characters in their place, and so another file in the place of the one named.
  @Test(arguments: [
    "checkin papers -n ODD", "--db ODD today", "report --out ODD", "import ODD",
    "checkin papers -e file:ODD",
  ])
  func `bytes that are no UTF-8 are refused, and make nothing`(line: String) throws {
    let home = try StropHome(.empty)
    let program = try StropHome.binary.get()
    let command =
      "cd '\(home.directory.path)' && '\(program)' "
      + line.replacing("ODD", with: "\"$(printf 'caf\\351')\"")
    let outcome = try home.run(["/bin/sh", "-c", command]).end()
    expectCivil(outcome, 64)
    #expect(outcome.errors.hasPrefix("strop: '"))
    #expect(outcome.errors.contains("caf\\xe9' is not UTF-8\n"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: home.directory.path) == [])
  }

  @Test func `a home that is no UTF-8 is refused, a directory that is none does no harm`() throws {
    let home = try StropHome()
    let program = try StropHome.binary.get()
    func run(_ script: String) throws -> Outcome {
      try home.run(["/bin/sh", "-c", "odd=$(printf 'caf\\351'); mkdir -p $odd; \(script)", program])
        .end()
    }
    let homeless = try run("HOME=\"$PWD/$odd\" \"$0\" today")
    expectCivil(homeless, 78)
    #expect(homeless.errors == "strop: HOME is not UTF-8\nhint: strop --db FILE\n")
    expectCivil(try run("cd $odd && \"$0\" today"), 0)
    expectCivil(try run("cd $odd && \"$0\" --db here.db today && test -e here.db"), 0)
    let kept = try run("cd $odd && echo x > notes.md && \"$0\" checkin papers -e notes.md")
    expectCivil(kept, 64)
    #expect(kept.errors.contains("the directory of notes.md has a name that is not UTF-8"))
    let names = try FileManager.default.contentsOfDirectory(atPath: home.directory.path)
    #expect(names.count == 2, "\(names)")
  }

  @Test func `a link to what is not there is called that`() throws {
    let home = try StropHome()
    try FileManager.default.createSymbolicLink(
      atPath: home.path("link"), withDestinationPath: "nowhere")
    for command in [
      ["today", "--db", "link"], ["checkin", "papers", "--db", "link"], ["import", "link"],
      ["import", "--curriculum", "link"], ["checkin", "papers", "-e", "link"],
      ["checkin", "papers", "-e", "file:link"],
    ] {
      let outcome = try home.start(command).end()
      expectCivil(outcome, 74)
      #expect(outcome.errors.contains("link is a link to what is not there\n"))
    }
    #expect(!FileManager.default.fileExists(atPath: home.path("nowhere")))
  }

  @Test func `a note of 100 KB is either kept whole or refused`() throws {
    let home = try StropHome()
    let long = String(repeating: "旧", count: 33_000)
    let outcome = try home.strop("checkin", "papers", "-n", long)
    if outcome.status == 0 {
      #expect(try home.strop("log", "--json").list("checkins").first?["note"] as? String == long)
    } else {
      expectCivil(outcome, 64)
      #expect(outcome.errors.contains("a note holds at most"))
      #expect(try home.strop("undo").status == 1)
    }
    expectCivil(
      try home.strop("checkin", "debug", "-n", String(repeating: "x", count: 131_000)), 64)
  }

  @Test(arguments: ["import", "import --csv", "import --curriculum", "doctor --curriculum"])
  func `a file of 10 MB, lines of 1 MB and what has no end are told of in a few words`(
    command: String
  ) throws {
    let home = try StropHome()
    let megabyte = String(repeating: "旧x1,\"{", count: 100_000)
    let files = [
      try home.write(String(repeating: "x", count: 10_000_000), to: "long"),
      try home.write(String(repeating: megabyte + "\n", count: 10), to: "lines"),
      try home.write(
        "slug: my-a\ntitle: \"\(String(repeating: "长", count: 400_000))\"\n", to: "pack.yaml"),
      try home.write("day,skill,note\n2026-11-20,papers,\(megabyte)\n", to: "table.csv"),
      try home.write("@misc{a, title = {\(megabyte)\n", to: "refs.bib"),
      "/dev/zero", "/dev/urandom",
    ]
    for file in files where file != "/dev/urandom" || command.hasSuffix("curriculum") {
      let words = command.split(separator: " ").map(String.init)
      let outcome = try home.start(words + [file]).end()
      #expect([0, 1, 65].contains(outcome.status), "\(file): \(outcome.status)")
      let isText = file.hasSuffix("table.csv") || file.hasSuffix("refs.bib")
      #expect(isText || outcome.status != 0, "\(file)")
      #expect(!(outcome.errors + outcome.output).isEmpty, "\(file)")
      #expect(outcome.errors.utf8.count < 2_000, "\(file): \(outcome.errors)")
      #expect(outcome.output.utf8.count < 20_000, "\(file)")
    }
    #expect(try home.strop("log", "--json").status == 0)
  }

  /// Clears the screen, rings, renames the window, hides text, turns the line round.
  private static let escapes =
    "a\u{1B}[2Jb\u{7}c\u{1B}]0;owned\u{7}d\u{9B}31me\u{202E}f\rg\u{7F}h\u{0}i"
    .replacing("\u{0}", with: "")

  @Test func `control characters of a note never reach the terminal alive`() throws {
    let home = try StropHome()
    let id = try home.checkIn("papers", "-n", HostileInputTests.escapes, "-i", "papers/triage-ten")
    try home.strop("skip", "add", "--reason", HostileInputTests.escapes)
    for command in [
      ["log"], ["today"], ["report"], ["skill", "show", "papers"], ["skip", "list"],
      ["edit", id, "-m", "5"], ["report", "--format", "markdown"], ["log", "--color", "always"],
    ] {
      let shown = try home.start(command).end()
      #expect(shown.status == 0)
      let alive = shown.output.unicodeScalars.filter { scalar in
        (scalar.properties.generalCategory == .control && scalar != "\n" && scalar != "\u{1B}")
          || scalar == "\u{202E}"
      }
      #expect(alive.isEmpty, "\(command): \(shown.output.debugDescription)")
      #expect(!shown.output.contains("\u{1B}[2J") && !shown.output.contains("\u{1B}]"))
      #expect(command.contains("always") || !shown.output.contains("\u{1B}"))
    }
    let refused = try home.strop("checkin", HostileInputTests.escapes)
    expectCivil(refused, 64)
    #expect(!refused.errors.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{7}" })
  }

  @Test func `JSON gives a note back as it was, escaped`() throws {
    let home = try StropHome()
    for note in [HostileInputTests.escapes, "\"quotes\" \\ and\nlines", "👩🏽‍💻 é 中文 ​x"] {
      let recorded = try home.strop("checkin", "papers", "-n", note, "--json")
      let kept = try recorded.object("checkin")["note"] as? String
      let plain = try #require(kept)
      #expect(plain == note, "\(plain.debugDescription)")
      #expect(!recorded.output.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
    }
  }
}
