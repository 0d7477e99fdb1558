import StropCore
import Testing

func day(_ iso: String) throws -> Day { try #require(Day(iso: iso)) }
func week(_ iso: String) throws -> Week { try #require(Week(iso: iso)) }
func time(_ text: String) throws -> CivilTime { try #require(CivilTime(text)) }
func moment(_ text: String) throws -> CivilDateTime { try #require(CivilDateTime(text)) }
func instant(_ text: String) throws -> Instant { try #require(Instant(rfc3339: text)) }
