// Work that waits: mail to send, evenings to follow up, old commands to forget, questions to delete. On a library's queue in the same PostgreSQL.

export { deleteOldInquiries } from './delete-old-inquiries.ts';
export { followEvenings } from './follow-evenings.ts';
export { followMessages } from './follow-messages.ts';
export { startJobs } from './worker.ts';
