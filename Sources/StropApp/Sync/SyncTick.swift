import StropCore
import StropStore

extension Strop {
  /// What a tick does for a journal that is shared by itself.
  ///
  /// It is silent but for `failed`, which is called once a day once nothing has gone well for `SyncTrouble.patience` days.
  func shareByItself(describing: (Failure) -> LocalizedText, failed: (SyncTrouble) -> Void) async {
    guard settings.sharesByItself, (try? read { try $0.local(SyncFact.remote) }) ?? nil != nil
    else { return }
    do {
      _ = try await sync(for: .tick, describing: describing)
    } catch Failure.sync(.locked) {
      // Another process does it just now.
    } catch {
      let trouble = try? write { transaction -> SyncTrouble? in
        guard let trouble = try lastingSyncTrouble(transaction.reader),
          try transaction.reader.local(SyncFact.told) != today.iso
        else { return nil }
        try transaction.setLocal(SyncFact.told, today.iso)
        return trouble
      }
      if let trouble = trouble ?? nil { failed(trouble) }
    }
  }
}
