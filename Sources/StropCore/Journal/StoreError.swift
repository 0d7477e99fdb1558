/// What can go wrong with the database.
package enum StoreError: Error, Hashable {
  /// Another process held the lock for longer than the busy timeout.
  case busy
  /// No room on the disk; the transaction was rolled back.
  case full
  /// The file, its directory or its file system cannot be written to.
  case readOnly
  /// The file is another user's, whose number this is.
  case othersFile(owner: UInt32)
  /// There is no database at the path, and none was to be made.
  case missing
  /// A copy would replace a file.
  case exists
  /// The file cannot be opened or read.
  case unreadable(String)
  /// The file is a database of something else, or no database at all.
  case foreign
  /// The wall clock is past `HybridClock.lastMoment`: an import would refuse what it records.
  case clockAhead
  /// SQLite found the file damaged.
  case damaged(String)
  /// Made by a newer strop.
  case newer(found: Int, known: Int)
  /// Anything else that SQLite says.
  case other(String)
}
