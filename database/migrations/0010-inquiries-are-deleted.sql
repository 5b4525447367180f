-- The public form promises that a question is deleted after some days when no patient came of it.
grant delete on inquiries to mooring_app;
