// The clinic's protocols: the editions its care follows, proposed as a difference and put in force by a signature.

export { type EditionBook, editionsNamed, editionsToPlan } from './book.ts';
export { protocolRoutes } from './routes.ts';
