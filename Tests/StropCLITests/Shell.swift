import Foundation
import Testing

/// A shell whose completions are asked for as a user's TAB does.
enum Shell: String, CaseIterable {
  case bash, zsh, fish

  struct Offer: Equatable {
    let word: String
    /// What the shell shows beside it; empty in bash, which shows nothing.
    let meaning: String
  }

  /// The shells that show what a word means.
  static let telling: [Shell] = [.zsh, .fish]

  /// What the shell offers for each of `lines`, in the home's directory.
  ///
  /// Nothing may be written to standard error.
  func offers(
    _ lines: [String], in home: StropHome, with changes: [String: String?] = [:]
  ) throws -> [[Offer]] {
    let variables = try changes.merging(home.variablesWithStrop) { changed, _ in changed }
    let script = try home.strop("--generate-completion-script", rawValue, with: variables)
    try #require(script.status == 0, "\(script.errors)")
    try FileManager.default.createDirectory(
      atPath: home.path("completions"), withIntermediateDirectories: true)
    try home.write(script.output, to: "completions/_strop")
    let driver = try home.write(driver, to: "driver.\(rawValue)")
    let outcome = try home.run(
      ["/usr/bin/env", rawValue] + flags + [driver] + lines, with: variables
    ).end()
    #expect(outcome.errors == "", "\(self)")
    try #require(outcome.status == 0, "\(self): \(outcome)")
    let blocks = outcome.output.components(separatedBy: "== ").dropFirst()
    try #require(blocks.count == lines.count, "\(self): \(outcome.output)")
    return blocks.map { block in
      block.split(separator: "\n").dropFirst().map { line in
        let parts = line.split(separator: "\t", maxSplits: 1).map(String.init)
        return Offer(word: parts[0], meaning: parts.count > 1 ? parts[1] : "")
      }
    }
  }

  /// Without what the user or the machine has set up.
  private var flags: [String] {
    switch self {
    case .bash: ["--norc"]
    case .zsh: ["-f"]
    case .fish: ["--no-config"]
    }
  }

  /// Prints `== LINE`, then a line an offer: the word, a tab, its meaning.
  private var driver: String {
    switch self {
    case .bash:
      #"""
      source completions/_strop
      for line; do
        COMP_LINE=$line COMP_POINT=${#line} COMPREPLY=()
        read -ra COMP_WORDS <<<"$line"
        [[ $line == *' ' ]] && COMP_WORDS+=('')
        COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
        _strop strop "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}" 2> >(
          grep -v 'compopt: not currently executing completion function' >&2)
        printf '== %s\n' "$line"
        [ ${#COMPREPLY[@]} = 0 ] || printf '%s\n' "${COMPREPLY[@]}"
      done
      """#
    case .zsh:
      // A shell on a terminal of its own, in which `compadd` tells what it is given to offer.
      #"""
      cat >inner.zsh <<'END'
      PS1= fpath=($PWD/completions $fpath)
      setopt no_auto_list no_beep
      autoload -Uz compinit && compinit -u -D
      tell() { zle complete-word; print DONE }
      zle -N tell
      bindkey '^I' tell
      compadd() {
        if [[ ${@[1,(i)(-|--)]} == *-(O|A|D)\ * ]]; then builtin compadd "$@"; return; fi
        local -a hits shown
        (( $@[(I)-d] )) && shown=("${(@P)${@[$[${@[(i)-d]} + 1]]}}")
        builtin compadd -A hits -D shown "$@"
        local i
        for i in {1..$#hits}; do
          (( $#hits )) && print -r -- "$hits[i]"$'\t'"${shown[i]#* -- }" >>offers
        done
        builtin compadd "$@"
      }
      print READY
      END
      zmodload zsh/zpty
      zpty shell zsh -f
      zpty -w shell 'source ./inner.zsh'
      zpty -r -m shell text '*READY*'
      for line; do
        : >offers
        zpty -w -n shell $'\x15'"$line"$'\t'
        zpty -r -m shell text '*DONE*'
        print -r -- "== $line"
        cat offers
      done
      zpty -d shell
      """#
    case .fish:
      #"""
      source completions/_strop
      for line in $argv
        echo "== $line"
        complete -C $line
      end
      """#
    }
  }
}

extension StropHome {
  /// A PATH on which the program is found by its name.
  var variablesWithStrop: [String: String?] {
    get throws {
      let directory = path("bin")
      let link = directory + "/strop"
      if !FileManager.default.fileExists(atPath: link) {
        try FileManager.default.createDirectory(
          atPath: directory, withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(
          atPath: link, withDestinationPath: try StropHome.binary.get())
      }
      return ["PATH": directory + ":/usr/bin:/bin"]
    }
  }
}
