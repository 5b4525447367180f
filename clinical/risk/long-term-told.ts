// The long run as its person reads it: what was last said, what was left open, and when it is asked again. Not asked is told
// as not asked.

import type { Instant } from '#clinical/instant.ts';
import { bladder } from '#clinical/instruments/bladder.ts';
import { misuse } from '#clinical/instruments/misuse.ts';
import { liverTestAnchor } from '#clinical/protocol/anchors.ts';
import { bladderSymptoms } from './bladder.ts';
import type { AltTest } from './liver.ts';
import { askedFor, type Said, type WatchedPerson } from './long-term-watch.ts';
import { misuseQuestionNames } from './misuse.ts';

type WatchedForm = {
  /** By the names of the questions. Undefined: never asked, or never answered. */
  readonly said?:
    | { readonly at: Instant; readonly yes: readonly string[]; readonly open: readonly string[] }
    | undefined;
  /** From when it can be answered for the coming dose. Undefined: none is booked, or none asks it. */
  readonly opensAt?: Instant | undefined;
  /** Answered for the coming dose already. */
  readonly isAnswered: boolean;
};

export type LongTermTold = {
  readonly bladder: WatchedForm;
  readonly misuse: WatchedForm;
  readonly liver: {
    readonly test?: AltTest | undefined;
    readonly isAsked: 'by-protocol' | 'at-risk' | 'no' | 'unknown';
  };
  readonly doses: { readonly sessions: number; readonly firstAt?: Instant | undefined };
};

export function longTermTold(person: WatchedPerson): LongTermTold {
  const { altTests, given } = person;
  const times = given.flatMap(({ at }) => at ?? []);
  return {
    bladder: formTold(person, { id: bladder.id, names: bladderSymptoms, said: person.bladder.at(-1) }),
    misuse: formTold(person, { id: misuse.id, names: misuseQuestionNames, said: person.misuse.at(-1) }),
    liver: {
      test: altTests.toSorted((a, b) => a.at - b.at).at(-1),
      isAsked: liverIsAsked(person),
    },
    doses: {
      sessions: new Set(given.flatMap(({ sessionId }) => sessionId ?? [])).size,
      firstAt: times.length === 0 ? undefined : Math.min(...times),
    },
  };
}

function formTold(
  person: WatchedPerson,
  form: {
    readonly id: string;
    readonly names: readonly string[];
    readonly said: Said<Readonly<Record<string, boolean | null | undefined>>> | undefined;
  },
): WatchedForm {
  const { said, names, id } = form;
  const opensAt = askedFor(person, id)?.opensAt;
  return {
    said: said && {
      at: said.at,
      yes: names.filter((name) => said.answers[name] === true),
      open: names.filter((name) => typeof said.answers[name] !== 'boolean'),
    },
    opensAt,
    isAnswered: said !== undefined && opensAt !== undefined && said.at >= opensAt,
  };
}

function liverIsAsked({ edition, liverAtRisk }: WatchedPerson): LongTermTold['liver']['isAsked'] {
  if (edition.anchors.some(({ instrument }) => instrument === liverTestAnchor)) return 'by-protocol';
  if (liverAtRisk === undefined) return 'unknown';
  return liverAtRisk ? 'at-risk' : 'no';
}
