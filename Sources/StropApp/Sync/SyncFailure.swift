package import StropCore

/// Why the journal could not be shared; what is here is as it was.
package enum SyncFailure: Error {
  case notSetUp
  /// It is shared through another remote.
  case otherRemote(String)
  /// An address that git would take for an option, or none at all.
  case badRemote(String)
  /// There is no `git` program.
  case noGit
  /// Another process shares this journal just now.
  case locked
  /// Git could not reach the remote; `says`: its own line.
  case unreachable(remote: String, says: String)
  /// What others wrote was taken in, and what this machine wrote could not be sent.
  case notSent(entries: Int, remote: String, says: String)
  /// Other machines were faster each time.
  case outrun(entries: Int)
  /// The remote holds other things than journals: names of files, or of branches.
  case otherContents(remote: String, [String])
  /// The remote is empty now, and held so many entries.
  case emptied(entries: Int64)
  /// A file among the journals that is none.
  case foreignFile(path: String)
  case badFile(SharedFile, line: Int, SharedFileProblem)
  /// Git failed in the clone here, even in a new one; `says`: its own line.
  case cloneUnusable(path: String, says: String)
}

/// What is wrong with a line of a shared file.
package enum SharedFileProblem: Hashable, Sendable {
  /// It is not there any more; `had`, `has`: how many lines the file had, and has.
  case missing(had: Int64, has: Int64)
  /// It is not the entry that stood there.
  case changed
  /// The file ends within it.
  case cutOff
  /// It is no entry of that device in that month.
  case misplaced
  /// It is an entry of the device, and `expected` comes next.
  case outOfOrder(found: Int64, expected: Int64)
  /// It is an entry of this machine's, which never wrote it.
  case notWritten
  /// It is a setting of another device than the one that wrote it.
  case othersSetting
  /// This machine's journal holds another entry under the same number.
  case conflict(sequence: Int64)
  case malformed(LineProblem)
}
