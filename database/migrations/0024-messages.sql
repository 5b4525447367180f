-- What a patient writes has an owner, an urgency and a promised time. What was asked before these existed is promised
-- within three days of this change.

alter table patient_questions drop constraint patient_questions_kind_check;
alter table patient_questions add constraint patient_questions_kind_check check (kind in ('question', 'fear', 'talk', 'message'));

alter table patient_questions
  add column urgency text not null default 'soon' check (urgency in ('today', 'soon', 'can-wait')),
  add column owner_role text not null default 'nurse' check (owner_role in ('nurse', 'prescriber', 'therapist')),
  add column promised_by timestamptz not null default now() + interval '3 days';
alter table patient_questions alter column urgency drop default, alter column owner_role drop default,
  alter column promised_by drop default;
create index patient_questions_waiting on patient_questions (clinic_id, promised_by) where answered_at is null;

grant update (urgency, owner_role, promised_by) on patient_questions to mooring_app;
