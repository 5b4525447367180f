// A therapist's own notes, kept apart from the record. The wall is in the database: a row opens to its author alone.

export { psychotherapyNoteRoutes } from './routes.ts';
