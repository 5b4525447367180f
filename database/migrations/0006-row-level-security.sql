-- Every clinic's rows are walled: no clinic in the setting, no rows. The application role owns nothing.
-- nullif: after a transaction that set it, the setting is an empty string rather than null.

do $$
declare t text;
begin
  for t in
    select c.relname from pg_class c
      join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
      join pg_attribute a on a.attrelid = c.oid and a.attname = 'clinic_id' and not a.attisdropped
     where c.relkind = 'r'
  loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format(
      'create policy clinic_wall on %I using (clinic_id = (select nullif(current_setting(''app.clinic'', true), '''')::uuid))
       with check (clinic_id = (select nullif(current_setting(''app.clinic'', true), '''')::uuid))', t);
  end loop;
end $$;

-- Second walls, inside a clinic: they narrow what the clinic wall lets through.
create policy words_belong_to_their_author on own_words as restrictive
  using (
    author_account_id = (select nullif(current_setting('app.account', true), '')::uuid)
    or exists (
      select 1 from own_words_shares s
       where s.clinic_id = own_words.clinic_id and s.words_id = own_words.id and s.taken_back_at is null
         and s.with_account_id = (select nullif(current_setting('app.account', true), '')::uuid)
    )
  )
  with check (author_account_id = (select nullif(current_setting('app.account', true), '')::uuid));

create policy shares_are_seen_by_two_people on own_words_shares as restrictive
  using (
    author_account_id = (select nullif(current_setting('app.account', true), '')::uuid)
    or with_account_id = (select nullif(current_setting('app.account', true), '')::uuid)
  )
  with check (
    author_account_id = (select nullif(current_setting('app.account', true), '')::uuid)
    or with_account_id = (select nullif(current_setting('app.account', true), '')::uuid)
  );

create policy psychotherapy_notes_belong_to_their_author on psychotherapy_notes as restrictive
  using (author_account_id = (select nullif(current_setting('app.account', true), '')::uuid))
  with check (author_account_id = (select nullif(current_setting('app.account', true), '')::uuid));

grant usage on schema public to mooring_app;

-- Read and append everywhere ...
grant select, insert on
  rooms, patients, accounts, passkeys, sign_in_challenges, care_team_members, shifts, related_persons,
  companion_links, sign_ins, inquiries, record_imports, health_record_entries, questionnaire_responses,
  issue_decisions, series, medication_requests, cycles, appointments, preparation_items, consents, rides,
  encounter_notes, tasks, dosing_sessions, dosing_session_events, observations, patient_keys, own_words,
  own_words_shares, psychotherapy_notes, audit_heads, audit_events, commands, outgoing_mail
  to mooring_app;
grant select on clinics to mooring_app;

-- ... change only what is a state and not a fact.
grant update on
  patients, accounts, passkeys, sign_in_challenges, care_team_members, shifts, related_persons, companion_links,
  sign_ins, inquiries, questionnaire_responses, series, appointments, consents, rides, tasks, dosing_sessions,
  own_words, own_words_shares, audit_heads, commands, outgoing_mail
  to mooring_app;
grant delete on commands, sign_in_challenges to mooring_app;
grant execute on function append_audit_event(uuid, int, timestamptz, uuid, uuid, text) to mooring_app;
