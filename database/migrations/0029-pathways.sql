-- What a treatment is for, and totals of scales whose words are not here, as entries of the record: with versions, names and
-- a place in everything that is taken away.

alter table health_record_entries drop constraint health_record_entries_kind_check;
alter table health_record_entries add constraint health_record_entries_kind_check check (kind in (
  'condition', 'allergy', 'medication-statement', 'prior-treatment', 'goal', 'history-answer', 'indication', 'scale-total'));
