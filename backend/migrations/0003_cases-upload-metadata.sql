-- Up Migration

-- What the sender has said of the file, given back as it came.
alter table uploads add column metadata text not null default '';
