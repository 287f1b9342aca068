-- The resolved graph: dropped and made anew by every build, in one transaction.
--
-- Integer keys inside, text ids outside. Keys follow the order of the text ids, so that ORDER BY key
-- is the order of the exports. Indexes stand at the end: they are made when the tables are full.

CREATE TABLE entity (
    key           INTEGER PRIMARY KEY,
    id            TEXT NOT NULL,
    type          TEXT NOT NULL,
    label         TEXT NOT NULL,
    parent        INTEGER REFERENCES entity (key),
    named         INTEGER NOT NULL,
    listed        INTEGER NOT NULL,
    version       TEXT NOT NULL,
    size          TEXT NOT NULL,
    variant       TEXT NOT NULL,
    unit          TEXT NOT NULL,
    direction     TEXT NOT NULL,
    url           TEXT NOT NULL,
    date          TEXT NOT NULL,        -- 2024-08-02, 2024-08, 2024 or ''
    year_inferred INTEGER NOT NULL
) STRICT;

CREATE TABLE alias (
    entity   INTEGER NOT NULL REFERENCES entity (key),
    name     TEXT NOT NULL,
    name_key TEXT NOT NULL,             -- ids.name_key
    is_label INTEGER NOT NULL,
    uses     INTEGER NOT NULL,          -- mentions spelled so
    PRIMARY KEY (entity, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE document (
    entity   INTEGER PRIMARY KEY REFERENCES entity (key),
    abstract TEXT NOT NULL,
    details  TEXT NOT NULL              -- the Document as JSON, without its abstract
) STRICT;

CREATE TABLE identifier (
    scheme   TEXT NOT NULL,
    value    TEXT NOT NULL COLLATE NOCASE,
    document INTEGER NOT NULL REFERENCES document (entity),
    PRIMARY KEY (scheme, value, document)
) STRICT, WITHOUT ROWID;

CREATE TABLE mention (
    key        INTEGER PRIMARY KEY,
    document   INTEGER NOT NULL REFERENCES document (entity),
    field      TEXT NOT NULL,
    start      INTEGER NOT NULL,
    "end"      INTEGER NOT NULL,
    text       TEXT NOT NULL,
    entity     INTEGER NOT NULL REFERENCES entity (key),
    recogniser TEXT NOT NULL,
    score      REAL NOT NULL
) STRICT;

CREATE TABLE fact (
    key      INTEGER PRIMARY KEY,
    subject  INTEGER NOT NULL REFERENCES entity (key),
    relation TEXT NOT NULL,
    object   INTEGER NOT NULL REFERENCES entity (key),
    status   TEXT NOT NULL
) STRICT;

CREATE TABLE evidence (
    fact       INTEGER NOT NULL REFERENCES fact (key),
    position   INTEGER NOT NULL,
    document   INTEGER NOT NULL REFERENCES document (entity),
    field      TEXT NOT NULL,           -- title, abstract; authors, links, listings
    start      INTEGER NOT NULL,        -- characters of a text, or positions in a list
    "end"      INTEGER NOT NULL,
    rule       TEXT NOT NULL,
    confidence REAL NOT NULL,
    PRIMARY KEY (fact, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE premise (
    fact    INTEGER NOT NULL REFERENCES fact (key),
    premise INTEGER NOT NULL REFERENCES fact (key),
    PRIMARY KEY (fact, premise)
) STRICT, WITHOUT ROWID;

CREATE TABLE result (
    key      INTEGER PRIMARY KEY,
    paper    INTEGER NOT NULL REFERENCES document (entity),
    method   INTEGER REFERENCES entity (key),
    model    INTEGER REFERENCES entity (key),
    data     INTEGER REFERENCES entity (key),
    task     INTEGER REFERENCES entity (key),
    metric   INTEGER REFERENCES entity (key),
    baseline INTEGER REFERENCES entity (key),
    details  TEXT NOT NULL              -- the Result as JSON, with its evidence
) STRICT;

CREATE TABLE decision (
    key      INTEGER PRIMARY KEY,
    document INTEGER NOT NULL REFERENCES document (entity),
    name     TEXT NOT NULL,
    entity   INTEGER NOT NULL REFERENCES entity (key),
    how      TEXT NOT NULL,             -- a key of kg.resolve.HOW
    because  TEXT NOT NULL              -- ids and words as JSON
) STRICT;

CREATE TABLE redirect (
    old TEXT PRIMARY KEY,
    new INTEGER NOT NULL REFERENCES entity (key)
) STRICT, WITHOUT ROWID;

CREATE VIEW searchable (key, label, abstract) AS
    SELECT entity.key, entity.label, coalesce(document.abstract, '')
    FROM entity LEFT JOIN document ON document.entity = entity.key;

CREATE VIRTUAL TABLE search USING fts5 (
    label, abstract,
    content = 'searchable', content_rowid = 'key',
    tokenize = 'porter unicode61 remove_diacritics 2'
);

CREATE UNIQUE INDEX entity_by_id ON entity (id);
CREATE INDEX entity_by_type ON entity (type);
CREATE INDEX entity_by_parent ON entity (parent);
CREATE INDEX alias_by_name_key ON alias (name_key);
CREATE INDEX identifier_by_document ON identifier (document);
CREATE INDEX mention_by_document ON mention (document);
CREATE INDEX mention_by_entity ON mention (entity);
CREATE UNIQUE INDEX fact_by_ends ON fact (subject, relation, object);
CREATE INDEX fact_by_relation ON fact (relation);
CREATE INDEX fact_by_object ON fact (object, relation);
CREATE INDEX premise_by_premise ON premise (premise);
CREATE INDEX result_by_paper ON result (paper);
CREATE INDEX result_by_method ON result (method);
CREATE INDEX result_by_model ON result (model);
CREATE INDEX result_by_data ON result (data);
CREATE INDEX result_by_task ON result (task);
CREATE INDEX result_by_metric ON result (metric);
CREATE INDEX result_by_baseline ON result (baseline);
CREATE INDEX decision_by_document ON decision (document);
CREATE INDEX decision_by_entity ON decision (entity);
CREATE INDEX redirect_by_new ON redirect (new);
