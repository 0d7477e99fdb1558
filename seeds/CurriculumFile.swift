package import StropCore
import Yams

/// A curriculum as its YAML tells it, with everything that is wrong and where.
package struct CurriculumFile {
  /// The largest file that is read, in bytes.
  package static let sizeLimit = 10_000_000
  /// The most documents and items that a pack may hold.
  package static let skillLimit = 100
  package static let itemLimit = 1_000

  /// What could be read of it.
  package private(set) var curriculum: Curriculum
  private let reader: CurriculumReader
  private let syntaxProblem: LocatedProblem?

  /// Reads a pack: documents of YAML, each of them one skill.
  package init(pack bytes: [UInt8]) {
    self.init(bytes, .pack)
  }

  init(_ bytes: [UInt8], _ origin: CurriculumReader.Origin) {
    var reader = CurriculumReader(origin)
    var skills: [Skill] = []
    var items: [Item] = []
    syntaxProblem = YAMLStream(bytes).eachRoot(limit: CurriculumFile.skillLimit) { root in
      let room = CurriculumFile.itemLimit - items.count
      guard let read = reader.skill(Place(node: root, path: ""), room: room) else { return }
      if let skill = read.skill { skills.append(skill) }
      items += read.items
    }
    curriculum = Curriculum(skills: skills, items: items, papers: [])
    self.reader = reader
  }

  /// What is wrong with how it is written, in the order of its lines.
  var shapeProblems: [LocatedProblem] {
    CurriculumFile.inOrder(reader.problems + [syntaxProblem].compactMap(\.self))
  }

  /// Everything that is wrong with it as a pack, in the order of its lines; empty for one to take in.
  ///
  /// `known`: the skills and items that are there, shipped and own.
  package func problems(beside known: Curriculum) -> [LocatedProblem] {
    let isWhole = !reader.isIncomplete && syntaxProblem == nil
    let found = curriculum.problems(beside: known).filter { problem in
      // What was left out may be what an item waits for.
      if case .unknownPrerequisite = problem.kind { isWhole } else { true }
    }
    return CurriculumFile.inOrder(shapeProblems + found.map(located))
  }

  private func located(_ problem: CurriculumProblem) -> LocatedProblem {
    var (subject, field) = (problem.subject, problem.field)
    if problem.kind == .unknownSkill {
      (subject, field) = (String(subject.prefix { $0 != "/" }), "slug")
    }
    let place = reader.places[subject]?.descending(to: field)
    return LocatedProblem(line: place?.line ?? 1, field: place?.path ?? subject, kind: problem.kind)
  }

  /// Each problem once, in the order of the lines.
  private static func inOrder(_ problems: [LocatedProblem]) -> [LocatedProblem] {
    var seen: Set<LocatedProblem> = []
    return problems.filter { seen.insert($0).inserted }
      .enumerated().sorted { ($0.element.line, $0.offset) < ($1.element.line, $1.offset) }
      .map(\.element)
  }
}
