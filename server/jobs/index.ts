// Work that waits: mail to send, evenings to follow up, old commands to forget. On a library's queue in the same PostgreSQL.

export { startJobs } from './worker.ts';
export { followEvenings } from './follow-evenings.ts';
export { forgetOldCommands } from './forget-old-commands.ts';
export { sendMail } from './send-mail.ts';
