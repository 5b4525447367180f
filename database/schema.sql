-- The schema after all migrations. Generated: `npm run golden` writes it, a test compares it.

-- extensions

extension btree_gist

-- schemas

schema public
  grant usage to mooring_app
  grant usage to public

-- tables

table public.accounts
  row level security enabled and forced
  clinic_id uuid not null
  id uuid not null
  kind text not null
  email text not null
  display_name text not null
  roles text[] not null
  patient_id uuid
  profile jsonb not null default '{}'::jsonb
  password_hash text
  totp_secret_sealed bytea
  totp_last_step bigint
  created_at timestamp with time zone not null
  disabled_at timestamp with time zone
  constraint accounts_check CHECK (((kind = 'patient'::text) = (patient_id IS NOT NULL)))
  constraint accounts_kind_check CHECK ((kind = ANY (ARRAY['staff'::text, 'patient'::text])))
  constraint accounts_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES public.clinics(id)
  constraint accounts_clinic_id_patient_id_fkey FOREIGN KEY (clinic_id, patient_id) REFERENCES public.patients(clinic_id, id)
  constraint accounts_pkey PRIMARY KEY (clinic_id, id)
  CREATE UNIQUE INDEX accounts_by_email ON public.accounts USING btree (clinic_id, lower(email))
  CREATE INDEX accounts_by_patient ON public.accounts USING btree (clinic_id, patient_id)
  policy clinic_wall as permissive for all to public
    using (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
    with check (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
  grant insert, select, update to mooring_app

table public.adverse_event_gradings
  row level security enabled and forced
  clinic_id uuid not null
  event_id uuid not null
  number integer not null
  id uuid not null
  patient_id uuid not null
  body jsonb not null
  signed boolean not null
  graded_at timestamp with time zone not null
  graded_by uuid not null
  graded_by_name text not null
  graded_as text not null
  constraint adverse_event_gradings_number_check CHECK ((number > 0))
  constraint adverse_event_gradings_clinic_id_event_id_fkey FOREIGN KEY (clinic_id, event_id) REFERENCES public.adverse_events(clinic_id, id)
  constraint adverse_event_gradings_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES public.clinics(id)
  constraint adverse_event_gradings_clinic_id_patient_id_fkey FOREIGN KEY (clinic_id, patient_id) REFERENCES public.patients(clinic_id, id)
  constraint adverse_event_gradings_pkey PRIMARY KEY (clinic_id, event_id, number)
  constraint adverse_event_gradings_clinic_id_id_key UNIQUE (clinic_id, id)
  policy clinic_wall as permissive for all to public
    using (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
    with check (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
  grant insert, select to mooring_app

table public.adverse_events
  row level security enabled and forced
  clinic_id uuid not null
  id uuid not null
  patient_id uuid not null
  session_id uuid
  symptom_id uuid
  words text not null
  term text
  severity text
  started_at timestamp with time zone
  ended text
  ended_at timestamp with time zone
  reported_at timestamp with time zone not null
  reported_by uuid not null
  reported_by_name text not null
  reported_as text not null
  constraint adverse_events_check CHECK (((ended_at IS NULL) OR (ended = 'over'::text)))
  constraint adverse_events_ended_check CHECK ((ended = ANY (ARRAY['ongoing'::text, 'over'::text])))
  constraint adverse_events_severity_check CHECK ((severity = ANY (ARRAY['mild'::text, 'moderate'::text, 'severe'::text])))
  constraint adverse_events_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES public.clinics(id)
  constraint adverse_events_clinic_id_patient_id_fkey FOREIGN KEY (clinic_id, patient_id) REFERENCES public.patients(clinic_id, id)
  constraint adverse_events_clinic_id_session_id_fkey FOREIGN KEY (clinic_id, session_id) REFERENCES public.dosing_sessions(clinic_id, id)
  constraint adverse_events_pkey PRIMARY KEY (clinic_id, id)
  constraint adverse_events_clinic_id_symptom_id_key UNIQUE (clinic_id, symptom_id)
  CREATE INDEX adverse_events_by_patient ON public.adverse_events USING btree (clinic_id, patient_id, reported_at)
  policy clinic_wall as permissive for all to public
    using (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
    with check (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
  grant insert, select to mooring_app

table public.after_visit_papers
  row level security enabled and forced
  clinic_id uuid not null
  session_id uuid not null
  version integer not null
  id uuid not null
  patient_id uuid not null
  log_version integer not null
  content text not null
  content_sha256 bytea not null
  handed_over_at timestamp with time zone not null
  handed_over_by uuid not null
  handed_over_by_name text not null
  handed_over_as text not null
  constraint after_visit_papers_version_check CHECK ((version > 0))
  constraint after_visit_papers_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES public.clinics(id)
  constraint after_visit_papers_clinic_id_patient_id_fkey FOREIGN KEY (clinic_id, patient_id) REFERENCES public.patients(clinic_id, id)
  constraint after_visit_papers_clinic_id_session_id_fkey FOREIGN KEY (clinic_id, session_id) REFERENCES public.dosing_sessions(clinic_id, id)
  constraint after_visit_papers_pkey PRIMARY KEY (clinic_id, session_id, version)
  constraint after_visit_papers_clinic_id_id_key UNIQUE (clinic_id, id)
  policy clinic_wall as permissive for all to public
    using (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
    with check (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
  grant insert, select to mooring_app

table public.answer_links
  row level security enabled and forced
  clinic_id uuid not null
  id uuid not null
  patient_id uuid not null
  cycle_id uuid
  token_hash bytea not null
  about text not null
  hours integer
  created_at timestamp with time zone not null
  expires_at timestamp with time zone not null
  answers integer not null default 0
  constraint answer_links_about_check CHECK ((about = ANY (ARRAY['pulse'::text, 'evening-check'::text, 'after-check'::text])))
  constraint answer_links_check CHECK (((about = 'after-check'::text) = (hours IS NOT NULL)))
  constraint answer_links_clinic_id_cycle_id_fkey FOREIGN KEY (clinic_id, cycle_id) REFERENCES public.cycles(clinic_id, id)
  constraint answer_links_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES public.clinics(id)
  constraint answer_links_clinic_id_patient_id_fkey FOREIGN KEY (clinic_id, patient_id) REFERENCES public.patients(clinic_id, id)
  constraint answer_links_pkey PRIMARY KEY (clinic_id, id)
  constraint answer_links_clinic_id_token_hash_key UNIQUE (clinic_id, token_hash)
  policy clinic_wall as permissive for all to public
    using (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
    with check (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
  grant insert, select to mooring_app
  grant update (answers) to mooring_app

table public.appointments
  row level security enabled and forced
  clinic_id uuid not null
  id uuid not null
  patient_id uuid not null
  cycle_id uuid
  kind text not null
  room_id uuid
  practitioner_id uuid
  period tstzrange not null
  status text not null
  status_at timestamp with time zone not null
  version integer not null default 1
  created_at timestamp with time zone not null
  talk_from timestamp with time zone
  room_until timestamp with time zone
  is_remote boolean not null default false
  constraint appointments_kind_check CHECK ((kind = ANY (ARRAY['consult'::text, 'preparation'::text, 'dose'::text, 'integration'::text])))
  constraint appointments_room_until_check CHECK ((room_until > lower(period)))
  constraint appointments_status_check CHECK ((status = ANY (ARRAY['booked'::text, 'arrived'::text, 'fulfilled'::text, 'cancelled'::text, 'no-show'::text])))
  constraint appointments_talk_from_check CHECK (((talk_from > lower(period)) AND (talk_from < upper(period))))
  constraint appointments_clinic_id_cycle_id_fkey FOREIGN KEY (clinic_id, cycle_id) REFERENCES public.cycles(clinic_id, id)
  constraint appointments_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES public.clinics(id)
  constraint appointments_clinic_id_patient_id_fkey FOREIGN KEY (clinic_id, patient_id) REFERENCES public.patients(clinic_id, id)
  constraint appointments_clinic_id_practitioner_id_fkey FOREIGN KEY (clinic_id, practitioner_id) REFERENCES public.accounts(clinic_id, id)
  constraint appointments_clinic_id_room_id_fkey FOREIGN KEY (clinic_id, room_id) REFERENCES public.rooms(clinic_id, id)
  constraint appointments_pkey PRIMARY KEY (clinic_id, id)
  constraint one_patient_per_room EXCLUDE USING gist (clinic_id WITH =, room_id WITH =, tstzrange(lower(period), COALESCE(room_until, upper(period))) WITH &&) WHERE (((status <> 'cancelled'::text) AND (room_id IS NOT NULL)))
  constraint one_place_per_practitioner EXCLUDE USING gist (clinic_id WITH =, practitioner_id WITH =, period WITH &&) WHERE (((status <> 'cancelled'::text) AND (practitioner_id IS NOT NULL)))
  CREATE INDEX appointments_by_patient ON public.appointments USING btree (clinic_id, patient_id)
  CREATE INDEX appointments_by_start ON public.appointments USING btree (clinic_id, lower(period))
  policy clinic_wall as permissive for all to public
    using (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
    with check (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
  grant insert, select, update to mooring_app

table public.audit_events
  row level security enabled and forced
  clinic_id uuid not null
  lane integer not null
  seq bigint not null
  at timestamp with time zone not null
  patient_id uuid
  actor_id uuid
  entry text not null
  hash bytea not null
  constraint audit_events_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES public.clinics(id)
  constraint audit_events_pkey PRIMARY KEY (clinic_id, lane, seq)
  CREATE INDEX audit_events_by_actor ON public.audit_events USING btree (clinic_id, actor_id, at DESC)
  CREATE INDEX audit_events_by_patient ON public.audit_events USING btree (clinic_id, patient_id, at DESC) WHERE (patient_id IS NOT NULL)
  policy clinic_wall as permissive for all to public
    using (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
    with check (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
  grant insert, select to mooring_app

table public.audit_heads
  row level security enabled and forced
  clinic_id uuid not null
  lane integer not null
  seq bigint not null default 0
  hash bytea not null default '\x0000000000000000000000000000000000000000000000000000000000000000'::bytea
  constraint audit_heads_lane_check CHECK (((lane >= 0) AND (lane <= 15)))
  constraint audit_heads_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES public.clinics(id)
  constraint audit_heads_pkey PRIMARY KEY (clinic_id, lane)
  policy clinic_wall as permissive for all to public
    using (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
    with check (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
  grant insert, select, update to mooring_app

table public.bilateral_screens
  row level security enabled and forced
  clinic_id uuid not null
  patient_id uuid not null
  heard_at timestamp with time zone not null
  round_trip_ms integer not null
  agreed text[] not null
  constraint bilateral_screens_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES public.clinics(id)
  constraint bilateral_screens_clinic_id_patient_id_fkey FOREIGN KEY (clinic_id, patient_id) REFERENCES public.patients(clinic_id, id)
  constraint bilateral_screens_pkey PRIMARY KEY (clinic_id, patient_id)
  policy clinic_wall as permissive for all to public
    using (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
    with check (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
  grant insert, select, update to mooring_app

table public.bilateral_sets
  row level security enabled and forced
  clinic_id uuid not null
  id uuid not null
  patient_id uuid not null
  started_by uuid not null
  started_by_name text not null
  mode text not null
  rounds_per_minute integer not null
  seconds integer not null
  starts_at timestamp with time zone not null
  stopped_at timestamp with time zone
  stopped_by text
  created_at timestamp with time zone not null
  constraint bilateral_sets_check CHECK (((stopped_at IS NULL) = (stopped_by IS NULL)))
  constraint bilateral_sets_mode_check CHECK ((mode = ANY (ARRAY['light'::text, 'sound'::text, 'buzz'::text])))
  constraint bilateral_sets_stopped_by_check CHECK ((stopped_by = ANY (ARRAY['patient'::text, 'therapist'::text])))
  constraint bilateral_sets_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES public.clinics(id)
  constraint bilateral_sets_clinic_id_patient_id_fkey FOREIGN KEY (clinic_id, patient_id) REFERENCES public.patients(clinic_id, id)
  constraint bilateral_sets_clinic_id_started_by_fkey FOREIGN KEY (clinic_id, started_by) REFERENCES public.accounts(clinic_id, id)
  constraint bilateral_sets_pkey PRIMARY KEY (clinic_id, id)
  CREATE INDEX bilateral_sets_by_patient ON public.bilateral_sets USING btree (clinic_id, patient_id, starts_at DESC)
  policy clinic_wall as permissive for all to public
    using (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
    with check (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
  grant insert, select, update to mooring_app

table public.bring_marks
  row level security enabled and forced
  clinic_id uuid not null
  patient_id uuid not null
  item text not null
  mark text not null
  said_at timestamp with time zone not null
  constraint bring_marks_mark_check CHECK ((mark = ANY (ARRAY['have-it'::text, 'do-not-have'::text, 'open'::text])))
  constraint bring_marks_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES public.clinics(id)
  constraint bring_marks_clinic_id_patient_id_fkey FOREIGN KEY (clinic_id, patient_id) REFERENCES public.patients(clinic_id, id)
  constraint bring_marks_pkey PRIMARY KEY (clinic_id, patient_id, item)
  policy clinic_wall as permissive for all to public
    using (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
    with check (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
  grant insert, select, update to mooring_app

table public.brought_papers
  row level security enabled and forced
  clinic_id uuid not null
  id uuid not null
  patient_id uuid not null
  item text not null
  name text not null
  media_type text not null
  sealed bytea not null
  added_by uuid not null
  added_by_name text not null
  added_at timestamp with time zone not null
  read_by_name text
  read_at timestamp with time zone
  note text not null default ''::text
  removed_at timestamp with time zone
  constraint brought_papers_clinic_id_added_by_fkey FOREIGN KEY (clinic_id, added_by) REFERENCES public.accounts(clinic_id, id)
  constraint brought_papers_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES public.clinics(id)
  constraint brought_papers_clinic_id_patient_id_fkey FOREIGN KEY (clinic_id, patient_id) REFERENCES public.patients(clinic_id, id)
  constraint brought_papers_pkey PRIMARY KEY (clinic_id, id)
  CREATE INDEX brought_papers_by_patient ON public.brought_papers USING btree (clinic_id, patient_id, added_at)
  policy clinic_wall as permissive for all to public
    using (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
    with check (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
  grant insert, select to mooring_app
  grant update (sealed) to mooring_app
  grant update (read_by_name) to mooring_app
  grant update (read_at) to mooring_app
  grant update (note) to mooring_app
  grant update (removed_at) to mooring_app

table public.care_team_members
  row level security enabled and forced
  clinic_id uuid not null
  id uuid not null
  patient_id uuid not null
  account_id uuid not null
  role text not null
  from_at timestamp with time zone not null
  until_at timestamp with time zone
  constraint care_team_members_clinic_id_account_id_fkey FOREIGN KEY (clinic_id, account_id) REFERENCES public.accounts(clinic_id, id)
  constraint care_team_members_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES public.clinics(id)
  constraint care_team_members_clinic_id_patient_id_fkey FOREIGN KEY (clinic_id, patient_id) REFERENCES public.patients(clinic_id, id)
  constraint care_team_members_pkey PRIMARY KEY (clinic_id, id)
  CREATE INDEX care_team_by_account ON public.care_team_members USING btree (clinic_id, account_id)
  CREATE INDEX care_team_by_patient ON public.care_team_members USING btree (clinic_id, patient_id)
  policy clinic_wall as permissive for all to public
    using (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
    with check (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
  grant insert, select, update to mooring_app

table public.care_wishes
  row level security enabled and forced
  clinic_id uuid not null
  patient_id uuid not null
  version integer not null
  gender text not null
  with_account_id uuid
  note text not null
  said_at timestamp with time zone not null
  constraint care_wishes_gender_check CHECK ((gender = ANY (ARRAY['woman'::text, 'man'::text, 'no-wish'::text])))
  constraint care_wishes_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES public.clinics(id)
  constraint care_wishes_clinic_id_patient_id_fkey FOREIGN KEY (clinic_id, patient_id) REFERENCES public.patients(clinic_id, id)
  constraint care_wishes_clinic_id_with_account_id_fkey FOREIGN KEY (clinic_id, with_account_id) REFERENCES public.accounts(clinic_id, id)
  constraint care_wishes_pkey PRIMARY KEY (clinic_id, patient_id, version)
  policy clinic_wall as permissive for all to public
    using (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
    with check (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
  grant insert, select to mooring_app

table public.carried_drafts
  row level security enabled and forced
  clinic_id uuid not null
  account_id uuid not null
  name text not null
  saved_at timestamp with time zone not null
  nonce bytea
  sealed bytea
  constraint carried_drafts_check CHECK (((nonce IS NULL) = (sealed IS NULL)))
  constraint carried_drafts_name_check CHECK ((name ~ '^[0-9a-f]{32}$'::text))
  constraint carried_drafts_nonce_check CHECK ((length(nonce) = 12))
  constraint carried_drafts_sealed_check CHECK ((length(sealed) <= 60000))
  constraint carried_drafts_clinic_id_account_id_fkey FOREIGN KEY (clinic_id, account_id) REFERENCES public.accounts(clinic_id, id)
  constraint carried_drafts_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES public.clinics(id)
  constraint carried_drafts_pkey PRIMARY KEY (clinic_id, account_id, name)
  CREATE INDEX carried_draft_marks ON public.carried_drafts USING btree (clinic_id, saved_at) WHERE (sealed IS NULL)
  policy clinic_wall as permissive for all to public
    using (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
    with check (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
  policy drafts_belong_to_who_writes_them as restrictive for all to public
    using ((account_id = ( SELECT (NULLIF(current_setting('app.account'::text, true), ''::text))::uuid AS "nullif")) OR ((sealed IS NULL) AND (NULLIF(current_setting('app.account'::text, true), ''::text) IS NULL)))
    with check (account_id = ( SELECT (NULLIF(current_setting('app.account'::text, true), ''::text))::uuid AS "nullif"))
  grant delete, insert, select to mooring_app
  grant update (saved_at) to mooring_app
  grant update (nonce) to mooring_app
  grant update (sealed) to mooring_app

table public.clinics
  id uuid not null
  slug text not null
  host text
  name text not null
  phone text not null
  address text not null
  opening_hours text not null
  zone text not null
  crisis_place text not null
  settings jsonb not null default '{}'::jsonb
  created_at timestamp with time zone not null default now()
  constraint clinics_slug_check CHECK ((slug ~ '^[a-z0-9-]{2,40}$'::text))
  constraint clinics_pkey PRIMARY KEY (id)
  constraint clinics_host_key UNIQUE (host)
  constraint clinics_slug_key UNIQUE (slug)
  grant select to mooring_app

table public.commands
  row level security enabled and forced
  clinic_id uuid not null
  actor_key text not null
  command_id uuid not null
  request_sha256 bytea not null
  status integer
  response jsonb
  created_at timestamp with time zone not null
  constraint commands_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES public.clinics(id)
  constraint commands_pkey PRIMARY KEY (clinic_id, actor_key, command_id)
  CREATE INDEX commands_by_age ON public.commands USING btree (clinic_id, created_at)
  policy clinic_wall as permissive for all to public
    using (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
    with check (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
  grant delete, insert, select, update to mooring_app

table public.companion_answers
  row level security enabled and forced
  clinic_id uuid not null
  id uuid not null
  patient_id uuid not null
  cycle_id uuid not null
  link_id uuid not null
  check_name text not null
  word text not null
  signs text[] not null
  said_at timestamp with time zone not null
  said_by text not null
  recorded_at timestamp with time zone not null
  constraint companion_answers_check_name_check CHECK ((check_name = ANY (ARRAY['evening'::text, 'morning'::text, 'last'::text])))
  constraint companion_answers_word_check CHECK ((word = ANY (ARRAY['well'::text, 'not-sure'::text, 'worried'::text])))
  constraint companion_answers_clinic_id_cycle_id_fkey FOREIGN KEY (clinic_id, cycle_id) REFERENCES public.cycles(clinic_id, id)
  constraint companion_answers_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES public.clinics(id)
  constraint companion_answers_clinic_id_link_id_fkey FOREIGN KEY (clinic_id, link_id) REFERENCES public.companion_links(clinic_id, id)
  constraint companion_answers_clinic_id_patient_id_fkey FOREIGN KEY (clinic_id, patient_id) REFERENCES public.patients(clinic_id, id)
  constraint companion_answers_pkey PRIMARY KEY (clinic_id, id)
  CREATE INDEX companion_answers_by_cycle ON public.companion_answers USING btree (clinic_id, cycle_id)
  policy clinic_wall as permissive for all to public
    using (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
    with check (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
  grant insert, select to mooring_app

table public.companion_link_keys
  row level security enabled and forced
  clinic_id uuid not null
  link_id uuid not null
  check_name text not null
  token_hash bytea not null
  made_at timestamp with time zone not null
  mail_id uuid
  constraint companion_link_keys_check_name_check CHECK ((check_name = ANY (ARRAY['evening'::text, 'morning'::text, 'last'::text])))
  constraint companion_link_keys_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES public.clinics(id)
  constraint companion_link_keys_clinic_id_link_id_fkey FOREIGN KEY (clinic_id, link_id) REFERENCES public.companion_links(clinic_id, id)
  constraint companion_link_keys_pkey PRIMARY KEY (clinic_id, link_id, check_name)
  constraint companion_link_keys_clinic_id_token_hash_key UNIQUE (clinic_id, token_hash)
  policy clinic_wall as permissive for all to public
    using (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
    with check (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
  grant delete, insert, select to mooring_app

table public.companion_links
  row level security enabled and forced
  clinic_id uuid not null
  id uuid not null
  patient_id uuid not null
  related_person_id uuid not null
  cycle_id uuid
  token_hash bytea not null
  scopes text[] not null
  code_word text not null
  created_at timestamp with time zone not null
  expires_at timestamp with time zone not null
  opened_at timestamp with time zone
  revoked_at timestamp with time zone
  constraint companion_links_clinic_id_cycle_id_fkey FOREIGN KEY (clinic_id, cycle_id) REFERENCES public.cycles(clinic_id, id)
  constraint companion_links_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES public.clinics(id)
  constraint companion_links_clinic_id_patient_id_fkey FOREIGN KEY (clinic_id, patient_id) REFERENCES public.patients(clinic_id, id)
  constraint companion_links_clinic_id_related_person_id_fkey FOREIGN KEY (clinic_id, related_person_id) REFERENCES public.related_persons(clinic_id, id)
  constraint companion_links_pkey PRIMARY KEY (clinic_id, id)
  constraint companion_links_clinic_id_token_hash_key UNIQUE (clinic_id, token_hash)
  CREATE INDEX companion_links_by_patient ON public.companion_links USING btree (clinic_id, patient_id)
  policy clinic_wall as permissive for all to public
    using (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
    with check (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
  grant insert, select, update to mooring_app

table public.companion_unasked
  row level security enabled and forced
  clinic_id uuid not null
  id uuid not null
  patient_id uuid not null
  link_id uuid not null
  from_at timestamp with time zone not null
  from_by text not null
  until_at timestamp with time zone
  until_by text
  constraint companion_unasked_check CHECK ((until_at >= from_at))
  constraint companion_unasked_check1 CHECK (((until_at IS NULL) = (until_by IS NULL)))
  constraint companion_unasked_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES public.clinics(id)
  constraint companion_unasked_clinic_id_link_id_fkey FOREIGN KEY (clinic_id, link_id) REFERENCES public.companion_links(clinic_id, id)
  constraint companion_unasked_clinic_id_patient_id_fkey FOREIGN KEY (clinic_id, patient_id) REFERENCES public.patients(clinic_id, id)
  constraint companion_unasked_pkey PRIMARY KEY (clinic_id, id)
  CREATE INDEX companion_unasked_by_link ON public.companion_unasked USING btree (clinic_id, link_id, from_at)
  CREATE UNIQUE INDEX companion_unasked_now ON public.companion_unasked USING btree (clinic_id, link_id) WHERE (until_at IS NULL)
  policy clinic_wall as permissive for all to public
    using (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
    with check (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
  grant insert, select, update to mooring_app

table public.company_words
  row level security enabled and forced
  clinic_id uuid not null
  link_id uuid not null
  patient_id uuid not null
  cycle_id uuid not null
  name text not null
  said_at timestamp with time zone not null
  constraint company_words_clinic_id_cycle_id_fkey FOREIGN KEY (clinic_id, cycle_id) REFERENCES public.cycles(clinic_id, id)
  constraint company_words_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES public.clinics(id)
  constraint company_words_clinic_id_patient_id_fkey FOREIGN KEY (clinic_id, patient_id) REFERENCES public.patients(clinic_id, id)
  constraint company_words_pkey PRIMARY KEY (clinic_id, link_id)
  CREATE INDEX company_words_by_cycle ON public.company_words USING btree (clinic_id, cycle_id)
  policy clinic_wall as permissive for all to public
    using (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
    with check (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
  grant insert, select to mooring_app

table public.consents
  row level security enabled and forced
  clinic_id uuid not null
  id uuid not null
  patient_id uuid not null
  kind text not null
  edition_id text not null
  text_sha256 bytea not null
  signed_name text not null
  signed_at timestamp with time zone not null
  withdrawn_at timestamp with time zone
  constraint consents_kind_check CHECK ((kind = 'treatment'::text))
  constraint consents_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES public.clinics(id)
  constraint consents_clinic_id_patient_id_fkey FOREIGN KEY (clinic_id, patient_id) REFERENCES public.patients(clinic_id, id)
  constraint consents_pkey PRIMARY KEY (clinic_id, id)
  CREATE INDEX consents_by_patient ON public.consents USING btree (clinic_id, patient_id, signed_at DESC)
  policy clinic_wall as permissive for all to public
    using (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
    with check (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
  grant insert, select, update to mooring_app

table public.cycles
  row level security enabled and forced
  clinic_id uuid not null
  id uuid not null
  patient_id uuid not null
  series_id uuid not null
  number integer not null
  constraint cycles_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES public.clinics(id)
  constraint cycles_clinic_id_patient_id_fkey FOREIGN KEY (clinic_id, patient_id) REFERENCES public.patients(clinic_id, id)
  constraint cycles_clinic_id_series_id_fkey FOREIGN KEY (clinic_id, series_id) REFERENCES public.series(clinic_id, id)
  constraint cycles_pkey PRIMARY KEY (clinic_id, id)
  constraint cycles_clinic_id_series_id_number_key UNIQUE (clinic_id, series_id, number)
  CREATE INDEX cycles_by_patient ON public.cycles USING btree (clinic_id, patient_id)
  policy clinic_wall as permissive for all to public
    using (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
    with check (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
  grant insert, select to mooring_app

table public.dosing_session_events
  row level security enabled and forced
  clinic_id uuid not null
  session_id uuid not null
  version integer not null
  event_id uuid not null
  patient_id uuid not null
  device_id uuid not null
  device_seq bigint not null
  type text not null
  effective_at timestamp with time zone not null
  recorded_at timestamp with time zone not null
  received_at timestamp with time zone not null
  author_id uuid not null
  author_name text not null
  acting_role text not null
  body jsonb not null
  content_sha256 bytea not null
  constraint dosing_session_events_device_seq_check CHECK ((device_seq >= 1))
  constraint dosing_session_events_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES public.clinics(id)
  constraint dosing_session_events_clinic_id_session_id_fkey FOREIGN KEY (clinic_id, session_id) REFERENCES public.dosing_sessions(clinic_id, id)
  constraint dosing_session_events_pkey PRIMARY KEY (clinic_id, session_id, version)
  constraint dosing_session_events_clinic_id_event_id_key UNIQUE (clinic_id, event_id)
  constraint dosing_session_events_clinic_id_session_id_device_id_device_key UNIQUE (clinic_id, session_id, device_id, device_seq)
  policy clinic_wall as permissive for all to public
    using (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
    with check (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
  grant insert, select to mooring_app

table public.dosing_sessions
  row level security enabled and forced
  clinic_id uuid not null
  id uuid not null
  patient_id uuid not null
  cycle_id uuid not null
  appointment_id uuid not null
  room_id uuid
  edition_id text not null
  opened_at timestamp with time zone not null
  released_at timestamp with time zone
  version integer not null default 0
  constraint dosing_sessions_clinic_id_appointment_id_fkey FOREIGN KEY (clinic_id, appointment_id) REFERENCES public.appointments(clinic_id, id)
  constraint dosing_sessions_clinic_id_cycle_id_fkey FOREIGN KEY (clinic_id, cycle_id) REFERENCES public.cycles(clinic_id, id)
  constraint dosing_sessions_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES public.clinics(id)
  constraint dosing_sessions_clinic_id_patient_id_fkey FOREIGN KEY (clinic_id, patient_id) REFERENCES public.patients(clinic_id, id)
  constraint dosing_sessions_clinic_id_room_id_fkey FOREIGN KEY (clinic_id, room_id) REFERENCES public.rooms(clinic_id, id)
  constraint dosing_sessions_pkey PRIMARY KEY (clinic_id, id)
  constraint dosing_sessions_clinic_id_appointment_id_key UNIQUE (clinic_id, appointment_id)
  CREATE INDEX dosing_sessions_by_patient ON public.dosing_sessions USING btree (clinic_id, patient_id)
  CREATE INDEX dosing_sessions_open ON public.dosing_sessions USING btree (clinic_id, opened_at) WHERE (released_at IS NULL)
  policy clinic_wall as permissive for all to public
    using (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
    with check (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
  grant insert, select, update to mooring_app

table public.downtime_folder_states
  row level security enabled and forced
  clinic_id uuid not null
  state text not null
  pack_id uuid
  written_at timestamp with time zone
  why text
  said_at timestamp with time zone not null
  constraint downtime_folder_states_state_check CHECK ((state = ANY (ARRAY['not-set'::text, 'empty'::text, 'written'::text, 'failed'::text])))
  constraint downtime_folder_states_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES public.clinics(id)
  constraint downtime_folder_states_pkey PRIMARY KEY (clinic_id)
  policy clinic_wall as permissive for all to public
    using (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
    with check (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
  grant insert, select, update to mooring_app

table public.downtime_packs
  row level security enabled and forced
  clinic_id uuid not null
  id uuid not null
  made_at timestamp with time zone not null
  made_by uuid
  made_by_name text
  patient_ids uuid[] not null
  content jsonb not null
  constraint downtime_packs_check CHECK (((made_by IS NULL) = (made_by_name IS NULL)))
  constraint downtime_packs_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES public.clinics(id)
  constraint downtime_packs_pkey PRIMARY KEY (clinic_id, id)
  CREATE INDEX downtime_packs_newest ON public.downtime_packs USING btree (clinic_id, made_at DESC)
  policy clinic_wall as permissive for all to public
    using (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
    with check (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
  grant insert, select to mooring_app

table public.downtime_times
  row level security enabled and forced
  clinic_id uuid not null
  minute_of_day integer not null
  version integer not null default 1
  set_at timestamp with time zone not null
  set_by uuid not null
  set_by_name text not null
  constraint downtime_times_minute_of_day_check CHECK (((minute_of_day >= 0) AND (minute_of_day <= 1439)))
  constraint downtime_times_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES public.clinics(id)
  constraint downtime_times_pkey PRIMARY KEY (clinic_id)
  policy clinic_wall as permissive for all to public
    using (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
    with check (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
  grant insert, select, update to mooring_app

table public.drill_approvals
  row level security enabled and forced
  clinic_id uuid not null
  scenario text not null
  version integer not null
  approved_by uuid not null
  approved_by_name text not null
  approved_at timestamp with time zone not null
  constraint drill_approvals_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES public.clinics(id)
  constraint drill_approvals_pkey PRIMARY KEY (clinic_id, scenario, version)
  policy clinic_wall as permissive for all to public
    using (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
    with check (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
  grant insert, select to mooring_app

table public.drill_facts
  row level security enabled and forced
  clinic_id uuid not null
  event_id uuid not null
  drill_id uuid not null
  version integer not null
  event jsonb not null
  author_id uuid not null
  author_name text not null
  acting_role text not null
  received_at timestamp with time zone not null
  constraint drill_facts_version_check CHECK ((version > 0))
  constraint drill_facts_clinic_id_drill_id_fkey FOREIGN KEY (clinic_id, drill_id) REFERENCES public.drills(clinic_id, id)
  constraint drill_facts_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES public.clinics(id)
  constraint drill_facts_pkey PRIMARY KEY (clinic_id, event_id)
  constraint drill_facts_clinic_id_drill_id_version_key UNIQUE (clinic_id, drill_id, version)
  policy clinic_wall as permissive for all to public
    using (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
    with check (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
  grant insert, select to mooring_app

table public.drill_signatures
  row level security enabled and forced
  clinic_id uuid not null
  drill_id uuid not null
  part text not null
  record_sha256 bytea not null
  signed_by uuid not null
  signed_by_name text not null
  signed_at timestamp with time zone not null
  constraint drill_signatures_part_check CHECK ((part = ANY (ARRAY['trainee'::text, 'trainer'::text])))
  constraint drill_signatures_clinic_id_drill_id_fkey FOREIGN KEY (clinic_id, drill_id) REFERENCES public.drills(clinic_id, id)
  constraint drill_signatures_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES public.clinics(id)
  constraint drill_signatures_pkey PRIMARY KEY (clinic_id, drill_id, part, record_sha256)
  policy clinic_wall as permissive for all to public
    using (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
    with check (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
  grant insert, select to mooring_app

table public.drills
  row level security enabled and forced
  clinic_id uuid not null
  id uuid not null
  scenario text not null
  scenario_version integer not null
  approved_by_name text
  approved_at timestamp with time zone
  seed integer not null
  edition_id text not null
  room_name text not null
  trainee_id uuid not null
  trainee_name text not null
  trainer_id uuid
  trainer_name text
  started_at timestamp with time zone not null
  ended_at timestamp with time zone
  ended_by_name text
  constraint drills_check CHECK (((trainer_id IS NULL) = (trainer_name IS NULL)))
  constraint drills_check1 CHECK (((approved_at IS NULL) = (approved_by_name IS NULL)))
  constraint drills_check2 CHECK (((ended_at IS NULL) = (ended_by_name IS NULL)))
  constraint drills_check3 CHECK ((trainer_id IS DISTINCT FROM trainee_id))
  constraint drills_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES public.clinics(id)
  constraint drills_clinic_id_trainee_id_fkey FOREIGN KEY (clinic_id, trainee_id) REFERENCES public.accounts(clinic_id, id)
  constraint drills_clinic_id_trainer_id_fkey FOREIGN KEY (clinic_id, trainer_id) REFERENCES public.accounts(clinic_id, id)
  constraint drills_pkey PRIMARY KEY (clinic_id, id)
  CREATE INDEX drills_newest ON public.drills USING btree (clinic_id, started_at DESC)
  policy clinic_wall as permissive for all to public
    using (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
    with check (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
  grant insert, select to mooring_app
  grant update (ended_at) to mooring_app
  grant update (ended_by_name) to mooring_app

table public.drug_ledger_entries
  row level security enabled and forced
  clinic_id uuid not null
  id uuid not null
  "position" integer not null
  kind text not null
  patient_id uuid
  session_id uuid
  corrects_id uuid
  correction_reason text
  body jsonb not null
  happened_at timestamp with time zone not null
  recorded_at timestamp with time zone not null
  author_id uuid not null
  author_name text not null
  acting_role text not null
  constraint drug_ledger_entries_check CHECK (((corrects_id IS NULL) = (correction_reason IS NULL)))
  constraint drug_ledger_entries_kind_check CHECK ((kind = ANY (ARRAY['received'::text, 'drawn'::text, 'given'::text, 'wasted'::text, 'witnessed'::text, 'moved'::text, 'returned'::text, 'disposed'::text, 'lost'::text, 'counted'::text, 'struck'::text])))
  constraint drug_ledger_entries_position_check CHECK (("position" > 0))
  constraint drug_ledger_entries_clinic_id_corrects_id_fkey FOREIGN KEY (clinic_id, corrects_id) REFERENCES public.drug_ledger_entries(clinic_id, id)
  constraint drug_ledger_entries_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES public.clinics(id)
  constraint drug_ledger_entries_clinic_id_patient_id_fkey FOREIGN KEY (clinic_id, patient_id) REFERENCES public.patients(clinic_id, id)
  constraint drug_ledger_entries_clinic_id_session_id_fkey FOREIGN KEY (clinic_id, session_id) REFERENCES public.dosing_sessions(clinic_id, id)
  constraint drug_ledger_entries_pkey PRIMARY KEY (clinic_id, id)
  constraint drug_ledger_entries_clinic_id_position_key UNIQUE (clinic_id, "position")
  CREATE UNIQUE INDEX drug_ledger_corrected_once ON public.drug_ledger_entries USING btree (clinic_id, corrects_id) WHERE (corrects_id IS NOT NULL)
  policy clinic_wall as permissive for all to public
    using (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
    with check (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
  grant insert, select to mooring_app

table public.drug_ledger_room_uses
  row level security enabled and forced
  clinic_id uuid not null
  session_event_id uuid not null
  session_id uuid not null
  patient_id uuid not null
  entry_id uuid
  not_from_here text not null
  settled_at timestamp with time zone not null
  settled_by uuid not null
  settled_by_name text not null
  constraint drug_ledger_room_uses_check CHECK (((entry_id IS NULL) = (not_from_here <> ''::text)))
  constraint drug_ledger_room_uses_clinic_id_entry_id_fkey FOREIGN KEY (clinic_id, entry_id) REFERENCES public.drug_ledger_entries(clinic_id, id)
  constraint drug_ledger_room_uses_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES public.clinics(id)
  constraint drug_ledger_room_uses_clinic_id_patient_id_fkey FOREIGN KEY (clinic_id, patient_id) REFERENCES public.patients(clinic_id, id)
  constraint drug_ledger_room_uses_clinic_id_session_id_fkey FOREIGN KEY (clinic_id, session_id) REFERENCES public.dosing_sessions(clinic_id, id)
  constraint drug_ledger_room_uses_pkey PRIMARY KEY (clinic_id, session_event_id)
  constraint drug_ledger_room_uses_clinic_id_entry_id_key UNIQUE (clinic_id, entry_id)
  policy clinic_wall as permissive for all to public
    using (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
    with check (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
  grant insert, select to mooring_app

table public.emdr_sittings
  row level security enabled and forced
  clinic_id uuid not null
  id uuid not null
  version integer not null
  patient_id uuid not null
  target_id uuid not null
  author_account_id uuid not null
  author_name text not null
  started_at timestamp with time zone not null
  closed_at timestamp with time zone
  sealed bytea not null
  recorded_at timestamp with time zone not null
  constraint emdr_sittings_clinic_id_author_account_id_fkey FOREIGN KEY (clinic_id, author_account_id) REFERENCES public.accounts(clinic_id, id)
  constraint emdr_sittings_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES public.clinics(id)
  constraint emdr_sittings_clinic_id_patient_id_fkey FOREIGN KEY (clinic_id, patient_id) REFERENCES public.patients(clinic_id, id)
  constraint emdr_sittings_pkey PRIMARY KEY (clinic_id, id, version)
  CREATE INDEX emdr_sittings_by_patient ON public.emdr_sittings USING btree (clinic_id, patient_id, started_at)
  policy clinic_wall as permissive for all to public
    using (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
    with check (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
  grant insert, select to mooring_app

table public.emdr_targets
  row level security enabled and forced
  clinic_id uuid not null
  id uuid not null
  version integer not null
  patient_id uuid not null
  words_id uuid
  author_account_id uuid not null
  author_name text not null
  state text not null
  sealed bytea not null
  recorded_at timestamp with time zone not null
  constraint emdr_targets_state_check CHECK ((state = ANY (ARRAY['open'::text, 'resolved'::text, 'put-away'::text])))
  constraint emdr_targets_clinic_id_author_account_id_fkey FOREIGN KEY (clinic_id, author_account_id) REFERENCES public.accounts(clinic_id, id)
  constraint emdr_targets_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES public.clinics(id)
  constraint emdr_targets_clinic_id_patient_id_fkey FOREIGN KEY (clinic_id, patient_id) REFERENCES public.patients(clinic_id, id)
  constraint emdr_targets_pkey PRIMARY KEY (clinic_id, id, version)
  CREATE INDEX emdr_targets_by_patient ON public.emdr_targets USING btree (clinic_id, patient_id)
  policy clinic_wall as permissive for all to public
    using (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
    with check (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
  grant insert, select to mooring_app

table public.encounter_notes
  row level security enabled and forced
  clinic_id uuid not null
  id uuid not null
  version integer not null
  patient_id uuid not null
  cycle_id uuid
  appointment_id uuid
  kind text not null
  body jsonb not null
  held_at timestamp with time zone not null
  author_id uuid not null
  author_name text not null
  signed_at timestamp with time zone
  recorded_at timestamp with time zone not null
  constraint encounter_notes_kind_check CHECK ((kind = ANY (ARRAY['consult'::text, 'preparation'::text, 'integration'::text])))
  constraint encounter_notes_clinic_id_appointment_id_fkey FOREIGN KEY (clinic_id, appointment_id) REFERENCES public.appointments(clinic_id, id)
  constraint encounter_notes_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES public.clinics(id)
  constraint encounter_notes_clinic_id_patient_id_fkey FOREIGN KEY (clinic_id, patient_id) REFERENCES public.patients(clinic_id, id)
  constraint encounter_notes_pkey PRIMARY KEY (clinic_id, id, version)
  CREATE INDEX encounter_notes_by_patient ON public.encounter_notes USING btree (clinic_id, patient_id, held_at DESC)
  policy clinic_wall as permissive for all to public
    using (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
    with check (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
  grant insert, select to mooring_app

table public.first_words
  row level security enabled and forced
  clinic_id uuid not null
  id uuid not null
  patient_id uuid not null
  session_id uuid
  taken_by uuid not null
  taken_by_name text not null
  sealed bytea not null
  said_at timestamp with time zone not null
  recorded_at timestamp with time zone not null
  locked_at timestamp with time zone
  removed_at timestamp with time zone
  constraint first_words_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES public.clinics(id)
  constraint first_words_clinic_id_patient_id_fkey FOREIGN KEY (clinic_id, patient_id) REFERENCES public.patients(clinic_id, id)
  constraint first_words_clinic_id_taken_by_fkey FOREIGN KEY (clinic_id, taken_by) REFERENCES public.accounts(clinic_id, id)
  constraint first_words_pkey PRIMARY KEY (clinic_id, id)
  CREATE INDEX first_words_by_patient ON public.first_words USING btree (clinic_id, patient_id, said_at DESC)
  policy clinic_wall as permissive for all to public
    using (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
    with check (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
  policy first_words_belong_to_who_said_them as restrictive for all to public
    using ((locked_at IS NULL) OR (EXISTS ( SELECT 1
   FROM public.accounts a
  WHERE ((a.clinic_id = first_words.clinic_id) AND (a.patient_id = first_words.patient_id) AND (a.id = ( SELECT (NULLIF(current_setting('app.account'::text, true), ''::text))::uuid AS "nullif"))))))
    with check (((locked_at IS NULL) AND (removed_at IS NULL)) OR (EXISTS ( SELECT 1
   FROM public.accounts a
  WHERE ((a.clinic_id = first_words.clinic_id) AND (a.patient_id = first_words.patient_id) AND (a.id = ( SELECT (NULLIF(current_setting('app.account'::text, true), ''::text))::uuid AS "nullif"))))))
  grant insert, select, update to mooring_app

table public.given_readings
  row level security enabled and forced
  clinic_id uuid not null
  id uuid not null
  patient_id uuid not null
  reading text not null
  note text not null
  given_at timestamp with time zone not null
  given_by uuid not null
  given_by_name text not null
  opened_at timestamp with time zone
  constraint given_readings_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES public.clinics(id)
  constraint given_readings_clinic_id_patient_id_fkey FOREIGN KEY (clinic_id, patient_id) REFERENCES public.patients(clinic_id, id)
  constraint given_readings_pkey PRIMARY KEY (clinic_id, id)
  CREATE INDEX given_readings_by_patient ON public.given_readings USING btree (clinic_id, patient_id, given_at)
  policy clinic_wall as permissive for all to public
    using (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
    with check (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
  grant insert, select to mooring_app
  grant update (opened_at) to mooring_app

table public.guest_notes
  row level security enabled and forced
  clinic_id uuid not null
  id uuid not null
  patient_id uuid not null
  link_id uuid not null
  from_name text not null
  sealed bytea not null
  held_on date
  recorded_at timestamp with time zone not null
  constraint guest_notes_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES public.clinics(id)
  constraint guest_notes_clinic_id_link_id_fkey FOREIGN KEY (clinic_id, link_id) REFERENCES public.companion_links(clinic_id, id)
  constraint guest_notes_clinic_id_patient_id_fkey FOREIGN KEY (clinic_id, patient_id) REFERENCES public.patients(clinic_id, id)
  constraint guest_notes_pkey PRIMARY KEY (clinic_id, id)
  CREATE INDEX guest_notes_by_patient ON public.guest_notes USING btree (clinic_id, patient_id, recorded_at)
  policy clinic_wall as permissive for all to public
    using (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
    with check (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
  grant insert, select to mooring_app

table public.health_record_entries
  row level security enabled and forced
  clinic_id uuid not null
  id uuid not null
  version integer not null
  patient_id uuid not null
  kind text not null
  body jsonb not null
  origin text not null
  import_id uuid
  status text not null
  recorded_at timestamp with time zone not null
  recorded_by uuid not null
  recorded_by_name text not null
  constraint health_record_entries_kind_check CHECK ((kind = ANY (ARRAY['condition'::text, 'allergy'::text, 'medication-statement'::text, 'prior-treatment'::text, 'goal'::text, 'history-answer'::text, 'indication'::text, 'scale-total'::text, 'pain-map'::text, 'headache-day'::text, 'liver-test'::text, 'prescription-check'::text])))
  constraint health_record_entries_origin_check CHECK ((origin = ANY (ARRAY['patient'::text, 'import'::text, 'staff'::text])))
  constraint health_record_entries_status_check CHECK ((status = ANY (ARRAY['reported'::text, 'confirmed'::text, 'dismissed'::text, 'entered-in-error'::text])))
  constraint health_record_entries_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES public.clinics(id)
  constraint health_record_entries_clinic_id_import_id_fkey FOREIGN KEY (clinic_id, import_id) REFERENCES public.record_imports(clinic_id, id)
  constraint health_record_entries_clinic_id_patient_id_fkey FOREIGN KEY (clinic_id, patient_id) REFERENCES public.patients(clinic_id, id)
  constraint health_record_entries_pkey PRIMARY KEY (clinic_id, id, version)
  CREATE INDEX health_record_by_patient ON public.health_record_entries USING btree (clinic_id, patient_id, kind)
  policy clinic_wall as permissive for all to public
    using (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
    with check (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
  grant insert, select to mooring_app

table public.home_guide_marks
  row level security enabled and forced
  clinic_id uuid not null
  guide_id uuid not null
  at timestamp with time zone not null
  here boolean not null
  constraint home_guide_marks_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES public.clinics(id)
  constraint home_guide_marks_clinic_id_guide_id_fkey FOREIGN KEY (clinic_id, guide_id) REFERENCES public.home_guides(clinic_id, id)
  constraint home_guide_marks_pkey PRIMARY KEY (clinic_id, guide_id, at)
  policy clinic_wall as permissive for all to public
    using (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
    with check (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
  grant insert, select to mooring_app

table public.home_guides
  row level security enabled and forced
  clinic_id uuid not null
  id uuid not null
  patient_id uuid not null
  cycle_id uuid not null
  link_id uuid not null
  name text not null
  phone text not null
  place text not null
  named_at timestamp with time zone not null
  named_by uuid not null
  named_by_name text not null
  constraint home_guides_place_check CHECK ((place = ANY (ARRAY['in-the-house'::text, 'at-a-distance'::text])))
  constraint home_guides_clinic_id_cycle_id_fkey FOREIGN KEY (clinic_id, cycle_id) REFERENCES public.cycles(clinic_id, id)
  constraint home_guides_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES public.clinics(id)
  constraint home_guides_clinic_id_link_id_fkey FOREIGN KEY (clinic_id, link_id) REFERENCES public.companion_links(clinic_id, id)
  constraint home_guides_clinic_id_patient_id_fkey FOREIGN KEY (clinic_id, patient_id) REFERENCES public.patients(clinic_id, id)
  constraint home_guides_pkey PRIMARY KEY (clinic_id, id)
  CREATE UNIQUE INDEX home_guides_link ON public.home_guides USING btree (clinic_id, link_id)
  CREATE INDEX home_guides_newest ON public.home_guides USING btree (clinic_id, cycle_id, named_at DESC)
  policy clinic_wall as permissive for all to public
    using (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
    with check (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
  grant insert, select to mooring_app

table public.home_on_call
  row level security enabled and forced
  clinic_id uuid not null
  id uuid not null
  patient_id uuid not null
  cycle_id uuid not null
  first_id uuid not null
  second_id uuid not null
  named_at timestamp with time zone not null
  named_by uuid not null
  constraint home_on_call_check CHECK ((first_id <> second_id))
  constraint home_on_call_clinic_id_cycle_id_fkey FOREIGN KEY (clinic_id, cycle_id) REFERENCES public.cycles(clinic_id, id)
  constraint home_on_call_clinic_id_first_id_fkey FOREIGN KEY (clinic_id, first_id) REFERENCES public.accounts(clinic_id, id)
  constraint home_on_call_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES public.clinics(id)
  constraint home_on_call_clinic_id_patient_id_fkey FOREIGN KEY (clinic_id, patient_id) REFERENCES public.patients(clinic_id, id)
  constraint home_on_call_clinic_id_second_id_fkey FOREIGN KEY (clinic_id, second_id) REFERENCES public.accounts(clinic_id, id)
  constraint home_on_call_pkey PRIMARY KEY (clinic_id, id)
  CREATE INDEX home_on_call_newest ON public.home_on_call USING btree (clinic_id, cycle_id, named_at DESC)
  policy clinic_wall as permissive for all to public
    using (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
    with check (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
  grant insert, select to mooring_app

table public.home_ring_calls
  row level security enabled and forced
  clinic_id uuid not null
  ring_id uuid not null
  turn integer not null
  account_id uuid
  called_at timestamp with time zone not null
  constraint home_ring_calls_turn_check CHECK ((turn >= 1))
  constraint home_ring_calls_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES public.clinics(id)
  constraint home_ring_calls_clinic_id_ring_id_fkey FOREIGN KEY (clinic_id, ring_id) REFERENCES public.home_rings(clinic_id, id)
  constraint home_ring_calls_pkey PRIMARY KEY (clinic_id, ring_id, turn)
  policy clinic_wall as permissive for all to public
    using (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
    with check (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
  grant insert, select to mooring_app

table public.home_rings
  row level security enabled and forced
  clinic_id uuid not null
  id uuid not null
  patient_id uuid not null
  session_id uuid not null
  reason text not null
  raised_at timestamp with time zone not null
  last_look_at timestamp with time zone
  missed_looks integer not null default 0
  answered_at timestamp with time zone
  answered_by uuid
  answered_by_name text
  constraint home_rings_reason_check CHECK ((reason = ANY (ARRAY['looks-missed'::text, 'not-sure'::text, 'worried'::text])))
  constraint home_rings_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES public.clinics(id)
  constraint home_rings_clinic_id_patient_id_fkey FOREIGN KEY (clinic_id, patient_id) REFERENCES public.patients(clinic_id, id)
  constraint home_rings_clinic_id_session_id_fkey FOREIGN KEY (clinic_id, session_id) REFERENCES public.dosing_sessions(clinic_id, id)
  constraint home_rings_pkey PRIMARY KEY (clinic_id, id)
  CREATE INDEX home_rings_by_session ON public.home_rings USING btree (clinic_id, session_id)
  CREATE INDEX home_rings_open ON public.home_rings USING btree (clinic_id, raised_at) WHERE (answered_at IS NULL)
  policy clinic_wall as permissive for all to public
    using (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
    with check (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
  grant insert, select to mooring_app
  grant update (answered_at) to mooring_app
  grant update (answered_by) to mooring_app
  grant update (answered_by_name) to mooring_app

table public.home_supplies
  row level security enabled and forced
  clinic_id uuid not null
  id uuid not null
  patient_id uuid not null
  series_id uuid not null
  kind text not null
  lozenges integer not null
  strength_mg numeric not null
  lot text not null
  expiry text
  note text
  at timestamp with time zone not null
  written_at timestamp with time zone not null
  written_by uuid not null
  written_by_name text not null
  constraint home_supplies_kind_check CHECK ((kind = ANY (ARRAY['sent'::text, 'returned'::text, 'destroyed'::text])))
  constraint home_supplies_lozenges_check CHECK (((lozenges >= 1) AND (lozenges <= 1000)))
  constraint home_supplies_strength_mg_check CHECK ((strength_mg > (0)::numeric))
  constraint home_supplies_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES public.clinics(id)
  constraint home_supplies_clinic_id_patient_id_fkey FOREIGN KEY (clinic_id, patient_id) REFERENCES public.patients(clinic_id, id)
  constraint home_supplies_clinic_id_series_id_fkey FOREIGN KEY (clinic_id, series_id) REFERENCES public.series(clinic_id, id)
  constraint home_supplies_pkey PRIMARY KEY (clinic_id, id)
  CREATE INDEX home_supplies_by_series ON public.home_supplies USING btree (clinic_id, series_id, at)
  policy clinic_wall as permissive for all to public
    using (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
    with check (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
  grant insert, select to mooring_app

table public.inquiries
  row level security enabled and forced
  clinic_id uuid not null
  id uuid not null
  name text not null
  reach_by text not null
  reach text not null
  body jsonb not null
  language text not null
  status text not null
  promise_by timestamp with time zone not null
  patient_id uuid
  handled_by uuid
  handled_at timestamp with time zone
  version integer not null default 1
  created_at timestamp with time zone not null
  constraint inquiries_reach_by_check CHECK ((reach_by = ANY (ARRAY['email'::text, 'phone'::text])))
  constraint inquiries_status_check CHECK ((status = ANY (ARRAY['new'::text, 'answered'::text, 'invited'::text, 'closed'::text])))
  constraint inquiries_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES public.clinics(id)
  constraint inquiries_clinic_id_handled_by_fkey FOREIGN KEY (clinic_id, handled_by) REFERENCES public.accounts(clinic_id, id)
  constraint inquiries_clinic_id_patient_id_fkey FOREIGN KEY (clinic_id, patient_id) REFERENCES public.patients(clinic_id, id)
  constraint inquiries_pkey PRIMARY KEY (clinic_id, id)
  CREATE INDEX inquiries_by_status ON public.inquiries USING btree (clinic_id, status, created_at)
  policy clinic_wall as permissive for all to public
    using (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
    with check (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
  grant delete, insert, select, update to mooring_app

table public.issue_decisions
  row level security enabled and forced
  clinic_id uuid not null
  id uuid not null
  patient_id uuid not null
  issue_key text not null
  finding jsonb not null
  decision text not null
  instruction text
  reason text not null
  decided_at timestamp with time zone not null
  decided_by uuid not null
  decided_by_name text not null
  constraint issue_decisions_decision_check CHECK ((decision = ANY (ARRAY['accept-risk'::text, 'adjust'::text, 'hold'::text, 'stop'::text, 'not-applicable'::text])))
  constraint issue_decisions_clinic_id_decided_by_fkey FOREIGN KEY (clinic_id, decided_by) REFERENCES public.accounts(clinic_id, id)
  constraint issue_decisions_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES public.clinics(id)
  constraint issue_decisions_clinic_id_patient_id_fkey FOREIGN KEY (clinic_id, patient_id) REFERENCES public.patients(clinic_id, id)
  constraint issue_decisions_pkey PRIMARY KEY (clinic_id, id)
  CREATE INDEX issue_decisions_by_patient ON public.issue_decisions USING btree (clinic_id, patient_id, decided_at)
  policy clinic_wall as permissive for all to public
    using (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
    with check (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
  grant insert, select to mooring_app

table public.link_checks
  row level security enabled and forced
  clinic_id uuid not null
  href text not null
  tried_at timestamp with time zone not null
  silent_since timestamp with time zone
  constraint link_checks_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES public.clinics(id)
  constraint link_checks_pkey PRIMARY KEY (clinic_id, href)
  policy clinic_wall as permissive for all to public
    using (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
    with check (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
  grant insert, select, update to mooring_app

table public.medication_requests
  row level security enabled and forced
  clinic_id uuid not null
  id uuid not null
  patient_id uuid not null
  series_id uuid not null
  body jsonb not null
  signed_at timestamp with time zone not null
  signed_by uuid not null
  signed_by_name text not null
  signature_meaning text not null
  signature_sha256 bytea not null
  constraint medication_requests_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES public.clinics(id)
  constraint medication_requests_clinic_id_patient_id_fkey FOREIGN KEY (clinic_id, patient_id) REFERENCES public.patients(clinic_id, id)
  constraint medication_requests_clinic_id_series_id_fkey FOREIGN KEY (clinic_id, series_id) REFERENCES public.series(clinic_id, id)
  constraint medication_requests_clinic_id_signed_by_fkey FOREIGN KEY (clinic_id, signed_by) REFERENCES public.accounts(clinic_id, id)
  constraint medication_requests_pkey PRIMARY KEY (clinic_id, id)
  CREATE INDEX medication_requests_by_series ON public.medication_requests USING btree (clinic_id, series_id, signed_at DESC)
  policy clinic_wall as permissive for all to public
    using (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
    with check (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
  grant insert, select to mooring_app

table public.monitoring_form_answers
  row level security enabled and forced
  clinic_id uuid not null
  session_id uuid not null
  version integer not null
  id uuid not null
  patient_id uuid not null
  answers jsonb not null
  recorded_at timestamp with time zone not null
  recorded_by uuid not null
  recorded_by_name text not null
  constraint monitoring_form_answers_version_check CHECK ((version > 0))
  constraint monitoring_form_answers_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES public.clinics(id)
  constraint monitoring_form_answers_clinic_id_patient_id_fkey FOREIGN KEY (clinic_id, patient_id) REFERENCES public.patients(clinic_id, id)
  constraint monitoring_form_answers_clinic_id_session_id_fkey FOREIGN KEY (clinic_id, session_id) REFERENCES public.dosing_sessions(clinic_id, id)
  constraint monitoring_form_answers_pkey PRIMARY KEY (clinic_id, session_id, version)
  constraint monitoring_form_answers_clinic_id_id_key UNIQUE (clinic_id, id)
  policy clinic_wall as permissive for all to public
    using (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
    with check (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
  grant insert, select to mooring_app

table public.monitoring_form_submissions
  row level security enabled and forced
  clinic_id uuid not null
  id uuid not null
  session_id uuid not null
  patient_id uuid not null
  form_version text not null
  content text not null
  content_sha256 bytea not null
  submitted_on date not null
  recorded_at timestamp with time zone not null
  recorded_by uuid not null
  recorded_by_name text not null
  constraint monitoring_form_submissions_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES public.clinics(id)
  constraint monitoring_form_submissions_clinic_id_patient_id_fkey FOREIGN KEY (clinic_id, patient_id) REFERENCES public.patients(clinic_id, id)
  constraint monitoring_form_submissions_clinic_id_session_id_fkey FOREIGN KEY (clinic_id, session_id) REFERENCES public.dosing_sessions(clinic_id, id)
  constraint monitoring_form_submissions_pkey PRIMARY KEY (clinic_id, id)
  CREATE INDEX monitoring_form_submissions_by_session ON public.monitoring_form_submissions USING btree (clinic_id, session_id, recorded_at DESC)
  policy clinic_wall as permissive for all to public
    using (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
    with check (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
  grant insert, select to mooring_app

table public.music_plans
  row level security enabled and forced
  clinic_id uuid not null
  patient_id uuid not null
  cycle_id uuid not null
  version integer not null
  body jsonb not null
  recorded_at timestamp with time zone not null
  recorded_by uuid not null
  recorded_by_name text not null
  constraint music_plans_version_check CHECK ((version > 0))
  constraint music_plans_clinic_id_cycle_id_fkey FOREIGN KEY (clinic_id, cycle_id) REFERENCES public.cycles(clinic_id, id)
  constraint music_plans_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES public.clinics(id)
  constraint music_plans_clinic_id_patient_id_fkey FOREIGN KEY (clinic_id, patient_id) REFERENCES public.patients(clinic_id, id)
  constraint music_plans_pkey PRIMARY KEY (clinic_id, cycle_id, version)
  policy clinic_wall as permissive for all to public
    using (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
    with check (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
  grant insert, select to mooring_app

table public.music_settings
  row level security enabled and forced
  clinic_id uuid not null
  ceiling_percent integer not null
  version integer not null default 1
  set_at timestamp with time zone not null
  set_by uuid not null
  set_by_name text not null
  constraint music_settings_ceiling_percent_check CHECK (((ceiling_percent >= 1) AND (ceiling_percent <= 100)))
  constraint music_settings_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES public.clinics(id)
  constraint music_settings_pkey PRIMARY KEY (clinic_id)
  policy clinic_wall as permissive for all to public
    using (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
    with check (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
  grant insert, select, update to mooring_app

table public.music_tracks
  row level security enabled and forced
  clinic_id uuid not null
  id uuid not null
  title text not null
  author text not null
  licence text not null
  source text not null
  proof text not null
  obtained_on date not null
  media_type text not null
  length_seconds numeric not null
  file bytea not null
  file_sha256 bytea not null
  added_at timestamp with time zone not null
  added_by uuid not null
  added_by_name text not null
  retired_at timestamp with time zone
  retired_by_name text
  constraint music_tracks_check CHECK (((retired_at IS NULL) = (retired_by_name IS NULL)))
  constraint music_tracks_length_seconds_check CHECK ((length_seconds > (0)::numeric))
  constraint music_tracks_media_type_check CHECK ((media_type = ANY (ARRAY['audio/mpeg'::text, 'audio/ogg'::text, 'audio/flac'::text, 'audio/wav'::text, 'audio/mp4'::text])))
  constraint music_tracks_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES public.clinics(id)
  constraint music_tracks_pkey PRIMARY KEY (clinic_id, id)
  constraint music_tracks_clinic_id_file_sha256_key UNIQUE (clinic_id, file_sha256)
  policy clinic_wall as permissive for all to public
    using (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
    with check (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
  grant insert, select to mooring_app
  grant update (retired_at) to mooring_app
  grant update (retired_by_name) to mooring_app

table public.observations
  row level security enabled and forced
  clinic_id uuid not null
  id uuid not null
  patient_id uuid not null
  effective_at timestamp with time zone not null
  kind text not null
  origin text not null
  body jsonb not null
  constraint observations_kind_check CHECK ((kind = 'vital-signs'::text))
  constraint observations_origin_check CHECK ((origin = ANY (ARRAY['session'::text, 'import'::text, 'patient'::text, 'staff'::text])))
  constraint observations_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES public.clinics(id)
  constraint observations_clinic_id_patient_id_fkey FOREIGN KEY (clinic_id, patient_id) REFERENCES public.patients(clinic_id, id)
  constraint observations_pkey PRIMARY KEY (clinic_id, id)
  CREATE INDEX observations_by_patient ON public.observations USING btree (clinic_id, patient_id, effective_at DESC)
  policy clinic_wall as permissive for all to public
    using (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
    with check (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
  grant insert, select to mooring_app

table public.on_call_duties
  row level security enabled and forced
  clinic_id uuid not null
  id uuid not null
  account_id uuid not null
  turn text not null
  from_at timestamp with time zone not null
  until_at timestamp with time zone not null
  text_number text
  written_at timestamp with time zone not null
  written_by uuid not null
  taken_out_at timestamp with time zone
  taken_out_by uuid
  constraint on_call_duties_check CHECK ((from_at < until_at))
  constraint on_call_duties_turn_check CHECK ((turn = ANY (ARRAY['first'::text, 'second'::text])))
  constraint on_call_duties_clinic_id_account_id_fkey FOREIGN KEY (clinic_id, account_id) REFERENCES public.accounts(clinic_id, id)
  constraint on_call_duties_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES public.clinics(id)
  constraint on_call_duties_pkey PRIMARY KEY (clinic_id, id)
  constraint on_call_duties_clinic_id_account_id_tstzrange_excl EXCLUDE USING gist (clinic_id WITH =, account_id WITH =, tstzrange(from_at, until_at) WITH &&) WHERE ((taken_out_at IS NULL))
  constraint on_call_duties_clinic_id_turn_tstzrange_excl EXCLUDE USING gist (clinic_id WITH =, turn WITH =, tstzrange(from_at, until_at) WITH &&) WHERE ((taken_out_at IS NULL))
  CREATE INDEX on_call_duties_ahead ON public.on_call_duties USING btree (clinic_id, until_at) WHERE (taken_out_at IS NULL)
  policy clinic_wall as permissive for all to public
    using (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
    with check (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
  grant insert, select to mooring_app
  grant update (taken_out_at) to mooring_app
  grant update (taken_out_by) to mooring_app

table public.outgoing_mail
  row level security enabled and forced
  clinic_id uuid not null
  id uuid not null
  to_address text not null
  subject text not null
  body text not null
  kind text not null
  created_at timestamp with time zone not null
  sent_at timestamp with time zone
  failed_at timestamp with time zone
  failure text
  calendar text
  constraint outgoing_mail_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES public.clinics(id)
  constraint outgoing_mail_pkey PRIMARY KEY (clinic_id, id)
  CREATE INDEX outgoing_mail_by_age ON public.outgoing_mail USING btree (clinic_id, created_at DESC)
  policy clinic_wall as permissive for all to public
    using (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
    with check (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
  CREATE TRIGGER mail_asks_to_be_sent AFTER INSERT ON public.outgoing_mail FOR EACH ROW EXECUTE FUNCTION public.enqueue_mail()
  grant insert, select, update to mooring_app

table public.outgoing_messages
  row level security enabled and forced
  clinic_id uuid not null
  id uuid not null
  channel text not null
  to_whom text not null
  body text not null
  created_at timestamp with time zone not null
  sent_at timestamp with time zone
  failed_at timestamp with time zone
  failure text
  constraint outgoing_messages_channel_check CHECK ((channel = ANY (ARRAY['text'::text, 'push'::text])))
  constraint outgoing_messages_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES public.clinics(id)
  constraint outgoing_messages_pkey PRIMARY KEY (clinic_id, id)
  CREATE INDEX outgoing_messages_by_age ON public.outgoing_messages USING btree (clinic_id, created_at DESC)
  policy clinic_wall as permissive for all to public
    using (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
    with check (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
  CREATE TRIGGER message_asks_to_be_sent AFTER INSERT ON public.outgoing_messages FOR EACH ROW EXECUTE FUNCTION public.enqueue_message()
  grant insert, select to mooring_app
  grant update (sent_at) to mooring_app
  grant update (failed_at) to mooring_app
  grant update (failure) to mooring_app

table public.own_words
  row level security enabled and forced
  clinic_id uuid not null
  id uuid not null
  version integer not null default 1
  patient_id uuid not null
  author_account_id uuid not null
  cycle_id uuid
  kind text not null
  sealed bytea not null
  open_at timestamp with time zone
  written_at timestamp with time zone not null
  recorded_at timestamp with time zone not null
  deleted_at timestamp with time zone
  constraint own_words_kind_check CHECK ((kind = ANY (ARRAY['journal'::text, 'intention'::text, 'letter'::text, 'stuck'::text, 'symbol'::text, 'commitment'::text])))
  constraint own_words_clinic_id_author_account_id_fkey FOREIGN KEY (clinic_id, author_account_id) REFERENCES public.accounts(clinic_id, id)
  constraint own_words_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES public.clinics(id)
  constraint own_words_clinic_id_patient_id_fkey FOREIGN KEY (clinic_id, patient_id) REFERENCES public.patients(clinic_id, id)
  constraint own_words_pkey PRIMARY KEY (clinic_id, id)
  CREATE INDEX own_words_by_patient ON public.own_words USING btree (clinic_id, patient_id, kind, written_at DESC)
  policy clinic_wall as permissive for all to public
    using (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
    with check (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
  policy words_belong_to_their_author as restrictive for all to public
    using ((author_account_id = ( SELECT (NULLIF(current_setting('app.account'::text, true), ''::text))::uuid AS "nullif")) OR (EXISTS ( SELECT 1
   FROM public.own_words_shares s
  WHERE ((s.clinic_id = own_words.clinic_id) AND (s.words_id = own_words.id) AND (s.taken_back_at IS NULL) AND ((( SELECT (NULLIF(current_setting('app.account'::text, true), ''::text))::uuid AS "nullif") = s.with_account_id) OR (( SELECT (NULLIF(current_setting('app.account'::text, true), ''::text))::uuid AS "nullif") = s.with_link_id))))))
    with check (author_account_id = ( SELECT (NULLIF(current_setting('app.account'::text, true), ''::text))::uuid AS "nullif"))
  grant insert, select, update to mooring_app

table public.own_words_days
  row level security enabled and forced
  clinic_id uuid not null
  words_id uuid not null
  patient_id uuid not null
  due_on date
  chosen_at timestamp with time zone not null
  constraint own_words_days_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES public.clinics(id)
  constraint own_words_days_clinic_id_patient_id_fkey FOREIGN KEY (clinic_id, patient_id) REFERENCES public.patients(clinic_id, id)
  constraint own_words_days_pkey PRIMARY KEY (clinic_id, words_id)
  CREATE INDEX own_words_days_by_day ON public.own_words_days USING btree (clinic_id, due_on) WHERE (due_on IS NOT NULL)
  policy clinic_wall as permissive for all to public
    using (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
    with check (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
  grant insert, select, update to mooring_app

table public.own_words_marks
  row level security enabled and forced
  clinic_id uuid not null
  words_id uuid not null
  patient_id uuid not null
  cycle_id uuid not null
  kind text not null
  state text not null
  at timestamp with time zone not null
  constraint own_words_marks_kind_check CHECK ((kind = ANY (ARRAY['intention'::text, 'letter'::text])))
  constraint own_words_marks_state_check CHECK ((state = ANY (ARRAY['written'::text, 'not-yet'::text, 'deleted'::text])))
  constraint own_words_marks_clinic_id_cycle_id_fkey FOREIGN KEY (clinic_id, cycle_id) REFERENCES public.cycles(clinic_id, id)
  constraint own_words_marks_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES public.clinics(id)
  constraint own_words_marks_clinic_id_patient_id_fkey FOREIGN KEY (clinic_id, patient_id) REFERENCES public.patients(clinic_id, id)
  constraint own_words_marks_pkey PRIMARY KEY (clinic_id, words_id)
  CREATE INDEX own_words_marks_by_cycle ON public.own_words_marks USING btree (clinic_id, patient_id, cycle_id)
  policy clinic_wall as permissive for all to public
    using (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
    with check (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
  grant insert, select, update to mooring_app

table public.own_words_media
  row level security enabled and forced
  clinic_id uuid not null
  id uuid not null
  words_id uuid not null
  patient_id uuid not null
  author_account_id uuid not null
  kind text not null
  media_type text not null
  sealed bytea not null
  recorded_at timestamp with time zone not null
  deleted_at timestamp with time zone
  constraint own_words_media_kind_check CHECK ((kind = ANY (ARRAY['voice'::text, 'drawing'::text, 'photo'::text])))
  constraint own_words_media_clinic_id_author_account_id_fkey FOREIGN KEY (clinic_id, author_account_id) REFERENCES public.accounts(clinic_id, id)
  constraint own_words_media_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES public.clinics(id)
  constraint own_words_media_clinic_id_patient_id_fkey FOREIGN KEY (clinic_id, patient_id) REFERENCES public.patients(clinic_id, id)
  constraint own_words_media_clinic_id_words_id_fkey FOREIGN KEY (clinic_id, words_id) REFERENCES public.own_words(clinic_id, id)
  constraint own_words_media_pkey PRIMARY KEY (clinic_id, id)
  CREATE INDEX own_words_media_by_words ON public.own_words_media USING btree (clinic_id, words_id)
  policy clinic_wall as permissive for all to public
    using (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
    with check (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
  policy media_belong_to_their_author as restrictive for all to public
    using ((author_account_id = ( SELECT (NULLIF(current_setting('app.account'::text, true), ''::text))::uuid AS "nullif")) OR (EXISTS ( SELECT 1
   FROM public.own_words_shares s
  WHERE ((s.clinic_id = own_words_media.clinic_id) AND (s.words_id = own_words_media.words_id) AND (s.taken_back_at IS NULL) AND ((( SELECT (NULLIF(current_setting('app.account'::text, true), ''::text))::uuid AS "nullif") = s.with_account_id) OR (( SELECT (NULLIF(current_setting('app.account'::text, true), ''::text))::uuid AS "nullif") = s.with_link_id))))))
    with check (author_account_id = ( SELECT (NULLIF(current_setting('app.account'::text, true), ''::text))::uuid AS "nullif"))
  grant insert, select, update to mooring_app

table public.own_words_shares
  row level security enabled and forced
  clinic_id uuid not null
  id uuid not null
  words_id uuid not null
  patient_id uuid not null
  author_account_id uuid not null
  with_account_id uuid
  with_name text not null
  shared_at timestamp with time zone not null
  seen_at timestamp with time zone
  taken_back_at timestamp with time zone
  with_link_id uuid
  seen_version integer
  version_seen_at timestamp with time zone
  constraint own_words_shares_check CHECK (((with_account_id IS NULL) <> (with_link_id IS NULL)))
  constraint own_words_shares_check1 CHECK (((seen_version IS NULL) = (version_seen_at IS NULL)))
  constraint own_words_shares_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES public.clinics(id)
  constraint own_words_shares_clinic_id_patient_id_fkey FOREIGN KEY (clinic_id, patient_id) REFERENCES public.patients(clinic_id, id)
  constraint own_words_shares_clinic_id_with_account_id_fkey FOREIGN KEY (clinic_id, with_account_id) REFERENCES public.accounts(clinic_id, id)
  constraint own_words_shares_clinic_id_with_link_id_fkey FOREIGN KEY (clinic_id, with_link_id) REFERENCES public.companion_links(clinic_id, id)
  constraint own_words_shares_clinic_id_words_id_fkey FOREIGN KEY (clinic_id, words_id) REFERENCES public.own_words(clinic_id, id)
  constraint own_words_shares_pkey PRIMARY KEY (clinic_id, id)
  CREATE INDEX own_words_shares_by_words ON public.own_words_shares USING btree (clinic_id, words_id)
  CREATE INDEX own_words_shares_with ON public.own_words_shares USING btree (clinic_id, with_account_id)
  policy clinic_wall as permissive for all to public
    using (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
    with check (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
  policy shares_are_seen_by_two_people as restrictive for all to public
    using (((( SELECT (NULLIF(current_setting('app.account'::text, true), ''::text))::uuid AS "nullif") = author_account_id) OR (( SELECT (NULLIF(current_setting('app.account'::text, true), ''::text))::uuid AS "nullif") = with_account_id)) OR (( SELECT (NULLIF(current_setting('app.account'::text, true), ''::text))::uuid AS "nullif") = with_link_id))
    with check (((( SELECT (NULLIF(current_setting('app.account'::text, true), ''::text))::uuid AS "nullif") = author_account_id) OR (( SELECT (NULLIF(current_setting('app.account'::text, true), ''::text))::uuid AS "nullif") = with_account_id)) OR (( SELECT (NULLIF(current_setting('app.account'::text, true), ''::text))::uuid AS "nullif") = with_link_id))
  grant insert, select, update to mooring_app

table public.page_approvals
  row level security enabled and forced
  clinic_id uuid not null
  path text not null
  content_sha256 bytea not null
  approved_by uuid not null
  approved_by_name text not null
  approved_at timestamp with time zone not null
  id uuid not null
  taken_back_at timestamp with time zone
  taken_back_by uuid
  taken_back_by_name text
  taken_back_reason text
  constraint page_approvals_check CHECK ((taken_back_at >= approved_at))
  constraint page_approvals_check1 CHECK ((num_nulls(taken_back_at, taken_back_by, taken_back_by_name, taken_back_reason) = ANY (ARRAY[0, 4])))
  constraint page_approvals_clinic_id_approved_by_fkey FOREIGN KEY (clinic_id, approved_by) REFERENCES public.accounts(clinic_id, id)
  constraint page_approvals_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES public.clinics(id)
  constraint page_approvals_clinic_id_taken_back_by_fkey FOREIGN KEY (clinic_id, taken_back_by) REFERENCES public.accounts(clinic_id, id)
  constraint page_approvals_pkey PRIMARY KEY (clinic_id, id)
  CREATE UNIQUE INDEX page_approvals_in_force ON public.page_approvals USING btree (clinic_id, path, content_sha256) WHERE (taken_back_at IS NULL)
  policy clinic_wall as permissive for all to public
    using (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
    with check (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
  grant insert, select to mooring_app
  grant update (taken_back_at) to mooring_app
  grant update (taken_back_by) to mooring_app
  grant update (taken_back_by_name) to mooring_app
  grant update (taken_back_reason) to mooring_app

table public.paper_rows_left_empty
  row level security enabled and forced
  clinic_id uuid not null
  id uuid not null
  patient_id uuid not null
  session_id uuid not null
  slot_minute integer not null
  said_at timestamp with time zone not null
  said_by uuid not null
  said_by_name text not null
  constraint paper_rows_left_empty_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES public.clinics(id)
  constraint paper_rows_left_empty_clinic_id_patient_id_fkey FOREIGN KEY (clinic_id, patient_id) REFERENCES public.patients(clinic_id, id)
  constraint paper_rows_left_empty_clinic_id_session_id_fkey FOREIGN KEY (clinic_id, session_id) REFERENCES public.dosing_sessions(clinic_id, id)
  constraint paper_rows_left_empty_pkey PRIMARY KEY (clinic_id, id)
  constraint paper_rows_left_empty_clinic_id_session_id_slot_minute_key UNIQUE (clinic_id, session_id, slot_minute)
  policy clinic_wall as permissive for all to public
    using (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
    with check (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
  grant insert, select to mooring_app

table public.passkeys
  row level security enabled and forced
  clinic_id uuid not null
  id uuid not null
  account_id uuid not null
  credential_id text not null
  public_key bytea not null
  counter bigint not null
  transports text[] not null default '{}'::text[]
  label text not null
  created_at timestamp with time zone not null
  last_used_at timestamp with time zone
  ended_at timestamp with time zone
  constraint passkeys_clinic_id_account_id_fkey FOREIGN KEY (clinic_id, account_id) REFERENCES public.accounts(clinic_id, id)
  constraint passkeys_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES public.clinics(id)
  constraint passkeys_pkey PRIMARY KEY (clinic_id, id)
  constraint passkeys_clinic_id_credential_id_key UNIQUE (clinic_id, credential_id)
  policy clinic_wall as permissive for all to public
    using (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
    with check (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
  grant insert, select, update to mooring_app

table public.patient_keys
  row level security enabled and forced
  clinic_id uuid not null
  patient_id uuid not null
  wrapped_key bytea not null
  created_at timestamp with time zone not null
  constraint patient_keys_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES public.clinics(id)
  constraint patient_keys_clinic_id_patient_id_fkey FOREIGN KEY (clinic_id, patient_id) REFERENCES public.patients(clinic_id, id)
  constraint patient_keys_pkey PRIMARY KEY (clinic_id, patient_id)
  policy clinic_wall as permissive for all to public
    using (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
    with check (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
  grant insert, select to mooring_app

table public.patient_questions
  row level security enabled and forced
  clinic_id uuid not null
  id uuid not null
  patient_id uuid not null
  cycle_id uuid
  kind text not null
  words text not null
  asked_at timestamp with time zone not null
  asked_by uuid not null
  taken_at timestamp with time zone
  taken_by uuid
  taken_by_name text
  answer text
  answered_at timestamp with time zone
  answered_by uuid
  answered_by_name text
  urgency text not null
  owner_role text not null
  promised_by timestamp with time zone not null
  constraint patient_questions_check CHECK (((answer IS NULL) = (answered_at IS NULL)))
  constraint patient_questions_kind_check CHECK ((kind = ANY (ARRAY['question'::text, 'fear'::text, 'talk'::text, 'message'::text])))
  constraint patient_questions_owner_role_check CHECK ((owner_role = ANY (ARRAY['nurse'::text, 'prescriber'::text, 'therapist'::text])))
  constraint patient_questions_urgency_check CHECK ((urgency = ANY (ARRAY['today'::text, 'soon'::text, 'can-wait'::text])))
  constraint patient_questions_clinic_id_cycle_id_fkey FOREIGN KEY (clinic_id, cycle_id) REFERENCES public.cycles(clinic_id, id)
  constraint patient_questions_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES public.clinics(id)
  constraint patient_questions_clinic_id_patient_id_fkey FOREIGN KEY (clinic_id, patient_id) REFERENCES public.patients(clinic_id, id)
  constraint patient_questions_pkey PRIMARY KEY (clinic_id, id)
  CREATE INDEX patient_questions_by_patient ON public.patient_questions USING btree (clinic_id, patient_id, asked_at)
  CREATE INDEX patient_questions_waiting ON public.patient_questions USING btree (clinic_id, promised_by) WHERE (answered_at IS NULL)
  policy clinic_wall as permissive for all to public
    using (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
    with check (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
  grant insert, select to mooring_app
  grant update (taken_at) to mooring_app
  grant update (taken_by) to mooring_app
  grant update (taken_by_name) to mooring_app
  grant update (answer) to mooring_app
  grant update (answered_at) to mooring_app
  grant update (answered_by) to mooring_app
  grant update (answered_by_name) to mooring_app
  grant update (urgency) to mooring_app
  grant update (owner_role) to mooring_app
  grant update (promised_by) to mooring_app

table public.patients
  row level security enabled and forced
  clinic_id uuid not null
  id uuid not null
  given_name text not null
  family_name text not null
  preferred_name text
  birth_date date
  sex text
  phone text
  email text
  address text
  language text not null default 'en'::text
  zone text not null
  stage text not null
  stage_at timestamp with time zone not null
  stage_reason text
  version integer not null default 1
  created_at timestamp with time zone not null
  constraint patients_sex_check CHECK ((sex = ANY (ARRAY['female'::text, 'male'::text, 'other'::text, 'unknown'::text])))
  constraint patients_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES public.clinics(id)
  constraint patients_pkey PRIMARY KEY (clinic_id, id)
  CREATE INDEX patients_by_name ON public.patients USING btree (clinic_id, lower(family_name), lower(given_name))
  CREATE INDEX patients_by_stage ON public.patients USING btree (clinic_id, stage)
  policy clinic_wall as permissive for all to public
    using (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
    with check (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
  grant insert, select, update to mooring_app

table public.practitioner_licences
  row level security enabled and forced
  clinic_id uuid not null
  id uuid not null
  account_id uuid not null
  profession text not null
  place text not null
  number text not null
  valid_from date
  valid_until date not null
  emdr_training text not null
  stated_at timestamp with time zone not null
  withdrawn_at timestamp with time zone
  constraint practitioner_licences_emdr_training_check CHECK ((emdr_training = ANY (ARRAY['none'::text, 'basic'::text, 'certified'::text])))
  constraint practitioner_licences_clinic_id_account_id_fkey FOREIGN KEY (clinic_id, account_id) REFERENCES public.accounts(clinic_id, id)
  constraint practitioner_licences_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES public.clinics(id)
  constraint practitioner_licences_pkey PRIMARY KEY (clinic_id, id)
  CREATE INDEX practitioner_licences_by_account ON public.practitioner_licences USING btree (clinic_id, account_id)
  policy clinic_wall as permissive for all to public
    using (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
    with check (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
  grant insert, select to mooring_app
  grant update (withdrawn_at) to mooring_app

table public.preparation_items
  row level security enabled and forced
  clinic_id uuid not null
  id uuid not null
  version integer not null
  patient_id uuid not null
  cycle_id uuid not null
  kind text not null
  body jsonb not null
  recorded_at timestamp with time zone not null
  recorded_by uuid not null
  constraint preparation_items_kind_check CHECK ((kind = ANY (ARRAY['grounding'::text, 'navigation-plan'::text, 'limits'::text, 'comfort'::text, 'day-plan'::text, 'readiness'::text, 'feelings'::text, 'expectation'::text, 'prepared-rating'::text, 'teach-back'::text, 'after-plan'::text, 'home-setup'::text, 'morning'::text, 'company'::text, 'slept'::text])))
  constraint preparation_items_clinic_id_cycle_id_fkey FOREIGN KEY (clinic_id, cycle_id) REFERENCES public.cycles(clinic_id, id)
  constraint preparation_items_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES public.clinics(id)
  constraint preparation_items_clinic_id_patient_id_fkey FOREIGN KEY (clinic_id, patient_id) REFERENCES public.patients(clinic_id, id)
  constraint preparation_items_pkey PRIMARY KEY (clinic_id, id, version)
  CREATE INDEX preparation_items_by_cycle ON public.preparation_items USING btree (clinic_id, cycle_id)
  policy clinic_wall as permissive for all to public
    using (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
    with check (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
  grant insert, select to mooring_app

table public.protocol_editions
  row level security enabled and forced
  clinic_id uuid not null
  id uuid not null
  route text not null
  version integer not null
  base_id text not null
  content jsonb not null
  content_sha256 bytea not null
  proposed_at timestamp with time zone not null
  proposed_by uuid not null
  proposed_by_name text not null
  constraint protocol_editions_route_check CHECK ((route = ANY (ARRAY['iv'::text, 'im'::text, 'sublingual'::text, 'home'::text, 'nasal'::text])))
  constraint protocol_editions_version_check CHECK ((version > 0))
  constraint protocol_editions_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES public.clinics(id)
  constraint protocol_editions_pkey PRIMARY KEY (clinic_id, id)
  policy clinic_wall as permissive for all to public
    using (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
    with check (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
  grant insert, select to mooring_app

table public.protocol_signatures
  row level security enabled and forced
  clinic_id uuid not null
  edition_id uuid not null
  content_sha256 bytea not null
  meaning text not null
  signed_at timestamp with time zone not null
  signed_by uuid not null
  signed_by_name text not null
  constraint protocol_signatures_clinic_id_edition_id_fkey FOREIGN KEY (clinic_id, edition_id) REFERENCES public.protocol_editions(clinic_id, id)
  constraint protocol_signatures_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES public.clinics(id)
  constraint protocol_signatures_pkey PRIMARY KEY (clinic_id, edition_id)
  policy clinic_wall as permissive for all to public
    using (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
    with check (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
  grant insert, select to mooring_app

table public.psychotherapy_notes
  row level security enabled and forced
  clinic_id uuid not null
  id uuid not null
  version integer not null
  patient_id uuid not null
  author_account_id uuid not null
  sealed bytea not null
  recorded_at timestamp with time zone not null
  constraint psychotherapy_notes_clinic_id_author_account_id_fkey FOREIGN KEY (clinic_id, author_account_id) REFERENCES public.accounts(clinic_id, id)
  constraint psychotherapy_notes_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES public.clinics(id)
  constraint psychotherapy_notes_clinic_id_patient_id_fkey FOREIGN KEY (clinic_id, patient_id) REFERENCES public.patients(clinic_id, id)
  constraint psychotherapy_notes_pkey PRIMARY KEY (clinic_id, id, version)
  policy clinic_wall as permissive for all to public
    using (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
    with check (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
  policy psychotherapy_notes_belong_to_their_author as restrictive for all to public
    using (author_account_id = ( SELECT (NULLIF(current_setting('app.account'::text, true), ''::text))::uuid AS "nullif"))
    with check (author_account_id = ( SELECT (NULLIF(current_setting('app.account'::text, true), ''::text))::uuid AS "nullif"))
  grant insert, select to mooring_app

table public.push_phones
  row level security enabled and forced
  clinic_id uuid not null
  id uuid not null
  patient_id uuid not null
  address_sealed bytea not null
  address_hash bytea not null
  added_at timestamp with time zone not null
  ended_at timestamp with time zone
  constraint push_phones_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES public.clinics(id)
  constraint push_phones_clinic_id_patient_id_fkey FOREIGN KEY (clinic_id, patient_id) REFERENCES public.patients(clinic_id, id)
  constraint push_phones_pkey PRIMARY KEY (clinic_id, id)
  constraint push_phones_clinic_id_address_hash_key UNIQUE (clinic_id, address_hash)
  CREATE INDEX push_phones_by_patient ON public.push_phones USING btree (clinic_id, patient_id) WHERE (ended_at IS NULL)
  policy clinic_wall as permissive for all to public
    using (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
    with check (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
  grant insert, select to mooring_app
  grant update (patient_id) to mooring_app
  grant update (ended_at) to mooring_app

table public.questionnaire_responses
  row level security enabled and forced
  clinic_id uuid not null
  id uuid not null
  patient_id uuid not null
  cycle_id uuid
  instrument text not null
  instrument_version text not null
  answers jsonb not null
  status text not null
  score jsonb
  authored_at timestamp with time zone not null
  recorded_at timestamp with time zone not null
  author_id uuid
  version integer not null default 1
  constraint questionnaire_responses_status_check CHECK ((status = ANY (ARRAY['in-progress'::text, 'completed'::text])))
  constraint questionnaire_responses_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES public.clinics(id)
  constraint questionnaire_responses_clinic_id_patient_id_fkey FOREIGN KEY (clinic_id, patient_id) REFERENCES public.patients(clinic_id, id)
  constraint questionnaire_responses_pkey PRIMARY KEY (clinic_id, id)
  CREATE INDEX questionnaire_responses_by_instrument ON public.questionnaire_responses USING btree (clinic_id, patient_id, instrument, authored_at DESC)
  CREATE INDEX questionnaire_responses_by_patient ON public.questionnaire_responses USING btree (clinic_id, patient_id, authored_at DESC)
  policy clinic_wall as permissive for all to public
    using (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
    with check (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
  grant insert, select, update to mooring_app

table public.record_import_decisions
  row level security enabled and forced
  clinic_id uuid not null
  import_id uuid not null
  line_id text not null
  version integer not null
  patient_id uuid not null
  decision text not null
  decided_at timestamp with time zone not null
  decided_by uuid not null
  constraint record_import_decisions_decision_check CHECK ((decision = ANY (ARRAY['kept'::text, 'left'::text])))
  constraint record_import_decisions_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES public.clinics(id)
  constraint record_import_decisions_clinic_id_import_id_fkey FOREIGN KEY (clinic_id, import_id) REFERENCES public.record_imports(clinic_id, id)
  constraint record_import_decisions_clinic_id_patient_id_fkey FOREIGN KEY (clinic_id, patient_id) REFERENCES public.patients(clinic_id, id)
  constraint record_import_decisions_pkey PRIMARY KEY (clinic_id, import_id, line_id, version)
  policy clinic_wall as permissive for all to public
    using (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
    with check (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
  grant insert, select to mooring_app

table public.record_imports
  row level security enabled and forced
  clinic_id uuid not null
  id uuid not null
  patient_id uuid not null
  bundle_sha256 bytea not null
  lines jsonb not null
  left_out jsonb not null
  created_at timestamp with time zone not null
  created_by uuid not null
  patient_in_file jsonb not null default '{}'::jsonb
  notices jsonb not null default '[]'::jsonb
  constraint record_imports_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES public.clinics(id)
  constraint record_imports_clinic_id_patient_id_fkey FOREIGN KEY (clinic_id, patient_id) REFERENCES public.patients(clinic_id, id)
  constraint record_imports_pkey PRIMARY KEY (clinic_id, id)
  CREATE INDEX record_imports_by_patient ON public.record_imports USING btree (clinic_id, patient_id, created_at DESC)
  policy clinic_wall as permissive for all to public
    using (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
    with check (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
  grant insert, select to mooring_app

table public.referral_places
  row level security enabled and forced
  clinic_id uuid not null
  id uuid not null
  name text not null
  kind text not null
  phone text
  note text
  checked_on date not null
  added_at timestamp with time zone not null
  added_by_name text not null
  withdrawn_at timestamp with time zone
  withdrawn_by_name text
  constraint referral_places_kind_check CHECK ((kind = ANY (ARRAY['therapist'::text, 'psychiatrist'::text, 'family-doctor'::text, 'group'::text, 'other'::text])))
  constraint referral_places_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES public.clinics(id)
  constraint referral_places_pkey PRIMARY KEY (clinic_id, id)
  policy clinic_wall as permissive for all to public
    using (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
    with check (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
  grant insert, select, update to mooring_app

table public.related_persons
  row level security enabled and forced
  clinic_id uuid not null
  id uuid not null
  patient_id uuid not null
  name text not null
  relationship text
  phone text
  email text
  created_at timestamp with time zone not null
  constraint related_persons_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES public.clinics(id)
  constraint related_persons_clinic_id_patient_id_fkey FOREIGN KEY (clinic_id, patient_id) REFERENCES public.patients(clinic_id, id)
  constraint related_persons_pkey PRIMARY KEY (clinic_id, id)
  CREATE INDEX related_persons_by_patient ON public.related_persons USING btree (clinic_id, patient_id)
  policy clinic_wall as permissive for all to public
    using (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
    with check (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
  grant insert, select, update to mooring_app

table public.reminder_wishes
  row level security enabled and forced
  clinic_id uuid not null
  patient_id uuid not null
  channels text[] not null
  quiet_from_minute integer
  quiet_to_minute integer
  pulse boolean not null
  dates boolean not null
  items text[] not null
  version integer not null
  saved_at timestamp with time zone not null
  constraint reminder_wishes_check CHECK (((quiet_from_minute IS NULL) = (quiet_to_minute IS NULL)))
  constraint reminder_wishes_quiet_from_minute_check CHECK (((quiet_from_minute >= 0) AND (quiet_from_minute <= 1439)))
  constraint reminder_wishes_quiet_to_minute_check CHECK (((quiet_to_minute >= 0) AND (quiet_to_minute <= 1439)))
  constraint reminder_wishes_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES public.clinics(id)
  constraint reminder_wishes_clinic_id_patient_id_fkey FOREIGN KEY (clinic_id, patient_id) REFERENCES public.patients(clinic_id, id)
  constraint reminder_wishes_pkey PRIMARY KEY (clinic_id, patient_id)
  policy clinic_wall as permissive for all to public
    using (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
    with check (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
  grant insert, select, update to mooring_app

table public.reminders_sent
  row level security enabled and forced
  clinic_id uuid not null
  patient_id uuid not null
  about text not null
  channel text not null
  sent_at timestamp with time zone not null
  constraint reminders_sent_channel_check CHECK ((channel = ANY (ARRAY['mail'::text, 'text'::text, 'push'::text])))
  constraint reminders_sent_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES public.clinics(id)
  constraint reminders_sent_clinic_id_patient_id_fkey FOREIGN KEY (clinic_id, patient_id) REFERENCES public.patients(clinic_id, id)
  constraint reminders_sent_pkey PRIMARY KEY (clinic_id, patient_id, about, channel)
  policy clinic_wall as permissive for all to public
    using (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
    with check (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
  grant insert, select to mooring_app

table public.remote_visit_entries
  row level security enabled and forced
  clinic_id uuid not null
  id uuid not null
  patient_id uuid not null
  appointment_id uuid not null
  place text not null
  address text not null
  zone text not null
  said_by uuid not null
  said_by_name text not null
  said_at timestamp with time zone not null
  held_by text
  constraint remote_visit_entries_clinic_id_appointment_id_fkey FOREIGN KEY (clinic_id, appointment_id) REFERENCES public.appointments(clinic_id, id)
  constraint remote_visit_entries_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES public.clinics(id)
  constraint remote_visit_entries_clinic_id_patient_id_fkey FOREIGN KEY (clinic_id, patient_id) REFERENCES public.patients(clinic_id, id)
  constraint remote_visit_entries_clinic_id_said_by_fkey FOREIGN KEY (clinic_id, said_by) REFERENCES public.accounts(clinic_id, id)
  constraint remote_visit_entries_pkey PRIMARY KEY (clinic_id, id)
  CREATE INDEX remote_visit_entries_by_appointment ON public.remote_visit_entries USING btree (clinic_id, appointment_id, said_at DESC)
  policy clinic_wall as permissive for all to public
    using (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
    with check (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
  grant insert, select to mooring_app

table public.rides
  row level security enabled and forced
  clinic_id uuid not null
  id uuid not null
  patient_id uuid not null
  cycle_id uuid not null
  related_person_id uuid not null
  link_id uuid not null
  state text not null
  state_at timestamp with time zone not null
  steps jsonb not null default '[]'::jsonb
  version integer not null default 1
  created_at timestamp with time zone not null
  how text
  phone text
  constraint rides_how_check CHECK ((how = ANY (ARRAY['car'::text, 'taxi-together'::text, 'transit-together'::text, 'on-foot'::text])))
  constraint rides_state_check CHECK ((state = ANY (ARRAY['asked'::text, 'accepted'::text, 'declined'::text, 'on-the-way'::text, 'at-the-door'::text, 'home-safe'::text])))
  constraint rides_clinic_id_cycle_id_fkey FOREIGN KEY (clinic_id, cycle_id) REFERENCES public.cycles(clinic_id, id)
  constraint rides_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES public.clinics(id)
  constraint rides_clinic_id_link_id_fkey FOREIGN KEY (clinic_id, link_id) REFERENCES public.companion_links(clinic_id, id)
  constraint rides_clinic_id_patient_id_fkey FOREIGN KEY (clinic_id, patient_id) REFERENCES public.patients(clinic_id, id)
  constraint rides_clinic_id_related_person_id_fkey FOREIGN KEY (clinic_id, related_person_id) REFERENCES public.related_persons(clinic_id, id)
  constraint rides_pkey PRIMARY KEY (clinic_id, id)
  CREATE INDEX rides_by_cycle ON public.rides USING btree (clinic_id, cycle_id)
  policy clinic_wall as permissive for all to public
    using (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
    with check (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
  grant insert, select, update to mooring_app

table public.ring_calls
  row level security enabled and forced
  clinic_id uuid not null
  ring_id uuid not null
  turn integer not null
  called_at timestamp with time zone not null
  account_ids uuid[] not null
  names text[] not null
  fixed_number text
  constraint ring_calls_turn_check CHECK ((turn >= 1))
  constraint ring_calls_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES public.clinics(id)
  constraint ring_calls_clinic_id_ring_id_fkey FOREIGN KEY (clinic_id, ring_id) REFERENCES public.rings(clinic_id, id)
  constraint ring_calls_pkey PRIMARY KEY (clinic_id, ring_id, turn)
  policy clinic_wall as permissive for all to public
    using (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
    with check (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
  grant insert, select to mooring_app

table public.ring_messages
  row level security enabled and forced
  clinic_id uuid not null
  id uuid not null
  ring_id uuid not null
  turn integer not null
  account_id uuid
  constraint ring_messages_clinic_id_account_id_fkey FOREIGN KEY (clinic_id, account_id) REFERENCES public.accounts(clinic_id, id)
  constraint ring_messages_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES public.clinics(id)
  constraint ring_messages_clinic_id_ring_id_turn_fkey FOREIGN KEY (clinic_id, ring_id, turn) REFERENCES public.ring_calls(clinic_id, ring_id, turn)
  constraint ring_messages_pkey PRIMARY KEY (clinic_id, id)
  CREATE INDEX ring_messages_by_call ON public.ring_messages USING btree (clinic_id, ring_id, turn)
  policy clinic_wall as permissive for all to public
    using (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
    with check (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
  grant insert, select to mooring_app

table public.rings
  row level security enabled and forced
  clinic_id uuid not null
  id uuid not null
  patient_id uuid not null
  cause text not null
  raised_at timestamp with time zone not null
  seen_at timestamp with time zone
  seen_by uuid
  seen_by_name text
  constraint rings_check CHECK (((seen_at IS NULL) = (seen_by IS NULL)))
  constraint rings_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES public.clinics(id)
  constraint rings_clinic_id_patient_id_fkey FOREIGN KEY (clinic_id, patient_id) REFERENCES public.patients(clinic_id, id)
  constraint rings_clinic_id_seen_by_fkey FOREIGN KEY (clinic_id, seen_by) REFERENCES public.accounts(clinic_id, id)
  constraint rings_pkey PRIMARY KEY (clinic_id, id)
  CREATE INDEX rings_by_patient ON public.rings USING btree (clinic_id, patient_id, raised_at DESC)
  CREATE INDEX rings_by_seer ON public.rings USING btree (clinic_id, seen_by, seen_at)
  CREATE UNIQUE INDEX rings_open ON public.rings USING btree (clinic_id, patient_id, cause) WHERE (seen_at IS NULL)
  policy clinic_wall as permissive for all to public
    using (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
    with check (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
  CREATE TRIGGER ring_asks_to_be_called AFTER INSERT ON public.rings FOR EACH ROW EXECUTE FUNCTION public.enqueue_ring()
  grant insert, select to mooring_app
  grant update (seen_at) to mooring_app
  grant update (seen_by) to mooring_app
  grant update (seen_by_name) to mooring_app

table public.rooms
  row level security enabled and forced
  clinic_id uuid not null
  id uuid not null
  number integer not null
  name text not null
  constraint rooms_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES public.clinics(id)
  constraint rooms_pkey PRIMARY KEY (clinic_id, id)
  constraint rooms_clinic_id_number_key UNIQUE (clinic_id, number)
  policy clinic_wall as permissive for all to public
    using (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
    with check (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
  grant insert, select to mooring_app

table public.safety_plan_talks
  row level security enabled and forced
  clinic_id uuid not null
  id uuid not null
  patient_id uuid not null
  version integer not null
  with_account_id uuid not null
  with_name text not null
  at timestamp with time zone not null
  constraint safety_plan_talks_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES public.clinics(id)
  constraint safety_plan_talks_clinic_id_patient_id_version_fkey FOREIGN KEY (clinic_id, patient_id, version) REFERENCES public.safety_plans(clinic_id, patient_id, version)
  constraint safety_plan_talks_clinic_id_with_account_id_fkey FOREIGN KEY (clinic_id, with_account_id) REFERENCES public.accounts(clinic_id, id)
  constraint safety_plan_talks_pkey PRIMARY KEY (clinic_id, id)
  CREATE INDEX safety_plan_talks_by_patient ON public.safety_plan_talks USING btree (clinic_id, patient_id, at DESC)
  policy clinic_wall as permissive for all to public
    using (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
    with check (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
  grant insert, select to mooring_app

table public.safety_plans
  row level security enabled and forced
  clinic_id uuid not null
  patient_id uuid not null
  version integer not null
  sealed bytea not null
  written_by uuid not null
  written_by_name text not null
  written_at timestamp with time zone not null
  constraint safety_plans_version_check CHECK ((version > 0))
  constraint safety_plans_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES public.clinics(id)
  constraint safety_plans_clinic_id_patient_id_fkey FOREIGN KEY (clinic_id, patient_id) REFERENCES public.patients(clinic_id, id)
  constraint safety_plans_clinic_id_written_by_fkey FOREIGN KEY (clinic_id, written_by) REFERENCES public.accounts(clinic_id, id)
  constraint safety_plans_pkey PRIMARY KEY (clinic_id, patient_id, version)
  policy clinic_wall as permissive for all to public
    using (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
    with check (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
  grant insert, select to mooring_app

table public.schema_migrations
  name text not null
  checksum text not null
  applied_at timestamp with time zone not null default now()
  constraint schema_migrations_pkey PRIMARY KEY (name)

table public.series
  row level security enabled and forced
  clinic_id uuid not null
  id uuid not null
  patient_id uuid not null
  route text not null
  edition_id text not null
  planned_cycles integer not null
  indication text not null
  status text not null
  status_reason text
  status_at timestamp with time zone not null
  status_by uuid not null
  created_at timestamp with time zone not null
  version integer not null default 1
  constraint series_planned_cycles_check CHECK (((planned_cycles >= 1) AND (planned_cycles <= 24)))
  constraint series_route_check CHECK ((route = ANY (ARRAY['iv'::text, 'im'::text, 'sublingual'::text, 'home'::text, 'nasal'::text])))
  constraint series_status_check CHECK ((status = ANY (ARRAY['active'::text, 'held'::text, 'paused'::text, 'stopped'::text, 'finished'::text])))
  constraint series_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES public.clinics(id)
  constraint series_clinic_id_patient_id_fkey FOREIGN KEY (clinic_id, patient_id) REFERENCES public.patients(clinic_id, id)
  constraint series_clinic_id_status_by_fkey FOREIGN KEY (clinic_id, status_by) REFERENCES public.accounts(clinic_id, id)
  constraint series_pkey PRIMARY KEY (clinic_id, id)
  CREATE INDEX series_by_patient ON public.series USING btree (clinic_id, patient_id)
  policy clinic_wall as permissive for all to public
    using (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
    with check (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
  grant insert, select, update to mooring_app

table public.series_decisions
  row level security enabled and forced
  clinic_id uuid not null
  id uuid not null
  series_id uuid not null
  patient_id uuid not null
  choice text not null
  point text
  path text not null
  reason text not null
  words_for_patient text
  words_for_letter text
  evidence jsonb not null
  decided_at timestamp with time zone not null
  decided_by uuid not null
  decided_by_name text not null
  constraint series_decisions_choice_check CHECK ((choice = ANY (ARRAY['continue'::text, 'space-out'::text, 'change'::text, 'pause'::text, 'stop'::text])))
  constraint series_decisions_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES public.clinics(id)
  constraint series_decisions_clinic_id_patient_id_fkey FOREIGN KEY (clinic_id, patient_id) REFERENCES public.patients(clinic_id, id)
  constraint series_decisions_clinic_id_series_id_fkey FOREIGN KEY (clinic_id, series_id) REFERENCES public.series(clinic_id, id)
  constraint series_decisions_pkey PRIMARY KEY (clinic_id, id)
  CREATE INDEX series_decisions_by_patient ON public.series_decisions USING btree (clinic_id, patient_id, decided_at DESC)
  policy clinic_wall as permissive for all to public
    using (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
    with check (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
  grant insert, select to mooring_app

table public.series_decisions_seen
  row level security enabled and forced
  clinic_id uuid not null
  decision_id uuid not null
  patient_id uuid not null
  seen_at timestamp with time zone not null
  recorded_at timestamp with time zone not null
  constraint series_decisions_seen_clinic_id_decision_id_fkey FOREIGN KEY (clinic_id, decision_id) REFERENCES public.series_decisions(clinic_id, id)
  constraint series_decisions_seen_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES public.clinics(id)
  constraint series_decisions_seen_clinic_id_patient_id_fkey FOREIGN KEY (clinic_id, patient_id) REFERENCES public.patients(clinic_id, id)
  constraint series_decisions_seen_pkey PRIMARY KEY (clinic_id, decision_id)
  policy clinic_wall as permissive for all to public
    using (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
    with check (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
  grant insert, select to mooring_app

table public.session_note_signatures
  row level security enabled and forced
  clinic_id uuid not null
  id uuid not null
  session_id uuid not null
  version integer not null
  patient_id uuid not null
  part text not null
  content_sha256 bytea not null
  meaning text not null
  signed_at timestamp with time zone not null
  signed_by uuid not null
  signed_by_name text not null
  signed_as text not null
  constraint session_note_signatures_part_check CHECK ((part = ANY (ARRAY['author'::text, 'co-signer'::text])))
  constraint session_note_signatures_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES public.clinics(id)
  constraint session_note_signatures_clinic_id_session_id_version_fkey FOREIGN KEY (clinic_id, session_id, version) REFERENCES public.session_notes(clinic_id, session_id, version)
  constraint session_note_signatures_pkey PRIMARY KEY (clinic_id, id)
  constraint session_note_signatures_clinic_id_session_id_version_part_key UNIQUE (clinic_id, session_id, version, part)
  policy clinic_wall as permissive for all to public
    using (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
    with check (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
  grant insert, select to mooring_app

table public.session_notes
  row level security enabled and forced
  clinic_id uuid not null
  session_id uuid not null
  version integer not null
  id uuid not null
  patient_id uuid not null
  log_version integer not null
  content text not null
  content_sha256 bytea not null
  recorded_at timestamp with time zone not null
  constraint session_notes_version_check CHECK ((version > 0))
  constraint session_notes_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES public.clinics(id)
  constraint session_notes_clinic_id_patient_id_fkey FOREIGN KEY (clinic_id, patient_id) REFERENCES public.patients(clinic_id, id)
  constraint session_notes_clinic_id_session_id_fkey FOREIGN KEY (clinic_id, session_id) REFERENCES public.dosing_sessions(clinic_id, id)
  constraint session_notes_pkey PRIMARY KEY (clinic_id, session_id, version)
  constraint session_notes_clinic_id_id_key UNIQUE (clinic_id, id)
  policy clinic_wall as permissive for all to public
    using (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
    with check (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
  grant insert, select to mooring_app

table public.shifts
  row level security enabled and forced
  clinic_id uuid not null
  id uuid not null
  account_id uuid not null
  on_date date not null
  started_at timestamp with time zone not null
  ended_at timestamp with time zone
  constraint shifts_clinic_id_account_id_fkey FOREIGN KEY (clinic_id, account_id) REFERENCES public.accounts(clinic_id, id)
  constraint shifts_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES public.clinics(id)
  constraint shifts_pkey PRIMARY KEY (clinic_id, id)
  constraint shifts_clinic_id_account_id_on_date_key UNIQUE (clinic_id, account_id, on_date)
  policy clinic_wall as permissive for all to public
    using (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
    with check (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
  grant insert, select, update to mooring_app

table public.sign_in_challenges
  row level security enabled and forced
  clinic_id uuid not null
  id uuid not null
  kind text not null
  account_id uuid
  secret_hash bytea
  challenge text
  created_at timestamp with time zone not null
  expires_at timestamp with time zone not null
  used_at timestamp with time zone
  landing text
  constraint sign_in_challenges_kind_check CHECK ((kind = ANY (ARRAY['passkey-registration'::text, 'passkey-sign-in'::text, 'email-link'::text, 'second-factor'::text])))
  constraint sign_in_challenges_clinic_id_account_id_fkey FOREIGN KEY (clinic_id, account_id) REFERENCES public.accounts(clinic_id, id)
  constraint sign_in_challenges_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES public.clinics(id)
  constraint sign_in_challenges_pkey PRIMARY KEY (clinic_id, id)
  CREATE INDEX sign_in_challenges_by_secret ON public.sign_in_challenges USING btree (clinic_id, secret_hash)
  policy clinic_wall as permissive for all to public
    using (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
    with check (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
  grant delete, insert, select, update to mooring_app

table public.sign_ins
  row level security enabled and forced
  clinic_id uuid not null
  id uuid not null
  token_hash bytea not null
  account_id uuid
  companion_link_id uuid
  method text not null
  created_at timestamp with time zone not null
  last_seen_at timestamp with time zone not null
  expires_at timestamp with time zone not null
  stepped_up_at timestamp with time zone not null
  revoked_at timestamp with time zone
  device text
  constraint sign_ins_check CHECK (((account_id IS NULL) <> (companion_link_id IS NULL)))
  constraint sign_ins_device_check CHECK ((device = ANY (ARRAY['iphone'::text, 'ipad'::text, 'android'::text, 'mac'::text, 'windows'::text, 'linux'::text])))
  constraint sign_ins_clinic_id_account_id_fkey FOREIGN KEY (clinic_id, account_id) REFERENCES public.accounts(clinic_id, id)
  constraint sign_ins_clinic_id_companion_link_id_fkey FOREIGN KEY (clinic_id, companion_link_id) REFERENCES public.companion_links(clinic_id, id)
  constraint sign_ins_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES public.clinics(id)
  constraint sign_ins_pkey PRIMARY KEY (clinic_id, id)
  constraint sign_ins_clinic_id_token_hash_key UNIQUE (clinic_id, token_hash)
  CREATE INDEX sign_ins_by_account ON public.sign_ins USING btree (clinic_id, account_id)
  policy clinic_wall as permissive for all to public
    using (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
    with check (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
  grant insert, select, update to mooring_app

table public.site_details
  row level security enabled and forced
  clinic_id uuid not null
  version integer not null
  details jsonb not null
  saved_at timestamp with time zone not null
  saved_by uuid not null
  saved_by_name text not null
  constraint site_details_version_check CHECK ((version >= 1))
  constraint site_details_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES public.clinics(id)
  constraint site_details_pkey PRIMARY KEY (clinic_id, version)
  policy clinic_wall as permissive for all to public
    using (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
    with check (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
  grant insert, select to mooring_app

table public.standing_order_ends
  row level security enabled and forced
  clinic_id uuid not null
  order_id uuid not null
  reason text not null
  ended_at timestamp with time zone not null
  ended_by uuid not null
  ended_by_name text not null
  constraint standing_order_ends_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES public.clinics(id)
  constraint standing_order_ends_clinic_id_order_id_fkey FOREIGN KEY (clinic_id, order_id) REFERENCES public.standing_orders(clinic_id, id)
  constraint standing_order_ends_pkey PRIMARY KEY (clinic_id, order_id)
  policy clinic_wall as permissive for all to public
    using (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
    with check (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
  grant insert, select to mooring_app

table public.standing_orders
  row level security enabled and forced
  clinic_id uuid not null
  id uuid not null
  content jsonb not null
  content_sha256 bytea not null
  signed_at timestamp with time zone not null
  signed_by uuid not null
  signed_by_name text not null
  constraint standing_orders_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES public.clinics(id)
  constraint standing_orders_pkey PRIMARY KEY (clinic_id, id)
  policy clinic_wall as permissive for all to public
    using (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
    with check (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
  grant insert, select to mooring_app

table public.stories
  row level security enabled and forced
  clinic_id uuid not null
  id uuid not null
  patient_id uuid
  language text not null
  kind text not null
  words text not null
  told_at timestamp with time zone not null
  decision text
  decided_at timestamp with time zone
  decided_by uuid
  decided_by_name text
  note text not null default ''::text
  withdrawn_at timestamp with time zone
  constraint stories_check CHECK (((withdrawn_at IS NULL) OR (words = ''::text)))
  constraint stories_decision_check CHECK ((decision = ANY (ARRAY['shown'::text, 'not-shown'::text])))
  constraint stories_kind_check CHECK ((kind = ANY (ARRAY['good'::text, 'neutral'::text, 'hard'::text])))
  constraint stories_language_check CHECK ((language = ANY (ARRAY['en'::text, 'es'::text])))
  constraint stories_clinic_id_decided_by_fkey FOREIGN KEY (clinic_id, decided_by) REFERENCES public.accounts(clinic_id, id)
  constraint stories_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES public.clinics(id)
  constraint stories_clinic_id_patient_id_fkey FOREIGN KEY (clinic_id, patient_id) REFERENCES public.patients(clinic_id, id)
  constraint stories_pkey PRIMARY KEY (clinic_id, id)
  CREATE INDEX stories_by_patient ON public.stories USING btree (clinic_id, patient_id)
  policy clinic_wall as permissive for all to public
    using (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
    with check (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
  grant insert, select to mooring_app
  grant update (words) to mooring_app
  grant update (decision) to mooring_app
  grant update (decided_at) to mooring_app
  grant update (decided_by) to mooring_app
  grant update (decided_by_name) to mooring_app
  grant update (note) to mooring_app
  grant update (withdrawn_at) to mooring_app

table public.tasks
  row level security enabled and forced
  clinic_id uuid not null
  id uuid not null
  patient_id uuid
  kind text not null
  owner_role text not null
  detail jsonb not null default '{}'::jsonb
  priority text not null
  due_at timestamp with time zone
  created_at timestamp with time zone not null
  done_at timestamp with time zone
  done_by uuid
  constraint tasks_priority_check CHECK ((priority = ANY (ARRAY['routine'::text, 'soon'::text, 'now'::text])))
  constraint tasks_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES public.clinics(id)
  constraint tasks_clinic_id_patient_id_fkey FOREIGN KEY (clinic_id, patient_id) REFERENCES public.patients(clinic_id, id)
  constraint tasks_pkey PRIMARY KEY (clinic_id, id)
  CREATE INDEX tasks_by_patient ON public.tasks USING btree (clinic_id, patient_id)
  CREATE INDEX tasks_open ON public.tasks USING btree (clinic_id, owner_role, due_at) WHERE (done_at IS NULL)
  policy clinic_wall as permissive for all to public
    using (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
    with check (clinic_id = ( SELECT (NULLIF(current_setting('app.clinic'::text, true), ''::text))::uuid AS "nullif"))
  grant insert, select, update to mooring_app

-- functions

CREATE OR REPLACE FUNCTION public.append_audit_event(p_clinic uuid, p_lane integer, p_at timestamp with time zone, p_patient uuid, p_actor uuid, p_entry text)
 RETURNS void
 LANGUAGE sql
 SET search_path TO 'public', 'pg_temp'
AS $function$
  insert into audit_heads (clinic_id, lane) values (p_clinic, p_lane) on conflict do nothing;
  with head as (
    update audit_heads
       set seq = seq + 1, hash = sha256(hash || convert_to(p_entry, 'UTF8'))
     where clinic_id = p_clinic and lane = p_lane
    returning seq, hash
  )
  insert into audit_events (clinic_id, lane, seq, at, patient_id, actor_id, entry, hash)
  select p_clinic, p_lane, head.seq, p_at, p_patient, p_actor, p_entry, head.hash from head;
$function$
  grant execute to mooring_app
  grant execute to public

CREATE OR REPLACE FUNCTION public.enqueue_mail()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  if exists (select 1 from pg_catalog.pg_namespace where nspname = 'graphile_worker') then
    perform graphile_worker.add_job('send-mail', pg_catalog.json_build_object('clinicId', new.clinic_id, 'mailId', new.id), max_attempts => 12);
  end if;
  return null;
end $function$

CREATE OR REPLACE FUNCTION public.enqueue_message()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  if exists (select 1 from pg_catalog.pg_namespace where nspname = 'graphile_worker') then
    perform graphile_worker.add_job('send-message', pg_catalog.json_build_object('clinicId', new.clinic_id, 'messageId', new.id), max_attempts => 12);
  end if;
  return null;
end $function$

CREATE OR REPLACE FUNCTION public.enqueue_ring()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  if exists (select 1 from pg_catalog.pg_namespace where nspname = 'graphile_worker') then
    perform graphile_worker.add_job('call-rings', '{}'::json, max_attempts => 12);
  end if;
  return null;
end $function$
