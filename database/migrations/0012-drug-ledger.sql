-- The book of the drug cupboard: one line for each thing that happened to a controlled drug, in the order it was written.
-- A line never changes and is never taken out; a correction is a later line that names the earlier one. The numbers of the
-- lines have no gap, so that a reader sees that none is missing.

create table drug_ledger_entries (
  clinic_id uuid not null references clinics (id),
  id uuid not null,
  position int not null check (position > 0),
  kind text not null check (kind in ('received', 'drawn', 'given', 'wasted', 'witnessed', 'moved', 'returned', 'disposed', 'lost', 'counted', 'struck')),
  patient_id uuid,
  session_id uuid,
  corrects_id uuid,
  correction_reason text,
  body jsonb not null,
  happened_at timestamptz not null,
  recorded_at timestamptz not null,
  author_id uuid not null,
  author_name text not null,
  acting_role text not null,
  primary key (clinic_id, id),
  unique (clinic_id, position),
  foreign key (clinic_id, patient_id) references patients (clinic_id, id),
  foreign key (clinic_id, session_id) references dosing_sessions (clinic_id, id),
  foreign key (clinic_id, corrects_id) references drug_ledger_entries (clinic_id, id),
  check ((corrects_id is null) = (correction_reason is null))
);

-- A line is put right once; whoever comes second reads the book again.
create unique index drug_ledger_corrected_once on drug_ledger_entries (clinic_id, corrects_id) where corrects_id is not null;

alter table drug_ledger_entries enable row level security;
alter table drug_ledger_entries force row level security;
create policy clinic_wall on drug_ledger_entries
  using (clinic_id = (select nullif(current_setting('app.clinic', true), '')::uuid))
  with check (clinic_id = (select nullif(current_setting('app.clinic', true), '')::uuid));

grant select, insert on drug_ledger_entries to mooring_app;
