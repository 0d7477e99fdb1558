package import StropCore
import Yams

/// The curriculum that ships with strop: the YAML of this folder, embedded in the binary.
package enum Seeds {
  /// Raised by one with every change of the YAML: a database with a lower one loads it anew.
  package static let version = 3

  /// The embedded YAML is not what docs/curriculum.md says; the tests make sure that no release has this.
  package struct Malformed: Error, CustomStringConvertible {
    let problems: [LocatedProblem]

    package var description: String { problems.map { "\($0)" }.joined(separator: "\n") }
  }

  /// Reads the embedded YAML. Takes a noticeable time: only for a first run and a raised version.
  ///
  /// - Throws: `Malformed`.
  package static func curriculum() throws -> Curriculum {
    let files = skillFiles.map { CurriculumFile($0, .shipped) }
    let list = ReadingList(PackageResources.reading_list_yaml)
    let problems = files.flatMap(\.shapeProblems) + list.problems
    guard problems.isEmpty else { throw Malformed(problems: problems) }
    let skills = files.map(\.curriculum).sorted { left, right in
      left.skills.first?.position ?? 0 < right.skills.first?.position ?? 0
    }
    return Curriculum(
      skills: skills.flatMap(\.skills), items: skills.flatMap(\.items), papers: list.papers)
  }

  private static var skillFiles: [[UInt8]] {
    [
      PackageResources.papers_yaml, PackageResources.frontier_yaml,
      PackageResources.reproduce_yaml, PackageResources.debug_yaml,
      PackageResources.weekend_yaml, PackageResources.scaling_law_yaml,
      PackageResources.megatron_yaml, PackageResources.deepspeed_yaml,
      PackageResources.data_pipeline_yaml, PackageResources.sft_data_yaml,
      PackageResources.reward_model_yaml, PackageResources.dpo_yaml,
      PackageResources.ppo_yaml, PackageResources.moe_yaml,
      PackageResources.leverage_yaml, PackageResources.portfolio_yaml,
    ]
  }
}

/// The shipped list of papers.
struct ReadingList {
  let papers: [ListedPaper]
  let problems: [LocatedProblem]

  init(_ bytes: [UInt8]) {
    var reader = CurriculumReader(.shipped)
    var papers: [ListedPaper] = []
    let syntaxProblem = YAMLStream(bytes).eachRoot(limit: 1) { root in
      let members = reader.members(
        of: Place(node: root, path: ""), keys: ["papers"], required: ["papers"])
      let entries = reader.elements(of: members?["papers"], limit: CurriculumFile.itemLimit)
      papers = (entries ?? []).compactMap { reader.paper($0) }
    }
    self.papers = papers
    problems = reader.problems + [syntaxProblem].compactMap(\.self)
  }
}
