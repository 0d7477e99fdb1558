extension Schema {
  /// Folded tables hold no foreign keys to other subjects: entries arrive in any order, and a slug
  /// that nobody knows yet shows as itself.
  static let initialMigration = """
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

    CREATE TABLE batch (
      id TEXT NOT NULL PRIMARY KEY,
      device TEXT NOT NULL,
      clock INTEGER NOT NULL,
      command TEXT NOT NULL,
      undone INTEGER NOT NULL CHECK (undone IN (0, 1)),
      changed INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX batch_by_clock ON batch (device, undone, clock);
    CREATE INDEX batch_by_change ON batch (device, undone, changed);

    CREATE TABLE start (
      device TEXT NOT NULL PRIMARY KEY,
      day TEXT NOT NULL,
      at INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE check_in (
      id TEXT NOT NULL PRIMARY KEY,
      skill TEXT NOT NULL,
      item TEXT,
      day TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
      at INTEGER NOT NULL,
      zone TEXT NOT NULL,
      minutes INTEGER CHECK (minutes BETWEEN 1 AND 1440),
      note TEXT,
      removed INTEGER NOT NULL CHECK (removed IN (0, 1))
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX check_in_by_skill ON check_in (skill, day, minutes) WHERE removed = 0;
    CREATE INDEX check_in_by_day ON check_in (day, at, skill, minutes) WHERE removed = 0;

    CREATE TABLE evidence (
      id TEXT NOT NULL PRIMARY KEY,
      parent TEXT NOT NULL,
      kind TEXT NOT NULL,
      value TEXT NOT NULL,
      sha256 TEXT,
      clock INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX evidence_by_parent ON evidence (parent, clock);

    CREATE TABLE item_progress (
      slug TEXT NOT NULL PRIMARY KEY,
      state TEXT NOT NULL CHECK (state IN ('todo', 'doing', 'done', 'dropped')),
      day TEXT,
      at INTEGER,
      zone TEXT,
      value TEXT,
      match INTEGER CHECK (match IN (0, 1))
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX item_progress_by_day ON item_progress (day) WHERE state = 'done';

    CREATE TABLE plan (
      skill TEXT NOT NULL,
      week TEXT NOT NULL,
      focus INTEGER NOT NULL CHECK (focus IN (0, 1)),
      sessions INTEGER NOT NULL CHECK (sessions BETWEEN 1 AND 7),
      minutes INTEGER NOT NULL CHECK (minutes BETWEEN 0 AND 10080),
      first_day TEXT,
      PRIMARY KEY (skill, week)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE skip (
      id TEXT NOT NULL PRIMARY KEY,
      skill TEXT,
      from_day TEXT NOT NULL,
      to_day TEXT NOT NULL CHECK (to_day >= from_day),
      reason TEXT,
      removed INTEGER NOT NULL CHECK (removed IN (0, 1))
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE reminder (
      id TEXT NOT NULL PRIMARY KEY,
      kind TEXT NOT NULL,
      skill TEXT,
      rule TEXT NOT NULL,
      channels TEXT NOT NULL,
      device TEXT NOT NULL,
      since TEXT NOT NULL,
      removed INTEGER NOT NULL CHECK (removed IN (0, 1))
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE setting (
      device TEXT NOT NULL,
      key TEXT NOT NULL,
      value TEXT NOT NULL,
      PRIMARY KEY (device, key)
    ) STRICT, WITHOUT ROWID;

    -- The curriculum: shipped data, loaded when its version rises.
    CREATE TABLE skill (
      slug TEXT NOT NULL PRIMARY KEY,
      was TEXT NOT NULL,
      position INTEGER NOT NULL,
      title_en TEXT NOT NULL,
      title_zh TEXT NOT NULL,
      quote TEXT NOT NULL,
      focus INTEGER NOT NULL CHECK (focus IN (0, 1)),
      sessions INTEGER NOT NULL CHECK (sessions BETWEEN 1 AND 7),
      minutes INTEGER NOT NULL,
      retest_minutes INTEGER NOT NULL,
      retest_days INTEGER NOT NULL CHECK (retest_days >= 1),
      reason_en TEXT NOT NULL,
      reason_zh TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE item (
      slug TEXT NOT NULL PRIMARY KEY,
      skill TEXT NOT NULL REFERENCES skill (slug),
      was TEXT NOT NULL,
      retired INTEGER NOT NULL CHECK (retired IN (0, 1)),
      position INTEGER NOT NULL,
      title_en TEXT NOT NULL,
      title_zh TEXT NOT NULL,
      done_en TEXT NOT NULL,
      done_zh TEXT NOT NULL,
      hours REAL NOT NULL CHECK (hours > 0),
      hardware TEXT NOT NULL,
      "check" TEXT NOT NULL,
      evidence TEXT NOT NULL,
      quote TEXT NOT NULL,
      predict_first INTEGER NOT NULL CHECK (predict_first IN (0, 1)),
      first_month INTEGER NOT NULL CHECK (first_month IN (0, 1)),
      expect_value REAL,
      expect_tolerance REAL,
      expect_unit TEXT
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX item_by_skill ON item (skill, position);
    CREATE TABLE item_prerequisite (
      item TEXT NOT NULL REFERENCES item (slug),
      position INTEGER NOT NULL,
      prerequisite TEXT NOT NULL,
      PRIMARY KEY (item, position)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE item_reference (
      item TEXT NOT NULL REFERENCES item (slug),
      position INTEGER NOT NULL,
      reference TEXT NOT NULL,
      PRIMARY KEY (item, position)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE paper (
      arxiv TEXT NOT NULL PRIMARY KEY,
      month TEXT NOT NULL,
      title TEXT NOT NULL,
      skill TEXT NOT NULL,
      core INTEGER NOT NULL CHECK (core IN (0, 1))
    ) STRICT, WITHOUT ROWID;

    -- Facts that mean nothing on another machine.
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
}
