// The paper that goes home: told from the log, handed over by a nurse at the door, and read on the phones of the person and
// of whoever takes them home.

import * as z from 'zod/mini';
import type { AfterVisitContent, AfterVisitPaper } from '#dosing-session/papers/after-visit.ts';
import type { PaperChange } from '#dosing-session/papers/paper.ts';
import { endpoint } from './endpoint.ts';
import { computed, id, instant, language, line, version } from './fields.ts';

const handedOver = {
  version,
  byName: z.string(),
  as: z.string(),
  at: instant,
};

export const afterVisitVersion = z.strictObject({
  ...handedOver,
  content: computed<AfterVisitContent>(),
  /** Of the bytes that were shown; the name above stands for these and no others. */
  sha256: z.string(),
});
export type AfterVisitVersion = z.output<typeof afterVisitVersion>;

export const afterVisitTold = z.strictObject({
  sessionId: id,
  zone: z.string(),
  patientName: z.string(),
  language,
  clinic: z.strictObject({ name: z.string(), phone: z.string(), address: z.string() }),
  /** not-handed-over: no name stands for it. changed: record or log say something else than what was handed over. */
  state: z.enum(['not-over', 'not-handed-over', 'handed-over', 'changed']),
  /** As log and record stand now. */
  draft: computed<AfterVisitContent>(),
  /** Newest first. */
  versions: z.array(afterVisitVersion),
});
export type AfterVisitTold = z.output<typeof afterVisitTold>;

const ofSession = '/api/patients/:patientId/dosing-sessions/:sessionId/after-visit-summary';

export const getAfterVisitSummary = endpoint({
  method: 'GET',
  path: ofSession,
  summary: 'What was given and what to do tonight, from the log, with each version that was handed over',
  response: afterVisitTold,
});

export const handOverSummary = endpoint({
  method: 'POST',
  path: ofSession,
  summary: 'Hand the paper over by name as its next version: for the bytes that were shown and no others',
  body: z.strictObject({
    id,
    /** The newest version that was shown; 0 when there was none. */
    version,
    sha256: line,
    meaning: z.literal('I went through this with them'),
  }),
  response: afterVisitTold,
});

/** For the one who drives: nothing of what was given, measured or felt. */
export const getCompanionPaper = endpoint({
  method: 'GET',
  path: '/api/companion/after-visit',
  summary: 'What whoever takes them home does tonight; absent until they have left',
  response: z.strictObject({
    zone: z.string(),
    paper: z.optional(
      z.strictObject({
        en: computed<AfterVisitPaper>(),
        es: computed<AfterVisitPaper>(),
        /** Absent: made from the record, and no nurse has put her name to it yet. */
        handedOver: z.optional(z.strictObject(handedOver)),
        /** What this version says that the one before did not. */
        changes: z.strictObject({
          en: z.array(computed<PaperChange>()),
          es: z.array(computed<PaperChange>()),
        }),
      }),
    ),
  }),
});
