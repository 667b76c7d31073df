-- Up Migration

create table signings (
  id text primary key,
  case_id text collate "C" not null unique references cases on delete cascade,
  service_id text not null,
  round jsonb not null,
  phase text not null,
  disclosure text not null,
  sealed_people text not null,
  started_at timestamptz not null,
  since timestamptz not null,
  expires_at timestamptz not null,
  checked_at timestamptz not null,
  version integer not null
);
create index signings_by_time on signings (phase, expires_at);
create index signings_by_check on signings (checked_at);

create table signing_waits (
  signing_id text not null references signings on delete cascade,
  person_key text not null,
  primary key (person_key, signing_id)
);
create index signing_waits_by_signing on signing_waits (signing_id);

create table signing_documents (
  signing_id text not null references signings on delete cascade,
  version integer not null,
  hash text not null,
  sealed_content text not null,
  primary key (signing_id, version)
);

create table signing_invitations (
  token_hash text primary key,
  signing_id text not null references signings on delete cascade,
  person_key text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz
);
create index signing_invitations_by_party on signing_invitations (signing_id, person_key);

create table signing_orders (
  order_id text primary key,
  signing_id text not null references signings on delete cascade,
  person_key text not null,
  document_version integer not null,
  sealed_texts text not null,
  started_at timestamptz not null,
  outcome text
);
create index signing_orders_by_signing on signing_orders (signing_id);
create index signing_orders_unsettled on signing_orders (started_at) where outcome is null;

create table signing_evidence (
  signing_id text not null,
  person_key text not null,
  document_version integer not null,
  document_hash text not null,
  sealed_evidence text not null,
  at timestamptz not null,
  primary key (signing_id, person_key, document_version)
);

create table signing_outbox (
  id text collate "C" primary key,
  signing_id text not null references signings on delete cascade,
  kind text not null,
  person_key text,
  sealed_token text,
  state text not null,
  queued_at timestamptz not null,
  settled_at timestamptz
);
create index signing_outbox_by_signing on signing_outbox (signing_id, queued_at);
create unique index signing_outbox_one_submission on signing_outbox (signing_id) where kind = 'submission';

create table signing_audit (
  position bigint primary key,
  at timestamptz not null,
  signing_id text,
  actor text,
  act text not null,
  outcome text not null,
  previous_hash text not null,
  hash text not null
);
create index signing_audit_by_signing on signing_audit (signing_id);

create table register_failures (
  person_key text not null,
  at timestamptz not null
);
create index register_failures_by_person on register_failures (person_key, at);
create index register_failures_by_age on register_failures (at);

-- Evidence and audit are added to. Evidence goes only when its time is up, by whoever says so in the transaction.
create function refuse_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and current_setting('kommun.retention', true) = tg_table_name then
    return old;
  end if;
  raise exception '% is append-only', tg_table_name;
end $$;
create trigger signing_evidence_stays before update or delete on signing_evidence for each row execute function refuse_change();
create trigger signing_audit_stays before update or delete on signing_audit for each row execute function refuse_change();
