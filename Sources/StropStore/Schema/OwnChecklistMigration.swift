extension Schema {
  /// Skills and items of the user's own lie beside the shipped ones, which are loaded anew.
  static let ownChecklistMigration = """
    DROP TABLE item_reference;
    DROP TABLE item_prerequisite;
    DROP TABLE item;
    DROP TABLE skill;
    DELETE FROM local WHERE key = 'curriculum';

    -- Shipped data, and rows folded from the journal where own = 1.
    CREATE TABLE skill (
      slug TEXT NOT NULL PRIMARY KEY,
      own INTEGER NOT NULL CHECK (own IN (0, 1)),
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
      own INTEGER NOT NULL CHECK (own IN (0, 1)),
      skill TEXT NOT NULL,
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
      unaided INTEGER NOT NULL CHECK (unaided IN (0, 1)),
      expect_value REAL,
      expect_tolerance REAL,
      expect_unit TEXT,
      works_en TEXT,
      works_zh TEXT
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX item_by_skill ON item (skill, own, position);
    CREATE TABLE item_link (
      kind TEXT NOT NULL CHECK (kind IN ('prerequisite', 'reference')),
      item TEXT NOT NULL,
      target TEXT NOT NULL,
      own INTEGER NOT NULL CHECK (own IN (0, 1)),
      position INTEGER NOT NULL,
      PRIMARY KEY (kind, item, target)
    ) STRICT, WITHOUT ROWID;

    -- What the user changed of a skill, shipped or own; null is as it was.
    CREATE TABLE skill_change (
      slug TEXT NOT NULL PRIMARY KEY,
      title_en TEXT,
      title_zh TEXT,
      quote TEXT,
      retest_minutes INTEGER,
      retest_days INTEGER,
      archived INTEGER NOT NULL CHECK (archived IN (0, 1))
    ) STRICT, WITHOUT ROWID;

    DROP TABLE item_progress;
    CREATE TABLE item_progress (
      slug TEXT NOT NULL PRIMARY KEY,
      state TEXT NOT NULL CHECK (state IN ('todo', 'doing', 'done', 'dropped')),
      started_day TEXT,
      started_at INTEGER,
      started_zone TEXT,
      day TEXT,
      at INTEGER,
      zone TEXT,
      value TEXT,
      match INTEGER CHECK (match IN (0, 1)),
      unaided INTEGER CHECK (unaided IN (0, 1)),
      prediction TEXT,
      prediction_day TEXT,
      prediction_at INTEGER,
      prediction_zone TEXT,
      prediction_late INTEGER CHECK (prediction_late IN (0, 1))
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX item_progress_by_day ON item_progress (day) WHERE state = 'done';

    -- An item that was practised is in work.
    CREATE INDEX check_in_by_item ON check_in (item, day) WHERE item IS NOT NULL AND removed = 0;
    """
}
