-- What a person is told of each place they are signed in, and a phone's lock that no longer opens the door.

alter table sign_ins add column device text
  check (device in ('iphone', 'ipad', 'android', 'mac', 'windows', 'linux'));
alter table passkeys add column ended_at timestamptz;
