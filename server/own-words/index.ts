// The patient’s own words. Sealed with a key of their own, read by them alone, shown entry by entry to a named person of
// their care team, and taken back the same minute.

export { commitmentDays } from './days.ts';
export { preparationStates } from './marks.ts';
export { everyWord, ownWordsRoutes } from './routes.ts';
export { openerForPatient, sealForPatient } from './seal.ts';
export { sharedIntention, wordsSharedWithMe } from './shared.ts';
