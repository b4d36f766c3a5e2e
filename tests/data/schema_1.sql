PRAGMA application_id = 1180791393; -- "Fara"
PRAGMA user_version = 1;
PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE gathering (
  revision INTEGER PRIMARY KEY,
  made TEXT NOT NULL
) STRICT;
INSERT INTO gathering VALUES(1,'2025-02-10T12:00:07Z');
INSERT INTO gathering VALUES(2,'2025-02-10T12:00:07Z');
CREATE TABLE source_file (
  revision INTEGER NOT NULL REFERENCES gathering,
  position INTEGER NOT NULL,
  path TEXT NOT NULL,
  bytes BLOB NOT NULL,
  PRIMARY KEY (revision, position)
) STRICT;
INSERT INTO source_file VALUES(1,0,'gathering.toml',X'5b676174686572696e675d0a6e616d65203d20226a6f7572220a');
INSERT INTO source_file VALUES(1,1,'people.csv',X'69643b6e616d650a00ff');
INSERT INTO source_file VALUES(2,0,'gathering.toml',X'5b676174686572696e675d0a6e616d65203d20226a6f75722032220a');
INSERT INTO source_file VALUES(2,1,'people.csv',X'69643b6e616d650a00ff');
CREATE TABLE version (
  number INTEGER PRIMARY KEY,
  made TEXT NOT NULL,
  cause_fr TEXT NOT NULL,
  cause_en TEXT NOT NULL,
  revision INTEGER NOT NULL REFERENCES gathering,
  seed INTEGER NOT NULL,              -- unsigned, in two's complement
  iterations INTEGER,                 -- none: the clock was the limit
  seconds REAL NOT NULL,
  feasible INTEGER NOT NULL CHECK (feasible IN (0, 1)),
  proved INTEGER NOT NULL CHECK (proved IN (0, 1)),
  hard INTEGER NOT NULL,
  unplaced INTEGER NOT NULL,
  soft INTEGER NOT NULL,
  bound INTEGER                       -- proved lower bound of soft
) STRICT;
INSERT INTO version VALUES(1,'2025-02-10T12:00:07Z','un','un (en)',1,7,NULL,0.25,0,1,2,14,17,12);
INSERT INTO version VALUES(2,'2025-02-10T12:00:07Z','deux','deux (en)',2,7,NULL,0.25,0,1,2,14,17,12);
CREATE TABLE change (
  version INTEGER NOT NULL REFERENCES version,
  position INTEGER NOT NULL,
  made TEXT NOT NULL,
  kind TEXT NOT NULL,
  item TEXT NOT NULL,
  value TEXT NOT NULL,
  text_fr TEXT NOT NULL,
  text_en TEXT NOT NULL,
  PRIMARY KEY (version, position)
) STRICT, WITHOUT ROWID;
INSERT INTO change VALUES(2,0,'2025-02-10T12:00:07Z','restore','','1','Retour à la version 1','Back to version 1');
CREATE TABLE rotation (
  version INTEGER NOT NULL REFERENCES version,
  position INTEGER NOT NULL,
  id TEXT NOT NULL,
  repeat_meetings INTEGER NOT NULL,
  repeat_cost INTEGER NOT NULL,
  bound INTEGER NOT NULL,
  proved INTEGER NOT NULL CHECK (proved IN (0, 1)),
  PRIMARY KEY (version, position)
) STRICT, WITHOUT ROWID;
INSERT INTO rotation VALUES(1,0,'chapeaux',1,2,1,0);
INSERT INTO rotation VALUES(2,0,'chapeaux',1,2,1,0);
CREATE TABLE round (
  version INTEGER NOT NULL,
  rotation INTEGER NOT NULL,          -- its position
  round INTEGER NOT NULL,             -- from 0
  starts TEXT NOT NULL,
  ends TEXT NOT NULL,
  PRIMARY KEY (version, rotation, round),
  FOREIGN KEY (version, rotation) REFERENCES rotation
) STRICT, WITHOUT ROWID;
INSERT INTO round VALUES(1,0,0,'2025-02-11 10:30','2025-02-11 10:47');
INSERT INTO round VALUES(1,0,1,'2025-02-11 10:49','2025-02-11 11:06');
INSERT INTO round VALUES(2,0,0,'2025-02-11 10:30','2025-02-11 10:47');
INSERT INTO round VALUES(2,0,1,'2025-02-11 10:49','2025-02-11 11:06');
CREATE TABLE placement (
  version INTEGER NOT NULL REFERENCES version,
  number INTEGER NOT NULL,            -- in the order of the plan
  id TEXT NOT NULL,                   -- of the session or the station
  room TEXT NOT NULL,                 -- empty: needs none
  starts TEXT,
  ends TEXT,
  rotation INTEGER,
  round INTEGER,
  PRIMARY KEY (version, number),
  FOREIGN KEY (version, rotation, round) REFERENCES round,
  CHECK ((rotation IS NULL) = (round IS NULL)),
  CHECK ((starts IS NULL) = (ends IS NULL)),
  CHECK ((rotation IS NULL) = (starts IS NOT NULL))
) STRICT, WITHOUT ROWID;
INSERT INTO placement VALUES(1,0,'accueil','','2025-02-11 08:45','2025-02-11 09:00',NULL,NULL);
INSERT INTO placement VALUES(1,1,'table-ronde','grande','2025-02-11 09:00','2025-02-11 10:15',NULL,NULL);
INSERT INTO placement VALUES(1,2,'bleu','petite',NULL,NULL,0,0);
INSERT INTO placement VALUES(1,3,'vert','grande',NULL,NULL,0,0);
INSERT INTO placement VALUES(1,4,'vert','grande',NULL,NULL,0,1);
INSERT INTO placement VALUES(2,0,'accueil','','2025-02-11 08:45','2025-02-11 09:00',NULL,NULL);
INSERT INTO placement VALUES(2,1,'table-ronde','grande','2025-02-11 09:00','2025-02-11 10:15',NULL,NULL);
INSERT INTO placement VALUES(2,2,'bleu','petite',NULL,NULL,0,0);
INSERT INTO placement VALUES(2,3,'vert','grande',NULL,NULL,0,0);
INSERT INTO placement VALUES(2,4,'vert','grande',NULL,NULL,0,1);
CREATE TABLE role (
  version INTEGER NOT NULL,
  placement INTEGER NOT NULL,
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  PRIMARY KEY (version, placement, position),
  FOREIGN KEY (version, placement) REFERENCES placement
) STRICT, WITHOUT ROWID;
INSERT INTO role VALUES(1,1,0,'moderator');
INSERT INTO role VALUES(1,1,1,'speaker');
INSERT INTO role VALUES(1,1,2,'scribe');
INSERT INTO role VALUES(1,3,0,'host');
INSERT INTO role VALUES(2,1,0,'moderator');
INSERT INTO role VALUES(2,1,1,'speaker');
INSERT INTO role VALUES(2,1,2,'scribe');
INSERT INTO role VALUES(2,3,0,'host');
CREATE TABLE holder (
  version INTEGER NOT NULL,
  placement INTEGER NOT NULL,
  role INTEGER NOT NULL,              -- its position
  position INTEGER NOT NULL,
  person TEXT NOT NULL,
  PRIMARY KEY (version, placement, role, position),
  FOREIGN KEY (version, placement, role) REFERENCES role
) STRICT, WITHOUT ROWID;
INSERT INTO holder VALUES(1,1,0,0,'ana');
INSERT INTO holder VALUES(1,1,2,0,'dé');
INSERT INTO holder VALUES(1,1,2,1,'ana');
INSERT INTO holder VALUES(1,3,0,0,'dé');
INSERT INTO holder VALUES(2,1,0,0,'ana');
INSERT INTO holder VALUES(2,1,2,0,'dé');
INSERT INTO holder VALUES(2,1,2,1,'ana');
INSERT INTO holder VALUES(2,3,0,0,'dé');
CREATE TABLE participant (
  version INTEGER NOT NULL,
  placement INTEGER NOT NULL,
  position INTEGER NOT NULL,
  person TEXT NOT NULL,
  PRIMARY KEY (version, placement, position),
  FOREIGN KEY (version, placement) REFERENCES placement
) STRICT, WITHOUT ROWID;
INSERT INTO participant VALUES(1,0,0,'ana');
INSERT INTO participant VALUES(1,0,1,'bo');
INSERT INTO participant VALUES(1,0,2,'chloé');
INSERT INTO participant VALUES(1,1,0,'bo');
INSERT INTO participant VALUES(1,2,0,'ana');
INSERT INTO participant VALUES(1,2,1,'bo');
INSERT INTO participant VALUES(1,4,0,'bo');
INSERT INTO participant VALUES(1,4,1,'ana');
INSERT INTO participant VALUES(2,0,0,'ana');
INSERT INTO participant VALUES(2,0,1,'bo');
INSERT INTO participant VALUES(2,0,2,'chloé');
INSERT INTO participant VALUES(2,1,0,'bo');
INSERT INTO participant VALUES(2,2,0,'ana');
INSERT INTO participant VALUES(2,2,1,'bo');
INSERT INTO participant VALUES(2,4,0,'bo');
INSERT INTO participant VALUES(2,4,1,'ana');
CREATE TABLE rule_score (
  version INTEGER NOT NULL REFERENCES version,
  position INTEGER NOT NULL,
  rule TEXT NOT NULL,
  hard INTEGER NOT NULL CHECK (hard IN (0, 1)),
  weight INTEGER NOT NULL,
  count INTEGER NOT NULL,
  penalty INTEGER NOT NULL,
  PRIMARY KEY (version, position)
) STRICT, WITHOUT ROWID;
INSERT INTO rule_score VALUES(1,0,'room-capacity',1,1,2,2);
INSERT INTO rule_score VALUES(1,1,'repeat-meeting',0,3,4,12);
INSERT INTO rule_score VALUES(2,0,'room-capacity',1,1,2,2);
INSERT INTO rule_score VALUES(2,1,'repeat-meeting',0,3,4,12);
CREATE TABLE unplaced (
  version INTEGER NOT NULL REFERENCES version,
  position INTEGER NOT NULL,
  id TEXT NOT NULL,
  reason_fr TEXT NOT NULL,
  reason_en TEXT NOT NULL,
  PRIMARY KEY (version, position)
) STRICT, WITHOUT ROWID;
INSERT INTO unplaced VALUES(1,0,'visite','pas de salle','no room');
INSERT INTO unplaced VALUES(2,0,'visite','pas de salle','no room');
CREATE TABLE remark (
  version INTEGER NOT NULL REFERENCES version,
  position INTEGER NOT NULL,
  rule TEXT NOT NULL,
  hard INTEGER NOT NULL CHECK (hard IN (0, 1)),
  text_fr TEXT NOT NULL,
  text_en TEXT NOT NULL,
  PRIMARY KEY (version, position)
) STRICT, WITHOUT ROWID;
INSERT INTO remark VALUES(1,0,'room-capacity',1,'trop de monde','too many people');
INSERT INTO remark VALUES(1,1,'wish-rank',0,'« vœu » refusé','wish refused');
INSERT INTO remark VALUES(2,0,'room-capacity',1,'trop de monde','too many people');
INSERT INTO remark VALUES(2,1,'wish-rank',0,'« vœu » refusé','wish refused');
COMMIT;
