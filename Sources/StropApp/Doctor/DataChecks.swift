import Foundation
import StropCore
import StropStore

// What doctor asks of the data: the database, the disk under it, and its copies.
extension Strop {
  /// After how many days without a copy doctor says so.
  private static let staleBackupDays: Int64 = 7
  /// With less room than this, in bytes, doctor warns: a copy of a database of ten years takes about as much.
  private static let scarceRoom: Int64 = 100 << 20

  /// - Throws: `Failure` where the database cannot be read to its end.
  func databaseCheck() throws -> HealthCheck {
    let path = environment.abbreviated(store.path)
    guard Strop.exists(at: store.path) else {
      return HealthCheck(
        name: "database", state: .warn,
        detail: LocalizedText(english: "none yet at \(path)", chinese: "\(path) 还没有"),
        fix: LocalizedText("strop"))
    }
    let (verdict, entries) = try read { reader in
      (try reader.integrityCheck(), try reader.journalCount())
    }
    guard verdict == ["ok"] else {
      throw failure(.damaged(verdict.first ?? ""))
    }
    return HealthCheck(
      name: "database", state: .ok,
      detail: LocalizedText(
        english: "\(path), journal of \(entries), intact",
        chinese: "\(path)，\(entries) 条记录，完好"),
      fix: nil)
  }

  /// Whether there is room to record, and permission; nil where there is no directory yet.
  ///
  /// Nothing stays of what is written to find out.
  func diskCheck() -> HealthCheck? {
    let directory = (store.path as NSString).deletingLastPathComponent
    guard Strop.exists(at: directory) else { return nil }
    let shown = environment.abbreviated(directory)
    func check(_ state: HealthCheck.State, _ english: String, _ chinese: String, _ fix: String?)
      -> HealthCheck
    {
      HealthCheck(
        name: "disk", state: state, detail: LocalizedText(english: english, chinese: chinese),
        fix: fix.map { LocalizedText($0) })
    }
    do {
      try Store.probeWriting(store.path)
    } catch StoreError.full {
      return check(.fail, "\(shown) is full", "\(shown) 满了", "df -h \(shown)")
    } catch StoreError.busy {
      return check(
        .warn, "another strop is writing: not tried", "另一个 strop 正在写：没有试", "strop doctor")
    } catch StoreError.readOnly {
      return check(
        .fail, "nothing can be written in \(shown)", "\(shown) 里写不了",
        "ls -ld \(shown) \(environment.abbreviated(store.path))")
    } catch {
      // Anything else is said of the database itself.
    }
    guard let free = environment.freeBytes(in: directory) else {
      return check(.ok, "can be written", "可写", nil)
    }
    let room = ByteCount.text(free)
    return free < Strop.scarceRoom
      ? check(.warn, "only \(room) free in \(shown)", "\(shown) 只剩 \(room)", "df -h \(shown)")
      : check(.ok, "can be written, \(room) free", "可写，剩余 \(room)", nil)
  }

  /// What a clock that ran ahead left behind; nil where nothing did.
  func clockCheck() throws -> HealthCheck? {
    let (start, newest, facts) = try read { reader in
      (
        try reader.start(), try reader.newestClock()?.instant,
        try [Strop.seen, TickFact.last].compactMap { try reader.local($0) }
          .compactMap { Int64($0) }.map(Instant.init(milliseconds:))
      )
    }
    let copy = Backups(databasePath: store.path).newest.flatMap(Backups.moment)
    func day(_ instant: Instant) -> Day { zone.clock(at: instant).day }
    let found: [(what: LocalizedText, day: Day?)] = [
      (LocalizedText(english: "the first run", chinese: "首次运行"), start),
      (LocalizedText(english: "the newest entry", chinese: "最新的记录"), newest.map(day)),
      (LocalizedText(english: "the last run by cron", chinese: "上次触发"), facts.max().map(day)),
      (LocalizedText(english: "the newest backup", chinese: "最新的备份"), copy.map(day)),
    ]
    // Another machine's clock may be a little ahead, and its zone.
    let ahead = found.lazy.compactMap { found in found.day.map { (found.what, $0) } }
      .first { $0.1 > clock.day + 1 }
    return ahead.map { what, day in
      HealthCheck(
        name: "clock", state: .warn,
        detail: LocalizedText(
          english:
            "\(what.english) is of \(day.iso), which is to come: the clock was wrong then, or is now",
          chinese: "\(what.chinese)的日期是 \(day.iso)，还没到：那时时钟不对，或现在不对"),
        fix: LocalizedText(
          english: "date, and set the clock; until then that counts as now",
          chinese: "用 date 看一眼，把时钟调对；在那之前按现在算"))
    }
  }

  /// Nil where there is nothing to copy yet.
  func backupCheck() -> HealthCheck? {
    let backups = Backups(databasePath: store.path)
    if !Strop.exists(at: store.path), backups.all.isEmpty { return nil }
    if let problem = backups.problem {
      let directory = environment.abbreviated(backups.directory)
      return HealthCheck(
        name: "backup", state: .warn,
        detail: LocalizedText(
          english: "\(directory) \(problem.english)", chinese: "\(directory) \(problem.chinese)"),
        fix: LocalizedText("sudo chown -R $USER \(directory)"))
    }
    guard let newest = backups.newest else {
      return HealthCheck(
        name: "backup", state: .warn,
        detail: LocalizedText(english: "none yet", chinese: "还没有备份"),
        fix: LocalizedText("strop backup"))
    }
    let name = environment.abbreviated(newest)
    let count = backups.all.count
    guard let held = try? Store.holdings(of: newest), held.entries > 0 else {
      return HealthCheck(
        name: "backup", state: .warn,
        detail: LocalizedText(
          english: "the newest, \(name), is empty or cannot be read", chinese: "最新的 \(name) 是空的或读不了"
        ),
        fix: LocalizedText("strop backup"))
    }
    let age = Backups.moment(of: newest).map {
      (environment.now.milliseconds - $0.milliseconds) / 86_400_000
    }
    if let age, age > Strop.staleBackupDays {
      return HealthCheck(
        name: "backup", state: .warn,
        detail: LocalizedText(
          english: "the newest is \(age) days old: \(name)", chinese: "最新的是 \(age) 天前的：\(name)"),
        fix: LocalizedText("strop backup"))
    }
    return HealthCheck(
      name: "backup", state: .ok,
      detail: LocalizedText(
        english: "\(count) kept, the newest \(name)", chinese: "共 \(count) 份，最新的是 \(name)"),
      fix: nil)
  }
}
