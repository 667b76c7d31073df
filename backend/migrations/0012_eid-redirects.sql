-- Up Migration

alter table eid_orders
  add column return_to text,
  add column across_sites boolean not null default false,
  add column handoff_hash text;
