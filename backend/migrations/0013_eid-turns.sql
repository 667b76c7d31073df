-- Up Migration

alter table eid_orders
  add column in_turn boolean not null default false;
