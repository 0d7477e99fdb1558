import Foundation
import Glibc
import Testing

struct DoctorCommandTests {
  @Test func `every check has its state, and a fix where there is something to do`() throws {
    let home = try StropHome()
    let doctor = try home.strop("doctor", "--json")
    #expect(doctor.errors == "")
    let checks = try doctor.list("checks")
    #expect(checks.allSatisfy { $0.has("name state detail fix") })
    let names = checks.compactMap { $0["name"] as? String }
    #expect(names == ["database", "disk", "backup", "zone", "cron", "tick", "mail", "desktop"])
    for check in checks where check["state"] as? String != "ok" {
      #expect(check["fix"] is String, "\(check)")
    }
    #expect(checks.first?["state"] as? String == "ok")
  }

  @Test func `a reminder that nothing calls for is a warning`() throws {
    let home = try StropHome()
    try home.strop("remind", "add", "papers", "--at", "daily 21:30")
    let checks = try home.strop("doctor", "--json").list("checks")
    let tick = try #require(checks.first { $0["name"] as? String == "tick" })
    #expect(tick["state"] as? String == "warn")
    #expect(tick["fix"] as? String == "strop schedule install")
  }

  @Test func `where there is no database it says so, and makes none`() throws {
    let home = try StropHome(.empty)
    let doctor = try home.strop("doctor")
    #expect(doctor.status == 0)
    #expect(
      doctor.output.hasPrefix(
        """
        warn  database  none yet at ~/.local/share/strop/strop.db
                        → strop
        ok    zone      Asia/Shanghai
        """))
    #expect(!FileManager.default.fileExists(atPath: home.path(".local")))
  }

  @Test func `files that were attached are looked at again`() throws {
    let home = try StropHome()
    try home.write("as it was", to: "kept.md")
    try home.write("as it was", to: "changed.md")
    try home.write("as it was", to: "gone.md")
    try home.strop("checkin", "papers", "-e", "kept.md")
    func evidence(_ language: String) throws -> String? {
      let checks = try home.strop("doctor", "--json", "--lang", language).list("checks")
      return checks.first { $0["name"] as? String == "evidence" }?["detail"] as? String
    }
    #expect(try evidence("en") == "1 file, as recorded")
    try home.strop("checkin", "papers", "-e", "changed.md", "-e", "gone.md")
    #expect(try evidence("zh") == "3 个文件，与记录一致")
    try home.write("as it is", to: "changed.md")
    try FileManager.default.removeItem(atPath: home.path("gone.md"))
    #expect(
      try evidence("en")
        == "of 3 files 1 missing or unreadable: ~/gone.md; 1 changed since: ~/changed.md")
    let removed =
      try home.strop("log", "--json").list("checkins").first {
        ($0["evidence"] as? [Any])?.count == 2
      }?["id"] as? String
    try home.strop("remove", try #require(removed))
    #expect(try evidence("en") == "1 file, as recorded")
  }

  @Test(.enabled(if: Permissions.bind))
  func `a database that cannot be written is a failure`() throws {
    let home = try StropHome()
    func disk() throws -> (status: Int32, disk: [String: Any]?) {
      let doctor = try home.run(
        Permissions.wrapper + [try StropHome.binary.get(), "doctor", "--json"]
      ).end()
      let checks = try Outcome.success(doctor.output).list("checks")
      return (doctor.status, checks.first { $0["name"] as? String == "disk" })
    }
    #expect(try disk().disk?["state"] as? String == "ok")
    let directory = home.database.deletingLastPathComponent().path
    for (path, mode) in [(home.database.path, 0o400), (directory, 0o500)] as [(String, mode_t)] {
      chmod(path, mode)
      let (status, check) = try disk()
      chmod(path, 0o700)
      #expect(status == 1)
      #expect(check?["state"] as? String == "fail")
      #expect(check?["detail"] as? String == "nothing can be written in ~/.local/share/strop")
      #expect(
        check?["fix"] as? String == "ls -ld ~/.local/share/strop ~/.local/share/strop/strop.db")
    }
  }

  @Test(.enabled(if: SmallDisk.canBeMade)) func `a full disk is a failure`() throws {
    let home = try StropHome()
    try SmallDisk.with(megabytes: 1, at: home.path("disk")) { disk in
      #expect(try home.strop("today", "--db", disk + "/strop.db").status == 0)
      SmallDisk.fill(disk)
      let doctor = try home.strop("doctor", "--db", disk + "/strop.db")
      #expect(doctor.status == 1)
      #expect(doctor.output.contains("fail  disk      ~/disk is full\n"), "\(doctor)")
    }
  }

  @Test func `whatever the first check finds, all are made`() throws {
    let home = try StropHome()
    try home.strop("backup")
    try home.write("no database at all", to: ".local/share/strop/strop.db")
    let doctor = try home.strop("doctor", "--json", "--lang", "zh")
    #expect(doctor.status == 1)
    let checks = try Outcome.success(doctor.output).list("checks")
    let names = checks.compactMap { $0["name"] as? String }
    #expect(names == ["database", "disk", "backup", "zone", "cron", "mail", "desktop"])
    #expect(checks.first?["state"] as? String == "fail")
    #expect(checks.first?["fix"] as? String == "strop restore strop-20261126T130000Z.db")
  }

  @Test func `folding everything anew changes nothing`() throws {
    let home = try StropHome()
    try home.strop("checkin", "papers", "-m", "45", "-e", "https://example.com")
    try home.strop("checkin", "debug")
    try home.strop("undo")
    let screens = [["log"], ["today"], ["report"], ["skip"], ["item"], ["skill"]]
    func shown() throws -> [Outcome] { try screens.map { try home.start($0 + ["--json"]).end() } }
    let before = try shown()
    let rebuilt = try home.strop("doctor", "--rebuild", "--lang", "zh")
    #expect(rebuilt.status == 0)
    #expect(rebuilt.errors == "")
    #expect(rebuilt.output.hasPrefix("正常  database  "))
    #expect(try shown() == before)
  }

  @Test func `a pack in order is counted, and nothing is made or changed`() throws {
    let home = try StropHome(.empty)
    try home.write(samplePack(), to: "my-cuda.yaml")
    #expect(
      try home.strop("doctor", "--curriculum", "my-cuda.yaml", "--lang", "en")
        == .success("ok  curriculum  my-cuda.yaml: 1 skill, 5 items, 14.5 h\n"))
    #expect(
      try home.strop(
        "doctor", "--curriculum", "-", "--lang", "zh", input: .text(samplePack()))
        == .success("正常  curriculum  stdin：1 项技能、5 个清单项、14.5 小时\n"))
    #expect(!FileManager.default.fileExists(atPath: home.path(".local")))

    let begun = try StropHome()
    let before = try begun.strop("export").output
    try begun.write(samplePack(), to: "my-cuda.yaml")
    #expect(try begun.strop("doctor", "--curriculum", "my-cuda.yaml").status == 0)
    #expect(try begun.strop("export").output == before)
  }

  @Test func `every problem of a pack has its file, line, field and sentence`() throws {
    let home = try StropHome(.empty)
    let items = (1...20).map { "- {slug: i\($0), title: A, done-when: B, hours: 0}\n" }
    let pack = "slug: my-a\ntitle: A\ncolour: red\nitems:\n" + items.joined()
    try home.write(pack, to: "a.yaml")
    let english = try home.strop("doctor", "--curriculum", "a.yaml", "--lang", "en")
    #expect(english.status == 65)
    #expect(english.errors == "")
    #expect(english.lines().count == 22)
    #expect(english.output.hasPrefix("a.yaml:3: colour: there is no such key\n"))
    #expect(english.output.hasSuffix("a.yaml:24: items[19].hours: must be from 0.25 to 40\n"))
    let chinese = try home.strop("doctor", "--curriculum", "a.yaml", "--lang", "zh")
    #expect(chinese.output.hasPrefix("a.yaml:3: colour: 没有这个键\n"))

    let json = try home.strop("doctor", "--curriculum", "a.yaml", "--json", "--lang", "en")
    #expect(json.status == 65)
    let checks = try Outcome.success(json.output).list("checks")
    #expect(checks.count == 21)
    #expect(checks.allSatisfy { $0.has("name state detail fix") })
    #expect(checks.allSatisfy { $0["state"] as? String == "fail" })
    #expect(checks.first?["detail"] as? String == "a.yaml:3: colour: there is no such key")
  }

  @Test func `a pack waits for own items that are there`() throws {
    let home = try StropHome()
    try home.write(samplePack(), to: "my-cuda.yaml")
    try home.write(
      """
      slug: papers
      items:
      - {slug: my-a, title: A, done-when: B, hours: 1, prerequisites: [my-cuda/online-softmax]}
      """, to: "more.yaml")
    #expect(
      try home.strop("doctor", "--curriculum", "more.yaml").output
        == "more.yaml:3: items[0].prerequisites[0]: there is no item my-cuda/online-softmax\n")
    #expect(try home.strop("import", "--curriculum", "my-cuda.yaml").status == 0)
    #expect(try home.strop("doctor", "--curriculum", "more.yaml").status == 0)
  }

  @Test func `a pack is checked alone`() throws {
    let refused = try StropHome(.empty).strop("doctor", "--rebuild", "--curriculum", "a.yaml")
    #expect(refused.status == 64)
    #expect(try StropHome().strop("doctor", "--curriculum", "nope.yaml").status == 74)
  }

  @Test func `help is in both languages`() throws {
    try expectHelp(
      "doctor", english: "Whether all is well, and what to do where not",
      chinese: "检查一切是否正常，不正常该怎么办")
  }

  @Test func `case 21: without a mail program, a reminder on stdout only is a warning`() throws {
    let home = try StropHome()
    func mail() throws -> [String: Any]? {
      try home.strop("doctor", "--json").list("checks").first { $0["name"] as? String == "mail" }
    }
    #expect(try mail()?["state"] as? String == "ok")
    try home.strop("remind", "add", "papers", "--at", "daily 21:30", "--via", "stdout")
    #expect(try mail()?["state"] as? String == "warn")
    #expect((try mail()?["fix"] as? String)?.contains("msmtp-mta") == true)
    try FileManager.default.createDirectory(
      atPath: home.path(".local/bin"), withIntermediateDirectories: true)
    try home.writeProgram("#!/bin/sh\n", to: ".local/bin/sendmail")
    #expect(try mail()?["state"] as? String == "ok")
  }
}
