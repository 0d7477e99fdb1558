package import StropCore
import Seeds
import StropStore

extension Strop {
  /// The largest pack that is read, in bytes.
  package static let packSizeLimit = CurriculumFile.sizeLimit

  /// Takes in a pack as skills and items of the user's own: what differs from what is there, in one
  /// batch, all of it or nothing.
  ///
  /// `file`: as the user named it.
  /// - Throws: `Failure.badPack`.
  package func importPack(_ bytes: [UInt8], file: String) throws -> PackReceipt {
    let pack = CurriculumFile(pack: bytes)
    return try write { transaction in
      let reader = transaction.reader
      let known = try reader.checklist()
      let problems = pack.problems(beside: known)
      guard problems.isEmpty else { throw Failure.badPack(file: file, problems) }
      let changes = try PackChanges(pack.curriculum, from: known, row: reader.row)
      try transaction.append(changes.patches, command: "import --curriculum")
      let practices = try PracticeReader(reader, today: today)
      let unfocused = pack.curriculum.skills.first { skill in
        !practices.plans(of: skill).plan(in: today.week).focus
      }
      return PackReceipt(
        contents: PackContents(pack.curriculum), changes: changes, unfocused: unfocused?.slug)
    }
  }

  /// What is wrong with a pack, beside the skills and items that are there; changes nothing.
  ///
  /// `file`: as the user named it.
  package func checkPack(_ bytes: [UInt8], file: String) throws -> PackCheck {
    let pack = CurriculumFile(pack: bytes)
    return PackCheck(
      file: file, contents: PackContents(pack.curriculum),
      problems: pack.problems(beside: try read { try $0.checklist() }))
  }
}
