package import StropCore

extension TextRenderer {
  /// A skill to choose from, as a check-in's questions list it.
  package func choice(_ skill: Today.Skill, among skills: [Today.Skill]) -> String {
    let width = skills.map(\.slug.displayWidth).max() ?? 0
    return (skill.slug.padded(to: width) + "  " + skill.title[language].sanitized)
      .fitted(to: columns - 5)
  }

  /// What the first run made, in one line: where another command than today ran first.
  package func firstRunLine(_ firstRun: FirstRun) -> String {
    prose(phrases.made(firstRun)).map(\.plain).joined(separator: "\n") + "\n"
  }

  /// The same without colour: for a file.
  package var plain: TextRenderer {
    TextRenderer(language: language, columns: columns, color: false)
  }
}
