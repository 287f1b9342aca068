-- The durable inputs of a kg store: what was read, and what each text says.
-- `kg.store` is the only code that reads or writes a store.

CREATE TABLE meta (
    key   TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE record (
    key  INTEGER PRIMARY KEY,
    hash TEXT NOT NULL UNIQUE,          -- SHA-256 of body
    body TEXT NOT NULL                  -- the Document as JSON, without its sources
) STRICT;

CREATE TABLE record_source (
    record INTEGER NOT NULL REFERENCES record (key) ON DELETE CASCADE,
    name   TEXT NOT NULL,               -- a file name, no folder
    line   INTEGER NOT NULL,            -- the first line at which the file has the record
    PRIMARY KEY (record, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE extraction (
    key     INTEGER PRIMARY KEY,
    text    TEXT NOT NULL,              -- ids.text_id
    version TEXT NOT NULL,              -- extract.version
    body    TEXT NOT NULL,              -- the Extraction as JSON
    UNIQUE (text, version)
) STRICT;
