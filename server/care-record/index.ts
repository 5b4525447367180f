// The one record everything is decided from, gathered from what people wrote down, and the one answer asked of it.

export { answerOf, firstEdition } from './answer.ts';
export { type Finding, findingsIn } from './findings.ts';
export { careRecordOf, careRecordsOf } from './record.ts';
export { careRecordRoutes } from './routes.ts';
export { withoutOthersFigures } from './unseen-figures.ts';
