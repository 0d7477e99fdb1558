import ArgumentParser
import StropApp
import StropCore
import StropRender

/// A line that a shell wants completed.
struct Completion {
  /// What a completion script's call of strop begins with.
  static let request = "---completion"

  /// As typed, with their quotation marks; the first is the program.
  let words: [String]
  /// Of the word to complete.
  let index: Int
  /// The word to complete, up to the cursor.
  let prefix: String

  private let opened: Strop?
  private let environment: Environment?
  /// As `--db` names it.
  private let path: String?
  let phrases: PhraseBook

  init(words: [String], index: Int, prefix: String) {
    self.words = words
    self.index = index
    self.prefix = prefix
    let environment = try? Environment.current()
    let path = Completion.value(of: "--db", in: words, but: index)
    opened = environment.flatMap { Completion.open($0, path, .existing) }
    self.environment = environment
    self.path = path
    let option = Completion.value(of: "--lang", in: words, but: index)
    phrases = PhraseBook(
      language: environment?.language(
        option: option.flatMap(Language.init(rawValue:)), setting: opened?.settings.language)
        ?? .english)
  }

  /// What stands for the database where that may be lost.
  func detached() throws -> Strop {
    guard let strop = environment.flatMap({ Completion.open($0, path, .detached) }) else {
      throw ExitCode.failure
    }
    return strop
  }

  private static func open(
    _ environment: Environment, _ path: String?, _ opening: Strop.Opening
  ) -> Strop? {
    try? Strop.open(environment, path: environment.databasePath(option: path), opening)
  }

  /// The database that the line is about, which is never made for a completion.
  func database() throws -> Strop {
    guard let opened else { throw ExitCode.failure }
    return opened
  }

  func say(_ text: LocalizedText) -> String { text[phrases.language] }

  /// The word before the one to complete.
  var previous: String? {
    words.indices.contains(index - 1) ? words[index - 1].withoutQuotes : nil
  }

  /// What stands behind an option; bash makes three words of `--db=FILE`.
  private static func value(of option: String, in words: [String], but index: Int) -> String? {
    var value: String?
    for (position, word) in words.enumerated() where position != index {
      if word.hasPrefix(option + "=") {
        value = String(word.dropFirst(option.count + 1))
      } else if word == option {
        let rest = words.indices.dropFirst(position + 1).drop { words[$0] == "=" }
        if let next = rest.first, next != index { value = words[next] }
      }
    }
    return value?.withoutQuotes
  }
}

/// A word that a shell offers.
struct Candidate {
  private let word: String
  private let meaning: String

  /// `meaning`: what the shell shows beside it, where it shows any such thing.
  init(_ word: String, _ meaning: String = "") {
    self.word = word
    self.meaning = meaning
  }

  /// Entries of a logbook, by their ids; by the words of their texts that only one has, where such a one was begun.
  ///
  /// `entries`: an id and what it stands for; `prefix`: what was typed.
  static func entries(_ entries: [(id: String, text: String)], prefix: String) -> [Candidate] {
    let typed = prefix.foldedName
    guard !typed.isEmpty, !entries.contains(where: { $0.id.hasPrefix(typed) }) else {
      return entries.map { Candidate($0.id, $0.text) }
    }
    let folded = entries.map(\.text.foldedName)
    // A word by the one entry that has it; nil once another has it too.
    var owners: [String: Int?] = [:]
    for (index, text) in folded.enumerated() {
      for word in Set(text.words) where word.hasPrefix(typed) {
        owners[word] = owners[word] == nil ? index : .some(nil)
      }
    }
    let unique = owners.compactMap { word, owner in owner.map { (word: word, owner: $0) } }
      .sorted { ($0.owner, $0.word) < ($1.owner, $1.word) }
    // A part of another's word names that one too; of many words the shell shows none anyway.
    let shown =
      unique.count > 50
      ? unique
      : unique.filter { one in
        folded.count { $0.contains(one.word) } == 1
      }
    return shown.map { word, owner in
      let text = entries[owner].text
      let asWritten = text.words.first { $0.foldedName == word && $0.hasPrefix(prefix) }
      return Candidate(asWritten ?? word, text)
    }
  }

  /// How wide a meaning may be: a shell shows it on one line with its word.
  private static let widestMeaning = 60

  /// As the shell in question reads it; nil for a word that it would not take literally.
  ///
  /// bash expands what it is offered (`compgen -W`), so a word is letters, digits and a few marks.
  var offered: String? {
    let isPlain = word.unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || ("0"..."9").contains($0) || "-_/.,+".unicodeScalars.contains($0)
    }
    guard isPlain, !word.isEmpty else { return nil }
    let meaning = meaning.replacing("\\", with: "/").sanitized
      .replacing("\\", with: "/").fitted(to: Candidate.widestMeaning)
    guard !meaning.isEmpty else { return word }
    return switch CompletionShell.requesting {
    case .some(.zsh): word + ":" + meaning
    case .some(.fish): word + "\t" + meaning
    default: word
    }
  }
}

extension String {
  /// Its runs of letters and digits.
  fileprivate var words: [String] {
    split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }

  /// A word as the shell passes it on: without quotation marks and backslashes that quote.
  fileprivate var withoutQuotes: String {
    var result = ""
    var quote: Character?
    var isEscaped = false
    for character in self {
      if isEscaped {
        result.append(character)
        isEscaped = false
      } else if character == "\\", quote != "'" {
        isEscaped = true
      } else if character == quote {
        quote = nil
      } else if quote == nil, character == "'" || character == "\"" {
        quote = character
      } else {
        result.append(character)
      }
    }
    return result
  }
}
