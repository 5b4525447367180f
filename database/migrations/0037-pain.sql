-- Where it hurts and days of headache, as entries of the record: with versions, and in everything that is taken away.

alter table health_record_entries drop constraint health_record_entries_kind_check;
alter table health_record_entries add constraint health_record_entries_kind_check check (kind in (
  'condition', 'allergy', 'medication-statement', 'prior-treatment', 'goal', 'history-answer', 'indication', 'scale-total',
  'pain-map', 'headache-day'));
