-- Where in the app a mailed link leads. It stands here and not in the link, which others may read.

alter table sign_in_challenges add column landing text;
