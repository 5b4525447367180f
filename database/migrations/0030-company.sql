-- Whether someone may be in the room: what the patient wishes, and the word of the one who comes to keep it to themselves.

alter table preparation_items drop constraint preparation_items_kind_check;
alter table preparation_items add constraint preparation_items_kind_check check (kind in (
  'grounding', 'navigation-plan', 'limits', 'comfort', 'day-plan', 'readiness',
  'feelings', 'expectation', 'prepared-rating', 'teach-back', 'after-plan', 'home-setup', 'morning', 'company'));

create table company_words (
  clinic_id uuid not null references clinics (id),
  link_id uuid not null,
  patient_id uuid not null,
  cycle_id uuid not null,
  name text not null,
  said_at timestamptz not null,
  primary key (clinic_id, link_id),
  foreign key (clinic_id, patient_id) references patients (clinic_id, id),
  foreign key (clinic_id, cycle_id) references cycles (clinic_id, id)
);
create index company_words_by_cycle on company_words (clinic_id, cycle_id);

alter table company_words enable row level security;
alter table company_words force row level security;
create policy clinic_wall on company_words
  using (clinic_id = (select nullif(current_setting('app.clinic', true), '')::uuid))
  with check (clinic_id = (select nullif(current_setting('app.clinic', true), '')::uuid));

grant select, insert on company_words to mooring_app;
