-- Which wording of an entry the person it is shown to has read, and since when. Null: none, or read before this was kept.

alter table own_words_shares add column seen_version int;
alter table own_words_shares add column version_seen_at timestamptz;
alter table own_words_shares add check ((seen_version is null) = (version_seen_at is null));
