// Who looks after a person: what each says of themselves, and whom the person wishes beside them.

import * as z from 'zod/mini';
import { endpoint } from './endpoint.ts';
import { id, instant, optionalLine, optionalParagraph, version } from './fields.ts';

/** What someone who works here says of themselves. Nobody says it for them, and each line may stay empty. */
export const staffProfile = z.strictObject({
  credentials: optionalLine,
  licensedIn: optionalLine,
  speaks: optionalLine,
  about: optionalParagraph,
  /** For those who wish for a woman or a man beside them. */
  gender: z.optional(z.enum(['woman', 'man', 'another'])),
});
export type StaffProfile = z.output<typeof staffProfile>;

export const getMyProfile = endpoint({
  method: 'GET',
  path: '/api/me/profile',
  summary: 'What I said of myself',
  response: staffProfile,
});
export const saveMyProfile = endpoint({
  method: 'PUT',
  path: '/api/me/profile',
  summary: 'What patients read about me',
  body: staffProfile,
  response: staffProfile,
});

export const genderWishes = ['no-wish', 'woman', 'man'] as const;

export const careWish = z.strictObject({
  version,
  gender: z.enum(genderWishes),
  /** The same person again. */
  withAccountId: z.optional(id),
  withName: z.optional(z.string()),
  note: optionalLine,
  saidAt: instant,
});
export type CareWish = z.output<typeof careWish>;

const teamMember = z.strictObject({
  accountId: id,
  name: z.string(),
  role: z.string(),
  profile: staffProfile,
  /** Sessions in which they wrote something down, and talks of which they wrote a note. */
  visits: z.int(),
});
export type TeamMember = z.output<typeof teamMember>;

export const getTeam = endpoint({
  method: 'GET',
  path: '/api/patients/:patientId/team',
  summary: 'Who looks after this person, and whom they wish for',
  response: z.strictObject({ members: z.array(teamMember), wish: z.optional(careWish) }),
});
export const saveCareWish = endpoint({
  method: 'PUT',
  path: '/api/patients/:patientId/care-wish',
  summary: 'Whom this person wishes beside them; the desk may write down what was said on the telephone',
  body: z.strictObject({
    version,
    gender: z.enum(genderWishes),
    withAccountId: z.optional(id),
    note: optionalLine,
  }),
  response: careWish,
});
