import StropCore

/// The texts that a shared repository has beside its journals.
enum SyncReadme {
  static let path = "README.md"
  /// Where it is instead, in a repository that has another one.
  static let besideJournals = SharedFile.directory + "README.md"
  static let attributesPath = ".gitattributes"

  /// Git must never change the ends of lines in a clone of a user's own.
  static let attributes = "*.jsonl -text\n"

  /// By which one that an earlier strop wrote is known.
  static let title = "# The journal of strop\n"

  static let text =
    title + """

      What was practised, on every machine of one engineer, as strop recorded it.

      - `journal/DEVICE/YYYY-MM.jsonl`: what one device wrote in one month of UTC, one entry a line, oldest first.
      - Each device adds lines to its own files, and nobody changes a line: what a file once held, it holds for ever. strop
        refuses one that shrank or changed, so mend nothing here by hand.
      - Lines are as `strop export` writes them: `strop import` reads any of these files.

      Join another machine with `strop sync init` and this repository's address.

      ## Reading it with jq

      Minutes a day (removed and undone check-ins are in it too: the journal forgets nothing):

          cat journal/*/*.jsonl | jq -r 'select(.fields.create and (.subject|startswith("checkin/"))) |
            [.fields.when.day, .fields.skill, .fields.minutes] | @tsv' | sort

      Which device wrote how much, and when last:

          cat journal/*/*.jsonl | jq -rs 'group_by(.device)[] | [.[0].device, length, (map(.at)|max)] | @tsv'

      """
}
