package import StropCore
import Mustache

/// Writes values as HTML: one file that asks nothing of anywhere.
package struct HTMLRenderer: Sendable {
  package let language: Language

  package init(language: Language) {
    self.language = language
  }

  /// `strop portfolio --format html`.
  package func portfolio(_ portfolio: Portfolio) -> String { html(Document(portfolio, language)) }

  /// `strop report --format html`.
  package func report(_ report: Report) -> String { html(Document(report, language)) }

  /// The whole page, ending in one newline. Whatever the user wrote is escaped by the template.
  func html(_ document: Document) -> String {
    let context: [String: Any] = [
      "language": document.language == .chinese ? "zh-Hans" : "en", "title": document.title,
      "blocks": blocks(document),
    ]
    return Self.pages.render(context, withTemplate: "page") ?? ""
  }

  /// The templates ship with the program: one that does not parse is a mistake in it, which every test of a page finds.
  private static let pages: MustacheLibrary = {
    let page = String(decoding: PackageResources.page_mustache, as: UTF8.self)
    let span =
      "{{#isLink}}<a href=\"{{url}}\">{{text}}</a>{{/isLink}}{{^isLink}}{{text}}{{/isLink}}"
    let facts = """
      <dl>
      {{#facts}}
      <dt>{{label}}</dt><dd>{{#lines}}<p>{{#text}}{{>span}}{{/text}}</p>{{/lines}}</dd>
      {{/facts}}
      </dl>

      """
    var templates: [String: MustacheTemplate] = [:]
    templates["page"] = try? MustacheTemplate(string: page)
    templates["span"] = try? MustacheTemplate(string: span)
    templates["facts"] = try? MustacheTemplate(string: facts)
    return MustacheLibrary(templates: templates)
  }()

  private func blocks(_ document: Document) -> [[String: Any]] {
    // Entries and tables stand under the heading before them.
    var heading = (text: document.title, level: 1)
    return document.blocks.map { block in
      switch block {
      case .heading(let text, let level):
        heading = (text, level)
        return ["heading": ["level": level, "text": text.sanitized] as [String: Any]]
      case .paragraph(let text): return ["paragraph": ["text": spans(text)]]
      case .table(let table): return ["table": context(table, label: heading.text)]
      case .entry(let entry): return ["entry": context(entry, level: heading.level + 1)]
      case .facts(let facts): return ["facts": ["facts": context(facts)]]
      case .steps(let steps):
        return ["steps": ["steps": steps.map { ["text": spans($0)] }]]
      }
    }
  }

  private func context(_ table: Document.Table, label: String) -> [String: Any] {
    let looks = table.columns.map {
      $0.alignment == .right ? "right" : $0.isBelow ? "long" : "left"
    }
    return [
      "label": label.sanitized,
      "columns": zip(table.columns, looks).map {
        ["label": $0.label.sanitized, "look": $1] as [String: Any]
      },
      "rows": table.rows.map { row in
        [
          "cells": zip(row, looks).map { ["look": $1, "text": spans($0)] }
        ]
      },
    ]
  }

  private func context(_ entry: Document.Entry, level: Int) -> [String: Any] {
    [
      "level": level, "isVerified": entry.isVerified, "name": spans(entry.name),
      "hasMark": !entry.mark.isEmpty, "mark": entry.mark.sanitized,
      "hasFacts": !entry.facts.isEmpty,
      "facts": context(entry.facts),
    ]
  }

  private func context(_ facts: [Document.Fact]) -> [[String: Any]] {
    facts.map { fact in
      ["label": fact.label.sanitized, "lines": fact.lines.map { ["text": spans($0)] }]
    }
  }

  private func spans(_ text: Document.Inline) -> [[String: Any]] {
    text.spans.map { span in
      ["isLink": span.link != nil, "url": span.link?.address ?? "", "text": span.text]
    }
  }
}
