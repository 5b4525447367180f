-- When a decision about a series first stood on a screen of the person it is about, by the clock of that screen. No row: not seen
-- as far as anyone heard. A message that went out is no sight.

create table series_decisions_seen (
  clinic_id uuid not null references clinics (id),
  decision_id uuid not null,
  patient_id uuid not null,
  seen_at timestamptz not null,
  recorded_at timestamptz not null,
  primary key (clinic_id, decision_id),
  foreign key (clinic_id, decision_id) references series_decisions (clinic_id, id),
  foreign key (clinic_id, patient_id) references patients (clinic_id, id)
);

alter table series_decisions_seen enable row level security;
alter table series_decisions_seen force row level security;
create policy clinic_wall on series_decisions_seen using (clinic_id = (select nullif(current_setting('app.clinic', true), '')::uuid))
  with check (clinic_id = (select nullif(current_setting('app.clinic', true), '')::uuid));

grant select, insert on series_decisions_seen to mooring_app;
