/// When a device first ran strop: subject `start/DEVICE`. Days before the earliest do not count.
package struct Start: Record {
  package static let type = "start"

  package let device: String
  package let moment: Moment

  package init(device: String, moment: Moment) {
    self.device = device
    self.moment = moment
  }

  package init?(id: String, row: Fields) {
    guard let moment = row["when"].flatMap(Moment.init) else { return nil }
    self.init(device: id, moment: moment)
  }

  package var id: String { device }

  package var fields: Fields { ["when": moment.value] }
}
