-- What a person is asked to bring, what they say of each thing, and the papers they photographed: sealed with their key.

create table bring_marks (
  clinic_id uuid not null references clinics (id),
  patient_id uuid not null,
  item text not null,
  mark text not null check (mark in ('have-it', 'do-not-have', 'open')),
  said_at timestamptz not null,
  primary key (clinic_id, patient_id, item),
  foreign key (clinic_id, patient_id) references patients (clinic_id, id)
);

create table brought_papers (
  clinic_id uuid not null references clinics (id),
  id uuid not null,
  patient_id uuid not null,
  item text not null,
  name text not null,
  media_type text not null,
  sealed bytea not null,
  added_by uuid not null,
  added_by_name text not null,
  added_at timestamptz not null,
  read_by_name text,
  read_at timestamptz,
  note text not null default '',
  removed_at timestamptz,
  primary key (clinic_id, id),
  foreign key (clinic_id, patient_id) references patients (clinic_id, id),
  foreign key (clinic_id, added_by) references accounts (clinic_id, id)
);
create index brought_papers_by_patient on brought_papers (clinic_id, patient_id, added_at);

do $$
declare t text;
begin
  foreach t in array array['bring_marks', 'brought_papers'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format(
      'create policy clinic_wall on %I using (clinic_id = (select nullif(current_setting(''app.clinic'', true), '''')::uuid))
       with check (clinic_id = (select nullif(current_setting(''app.clinic'', true), '''')::uuid))', t);
  end loop;
end $$;

grant select, insert, update on bring_marks to mooring_app;
grant select, insert on brought_papers to mooring_app;
grant update (sealed, read_by_name, read_at, note, removed_at) on brought_papers to mooring_app;
