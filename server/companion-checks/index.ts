// Whoever took someone home is asked what they see: by their link, by a mail at the hour, and with a person called where it is red.

export { mailCompanionChecks } from './mails.ts';
export { companionCheckRoutes } from './routes.ts';
