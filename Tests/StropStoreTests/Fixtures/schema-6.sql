-- The database of schema-5.sql as the program of schema 6 left it (without the curriculum, which is loaded anew).
PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
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
INSERT INTO delivery VALUES('xy1j636wkw','2026-11-06T21:30','stdout','failed',2,1793971800000,1793972700000,NULL,'no mail');
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
INSERT INTO journal VALUES('gywdpjsm3v',1,'spm989r777',117570000000000001,1793973600000,'Asia/Tokyo','setting/gywdpjsm3v/zone','{"create":true,"value":"Asia/Tokyo"}');
INSERT INTO journal VALUES('newer00001',1,'newbatch01',117570000000000000,1794052800000,'Asia/Shanghai','batch/newbatch01','{"command":"skill add","create":true}');
INSERT INTO journal VALUES('newer00001',2,'newbatch01',117570000000000000,1794052800000,'Asia/Shanghai','skill/my-cuda','{"create":true,"position":1,"title":{"en":"CUDA kernels","zh":"CUDA kernel"}}');
INSERT INTO journal VALUES('newer00001',3,'newbatch01',117570000000000000,1794052800000,'Asia/Shanghai','item/my-cuda/softmax','{"create":true,"check":"artefact","doneWhen":{"en":"within 10%","zh":"差距在 10% 以内"},"hardware":"1-gpu","hours":2.0,"position":1,"title":{"en":"Fused softmax","zh":"融合 softmax"}}');
INSERT INTO journal VALUES('newer00001',4,'newbatch01',117570000000000000,1794052800000,'Asia/Shanghai','reference/my-cuda/softmax/arxiv:1706.03762','{"create":true,"position":1,"removed":false}');
INSERT INTO journal VALUES('newer00001',5,'newbatch01',117570000000000000,1794052800000,'Asia/Shanghai','prerequisite/my-cuda/softmax/debug/loss-at-init','{"create":true,"position":1,"removed":false}');
INSERT INTO journal VALUES('xt5vm00x84',1,'mdhd53fzw8',117546732748800000,1793620800000,'Asia/Shanghai','start/xt5vm00x84','{"create":true,"when":{"at":"2026-11-02T12:00:00.000Z","day":"2026-11-02","zone":"Asia/Shanghai"}}');
INSERT INTO journal VALUES('xt5vm00x84',2,'1snp2x8wkq',117552395059200000,1793707200000,'Asia/Shanghai','batch/1snp2x8wkq','{"command":"checkin","create":true}');
INSERT INTO journal VALUES('xt5vm00x84',3,'1snp2x8wkq',117552395059200000,1793707200000,'Asia/Shanghai','checkin/21p936jk9w','{"create":true,"minutes":40,"note":"first","skill":"papers","when":{"at":"2026-11-03T12:00:00.000Z","day":"2026-11-03","zone":"Asia/Shanghai"}}');
INSERT INTO journal VALUES('xt5vm00x84',4,'1snp2x8wkq',117552395059200000,1793707200000,'Asia/Shanghai','evidence/er0yv9n8mk','{"create":true,"kind":"arxiv","parent":"checkin/21p936jk9w","value":"2412.19437"}');
INSERT INTO journal VALUES('xt5vm00x84',5,'6rjxr40d9f',117558057369600000,1793793600000,'Asia/Shanghai','batch/6rjxr40d9f','{"command":"checkin","create":true}');
INSERT INTO journal VALUES('xt5vm00x84',6,'6rjxr40d9f',117558057369600000,1793793600000,'Asia/Shanghai','checkin/manyr677g9','{"create":true,"item":"debug/loss-at-init","minutes":30,"skill":"debug","when":{"at":"2026-11-04T12:00:00.000Z","day":"2026-11-04","zone":"Asia/Shanghai"}}');
INSERT INTO journal VALUES('xt5vm00x84',7,'hks5tmbh2n',117563719680000000,1793880000000,'Asia/Shanghai','batch/hks5tmbh2n','{"command":"item done","create":true}');
INSERT INTO journal VALUES('xt5vm00x84',8,'hks5tmbh2n',117563719680000000,1793880000000,'Asia/Shanghai','item/dpo/loss-at-step-zero','{"create":true,"finished":{"at":"2026-11-05T12:00:00.000Z","day":"2026-11-05","zone":"Asia/Shanghai"},"match":true,"state":"done","value":"0.6931"}');
INSERT INTO journal VALUES('xt5vm00x84',9,'k1wvvvbqpq',117563955609600000,1793883600000,'Asia/Shanghai','batch/k1wvvvbqpq','{"command":"skill focus","create":true}');
INSERT INTO journal VALUES('xt5vm00x84',10,'k1wvvvbqpq',117563955609600000,1793883600000,'Asia/Shanghai','plan/dpo/2026-W45','{"create":true,"first":"2026-11-05","focus":true,"minutes":120,"sessions":2}');
INSERT INTO journal VALUES('xt5vm00x84',11,'gt2rec7nd5',117569381990400000,1793966400000,'Asia/Shanghai','batch/gt2rec7nd5','{"command":"skip add","create":true}');
INSERT INTO journal VALUES('xt5vm00x84',12,'gt2rec7nd5',117569381990400000,1793966400000,'Asia/Shanghai','skip/4gqp8tgxck','{"create":true,"days":{"from":"2026-11-07","to":"2026-11-08"},"reason":"trip"}');
INSERT INTO journal VALUES('xt5vm00x84',13,'yx53gpfm5h',117569385922560000,1793966460000,'Asia/Shanghai','batch/yx53gpfm5h','{"command":"checkin","create":true}');
INSERT INTO journal VALUES('xt5vm00x84',14,'yx53gpfm5h',117569385922560000,1793966460000,'Asia/Shanghai','checkin/fwva5hfj3s','{"create":true,"minutes":99,"skill":"debug","when":{"at":"2026-11-06T12:01:00.000Z","day":"2026-11-06","zone":"Asia/Shanghai"}}');
INSERT INTO journal VALUES('xt5vm00x84',15,'d9m42x8x9v',117569389854720000,1793966520000,'Asia/Shanghai','batch/yx53gpfm5h','{"undone":true}');
INSERT INTO journal VALUES('xt5vm00x84',16,'ypp15j9qqt',117569393786880000,1793966580000,'Asia/Shanghai','batch/ypp15j9qqt','{"command":"config set","create":true}');
INSERT INTO journal VALUES('xt5vm00x84',17,'ypp15j9qqt',117569393786880000,1793966580000,'Asia/Shanghai','setting/xt5vm00x84/zone','{"create":true,"value":"Asia/Tokyo"}');
INSERT INTO journal VALUES('xt5vm00x84',18,'gdv6h8hsrz',117569397719040000,1793966640000,'Asia/Tokyo','batch/gdv6h8hsrz','{"command":"remind add","create":true}');
INSERT INTO journal VALUES('xt5vm00x84',19,'gdv6h8hsrz',117569397719040000,1793966640000,'Asia/Tokyo','reminder/xy1j636wkw','{"channels":"stdout","create":true,"device":"xt5vm00x84","kind":"skill","rule":"daily 21:30","since":"2026-11-06T21:05","skill":"papers"}');
CREATE TABLE local (
  key TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO local VALUES('device@3d1219c7c4c5404aaa1f6d2a48adfda4','gywdpjsm3v');
INSERT INTO local VALUES('device@laptop','xt5vm00x84');
INSERT INTO local VALUES('folded-shape','58594a92bcceeefd');
INSERT INTO local VALUES('folded-tables','batch start check_in evidence item_progress item prerequisite reference skill_change skill plan skip reminder setting paper reading_list reading judgement bug hypothesis reproduction claim result experiment run metric practised_week');
INSERT INTO local VALUES('newest-device','gywdpjsm3v');
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
CREATE TABLE batch ("id" TEXT NOT NULL PRIMARY KEY, "device" TEXT NOT NULL, "clock" INTEGER NOT NULL, "command" TEXT NOT NULL, "undone" INTEGER NOT NULL CHECK ("undone" IN (0, 1)), "changed" INTEGER NOT NULL) STRICT, WITHOUT ROWID;
INSERT INTO batch VALUES('1snp2x8wkq','xt5vm00x84',117552395059200000,'checkin',0,117552395059200000);
INSERT INTO batch VALUES('6rjxr40d9f','xt5vm00x84',117558057369600000,'checkin',0,117558057369600000);
INSERT INTO batch VALUES('gdv6h8hsrz','xt5vm00x84',117569397719040000,'remind add',0,117569397719040000);
INSERT INTO batch VALUES('gt2rec7nd5','xt5vm00x84',117569381990400000,'skip add',0,117569381990400000);
INSERT INTO batch VALUES('hks5tmbh2n','xt5vm00x84',117563719680000000,'item done',0,117563719680000000);
INSERT INTO batch VALUES('k1wvvvbqpq','xt5vm00x84',117563955609600000,'skill focus',0,117563955609600000);
INSERT INTO batch VALUES('newbatch01','newer00001',117570000000000000,'skill add',0,117570000000000000);
INSERT INTO batch VALUES('ypp15j9qqt','xt5vm00x84',117569393786880000,'config set',0,117569393786880000);
INSERT INTO batch VALUES('yx53gpfm5h','xt5vm00x84',117569385922560000,'checkin',1,117569389854720000);
CREATE TABLE start ("device" TEXT NOT NULL PRIMARY KEY, "day" TEXT NOT NULL, "at" INTEGER NOT NULL, "zone" TEXT NOT NULL) STRICT, WITHOUT ROWID;
INSERT INTO start VALUES('xt5vm00x84','2026-11-02',1793620800000,'Asia/Shanghai');
CREATE TABLE check_in ("id" TEXT NOT NULL PRIMARY KEY, "skill" TEXT NOT NULL, "item" TEXT, "day" TEXT NOT NULL CHECK (length(day) = 10), "at" INTEGER NOT NULL, "zone" TEXT NOT NULL, "minutes" INTEGER CHECK (minutes BETWEEN 1 AND 1440), "note" TEXT, "removed" INTEGER NOT NULL CHECK ("removed" IN (0, 1))) STRICT, WITHOUT ROWID;
INSERT INTO check_in VALUES('21p936jk9w','papers',NULL,'2026-11-03',1793707200000,'Asia/Shanghai',40,'first',0);
INSERT INTO check_in VALUES('manyr677g9','debug','debug/loss-at-init','2026-11-04',1793793600000,'Asia/Shanghai',30,NULL,0);
CREATE TABLE evidence ("id" TEXT NOT NULL PRIMARY KEY, "parent" TEXT NOT NULL, "kind" TEXT NOT NULL, "value" TEXT NOT NULL, "sha256" TEXT, "checked" INTEGER, "problem" TEXT, "clock" INTEGER NOT NULL, "seq" INTEGER NOT NULL, "removed" INTEGER NOT NULL CHECK ("removed" IN (0, 1))) STRICT, WITHOUT ROWID;
INSERT INTO evidence VALUES('er0yv9n8mk','checkin/21p936jk9w','arxiv','2412.19437',NULL,NULL,NULL,117552395059200000,4,0);
CREATE TABLE item_progress ("slug" TEXT NOT NULL PRIMARY KEY, "state" TEXT NOT NULL CHECK (state IN ('todo', 'doing', 'done', 'dropped')), "started_day" TEXT, "started_at" INTEGER, "started_zone" TEXT, "day" TEXT, "at" INTEGER, "zone" TEXT, "value" TEXT, "match" INTEGER CHECK ("match" IN (0, 1)), "unaided" INTEGER CHECK ("unaided" IN (0, 1)), "prediction" TEXT, "prediction_day" TEXT, "prediction_at" INTEGER, "prediction_zone" TEXT, "prediction_late" INTEGER CHECK ("prediction_late" IN (0, 1))) STRICT, WITHOUT ROWID;
INSERT INTO item_progress VALUES('dpo/loss-at-step-zero','done',NULL,NULL,NULL,'2026-11-05',1793880000000,'Asia/Shanghai','0.6931',1,NULL,NULL,NULL,NULL,NULL,NULL);
CREATE TABLE item ("slug" TEXT NOT NULL PRIMARY KEY, "own" INTEGER NOT NULL CHECK ("own" IN (0, 1)), "skill" TEXT NOT NULL, "was" TEXT, "retired" INTEGER NOT NULL CHECK ("retired" IN (0, 1)), "position" INTEGER NOT NULL, "title_en" TEXT NOT NULL, "title_zh" TEXT NOT NULL, "done_en" TEXT NOT NULL, "done_zh" TEXT NOT NULL, "hours" REAL NOT NULL CHECK (hours > 0), "hardware" TEXT NOT NULL, "check" TEXT NOT NULL, "evidence" TEXT, "why" TEXT, "predict_first" INTEGER NOT NULL CHECK ("predict_first" IN (0, 1)), "first_month" INTEGER NOT NULL CHECK ("first_month" IN (0, 1)), "unaided" INTEGER NOT NULL CHECK ("unaided" IN (0, 1)), "expect_value" REAL, "expect_tolerance" REAL, "expect_unit" TEXT, "works_en" TEXT, "works_zh" TEXT) STRICT, WITHOUT ROWID;
INSERT INTO item VALUES('my-cuda/softmax',1,'my-cuda',NULL,0,1,'Fused softmax','融合 softmax','within 10%','差距在 10% 以内',2.0,'1-gpu','artefact',NULL,NULL,0,0,0,NULL,NULL,NULL,NULL,NULL);
CREATE TABLE prerequisite ("id" TEXT NOT NULL PRIMARY KEY, "own" INTEGER NOT NULL CHECK ("own" IN (0, 1)), "item" TEXT NOT NULL, "target" TEXT NOT NULL, "position" INTEGER NOT NULL) STRICT, WITHOUT ROWID;
INSERT INTO prerequisite VALUES('my-cuda/softmax/debug/loss-at-init',1,'my-cuda/softmax','debug/loss-at-init',1);
CREATE TABLE reference ("id" TEXT NOT NULL PRIMARY KEY, "own" INTEGER NOT NULL CHECK ("own" IN (0, 1)), "item" TEXT NOT NULL, "target" TEXT NOT NULL, "position" INTEGER NOT NULL) STRICT, WITHOUT ROWID;
INSERT INTO reference VALUES('my-cuda/softmax/arxiv:1706.03762',1,'my-cuda/softmax','arxiv:1706.03762',1);
CREATE TABLE skill_change ("slug" TEXT NOT NULL PRIMARY KEY, "title_en" TEXT, "title_zh" TEXT, "why" TEXT, "sessions" INTEGER, "minutes" INTEGER, "retest_minutes" INTEGER, "retest_days" INTEGER, "reason_en" TEXT, "reason_zh" TEXT, "position" INTEGER, "archived" INTEGER NOT NULL CHECK ("archived" IN (0, 1))) STRICT, WITHOUT ROWID;
INSERT INTO skill_change VALUES('my-cuda','CUDA kernels','CUDA kernel',NULL,NULL,NULL,NULL,NULL,NULL,NULL,1,0);
CREATE TABLE skill ("slug" TEXT NOT NULL PRIMARY KEY, "own" INTEGER NOT NULL CHECK ("own" IN (0, 1)), "was" TEXT, "position" INTEGER NOT NULL, "title_en" TEXT NOT NULL, "title_zh" TEXT NOT NULL, "why" TEXT, "focus" INTEGER NOT NULL CHECK ("focus" IN (0, 1)), "sessions" INTEGER NOT NULL CHECK (sessions BETWEEN 1 AND 7), "minutes" INTEGER NOT NULL, "retest_minutes" INTEGER NOT NULL, "retest_days" INTEGER NOT NULL CHECK (retest_days >= 1), "reason_en" TEXT, "reason_zh" TEXT) STRICT, WITHOUT ROWID;
INSERT INTO skill VALUES('my-cuda',1,NULL,1,'CUDA kernels','CUDA kernel',NULL,0,1,60,45,60,'','');
CREATE TABLE plan ("id" TEXT NOT NULL PRIMARY KEY, "skill" TEXT NOT NULL, "week" TEXT NOT NULL, "focus" INTEGER NOT NULL CHECK ("focus" IN (0, 1)), "sessions" INTEGER NOT NULL CHECK (sessions BETWEEN 1 AND 7), "minutes" INTEGER NOT NULL CHECK (minutes BETWEEN 0 AND 10080), "first_day" TEXT) STRICT, WITHOUT ROWID;
INSERT INTO "plan" VALUES('dpo/2026-W45','dpo','2026-W45',1,2,120,'2026-11-05');
CREATE TABLE skip ("id" TEXT NOT NULL PRIMARY KEY, "skill" TEXT, "from_day" TEXT NOT NULL, "to_day" TEXT NOT NULL CHECK (to_day >= from_day), "reason" TEXT, "removed" INTEGER NOT NULL CHECK ("removed" IN (0, 1))) STRICT, WITHOUT ROWID;
INSERT INTO skip VALUES('4gqp8tgxck',NULL,'2026-11-07','2026-11-08','trip',0);
CREATE TABLE reminder ("id" TEXT NOT NULL PRIMARY KEY, "kind" TEXT NOT NULL, "skill" TEXT, "item" TEXT, "text" TEXT, "slack" INTEGER, "rule" TEXT NOT NULL, "channels" TEXT NOT NULL, "device" TEXT NOT NULL, "since" TEXT NOT NULL, "snoozed" TEXT, "always" INTEGER NOT NULL CHECK ("always" IN (0, 1)), "removed" INTEGER NOT NULL CHECK ("removed" IN (0, 1))) STRICT, WITHOUT ROWID;
INSERT INTO reminder VALUES('xy1j636wkw','skill','papers',NULL,NULL,NULL,'daily 21:30','stdout','xt5vm00x84','2026-11-06T21:05',NULL,0,0);
CREATE TABLE setting ("id" TEXT NOT NULL PRIMARY KEY, "device" TEXT NOT NULL, "key" TEXT NOT NULL, "value" TEXT NOT NULL) STRICT, WITHOUT ROWID;
INSERT INTO setting VALUES('gywdpjsm3v/zone','gywdpjsm3v','zone','Asia/Tokyo');
INSERT INTO setting VALUES('xt5vm00x84/zone','xt5vm00x84','zone','Asia/Tokyo');
CREATE TABLE paper ("id" TEXT NOT NULL PRIMARY KEY, "title" TEXT, "authors" TEXT, "year" INTEGER, "url" TEXT, "skill" TEXT, "at" INTEGER NOT NULL, "zone" TEXT NOT NULL, "day" TEXT NOT NULL, "clock" INTEGER NOT NULL, "removed" INTEGER NOT NULL CHECK ("removed" IN (0, 1))) STRICT, WITHOUT ROWID;
CREATE TABLE reading_list ("arxiv" TEXT NOT NULL PRIMARY KEY, "own" INTEGER NOT NULL CHECK ("own" IN (0, 1)), "month" TEXT NOT NULL, "title" TEXT NOT NULL, "skill" TEXT NOT NULL, "core" INTEGER NOT NULL CHECK ("core" IN (0, 1))) STRICT, WITHOUT ROWID;
CREATE TABLE reading ("id" TEXT NOT NULL PRIMARY KEY, "paper" TEXT NOT NULL, "pass" INTEGER CHECK (pass BETWEEN 1 AND 3), "at" INTEGER NOT NULL, "zone" TEXT NOT NULL, "day" TEXT NOT NULL, "checkin" TEXT, "clock" INTEGER NOT NULL, "removed" INTEGER NOT NULL CHECK ("removed" IN (0, 1))) STRICT, WITHOUT ROWID;
CREATE TABLE judgement ("id" TEXT NOT NULL PRIMARY KEY, "paper" TEXT NOT NULL, "claim" TEXT NOT NULL, "p" INTEGER NOT NULL CHECK (p BETWEEN 0 AND 100), "by_day" TEXT NOT NULL, "rule" TEXT, "at" INTEGER NOT NULL, "zone" TEXT NOT NULL, "day" TEXT NOT NULL, "checkin" TEXT, "outcome" TEXT, "resolved" INTEGER, "resolved_on" TEXT, "withdrawn" INTEGER, "clock" INTEGER NOT NULL, "removed" INTEGER NOT NULL CHECK ("removed" IN (0, 1))) STRICT, WITHOUT ROWID;
CREATE TABLE bug ("id" TEXT NOT NULL PRIMARY KEY, "symptom" TEXT NOT NULL, "at" INTEGER NOT NULL, "zone" TEXT NOT NULL, "day" TEXT NOT NULL, "closed" INTEGER, "closed_on" TEXT, "class" TEXT, "cause" TEXT, "fix" TEXT, "removed" INTEGER NOT NULL CHECK ("removed" IN (0, 1))) STRICT, WITHOUT ROWID;
CREATE TABLE hypothesis ("id" TEXT NOT NULL PRIMARY KEY, "bug" TEXT NOT NULL, "text" TEXT NOT NULL, "result" TEXT NOT NULL, "at" INTEGER NOT NULL, "zone" TEXT NOT NULL, "day" TEXT NOT NULL, "checkin" TEXT, "clock" INTEGER NOT NULL, "removed" INTEGER NOT NULL CHECK ("removed" IN (0, 1))) STRICT, WITHOUT ROWID;
CREATE TABLE reproduction ("id" TEXT NOT NULL PRIMARY KEY, "name" TEXT NOT NULL, "source" TEXT NOT NULL, "at" INTEGER NOT NULL, "zone" TEXT NOT NULL, "day" TEXT NOT NULL, "state" TEXT, "ended" INTEGER, "ended_on" TEXT, "reason" TEXT, "removed" INTEGER NOT NULL CHECK ("removed" IN (0, 1))) STRICT, WITHOUT ROWID;
CREATE TABLE claim ("id" TEXT NOT NULL PRIMARY KEY, "reproduction" TEXT NOT NULL, "metric" TEXT NOT NULL, "value" REAL NOT NULL, "better" TEXT NOT NULL, "tolerance" REAL, "relative" INTEGER CHECK ("relative" IN (0, 1)), "position" INTEGER, "removed" INTEGER NOT NULL CHECK ("removed" IN (0, 1))) STRICT, WITHOUT ROWID;
CREATE TABLE result ("id" TEXT NOT NULL PRIMARY KEY, "reproduction" TEXT NOT NULL, "metric" TEXT NOT NULL, "value" REAL NOT NULL, "seed" INTEGER, "commit_id" TEXT, "conditions" TEXT, "at" INTEGER NOT NULL, "zone" TEXT NOT NULL, "day" TEXT NOT NULL, "checkin" TEXT, "clock" INTEGER NOT NULL, "removed" INTEGER NOT NULL CHECK ("removed" IN (0, 1))) STRICT, WITHOUT ROWID;
CREATE TABLE experiment ("id" TEXT NOT NULL PRIMARY KEY, "name" TEXT NOT NULL, "skill" TEXT NOT NULL, "hypothesis" TEXT NOT NULL, "prediction" TEXT, "predicted" INTEGER, "late" INTEGER CHECK ("late" IN (0, 1)), "budget" REAL, "gpu_hours" REAL, "stop" TEXT, "at" INTEGER NOT NULL, "zone" TEXT NOT NULL, "day" TEXT NOT NULL, "verdict" TEXT, "ended" INTEGER, "ended_on" TEXT, "checkin" TEXT, "removed" INTEGER NOT NULL CHECK ("removed" IN (0, 1))) STRICT, WITHOUT ROWID;
CREATE TABLE run ("id" TEXT NOT NULL PRIMARY KEY, "parent" TEXT NOT NULL, "command" TEXT NOT NULL, "host" TEXT NOT NULL, "directory" TEXT NOT NULL, "at" INTEGER NOT NULL, "zone" TEXT NOT NULL, "day" TEXT NOT NULL, "repository" TEXT, "commit_id" TEXT, "dirty" INTEGER CHECK ("dirty" IN (0, 1)), "gpus" INTEGER, "gpu" TEXT, "ended" INTEGER, "exit" INTEGER, "tail" TEXT, "clock" INTEGER NOT NULL, "removed" INTEGER NOT NULL CHECK ("removed" IN (0, 1))) STRICT, WITHOUT ROWID;
CREATE TABLE metric ("id" TEXT NOT NULL PRIMARY KEY, "value" TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE practised_week (
  skill TEXT NOT NULL, monday TEXT NOT NULL,
  mon INTEGER, tue INTEGER, wed INTEGER, thu INTEGER, fri INTEGER, sat INTEGER, sun INTEGER,
  PRIMARY KEY (skill, monday)
) STRICT, WITHOUT ROWID;
INSERT INTO practised_week VALUES('debug','2026-11-02',NULL,NULL,30,NULL,NULL,NULL,NULL);
INSERT INTO practised_week VALUES('papers','2026-11-02',NULL,40,NULL,NULL,NULL,NULL,NULL);
CREATE INDEX journal_by_subject ON journal (subject, clock, device, seq);
CREATE INDEX journal_by_clock ON journal (clock, device, seq);
CREATE INDEX journal_by_batch ON journal (batch);
CREATE TRIGGER journal_is_never_updated BEFORE UPDATE ON journal BEGIN
  SELECT RAISE(ABORT, 'the journal is append-only');
END;
CREATE TRIGGER journal_is_never_deleted BEFORE DELETE ON journal BEGIN
  SELECT RAISE(ABORT, 'the journal is append-only');
END;
CREATE INDEX delivery_that_was_not_told ON delivery (at) WHERE state IN ('missed', 'failed');
CREATE INDEX delivery_that_is_open ON delivery (reminder, occurrence)
  WHERE state IN ('claimed', 'deferred') OR state = 'failed' AND retry_at IS NOT NULL;
CREATE INDEX batch_by_clock ON batch (device, undone, clock);
CREATE INDEX batch_by_change ON batch (device, undone, changed);
CREATE INDEX check_in_by_skill ON check_in (skill, day, minutes, removed) WHERE removed = 0;
CREATE INDEX check_in_by_day ON check_in (day, at, id, skill, minutes, removed) WHERE removed = 0;
CREATE INDEX check_in_removed ON check_in (id) WHERE removed = 1;
CREATE INDEX check_in_by_item ON check_in (item, day) WHERE item IS NOT NULL AND removed = 0;
CREATE INDEX evidence_by_parent ON evidence (parent, removed, clock);
CREATE INDEX item_progress_by_day ON item_progress (day) WHERE state = 'done';
CREATE INDEX item_by_skill ON item (skill, own, position);
CREATE INDEX prerequisite_by_item ON prerequisite (item, position, target);
CREATE INDEX reference_by_item ON reference (item, position, target);
CREATE INDEX setting_by_device ON setting (device);
CREATE INDEX reading_by_paper ON reading (paper, clock);
CREATE INDEX reading_by_day ON reading (day);
CREATE INDEX judgement_by_paper ON judgement (paper, clock);
CREATE INDEX judgement_open ON judgement (by_day) WHERE outcome IS NULL AND withdrawn IS NULL AND removed = 0;
CREATE INDEX hypothesis_by_bug ON hypothesis (bug, clock) WHERE removed = 0;
CREATE INDEX claim_by_reproduction ON claim (reproduction, position);
CREATE INDEX result_by_reproduction ON result (reproduction, clock);
CREATE INDEX run_by_parent ON run (parent, clock);
CREATE INDEX run_by_day ON run (day);
COMMIT;
PRAGMA application_id = 1937011312;
PRAGMA user_version = 6;
