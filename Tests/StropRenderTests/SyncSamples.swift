import StropCore
import StropRender

// Sharing the journal between machines.
extension Samples {
  func syncReceipts() -> [SyncReceipt] {
    var exchanged = SyncReceipt(remote: words("git@example.com:li/strop.git"), isAutomatic: false)
    exchanged.taken = 12
    exchanged.writers = [words("gpu-box"), "7w3k9x0qmb"]
    exchanged.sent = 1
    exchanged.others = ["notes.txt", words("plan.md"), "a", "b"]
    exchanged.copy = "/home/li/.local/share/strop/backups/strop-20261126T130000Z.db"
    exchanged.vagueZone = "UTC"
    return [exchanged, SyncReceipt(remote: "/srv/strop.git", isAutomatic: true)]
  }

  /// All well, failing, and not shared.
  func syncStatuses() -> [SyncStatus] {
    let now = Instant(milliseconds: 1_795_699_800_000)
    func device(
      _ id: String, _ name: String?, isOwn: Bool = false, _ entries: Int, waiting: Int = 0,
      ahead: Int64? = nil
    ) -> SyncedDevice {
      SyncedDevice(
        id: id, name: name, isOwn: isOwn, entries: entries, waiting: waiting, seen: now,
        ahead: ahead)
    }
    func status(
      _ remote: String?, isAutomatic: Bool, isScheduled: Bool = true, last: Instant?,
      _ trouble: SyncTrouble?,
      _ devices: [SyncedDevice]
    ) -> SyncStatus {
      SyncStatus(
        remote: remote, isAutomatic: isAutomatic, isScheduled: isScheduled, last: last,
        trouble: trouble, devices: devices,
        zone: .utc, today: today)
    }
    return [
      status(
        words("git@example.com:li/strop.git"), isAutomatic: true, last: now, nil,
        [
          device("7w3k9x0qmb", words("laptop"), isOwn: true, 1_204, waiting: 3),
          device("9n2v6h4r1d", "gpu-box", 87, ahead: 86_400_000),
          device("c0f5m2t8yj", nil, 1, ahead: 180_000),
        ]),
      status(
        "/srv/strop.git", isAutomatic: false, last: nil, syncTrouble(),
        [device("7w3k9x0qmb", "laptop", isOwn: true, 2)]),
      status(
        "/srv/strop.git", isAutomatic: true, isScheduled: false, last: now, nil,
        [device("7w3k9x0qmb", "laptop", isOwn: true, 2)]),
      status(nil, isAutomatic: false, last: nil, nil, []),
    ]
  }

  func syncTrouble() -> SyncTrouble {
    SyncTrouble(
      since: Instant(milliseconds: 1_795_440_600_000), days: 3,
      reason: LocalizedText(
        english: words("git@example.com:li/strop.git cannot be reached: Connection refused"),
        chinese: words("连不上 git@example.com:li/strop.git：Connection refused")))
  }
}
