import Foundation
import TestSupport
import Testing

/// Databases whose bytes have changed by themselves, or by another program.
struct DamagedDatabaseTests {
  private static let commands = HostileCommand.all(.reads, .writes)

  private func sqlite(_ home: StropHome, _ sql: String) throws {
    let done = try home.run(["/usr/bin/sqlite3", home.database.path, sql]).end()
    try #require(done.status == 0, "\(done.errors)")
  }

  /// Says what is the matter in one sentence that the user can do something with, or works.
  private func expectTold(_ outcome: Outcome, _ comment: String) {
    // These put the database back by hand, as a sync finds out.
    let isPutBack = outcome.status == 65 && outcome.errors.contains("which never wrote it")
    #expect(
      isPutBack || [0, 1, 64, 69, 74, 75].contains(outcome.status), "\(comment): \(outcome)")
    #expect(outcome.errors.split(separator: "\n").count <= 2, "\(comment): \(outcome.errors)")
    for word in ["SELECT", "INSERT", "GRDB", "foresee", "does not know"] {
      #expect(!outcome.errors.contains(word), "\(comment): \(outcome.errors)")
    }
  }

  /// Fifty places each.
  @Test(arguments: 0..<10)
  func `a byte that flipped is told of, with the copy to restore, or does no harm`(seed: Int) throws
  {
    let home = try HostileHome()
    try home.home.strop("backup")
    let good = try home.bytes()
    var random = SeededGenerator(seed: seed)
    for run in 0..<50 {
      var bytes = good
      // The beginnings of pages say where everything lies.
      let page = Int.random(in: 0..<good.count / 4_096, using: &random) * 4_096
      let at = page + Int.random(in: 0..<(run % 2 == 0 ? 120 : 4_096), using: &random)
      bytes[at] ^= UInt8.random(in: 1...255, using: &random)
      try bytes.write(to: home.home.database)
      let command = DamagedDatabaseTests.commands.randomElement(using: &random)!
      let outcome = try command.run(in: home)
      let comment = "byte \(at), \(command.testDescription)"
      expectTold(outcome, comment)
      if outcome.errors.contains("is damaged:") || outcome.errors.contains("not a database") {
        // A tick may have made a newer one.
        #expect(
          outcome.errors.contains("strop restore strop-20261126T130000Z"), "\(comment): \(outcome)")
      }
      // It was neither cut off nor begun anew, when its journal would not have the check-in.
      let left = try home.bytes()
      #expect(left.count >= good.count, "\(comment)")
      let id = try #require(home.ids["CHECKIN"])
      #expect(left.range(of: Data(id.utf8)) != nil, "\(comment)")
    }
  }

  @Test(arguments: [
    "check_in.skill", "check_in.day", "check_in.at", "check_in.zone", "item.title_en",
    "item.hours", "item.hardware", "prerequisite.target", "skill.title_en", "skill.position",
    "reminder.rule", "delivery.occurrence", "delivery.attempts", "delivery.state", "start.day",
    "setting.value", "plan.sessions", "batch.command", "journal.fields", "journal.subject",
    "local.value",
  ])
  func `a row that lacks what it must hold is damage, never a trap`(column: String) throws {
    let hostile = try HostileHome()
    let home = hostile.home
    let parts = column.split(separator: ".")
    try sqlite(
      home,
      """
      PRAGMA writable_schema = ON;
      DROP TRIGGER IF EXISTS journal_is_never_updated;
      UPDATE sqlite_schema SET sql = replace(sql, ' NOT NULL', '') WHERE name = '\(parts[0])';
      """)
    try sqlite(home, "UPDATE \(parts[0]) SET \(parts[1]) = NULL")
    for command in [
      ["today"], ["log"], ["report"], ["checkin", "papers"], ["item", "list"], ["skill", "list"],
      ["export"], ["remind", "deliver"], ["remind", "list"], ["doctor"], ["doctor", "--rebuild"],
    ] {
      expectTold(try home.start(command).end(), "\(column), \(command)")
    }
  }

  @Test func `what is damaged names doctor, and the copy to restore`() throws {
    let home = try StropHome()
    try home.strop("backup")
    try sqlite(home, "PRAGMA user_version = -1")
    let outcome = try home.strop("today")
    let path = home.database.path
    #expect(
      outcome
        == .failure(
          74,
          """
          strop: \(path) is damaged: its format is -1
          hint: strop doctor tells more, then: strop restore strop-20261126T130000Z.db

          """))
  }
}
