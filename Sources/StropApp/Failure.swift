package import StropCore

/// Everything that a user can be told went wrong. StropCLI turns each into a sentence, a hint and an
/// exit code.
package enum Failure: Error {
  // What was typed.
  case badNow(String)
  case badDay(String)
  case futureDay(Day, today: Day)
  /// The calendar's day, before `until` on the wall clock.
  case dayNotBegun(Day, today: Day, until: CivilTime)
  case badMinutes(String)
  case badPeriod(String, Period.Unit)
  /// No days that a report could be compared with.
  case badComparison(String)
  case reversedRange(from: Day, to: Day)
  /// The text, and why it is none.
  case badRule(String, RuleProblem)
  case badChannel(String)
  /// What a channel still needs before a reminder can go through it.
  case channelNotReady(ChannelProblem)
  case badSlack(Int)
  case badSnooze(String)
  /// An option that is about another kind of reminder.
  case topicLacks(String, Reminder.Kind)
  case emptyName
  case unknownSkill(String, nearest: [String], count: Int)
  case ambiguousSkill(String, candidates: [String])
  case unknownItem(String, nearest: [String])
  case ambiguousItem(String, candidates: [String])
  case itemOfOtherSkill(item: String, skill: String)
  case badID(String)
  /// `listing`: the command that lists what was looked for.
  case unknownID(String, listing: String)
  case ambiguousID(String, candidates: [String])
  case badOwnSlug(String, suggestion: String)
  case badReference(String)
  case badHours
  case badRetest(Int)
  case emptyText(String)
  case badEvidence(String, EvidenceProblem)
  case badNumber(String)
  case skillMissing
  /// `skill focus --sessions 3` without one.
  case planLacksSkill
  case nothingToChange
  case sameReminder(id: String)
  case sameSkip(id: String)
  /// Another skip of the same skill, or of all, covers some of the days.
  case overlappingSkip(id: String, ClosedRange<Day>)
  /// An item that is not finished, and so not to be reopened.
  case itemIsOpen(String)
  /// Skills that are outside the focus already, or archived.
  case isSo([String], SkillState)
  /// In bytes.
  case noteTooLong(limit: Int)
  /// A text that is no note, such as a title; in bytes.
  case textTooLong(limit: Int)
  /// An option that may be given several times, but not so often.
  case tooMany(String, limit: Int)

  // What could not be done.
  case ownExists(String)
  /// What came with the curriculum.
  case notOwn(String)
  /// A skill that cannot go, since its practice would lose its name.
  case wasPractised(String)
  case itemIsDone(String)
  case predictionStands(String, Day)
  /// What `strop remove` leaves alone, with the command that takes it away.
  case removedOtherwise(LocalizedText, command: String)
  /// The value is not the known answer of the item; `item`: its slug.
  case wrongAnswer(String, item: String)
  /// `passedOver`: commands that are undone by commands of their own, newest first.
  case nothingToUndo(passedOver: [String])
  /// The last thing was an import; `restoring`: the command that goes back to the copy from before, if it is there.
  case importStands(restoring: String?)
  case nothingToRedo
  case endOfInput
  case badZone(String, ZoneSource)
  case badImport(ImportError)
  /// A pack with problems; `file` as the user named it.
  case badPack(file: String, [LocatedProblem])
  case fileUnreadable(path: String)
  case fileUnwritable(path: String)
  /// A link to where nothing is.
  case danglingLink(path: String)
  /// A path that is no text, and so cannot be kept in the journal.
  case pathNotText(String)
  /// A variable whose value is no UTF-8: it names a path.
  case variableNotText(String)
  /// A file to write that is the database, or belongs to it.
  case ownFile(path: String)
  /// Another process holds the database, which was only to be read.
  case busy
  /// `restoring`: the command that brings the newest copy back, where the database is lost; nil without one.
  case store(StoreError, path: String, restoring: String?)
  /// A program that is there could not be run, or did not end: its name, and why.
  case programNotRun(String, reason: String)
  /// `path`: as shown, of a page that was written.
  case pageNotOpened(path: String, OpeningProblem)
  /// No copy could be made in the directory; the database itself is as it was.
  case notBackedUp(StoreError, directory: String)
  /// A database that went missing, or was emptied, beside copies of it or a journal of SQLite's own.
  case vanished(path: String, isEmpty: Bool, restoring: String?)
  /// `option`: what a command line needs to be about the database, as in `CopyList`.
  case unknownCopy(String, hasCopies: Bool, option: String)
  case restoreLoses(entries: Int, copy: String, option: String)
  /// Of check-ins as CSV.
  case table(TableProblem)
  case schedule(ScheduleFailure)
  case logbook(LogbookFailure)
  case run(RunFailure)
  case setting(SettingFailure)
  case sync(SyncFailure)
  /// What each channel answered; `isOver`: nothing is tried again.
  case deliveryFailed([LocalizedText], isOver: Bool)
}
