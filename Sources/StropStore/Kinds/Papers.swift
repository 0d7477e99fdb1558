import GRDB
import StropCore

extension Kind<Paper> {
  /// The reading list, which is shipped; nothing is folded into it.
  static let paper = Kind(
    "paper", table: "paper", key: "arxiv",
    columns: [
      .own,
      .text("month", required: true),
      .text("title", required: true),
      .text("skill", required: true),
      .bool("core"),
    ],
    accepts: { _ in false },
    read: { id, row in
      guard let month = row["month"]?.text, let title = row["title"]?.text,
        let skill = row["skill"]?.text
      else { return nil }
      return Paper(
        arxiv: id, month: month, title: title, skill: skill, core: row["core"]?.bool == true)
    },
    kept: {
      [
        "month": .text($0.month), "title": .text($0.title), "skill": .text($0.skill),
        "core": .bool($0.core),
      ]
    })
}

extension Reader {
  /// A paper's title, where the reading list has it.
  package func paperTitle(arxiv: String) throws -> String? { try one(.paper, arxiv)?.title }
}
