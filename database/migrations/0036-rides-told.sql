-- How the one who takes a person home comes, and the number they are reached on that day, in their own word.
-- And whether the person slept the night after: before that they do not drive.

alter table rides
  add column how text check (how in ('car', 'taxi-together', 'transit-together', 'on-foot')),
  add column phone text;

alter table preparation_items drop constraint preparation_items_kind_check;
alter table preparation_items add constraint preparation_items_kind_check check (kind in (
  'grounding', 'navigation-plan', 'limits', 'comfort', 'day-plan', 'readiness',
  'feelings', 'expectation', 'prepared-rating', 'teach-back', 'after-plan', 'home-setup', 'morning', 'company', 'slept'));
