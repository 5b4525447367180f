// First words after a dose: taken down as they were said, sealed with the patient's key, and theirs to lock or to remove.

export { firstWordsBound, firstWordsRoutes } from './routes.ts';
