extension Schema {
  /// Reminders of more kinds than a skill and the report, and deliveries that wait or are tried again.
  static let reminderMigration = """
    DROP TABLE reminder;
    CREATE TABLE reminder (
      id TEXT NOT NULL PRIMARY KEY,
      kind TEXT NOT NULL,
      skill TEXT,
      item TEXT,
      text TEXT,
      slack INTEGER,
      rule TEXT NOT NULL,
      channels TEXT NOT NULL,
      device TEXT NOT NULL,
      since TEXT NOT NULL,
      snoozed TEXT,
      removed INTEGER NOT NULL CHECK (removed IN (0, 1))
    ) STRICT, WITHOUT ROWID;

    ALTER TABLE delivery RENAME TO old_delivery;
    CREATE TABLE delivery (
      reminder TEXT NOT NULL,
      occurrence TEXT NOT NULL,
      channel TEXT NOT NULL,
      state TEXT NOT NULL
        CHECK (state IN ('claimed', 'deferred', 'sent', 'suppressed', 'missed', 'failed')),
      attempts INTEGER NOT NULL,
      at INTEGER NOT NULL,
      retry_at INTEGER,
      deferred_to TEXT,
      detail TEXT,
      PRIMARY KEY (reminder, occurrence, channel)
    ) STRICT, WITHOUT ROWID;
    -- What failed before was tried again whenever a tick came.
    INSERT INTO delivery
      SELECT reminder, occurrence, channel, state, attempts, at,
        CASE WHEN state = 'failed' AND attempts < 5 THEN at END, NULL, detail
      FROM old_delivery;
    DROP TABLE old_delivery;
    CREATE INDEX delivery_that_was_not_told ON delivery (at) WHERE state IN ('missed', 'failed');
    """
}
