-- Which mail carries the secret, so that one still waiting for the mail server can be called back when the patient has the companion
-- not asked. Its secret goes with it, and a question that stands open is mailed anew once they are asked again.

alter table companion_link_keys add column mail_id uuid;

grant delete on companion_link_keys to mooring_app;
