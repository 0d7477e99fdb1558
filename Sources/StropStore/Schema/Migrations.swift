// In the order in which they were released.
extension Schema {
  /// 1: the journal, which nothing ever updates or deletes, and facts that mean nothing on another
  /// machine.
  static let journalMigration = """
    CREATE TABLE journal (
      device TEXT NOT NULL CHECK (length(device) = 10),
      seq INTEGER NOT NULL CHECK (seq >= 1),
      batch TEXT NOT NULL CHECK (length(batch) = 10),
      clock INTEGER NOT NULL CHECK (clock >= 0),
      at INTEGER NOT NULL,
      zone TEXT NOT NULL,
      subject TEXT NOT NULL CHECK (instr(subject, '/') > 1),
      fields TEXT NOT NULL CHECK (json_type(fields) = 'object'),
      PRIMARY KEY (device, seq)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX journal_by_subject ON journal (subject, clock, device, seq);
    CREATE INDEX journal_by_clock ON journal (clock, device, seq);
    CREATE INDEX journal_by_batch ON journal (batch);
    CREATE TRIGGER journal_is_never_updated BEFORE UPDATE ON journal BEGIN
      SELECT RAISE(ABORT, 'the journal is append-only');
    END;
    CREATE TRIGGER journal_is_never_deleted BEFORE DELETE ON journal BEGIN
      SELECT RAISE(ABORT, 'the journal is append-only');
    END;

    CREATE TABLE local (
      key TEXT NOT NULL PRIMARY KEY,
      value TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE delivery (
      reminder TEXT NOT NULL,
      occurrence TEXT NOT NULL,
      channel TEXT NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('claimed', 'sent', 'suppressed', 'missed', 'failed')),
      attempts INTEGER NOT NULL,
      at INTEGER NOT NULL,
      detail TEXT,
      PRIMARY KEY (reminder, occurrence, channel)
    ) STRICT, WITHOUT ROWID;
    """

  /// 2 changed folded tables only, which are made anew anyway.
  static let noMigration = ""

  /// 3: deliveries that wait or are tried again.
  static let deliveryMigration = """
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

  /// 4: what the first three made of folded tables goes; they are declared now (see `Kinds`).
  static let declaredTablesMigration = """
    DROP TABLE IF EXISTS item_reference;
    DROP TABLE IF EXISTS item_prerequisite;
    DROP TABLE IF EXISTS item_link;
    DROP TABLE IF EXISTS item_progress;
    DROP TABLE IF EXISTS item;
    DROP TABLE IF EXISTS skill_change;
    DROP TABLE IF EXISTS skill;
    DROP TABLE IF EXISTS paper;
    DROP TABLE IF EXISTS batch;
    DROP TABLE IF EXISTS start;
    DROP TABLE IF EXISTS check_in;
    DROP TABLE IF EXISTS evidence;
    DROP TABLE IF EXISTS plan;
    DROP TABLE IF EXISTS skip;
    DROP TABLE IF EXISTS reminder;
    DROP TABLE IF EXISTS setting;
    """

  /// 5: what waits is found without reading what is settled, and each try that did not reach the user at once
  /// is kept.
  static let triesMigration = """
    CREATE INDEX delivery_that_is_open ON delivery (reminder, occurrence)
      WHERE state IN ('claimed', 'deferred') OR state = 'failed' AND retry_at IS NOT NULL;
    CREATE TABLE delivery_try (
      reminder TEXT NOT NULL,
      occurrence TEXT NOT NULL,
      channel TEXT NOT NULL,
      number INTEGER NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('claimed', 'sent', 'failed')),
      at INTEGER NOT NULL,
      detail TEXT,
      PRIMARY KEY (reminder, occurrence, channel, number)
    ) STRICT, WITHOUT ROWID;
    """

  /// 6: what the repository that machines share holds, as far as this machine knows; see `SharedState`.
  static let sharedMigration = """
    CREATE TABLE shared_file (
      device TEXT NOT NULL,
      month TEXT NOT NULL,
      lines INTEGER NOT NULL CHECK (lines >= 0),
      PRIMARY KEY (device, month)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE shared_device (
      device TEXT NOT NULL PRIMARY KEY,
      ahead INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    """
}
