/// What is sent through a channel, in the user's language.
package struct Message: Hashable, Sendable {
  package struct Part: Hashable, Sendable {
    package let reminder: DueReminder
    /// What it says, on one line.
    package let text: String

    package init(reminder: DueReminder, text: String) {
      self.reminder = reminder
      self.text = text
    }
  }

  /// One line without control characters.
  package let title: String
  /// Lines without control characters, of at most 72 columns where a report is among them.
  package let body: String
  /// A shorter body, for where the title is shown apart: a notice on the desktop.
  package let brief: String
  /// The weekly report as a page, for mail; nil where there is none.
  package let html: String?
  package let parts: [Part]

  package init(title: String, body: String, brief: String, html: String?, parts: [Part]) {
    self.title = title
    self.body = body
    self.brief = brief
    self.html = html
    self.parts = parts
  }
}
