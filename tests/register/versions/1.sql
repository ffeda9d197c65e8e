-- A register as the program of version 1 left it.
PRAGMA application_id = 1347175758;
PRAGMA user_version = 1;
BEGIN TRANSACTION;
CREATE TABLE decision (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            about TEXT NOT NULL CHECK (about <> ''),
            verdict TEXT NOT NULL CHECK (verdict IN ('accept', 'reject', 'change', 'discuss', 'withdrawn')),
            value TEXT NOT NULL,
            note TEXT NOT NULL,
            decided_by TEXT NOT NULL,
            decided_at TEXT NOT NULL,
            source TEXT NOT NULL,
            round INTEGER NOT NULL CHECK (round >= 0)
        );
INSERT INTO "decision" VALUES(1,'T-1','change','3 hari','rapat','Rahmat Hidayat','2026-01-05T09:00:00+07:00','output/konsolidasi.xlsx',1);
INSERT INTO "decision" VALUES(2,'T-1','withdrawn','','','Rahmat Hidayat','','',0);
CREATE TABLE file (
            round INTEGER NOT NULL REFERENCES round (number),
            position INTEGER NOT NULL CHECK (position >= 0),
            path TEXT NOT NULL,
            sha256 TEXT NOT NULL,
            unit TEXT NOT NULL,
            readable INTEGER NOT NULL CHECK (readable IN (0, 1)),
            PRIMARY KEY (round, position),
            UNIQUE (round, path)
        ) WITHOUT ROWID
        ;
INSERT INTO "file" VALUES(1,0,'drafts/a/SOP Cuti.docx','a1','Seksi A',1);
INSERT INTO "file" VALUES(1,1,'drafts/a/rusak.docx','','Seksi A',0);
INSERT INTO "file" VALUES(2,0,'drafts/a/SOP Cuti.docx','a1','Seksi A',1);
INSERT INTO "file" VALUES(2,1,'drafts/a/rusak.docx','','Seksi A',0);
CREATE TABLE matter (
            id INTEGER PRIMARY KEY,
            about TEXT NOT NULL CHECK (about <> ''),
            kind TEXT NOT NULL CHECK (kind IN ('finding', 'correction', 'question', 'proposal', 'disparity')),
            unit TEXT NOT NULL,
            title TEXT NOT NULL,
            file TEXT NOT NULL,
            part INTEGER NOT NULL,
            field TEXT NOT NULL,
            words TEXT NOT NULL,
            text_before TEXT NOT NULL,
            text_after TEXT NOT NULL,
            weight TEXT NOT NULL
        );
INSERT INTO "matter" VALUES(1,'T-1','finding','Seksi A','SOP Cuti','drafts/a/SOP Cuti.docx',1,'steps/2/duration','Waktu tidak terukur.','lama','2 hari','error');
INSERT INTO "matter" VALUES(2,'K-1','correction','','','',0,'number','Nomor.','','','');
CREATE TABLE raised (
            round INTEGER NOT NULL REFERENCES round (number),
            position INTEGER NOT NULL CHECK (position >= 0),
            matter INTEGER NOT NULL REFERENCES matter (id),
            PRIMARY KEY (round, position)
        ) WITHOUT ROWID
        ;
INSERT INTO "raised" VALUES(1,0,1);
INSERT INTO "raised" VALUES(2,0,1);
INSERT INTO "raised" VALUES(1,1,2);
CREATE TABLE round (
            number INTEGER PRIMARY KEY CHECK (number >= 1),
            began TEXT NOT NULL,
            inventory TEXT NOT NULL,
            inventory_sha256 TEXT NOT NULL,
            last_decision INTEGER REFERENCES decision (id)
        );
INSERT INTO "round" VALUES(1,'2026-01-05T08:30:00+07:00','induk.xlsx','f1',NULL);
INSERT INTO "round" VALUES(2,'2026-01-06T08:30:00+07:00','induk.xlsx','f2',1);
CREATE TABLE sop (
            round INTEGER NOT NULL,
            file INTEGER NOT NULL,
            position INTEGER NOT NULL CHECK (position >= 0),
            title TEXT NOT NULL,
            PRIMARY KEY (round, file, position),
            FOREIGN KEY (round, file) REFERENCES file (round, position)
        ) WITHOUT ROWID
        ;
INSERT INTO "sop" VALUES(1,0,0,'SOP Cuti');
CREATE INDEX decision_about ON decision (about, id);
CREATE TRIGGER decision_unchanged BEFORE UPDATE ON decision
        BEGIN SELECT RAISE(ABORT, 'a decision is never changed'); END;
CREATE TRIGGER decision_kept BEFORE DELETE ON decision
        BEGIN SELECT RAISE(ABORT, 'a decision is never deleted'); END;
CREATE INDEX matter_about ON matter (about);
CREATE INDEX raised_matter ON raised (matter, round);
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('decision',2);
COMMIT;
