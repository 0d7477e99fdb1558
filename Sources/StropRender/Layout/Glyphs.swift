/// What bars, sparklines and calendars are drawn with on a terminal.
package struct Glyphs: Sendable {
  /// A part of a bar that is done, and one that is not.
  let full: Character
  let empty: Character
  /// From the lowest to the highest.
  let heights: [Character]
  /// A day with practice, and one without.
  let practised: Character
  let idle: Character

  package static let unicode = Glyphs(
    full: "█", empty: "·", heights: Array("▁▂▃▄▅▆▇█"), practised: "■", idle: "·")
  /// Where the locale is not of UTF-8.
  package static let ascii = Glyphs(
    full: "#", empty: ".", heights: Array("_.,:-=+#"), practised: "#", idle: ".")
}
