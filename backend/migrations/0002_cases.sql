-- Up Migration

-- Ids sort by time as plain text, whatever language the database is set up in.
create table cases (
  id text collate "C" primary key,
  updated_at timestamptz not null,
  content jsonb not null
);

create table case_parts (
  case_id text collate "C" not null references cases on delete cascade,
  person_key text not null,
  role text not null,
  next_action jsonb,
  primary key (person_key, case_id)
);
create index case_parts_by_case on case_parts (case_id);

create table case_events (
  id text collate "C" primary key,
  case_id text collate "C" not null references cases on delete cascade,
  at timestamptz not null,
  by_person text,
  content text not null
);
create index case_events_by_case on case_events (case_id, at, id);

create table case_messages (
  id text collate "C" primary key,
  case_id text collate "C" not null references cases on delete cascade,
  at timestamptz not null,
  by_person text,
  sender_name text,
  content text not null,
  document_ids text[] not null,
  read_at timestamptz
);
create index case_messages_by_case on case_messages (case_id, at, id);

create table case_documents (
  id text collate "C" primary key,
  case_id text collate "C" not null references cases on delete cascade,
  at timestamptz not null,
  by_person text,
  origin text not null,
  title text not null,
  file_name text not null,
  media_type text not null,
  size integer not null,
  expires_at timestamptz,
  bytes bytea not null
);
create index case_documents_by_case on case_documents (case_id, at, id);

create table case_read_marks (
  person_key text not null,
  source text not null,
  case_id text not null,
  read_up_to timestamptz not null,
  primary key (person_key, source, case_id)
);

create table case_drafts (
  person_key text not null,
  source text not null,
  case_id text not null,
  sealed_text text not null,
  upload_ids text[] not null,
  saved_at timestamptz not null,
  primary key (person_key, source, case_id)
);
create index case_drafts_by_age on case_drafts (saved_at);

create table uploads (
  id text primary key,
  person_key text not null,
  file_name text not null,
  size integer not null,
  received integer not null,
  media_type text,
  created_at timestamptz not null
);
create index uploads_by_person on uploads (person_key);
create index uploads_by_age on uploads (created_at);

create table upload_pieces (
  upload_id text not null references uploads on delete cascade,
  position integer not null,
  bytes bytea not null,
  primary key (upload_id, position)
);

create table once_calls (
  person_key text not null,
  key text not null,
  fingerprint text not null,
  begun_at timestamptz not null,
  answer text,
  primary key (person_key, key)
);
create index once_calls_by_age on once_calls (begun_at);
