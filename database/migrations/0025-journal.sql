-- A journal of more than text: voice, drawings and photos sealed like the words they belong to; a glossary of one's own
-- signs; small dated commitments. And words shown to someone who has a link and no account here.

alter table own_words drop constraint own_words_kind_check;
alter table own_words add constraint own_words_kind_check
  check (kind in ('journal', 'intention', 'letter', 'stuck', 'symbol', 'commitment'));

create table own_words_media (
  clinic_id uuid not null references clinics (id),
  id uuid not null,
  words_id uuid not null,
  patient_id uuid not null,
  author_account_id uuid not null,
  kind text not null check (kind in ('voice', 'drawing', 'photo')),
  media_type text not null,
  sealed bytea not null,
  recorded_at timestamptz not null,
  deleted_at timestamptz,
  primary key (clinic_id, id),
  foreign key (clinic_id, words_id) references own_words (clinic_id, id),
  foreign key (clinic_id, patient_id) references patients (clinic_id, id),
  foreign key (clinic_id, author_account_id) references accounts (clinic_id, id)
);
create index own_words_media_by_words on own_words_media (clinic_id, words_id);

alter table own_words_shares alter column with_account_id drop not null;
alter table own_words_shares add column with_link_id uuid;
alter table own_words_shares add foreign key (clinic_id, with_link_id) references companion_links (clinic_id, id);
alter table own_words_shares add check ((with_account_id is null) <> (with_link_id is null));

alter table own_words_media enable row level security;
alter table own_words_media force row level security;
create policy clinic_wall on own_words_media
  using (clinic_id = (select nullif(current_setting('app.clinic', true), '')::uuid))
  with check (clinic_id = (select nullif(current_setting('app.clinic', true), '')::uuid));

-- Whoever holds a link acts under the link's own id, so one setting names both.
drop policy words_belong_to_their_author on own_words;
create policy words_belong_to_their_author on own_words as restrictive
  using (
    author_account_id = (select nullif(current_setting('app.account', true), '')::uuid)
    or exists (
      select 1 from own_words_shares s
       where s.clinic_id = own_words.clinic_id and s.words_id = own_words.id and s.taken_back_at is null
         and (select nullif(current_setting('app.account', true), '')::uuid) in (s.with_account_id, s.with_link_id)
    )
  )
  with check (author_account_id = (select nullif(current_setting('app.account', true), '')::uuid));

create policy media_belong_to_their_author on own_words_media as restrictive
  using (
    author_account_id = (select nullif(current_setting('app.account', true), '')::uuid)
    or exists (
      select 1 from own_words_shares s
       where s.clinic_id = own_words_media.clinic_id and s.words_id = own_words_media.words_id and s.taken_back_at is null
         and (select nullif(current_setting('app.account', true), '')::uuid) in (s.with_account_id, s.with_link_id)
    )
  )
  with check (author_account_id = (select nullif(current_setting('app.account', true), '')::uuid));

drop policy shares_are_seen_by_two_people on own_words_shares;
create policy shares_are_seen_by_two_people on own_words_shares as restrictive
  using ((select nullif(current_setting('app.account', true), '')::uuid) in (author_account_id, with_account_id, with_link_id))
  with check (
    (select nullif(current_setting('app.account', true), '')::uuid) in (author_account_id, with_account_id, with_link_id)
  );

grant select, insert, update on own_words_media to mooring_app;
