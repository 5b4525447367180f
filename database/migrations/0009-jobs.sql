-- A mail written in a transaction asks for its own delivery in that transaction. The application may not touch the queue's
-- tables; this one reviewed function, with its owner's rights and a fixed search path, carries two ids and nothing else.

create function enqueue_mail() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if exists (select 1 from pg_catalog.pg_namespace where nspname = 'graphile_worker') then
    perform graphile_worker.add_job('send-mail', pg_catalog.json_build_object('clinicId', new.clinic_id, 'mailId', new.id), max_attempts => 12);
  end if;
  return null;
end $$;
revoke all on function enqueue_mail() from public;

create trigger mail_asks_to_be_sent after insert on outgoing_mail for each row execute function enqueue_mail();
