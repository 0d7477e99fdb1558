/// The last value that a run gave for one metric: subject `metric/RUN/NAME`.
package struct Metric: Record {
  package static let type = "metric"

  /// `run/name`.
  package let id: String
  /// As Swift prints it: `0.3125`, `nan`, `inf`, `-inf`.
  package let value: String

  package init(run: String, name: String, number: Double) {
    self.init(id: run + "/" + name, value: number.description)
  }

  private init(id: String, value: String) {
    self.id = id
    self.value = value
  }

  package init?(id: String, row: Fields) {
    guard id.contains("/"), let value = row["value"]?.text, Double(value) != nil else { return nil }
    self.init(id: id, value: value)
  }

  package var fields: Fields { ["value": .text(value)] }

  /// The id of the run.
  package var run: String { String(id.prefix { $0 != "/" }) }
  package var name: String { String(id.drop { $0 != "/" }.dropFirst()) }
  /// May be no number, or infinite: then it says that the run went wrong.
  package var number: Double { Double(value) ?? .nan }
}
