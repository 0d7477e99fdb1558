import StropCore
import Yams

/// Reads the values of a curriculum's YAML, and remembers everything that is wrong with them.
///
/// A value that cannot be read is nil, so that what comes after it is looked at all the same.
struct CurriculumReader {
  /// Whose curriculum it is. In a pack much may be left out, and what is shipped cannot be changed.
  enum Origin {
    case shipped, pack
  }

  /// The most problems that are remembered: what has more is no curriculum.
  private static let problemLimit = 1_000

  let origin: Origin
  private(set) var problems: [LocatedProblem] = []
  /// Where each skill and item stands, by slug.
  var places: [String: Place] = [:]
  /// Whether something was left out for want of a slug: others may then wait for it in vain.
  var isIncomplete = false

  init(_ origin: Origin) {
    self.origin = origin
  }

  mutating func report(
    _ kind: CurriculumProblem.Kind, at place: Place, line: Int? = nil, key: String? = nil
  ) {
    guard problems.count < CurriculumReader.problemLimit else { return }
    let field = key.map { place.member($0, place.node).path } ?? place.path
    problems.append(LocatedProblem(line: line ?? place.line, field: field, kind: kind))
  }

  /// The members of a mapping by their keys, which must be among `keys`; nil where it is none.
  ///
  /// `required`: keys that must be there.
  /// `forbidden`: keys that belong elsewhere, and what to say of them.
  mutating func members(
    of place: Place, keys: [String], required: Set<String>,
    forbidden: (keys: [String], kind: CurriculumProblem.Kind)? = nil
  ) -> [String: Place]? {
    guard case .mapping(let mapping) = checked(place) else {
      let nothing = place.path.isEmpty ? CurriculumProblem.Kind.empty : .missing
      report(place.isNull ? nothing : .wrongShape(.mapping), at: place)
      return nil
    }
    var members: [String: Place] = [:]
    for (key, value) in mapping {
      let line = key.mark?.line
      guard let name = key.scalar?.string else {
        report(.unknownKey(nearest: nil), at: place, line: line)
        continue
      }
      if keys.contains(name) {
        members[name] = place.member(name, value)
      } else if let forbidden, forbidden.keys.contains(name) {
        report(forbidden.kind, at: place, line: line, key: name)
      } else {
        report(
          .unknownKey(nearest: nearest(to: name, among: keys)), at: place, line: line,
          key: String(name.prefix(64)))
      }
    }
    for key in keys where required.contains(key) && members[key] == nil {
      report(.missing, at: place, key: key)
    }
    return members
  }

  private func nearest(to name: String, among keys: [String]) -> String? {
    guard problems.count < CurriculumReader.problemLimit else { return nil }
    let near = keys.map { (key: $0, distance: editDistance($0, name)) }
      .min { $0.distance < $1.distance }
    return near.flatMap { $0.distance <= max(2, name.count / 3) ? $0.key : nil }
  }

  /// The node, unless a tag asks for another type than the one it has.
  private mutating func checked(_ place: Place) -> Node {
    let tag = place.node.tag.rawValue
    if ![Tag.Name.str, .map, .seq].map(\.rawValue).contains(tag) { report(.tag(tag), at: place) }
    return place.node
  }

  /// `limit`: how many elements are read.
  mutating func elements(of place: Place?, limit: Int) -> [Place]? {
    guard let place else { return nil }
    guard case .sequence(let sequence) = checked(place) else {
      report(place.isNull ? .missing : .wrongShape(.list), at: place)
      return nil
    }
    if sequence.count > limit { report(.tooMany(limit: limit), at: place) }
    return sequence.prefix(limit).enumerated().map { place.element($0, $1) }
  }

  /// A scalar that stands there, plain or quoted, without the space around it.
  mutating func text(_ place: Place?) -> String? {
    guard let place else { return nil }
    guard case .scalar(let scalar) = checked(place) else {
      report(.wrongShape(.text), at: place)
      return nil
    }
    guard !place.isNull else {
      report(.missing, at: place)
      return nil
    }
    let text = scalar.string.drop(while: \.isWhitespace)
    return text.lastIndex { !$0.isWhitespace }.map { String(text[...$0]) } ?? ""
  }

  /// A text in each language; in a pack one for both will do.
  mutating func texts(_ place: Place?) -> LocalizedText? {
    guard let place else { return nil }
    if case .scalar = place.node {
      guard origin == .pack || place.isNull else {
        report(.wrongShape(.texts), at: place)
        return nil
      }
      return text(place).map { LocalizedText(english: $0, chinese: $0) }
    }
    guard let members = members(of: place, keys: ["en", "zh"], required: ["en", "zh"]) else {
      return nil
    }
    let (english, chinese) = (text(members["en"]), text(members["zh"]))
    guard let english, let chinese else { return nil }
    return LocalizedText(english: english, chinese: chinese)
  }

  mutating func list(_ place: Place?) -> [String]? {
    elements(of: place, limit: Curriculum.linkLimit)?.compactMap { text($0) }
  }

  mutating func integer(_ place: Place?) -> Int? { plain(place, .integer) { Int($0) } }

  mutating func number(_ place: Place?) -> Double? {
    // A comma stands between the elements of a list.
    plain(place, .number) { $0.contains(",") ? nil : Number.parse($0) }
  }

  mutating func boolean(_ place: Place?) -> Bool? {
    plain(place, .boolean) { $0 == "true" ? true : $0 == "false" ? false : nil }
  }

  /// A word from a fixed list.
  mutating func word<Word: RawRepresentable & CaseIterable>(
    _ place: Place?, _ type: Word.Type
  ) -> Word? where Word.RawValue == String {
    guard let place, let text = text(place) else { return nil }
    guard let word = Word(rawValue: text) else {
      report(.unknownWord(Word.allCases.map(\.rawValue)), at: place)
      return nil
    }
    return word
  }

  /// What is not a text must stand without quotation marks.
  private mutating func plain<Value>(
    _ place: Place?, _ shape: CurriculumProblem.Shape, _ read: (String) -> Value?
  ) -> Value? {
    guard let place else { return nil }
    guard case .scalar(let scalar) = checked(place), scalar.style == .plain,
      let value = read(scalar.string)
    else {
      report(place.isNull ? .missing : .wrongShape(shape), at: place)
      return nil
    }
    return value
  }
}
