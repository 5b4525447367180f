-- The day a person chose to look back on something they mean to do, and nothing of what it says: enough to call the day to
-- mind, while the words stay behind their author's wall. A day that is settled or gone is null.

create table own_words_days (
  clinic_id uuid not null references clinics (id),
  words_id uuid not null,
  patient_id uuid not null,
  due_on date,
  chosen_at timestamptz not null,
  primary key (clinic_id, words_id),
  foreign key (clinic_id, patient_id) references patients (clinic_id, id)
);
create index own_words_days_by_day on own_words_days (clinic_id, due_on) where due_on is not null;

alter table own_words_days enable row level security;
alter table own_words_days force row level security;
create policy clinic_wall on own_words_days
  using (clinic_id = (select nullif(current_setting('app.clinic', true), '')::uuid))
  with check (clinic_id = (select nullif(current_setting('app.clinic', true), '')::uuid));

grant select, insert, update on own_words_days to mooring_app;
