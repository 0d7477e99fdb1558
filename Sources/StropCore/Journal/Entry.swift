/// What an entry speaks of, written `type/key`: `checkin/7k3fq0x9ab`, `plan/papers/2026-W48`.
package struct Subject: Hashable, Comparable, Sendable {
  package let type: String
  package let key: String

  package init(_ type: String, _ key: String) {
    self.type = type
    self.key = key
  }

  /// Reads `type/key`; the type ends at the first slash, neither part is empty.
  package init?(_ text: some StringProtocol) {
    guard let slash = text.firstIndex(of: "/"), slash != text.startIndex else { return nil }
    let key = text[text.index(after: slash)...]
    guard !key.isEmpty else { return nil }
    self.init(String(text[..<slash]), String(key))
  }

  package var text: String { type + "/" + key }

  // By their bytes, as the database does: a String is equal to its other Unicode forms.
  package static func == (left: Subject, right: Subject) -> Bool {
    left.key.utf8.elementsEqual(right.key.utf8) && left.type.utf8.elementsEqual(right.type.utf8)
  }

  package func hash(into hasher: inout Hasher) {
    var key = key
    key.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }

  package static func < (left: Subject, right: Subject) -> Bool {
    (left.type, left.key) < (right.type, right.key)
  }
}

/// One change to one subject, not yet in the journal: the fields named take these values.
package struct Patch: Sendable {
  package let subject: Subject
  package let fields: Fields

  package init(_ subject: Subject, _ fields: Fields) {
    self.subject = subject
    self.fields = fields
  }

  /// A patch that brings its subject into being.
  package static func create(_ subject: Subject, _ fields: Fields) -> Patch {
    Patch(subject, fields.merging([Field.create: .bool(true)]) { _, create in create })
  }
}

/// Field names that mean the same for every subject.
package enum Field {
  package static let create = "create"
  package static let removed = "removed"
  package static let undone = "undone"
}

/// A line of the journal: a patch, with who wrote it, when, and as part of which batch.
package struct Entry: Sendable {
  package let device: String
  /// 1 for a device's first entry, rising by one.
  package let sequence: Int64
  /// What one command writes is one batch.
  package let batch: String
  package let clock: HybridClock
  package let at: Instant
  /// The zone in force when it was written.
  package let zone: String
  package let patch: Patch

  package init(
    device: String, sequence: Int64, batch: String, clock: HybridClock, at: Instant, zone: String,
    patch: Patch
  ) {
    self.device = device
    self.sequence = sequence
    self.batch = batch
    self.clock = clock
    self.at = at
    self.zone = zone
    self.patch = patch
  }

  /// The numbers that an entry may have: those that every reader of JSON can tell apart (RFC 8259, 6).
  package static let sequences: ClosedRange<Int64> = 1...1 << 53

  package var subject: Subject { patch.subject }
}

/// Wall-clock milliseconds and a counter in one number, never going back whatever the wall clock does
/// (Kulkarni et al. 2014, "Logical Physical Clocks", in its 48 + 16 bit form).
package struct HybridClock: Hashable, Comparable, Sendable {
  package let number: Int64

  package init(number: Int64) {
    self.number = number
  }

  /// The clock of the next batch, after the newest one seen.
  package init(now: Instant, newestSeen: HybridClock?) {
    let newest = newestSeen?.number ?? -1
    // Only a damaged database has seen the last number; its entries then go by their sequence.
    number = max(now.milliseconds << 16, newest == .max ? .max : newest + 1)
  }

  /// The wall clock's part of it.
  package var instant: Instant { Instant(milliseconds: number >> 16) }

  package static let zero = HybridClock(number: 0)

  /// The last moment at which anything is recorded, and that an import accepts: ten years after this program
  /// was released, so that no wrong clock can use up the numbers, here or elsewhere.
  package static let lastMoment = Instant(milliseconds: 1_795_392_000_000 + 315_576_000_000)

  /// The clock of that moment.
  package static let newestAccepted = HybridClock(number: lastMoment.milliseconds << 16)

  package static func < (left: HybridClock, right: HybridClock) -> Bool {
    left.number < right.number
  }
}
