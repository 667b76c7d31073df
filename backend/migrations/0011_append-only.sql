-- Up Migration

-- Only evidence ever goes, and only when its time is up; the audit never does, nor does either go as a whole.
create or replace function refuse_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and tg_table_name = 'signing_evidence' and current_setting('kommun.retention', true) = 'signing_evidence' then
    return old;
  end if;
  raise exception '% is append-only', tg_table_name;
end $$;
create trigger signing_evidence_stays_whole before truncate on signing_evidence for each statement execute function refuse_change();
create trigger signing_audit_stays_whole before truncate on signing_audit for each statement execute function refuse_change();
