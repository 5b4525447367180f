-- Which line of the drug book stands for which fact of a session. One fact has one line, and one line stands for one fact;
-- what was not taken from this cupboard says so by name. Nothing here is changed or taken out.

create table drug_ledger_room_uses (
  clinic_id uuid not null references clinics (id),
  session_event_id uuid not null,
  session_id uuid not null,
  patient_id uuid not null,
  entry_id uuid,
  -- Why it was not from this cupboard; empty where a line stands for it.
  not_from_here text not null,
  settled_at timestamptz not null,
  settled_by uuid not null,
  settled_by_name text not null,
  primary key (clinic_id, session_event_id),
  unique (clinic_id, entry_id),
  foreign key (clinic_id, entry_id) references drug_ledger_entries (clinic_id, id),
  foreign key (clinic_id, session_id) references dosing_sessions (clinic_id, id),
  foreign key (clinic_id, patient_id) references patients (clinic_id, id),
  check ((entry_id is null) = (not_from_here <> ''))
);

alter table drug_ledger_room_uses enable row level security;
alter table drug_ledger_room_uses force row level security;
create policy clinic_wall on drug_ledger_room_uses
  using (clinic_id = (select nullif(current_setting('app.clinic', true), '')::uuid))
  with check (clinic_id = (select nullif(current_setting('app.clinic', true), '')::uuid));

grant select, insert on drug_ledger_room_uses to mooring_app;
