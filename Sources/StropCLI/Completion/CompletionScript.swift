import Foundation

/// ArgumentParser's completion scripts, mended where they do the wrong thing.
enum CompletionScript {
  /// What prints one: `--generate-completion-script bash`.
  static let option = "--generate-completion-script"

  /// `script` as the shell is to read it.
  static func mended(_ script: String) -> String {
    script
      // bash would take every word for a file's name: where there is a directory `papers`, it would
      // make `papers/` of the skill.
      .replacing("complete -o filenames -F", with: "complete -F")
      .replacing(
        "        __strop_add_completions -f\n",
        with: "        compopt -o filenames 2>/dev/null\n        __strop_add_completions -f\n"
      )
      // fish 3 knows no cursor in a line that is not being typed: `complete -C 'strop log '`.
      .replacing("(__strop_tokens -tC)", with: "(string length -- (commandline -ct)[1])")
  }
}
