import StropCore

// What the screens of several logbooks are made of.
extension TextRenderer {
  /// Entries one below the other, each behind its moment, as a notebook has them; `lines`: of an entry, in the columns
  /// that are left for them.
  func trail(
    _ zone: Zone, _ today: Day, _ entries: [(at: Instant, lines: (Int) -> [Line])]
  ) -> [Line] {
    let moments = entries.map { phrases.shortMoment(zone.clock(at: $0.at), today: today) }
    let width = (moments.map(\.displayWidth).max() ?? 0) + 2
    return zip(moments, entries).flatMap { moment, entry in
      entry.lines(columns - 2 - width).enumerated().map { index, line in
        "  " + Line(index == 0 ? moment : "", .quiet).padded(to: width) + line
      }
    }
  }

  /// How an entry is named in a command to type: by its name where that is one plain word, else by its id.
  func typedName(_ title: String, _ shortID: String) -> String { plainWord(title) ?? shortID }

  /// A text that a shell takes as it is; nil where it would have to be quoted.
  func plainWord(_ text: String) -> String? {
    let isPlain = text.unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || ("0"..."9").contains($0) || "-_.+".unicodeScalars.contains($0)
    }
    return isPlain && !text.hasPrefix("-") ? text : nil
  }

  /// `REPOSITORY@SHA` as people say it: `3f2a91c`.
  func shortCommit(_ commit: String) -> String {
    let name = CommitName(commit)
    return String(name.sha.prefix(name.repository == nil ? 12 : 8))
  }
}
