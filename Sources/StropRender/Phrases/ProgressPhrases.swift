import StropCore

extension PhraseBook {
  /// What is being done.
  func label(_ work: WorkProgress.Work) -> String {
    switch work {
    case .readingJournal: say("reading the journal", "读取记录")
    case .folding: say("rebuilding from the journal", "用记录重建数据")
    case .copying: say("copying the database", "复制数据库")
    case .checking: say("checking the database", "检查数据库")
    case .verifying: say("checking the evidence", "核对证据")
    case .reading(let path): String(path.split(separator: "/").last ?? "")
    }
  }

  /// How much of how much; nil where its share says all.
  func amount(_ progress: WorkProgress) -> String? {
    switch progress.work {
    case .readingJournal, .copying, .reading:
      "\(ByteCount.text(progress.done)) / \(ByteCount.text(progress.total))"
    case .verifying: "\(progress.done) / \(progress.total)"
    case .checking: ByteCount.text(progress.total)
    case .folding: nil
    }
  }
}
