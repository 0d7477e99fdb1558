/// A checklist item with what the user made of it.
package struct ListedItem: Sendable {
  package let item: Item
  package let progress: ItemProgress?
  package let evidence: [Evidence]
  /// The prerequisites that are not done yet.
  package let openPrerequisites: [String]
  /// Whether a check-in names it.
  package let wasPractised: Bool

  package init(
    item: Item, progress: ItemProgress?, evidence: [Evidence], openPrerequisites: [String],
    wasPractised: Bool = false
  ) {
    self.item = item
    self.progress = progress
    self.evidence = evidence
    self.openPrerequisites = openPrerequisites
    self.wasPractised = wasPractised
  }

  package var state: ItemProgress.State {
    ItemProgress.State(progress?.state, wasPractised: wasPractised)
  }

  package var level: EvidenceLevel { EvidenceLevel(of: evidence, answer: progress?.match) }
}

/// Which items to list; nothing is all of them.
package struct ItemFilter: Sendable {
  /// A slug; in a request, as typed.
  package var skill: String?
  package var state: ItemProgress.State?
  package var hardware: Item.Hardware?
  package var route: Route?

  package init(
    skill: String? = nil, state: ItemProgress.State? = nil, hardware: Item.Hardware? = nil,
    route: Route? = nil
  ) {
    self.skill = skill
    self.state = state
    self.hardware = hardware
    self.route = route
  }

  package var isEmpty: Bool { skill == nil && state == nil && hardware == nil && route == nil }
}

/// How long a route is, and how much of it is done.
package struct RouteSummary: Sendable {
  package let route: Route
  package let items: Int
  package let itemsDone: Int
  package let hours: Double
  /// Of the items that are neither done nor dropped.
  package let hoursLeft: Double

  package init(route: Route, items: Int, itemsDone: Int, hours: Double, hoursLeft: Double) {
    self.route = route
    self.items = items
    self.itemsDone = itemsDone
    self.hours = hours
    self.hoursLeft = hoursLeft
  }
}

/// `strop item list`.
package struct ItemList: Sendable {
  /// How many items a skill has, and how many of them are done.
  package struct Count: Hashable, Sendable {
    package var total = 0
    package var done = 0

    package init(total: Int = 0, done: Int = 0) {
      self.total = total
      self.done = done
    }
  }

  package let items: [ListedItem]
  /// Of every skill that has items listed, whatever was asked for.
  package let counts: [String: Count]
  package let filter: ItemFilter
  /// Every route, whatever is listed.
  package let routes: [RouteSummary]

  package init(
    items: [ListedItem], counts: [String: Count], filter: ItemFilter, routes: [RouteSummary]
  ) {
    self.items = items
    self.counts = counts
    self.filter = filter
    self.routes = routes
  }
}

/// `strop item show`.
package struct ItemCard: Sendable {
  /// An item to do first.
  package struct Prerequisite: Sendable {
    package let slug: String
    /// Nil where nobody knows the slug.
    package let title: LocalizedText?
    package let state: ItemProgress.State

    package init(slug: String, title: LocalizedText?, state: ItemProgress.State) {
      self.slug = slug
      self.title = title
      self.state = state
    }
  }

  /// What to read.
  package struct Source: Sendable {
    package let reference: String
    /// Of a paper on the reading list.
    package let title: String?

    package init(reference: String, title: String?) {
      self.reference = reference
      self.title = title
    }
  }

  package let listed: ListedItem
  /// Why it is worth doing; the skill's where the item does not say.
  package let why: String
  package let prerequisites: [Prerequisite]
  package let sources: [Source]
  /// Check-ins that name it, oldest first.
  package let checkIns: [LoggedCheckIn]
  package let today: Day

  package init(
    listed: ListedItem, why: String, prerequisites: [Prerequisite], sources: [Source],
    checkIns: [LoggedCheckIn], today: Day
  ) {
    self.listed = listed
    self.why = why
    self.prerequisites = prerequisites
    self.sources = sources
    self.checkIns = checkIns
    self.today = today
  }

  /// Spent on it so far, where minutes were given.
  package var minutes: Int { checkIns.compactMap(\.checkIn.minutes).reduce(0, +) }
}

/// `strop item check`: an item for which a command was run.
package struct CheckedItem: Sendable {
  package enum Result: String, CaseIterable, Sendable {
    case passed
    /// The command did not end with exit code 0.
    case failed
    /// It printed no value.
    case noValue
    /// Its value is not the known answer.
    case wrong

    package init(of run: Run, value: Double?, _ expect: Item.Expectation?) {
      guard run.end?.exit == 0 else {
        self = .failed
        return
      }
      guard let expect else {
        self = .passed
        return
      }
      self = value.map { expect.matches($0) ? .passed : .wrong } ?? .noValue
    }
  }

  /// As it stands now.
  package let listed: ListedItem
  package let run: WatchedRun
  package let result: Result
  package let value: Double?
  /// Under which name the value was looked for.
  package let name: String
  /// What to work on after it, in the same skill.
  package let next: NextItem?

  package init(
    listed: ListedItem, run: WatchedRun, result: Result, value: Double?, name: String,
    next: NextItem?
  ) {
    self.listed = listed
    self.run = run
    self.result = result
    self.value = value
    self.name = name
    self.next = next
  }
}

extension Item {
  /// Whether a command can show that it is done.
  package var isCheckedByRunning: Bool { expect != nil || check == .tests }
}

/// An item that was added, or whose state changed.
package struct ChangedItem: Sendable {
  package let listed: ListedItem
  /// What was known before.
  package let previous: ItemProgress?
  /// The value that was given this time; nil where none was.
  package let compared: String?
  /// What to work on after it, in the same skill.
  package let next: NextItem?

  package init(
    listed: ListedItem, previous: ItemProgress? = nil, compared: String? = nil,
    next: NextItem? = nil
  ) {
    self.listed = listed
    self.previous = previous
    self.compared = compared
    self.next = next
  }
}
