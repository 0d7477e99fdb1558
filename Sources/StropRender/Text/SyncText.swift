package import StropCore

extension TextRenderer {
  /// `strop sync`; `copy`: the one that was made before, as shown.
  package func synced(_ receipt: SyncReceipt, copy: String?) -> String {
    text(screen(receipt, phrases.exchanged(receipt), copy: copy))
  }

  /// `strop sync init`; `copy`: as of `synced`.
  package func joined(_ receipt: SyncReceipt, copy: String?) -> String {
    var screen = screen(receipt, phrases.joined(receipt), copy: copy)
    // Who joins sees no first run, which would say so.
    if let zone = receipt.vagueZone {
      screen.add(prose(phrases.vagueZone(zone)))
      screen.add(commands([(phrases.setZone, "strop config set zone Asia/Shanghai")]))
    }
    screen.add(
      suggestion(
        phrases.sharedFrom, ["strop sync init \(receipt.remote)".sanitized], indent: 0))
    if !receipt.isAutomatic {
      screen.add(suggestion(phrases.byItself, ["strop config set sync.auto on"], indent: 0))
    }
    return text(screen)
  }

  private func screen(_ receipt: SyncReceipt, _ headline: String, copy: String?) -> Screen {
    var screen = Screen()
    screen.add(prose(headline))
    if !receipt.others.isEmpty { screen.add(prose(phrases.leftAlone(receipt.others))) }
    if let copy {
      screen.add(suggestion(phrases.copiedBefore, [copy.sanitized], indent: 0))
    }
    return screen
  }

  /// `strop sync status`.
  package func sync(_ status: SyncStatus) -> String {
    var screen = Screen()
    guard let remote = status.remote else {
      screen.add(prose(phrases.notShared))
      screen.add(Line.command("  strop sync init git@example.com:me/strop.git"))
      return text(screen)
    }
    var blocks = [
      Labelled(phrases.remoteLabel, remote), Labelled(phrases.lastLabel, phrases.lastSync(status)),
      Labelled(phrases.autoLabel, phrases.automatic(status)),
    ]
    if let trouble = status.trouble {
      blocks.append(
        Labelled(phrases.troubleLabel, phrases.failure(trouble, status), tone: .bad, limit: 4))
    }
    screen.add(labelled(blocks, indent: 0))
    screen.blank()
    let table = Table(
      indent: 0,
      columns: [
        Table.Column(), Table.Column(drops: 2), Table.Column(alignment: .right),
        Table.Column(drops: 1), Table.Column(),
      ],
      rows: status.devices.map { device in
        let seen = phrases.shortMoment(status.zone.clock(at: device.seen), today: status.today)
        let notes = [
          device.isOwn ? phrases.thisMachine : "", phrases.waiting(device.waiting),
          phrases.ahead(device.ahead ?? 0),
        ].filter { !$0.isEmpty }
        let isWrong = (device.ahead ?? 0) >= SyncedDevice.wrongClock
        return [
          Line((device.name ?? device.id).sanitized),
          Line(device.name == nil ? "" : device.id, .quiet), Line(phrases.entries(device.entries)),
          Line(seen, .quiet), Line(phrases.summary(notes), isWrong ? .bad : .plain),
        ]
      })
    screen.add(table.lines(within: columns))
    return text(screen)
  }

  /// `strop sync remove`; `remote`: without passwords.
  package func unshared(_ remote: String) -> String {
    var screen = Screen()
    screen.add(prose(phrases.unshared(remote)))
    return text(screen)
  }
}
