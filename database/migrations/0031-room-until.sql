-- A dose keeps its room until it is ready for another, which is later than the person's own hours; and the end of those hours is
-- held to talk. What was booked before keeps its room to the end of its hours.

alter table appointments
  add column talk_from timestamptz,
  add column room_until timestamptz,
  add constraint appointments_talk_from_check check (talk_from > lower(period) and talk_from < upper(period)),
  add constraint appointments_room_until_check check (room_until > lower(period));

alter table appointments drop constraint one_patient_per_room;
alter table appointments add constraint one_patient_per_room exclude using gist (
  clinic_id with =, room_id with =, tstzrange(lower(period), coalesce(room_until, upper(period))) with &&
) where (status <> 'cancelled' and room_id is not null);
