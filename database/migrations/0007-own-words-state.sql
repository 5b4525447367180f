-- Whether an intention or a letter exists for a cycle, and nothing of what it says: the care team may know that it is
-- there or put off, while the words themselves stay behind their author's wall.

create table own_words_marks (
  clinic_id uuid not null references clinics (id),
  words_id uuid not null,
  patient_id uuid not null,
  cycle_id uuid not null,
  kind text not null check (kind in ('intention', 'letter')),
  state text not null check (state in ('written', 'not-yet', 'deleted')),
  at timestamptz not null,
  primary key (clinic_id, words_id),
  foreign key (clinic_id, patient_id) references patients (clinic_id, id),
  foreign key (clinic_id, cycle_id) references cycles (clinic_id, id)
);
create index own_words_marks_by_cycle on own_words_marks (clinic_id, patient_id, cycle_id);

alter table own_words_marks enable row level security;
alter table own_words_marks force row level security;
create policy clinic_wall on own_words_marks
  using (clinic_id = (select nullif(current_setting('app.clinic', true), '')::uuid))
  with check (clinic_id = (select nullif(current_setting('app.clinic', true), '')::uuid));

grant select, insert, update on own_words_marks to mooring_app;
