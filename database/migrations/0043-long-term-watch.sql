-- What the clinic looks up for the long-term watch: a liver test, and what the prescriber read before a series.

alter table health_record_entries drop constraint health_record_entries_kind_check;
alter table health_record_entries add constraint health_record_entries_kind_check check (kind in (
  'condition', 'allergy', 'medication-statement', 'prior-treatment', 'goal', 'history-answer', 'indication', 'scale-total',
  'pain-map', 'headache-day', 'liver-test', 'prescription-check'));
