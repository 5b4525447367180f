-- The weeks after a dose: what a person wishes to be told and how, links that answer one question and open nothing, which
-- reminders went out, and messages that are no mail.

create table reminder_wishes (
  clinic_id uuid not null references clinics (id),
  patient_id uuid not null,
  -- mail, text, push.
  channels text[] not null,
  -- Both or neither: without them the clinic's own hours hold.
  quiet_from_minute int check (quiet_from_minute between 0 and 1439),
  quiet_to_minute int check (quiet_to_minute between 0 and 1439),
  pulse boolean not null,
  dates boolean not null,
  -- Further questions of the day, in the order they were chosen.
  items text[] not null,
  version int not null,
  saved_at timestamptz not null,
  primary key (clinic_id, patient_id),
  foreign key (clinic_id, patient_id) references patients (clinic_id, id),
  check ((quiet_from_minute is null) = (quiet_to_minute is null))
);

-- A phone that may be knocked at. Its address is a secret of that phone and lies sealed; the hash finds it again.
create table push_phones (
  clinic_id uuid not null references clinics (id),
  id uuid not null,
  patient_id uuid not null,
  address_sealed bytea not null,
  address_hash bytea not null,
  added_at timestamptz not null,
  ended_at timestamptz,
  primary key (clinic_id, id),
  unique (clinic_id, address_hash),
  foreign key (clinic_id, patient_id) references patients (clinic_id, id)
);
create index push_phones_by_patient on push_phones (clinic_id, patient_id) where ended_at is null;

-- Answers one question of one person until it ends. Whoever holds it can read nothing.
create table answer_links (
  clinic_id uuid not null references clinics (id),
  id uuid not null,
  patient_id uuid not null,
  cycle_id uuid,
  token_hash bytea not null,
  about text not null check (about in ('pulse', 'evening-check', 'after-check')),
  -- Of an after-check: how many hours after the dose.
  hours int,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  answers int not null default 0,
  primary key (clinic_id, id),
  unique (clinic_id, token_hash),
  foreign key (clinic_id, patient_id) references patients (clinic_id, id),
  foreign key (clinic_id, cycle_id) references cycles (clinic_id, id),
  check ((about = 'after-check') = (hours is not null))
);

-- Each thing is said once on each way; this is how it is known.
create table reminders_sent (
  clinic_id uuid not null references clinics (id),
  patient_id uuid not null,
  about text not null,
  channel text not null check (channel in ('mail', 'text', 'push')),
  sent_at timestamptz not null,
  primary key (clinic_id, patient_id, about, channel),
  foreign key (clinic_id, patient_id) references patients (clinic_id, id)
);

-- Text messages and knocks at a phone. With nothing set up to send them they stay here and can be seen.
create table outgoing_messages (
  clinic_id uuid not null references clinics (id),
  id uuid not null,
  channel text not null check (channel in ('text', 'push')),
  -- The number of a text, or which phone is knocked at.
  to_whom text not null,
  body text not null,
  created_at timestamptz not null,
  sent_at timestamptz,
  failed_at timestamptz,
  failure text,
  primary key (clinic_id, id)
);
create index outgoing_messages_by_age on outgoing_messages (clinic_id, created_at desc);

-- An appointment goes along with its mail as a calendar file.
alter table outgoing_mail add column calendar text;

do $$
declare t text;
begin
  foreach t in array array['reminder_wishes', 'push_phones', 'answer_links', 'reminders_sent', 'outgoing_messages'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format(
      'create policy clinic_wall on %I using (clinic_id = (select nullif(current_setting(''app.clinic'', true), '''')::uuid))
       with check (clinic_id = (select nullif(current_setting(''app.clinic'', true), '''')::uuid))', t);
  end loop;
end $$;

grant select, insert, update on reminder_wishes to mooring_app;
grant select, insert on push_phones to mooring_app;
grant update (patient_id, ended_at) on push_phones to mooring_app;
grant select, insert on answer_links to mooring_app;
grant update (answers) on answer_links to mooring_app;
grant select, insert on reminders_sent to mooring_app;
grant select, insert on outgoing_messages to mooring_app;
grant update (sent_at, failed_at, failure) on outgoing_messages to mooring_app;

-- As a mail does: asks for its own delivery in the transaction that wrote it, with two ids and nothing else.
create function enqueue_message() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if exists (select 1 from pg_catalog.pg_namespace where nspname = 'graphile_worker') then
    perform graphile_worker.add_job('send-message', pg_catalog.json_build_object('clinicId', new.clinic_id, 'messageId', new.id), max_attempts => 12);
  end if;
  return null;
end $$;
revoke all on function enqueue_message() from public;

create trigger message_asks_to_be_sent after insert on outgoing_messages for each row execute function enqueue_message();
