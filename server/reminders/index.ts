// Reminders and the links that answer one question: what a person wished for, what is due, and each of it once.

export { reminderRoutes } from './routes.ts';
export { type Deliver, deliverBy, sendMessage } from './send-message.ts';
export { sendReminders } from './send-reminders.ts';
