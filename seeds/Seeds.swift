package import StropCore
import Yams

/// The curriculum that ships with strop: the YAML of this folder, embedded in the binary.
package enum Seeds {
  /// Raised by one with every change of the YAML: a database with a lower one loads it anew.
  package static let version = 2

  /// Reads the embedded YAML. Takes a noticeable time: only for a first run and a raised version.
  ///
  /// - Throws: Yams' error; the tests make sure that no release has one.
  package static func curriculum() throws -> Curriculum {
    let decoder = YAMLDecoder()
    let files = try skillFiles.map { bytes in
      try decoder.decode(SkillFile.self, from: String(decoding: bytes, as: UTF8.self))
    }.sorted { $0.position < $1.position }
    let list = try decoder.decode(
      ReadingList.self,
      from: String(decoding: PackageResources.reading_list_yaml, as: UTF8.self))
    return Curriculum(
      skills: files.map(\.skill), items: files.flatMap(\.checklist),
      papers: list.papers.map(\.paper))
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
