-- Up Migration

create table sessions (
  token_hash text primary key,
  sealed_identity text not null,
  provider text not null,
  loa text not null,
  created_at timestamptz not null,
  idle_expires_at timestamptz not null,
  expires_at timestamptz not null
);

create table eid_orders (
  id text primary key,
  owner_hash text not null,
  purpose text not null,
  provider text not null,
  device text not null,
  state text not null,
  hint text,
  failure_code text,
  sealed_provider_state text not null,
  sealed_identity text,
  loa text,
  became_session text,
  created_at timestamptz not null,
  next_collect_at timestamptz not null,
  expires_at timestamptz not null,
  restarts integer not null,
  version integer not null
);
create index eid_orders_by_owner on eid_orders (owner_hash);
create index eid_orders_by_age on eid_orders (created_at);

create table faq_feedback (
  question text not null,
  day date not null,
  helpful integer not null default 0,
  not_helpful integer not null default 0,
  primary key (question, day)
);
