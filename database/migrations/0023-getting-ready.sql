-- More parts of getting ready, what feels stuck among the patient's own words, and what a patient asks or fears, each
-- closed by a named person.

alter table preparation_items drop constraint preparation_items_kind_check;
alter table preparation_items add constraint preparation_items_kind_check check (kind in (
  'grounding', 'navigation-plan', 'limits', 'comfort', 'day-plan', 'readiness',
  'feelings', 'expectation', 'prepared-rating', 'teach-back', 'after-plan', 'home-setup', 'morning'));

alter table own_words drop constraint own_words_kind_check;
alter table own_words add constraint own_words_kind_check check (kind in ('journal', 'intention', 'letter', 'stuck'));

create table patient_questions (
  clinic_id uuid not null references clinics (id),
  id uuid not null,
  patient_id uuid not null,
  cycle_id uuid,
  kind text not null check (kind in ('question', 'fear', 'talk')),
  -- The patient's words; for something to talk about after the questions back, which question it was.
  words text not null,
  asked_at timestamptz not null,
  asked_by uuid not null,
  -- Who said "I will answer this".
  taken_at timestamptz,
  taken_by uuid,
  taken_by_name text,
  answer text,
  answered_at timestamptz,
  answered_by uuid,
  answered_by_name text,
  primary key (clinic_id, id),
  foreign key (clinic_id, patient_id) references patients (clinic_id, id),
  foreign key (clinic_id, cycle_id) references cycles (clinic_id, id),
  check ((answer is null) = (answered_at is null))
);
create index patient_questions_by_patient on patient_questions (clinic_id, patient_id, asked_at);

alter table patient_questions enable row level security;
alter table patient_questions force row level security;
create policy clinic_wall on patient_questions
  using (clinic_id = (select nullif(current_setting('app.clinic', true), '')::uuid))
  with check (clinic_id = (select nullif(current_setting('app.clinic', true), '')::uuid));

grant select, insert on patient_questions to mooring_app;
grant update (taken_at, taken_by, taken_by_name, answer, answered_at, answered_by, answered_by_name)
  on patient_questions to mooring_app;

-- What a person of the team gave a patient to read, and when it was first opened; never for how long.
create table given_readings (
  clinic_id uuid not null references clinics (id),
  id uuid not null,
  patient_id uuid not null,
  -- A guide by its name, or another place by its address or title.
  reading text not null,
  note text not null,
  given_at timestamptz not null,
  given_by uuid not null,
  given_by_name text not null,
  opened_at timestamptz,
  primary key (clinic_id, id),
  foreign key (clinic_id, patient_id) references patients (clinic_id, id)
);
create index given_readings_by_patient on given_readings (clinic_id, patient_id, given_at);

-- The last time each listed address was tried, where the clinic switched that on.
create table link_checks (
  clinic_id uuid not null references clinics (id),
  href text not null,
  tried_at timestamptz not null,
  -- Since when it has not answered; nothing while it does.
  silent_since timestamptz,
  primary key (clinic_id, href)
);

do $$
declare t text;
begin
  foreach t in array array['given_readings', 'link_checks'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format(
      'create policy clinic_wall on %I using (clinic_id = (select nullif(current_setting(''app.clinic'', true), '''')::uuid))
       with check (clinic_id = (select nullif(current_setting(''app.clinic'', true), '''')::uuid))', t);
  end loop;
end $$;

grant select, insert on given_readings to mooring_app;
grant update (opened_at) on given_readings to mooring_app;
grant select, insert, update on link_checks to mooring_app;
