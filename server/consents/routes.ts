// Reading, signing and withdrawing the yes to treatment. Only the patient signs, and only the text they were shown.

import * as api from '#api/preparation.ts';
import { mayWiden } from '#clinical/consent/may-widen.ts';
import { type ConsentEdition, consentEdition, consentIn, consentText } from '#content/consent/index.ts';
import type { Language } from '#content/language.ts';
import { type Route, route } from '#server/access';
import { careRecordOf, firstEdition } from '#server/care-record';
import { refuse } from '#server/edge';
import type { Ports } from '#server/ports';
import type { Tx } from '#server/postgres';
import { editionsNamed } from '#server/protocols';
import { sha256 } from '#server/secrets';
import { raiseTask } from '#server/tasks';
import {
  isInSession,
  keepConsent,
  listConsents,
  plannedEditionId,
  type SignedConsent,
  withdrawConsent,
} from './store.ts';

const absent = refuse(404, 'absent', 'There is nothing here.');

export function consentRoutes(_ports: Ports): readonly Route[] {
  return [
    route(
      api.getConsents,
      { resource: 'consent', action: 'r', subject: 'patient' },
      { audit: 'consent.read' },
      async ({ tx, params, query }) => {
        const { patientId = '' } = params;
        const shown = await textInForce(tx, patientId);
        const language = query.language ?? 'en';
        const { title, sections } = consentIn(shown.edition, language);
        const signed = await listConsents(tx, patientId);
        return {
          edition: {
            id: shown.edition.id,
            approved: shown.edition.approved,
            title,
            sections: sections.map((section) => ({ ...section })),
            language,
            sha256: shown.sha256[language],
          },
          consents: signed.map((each) => asAnswered(each, shown)),
        };
      },
    ),

    route(
      api.signConsent,
      { resource: 'consent', action: 'c', subject: 'patient' },
      { audit: 'consent.sign' },
      async (context) => {
        const { tx, params, body, now } = context;
        const { patientId = '' } = params;
        const followed = await careRecordOf(tx, patientId, now);
        if (!mayWiden(followed?.record.cycle?.session)) {
          return refuse(
            409,
            'under-effect',
            'A yes is not asked for while a dose works. It can be signed when the effect is over.',
          );
        }
        const shown = await textInForce(tx, patientId);
        // What is signed is what was on the screen; a text that changed in between must be read again.
        if (body.editionId !== shown.edition.id || !isOf(shown, body.sha256)) {
          return refuse(
            409,
            'consent-text-changed',
            'The text has changed since you opened it. Read it again, then sign.',
          );
        }
        const signed = {
          id: body.id,
          editionId: shown.edition.id,
          sha256: body.sha256,
          signedName: body.signedName,
          signedAt: now,
        };
        await keepConsent(tx, patientId, signed);
        context.audit({ resourceId: body.id });
        context.publish({ topic: 'patient', patientId, id: body.id });
        context.publish({ topic: 'floor', patientId });
        return asAnswered({ ...signed, withdrawnAt: undefined }, shown);
      },
    ),

    route(
      api.withdrawConsent,
      { resource: 'consent', action: 'x', subject: 'patient' },
      { audit: 'consent.withdraw' },
      async (context) => {
        const { tx, params, now } = context;
        const { patientId = '', consentId = '' } = params;
        const withdrew = await withdrawConsent(tx, patientId, consentId, now);
        const kept = (await listConsents(tx, patientId)).find((each) => each.id === consentId);
        if (kept === undefined) return absent;
        if (withdrew) {
          const inSession = await isInSession(tx, patientId);
          await raiseTask(
            tx,
            {
              id: context.newId(),
              patientId,
              kind: 'consent-withdrawn',
              ownerRole: inSession ? 'nurse' : 'prescriber',
              priority: inSession ? 'now' : 'soon',
              dueAt: now,
            },
            now,
          );
          context.publish({ topic: 'patient', patientId, id: consentId });
          context.publish({ topic: 'floor', patientId });
        }
        context.audit({ resourceId: consentId });
        return asAnswered(kept, await textInForce(tx, patientId));
      },
    ),
  ];
}

type InForce = {
  readonly edition: ConsentEdition;
  /** Of the text in each language: a yes to either is a yes to this edition. */
  readonly sha256: Readonly<Record<Language, string>>;
};

async function textInForce(tx: Tx, patientId: string): Promise<InForce> {
  const planned = await plannedEditionId(tx, patientId);
  const protocol = (await editionsNamed(tx, [planned]))(planned) ?? firstEdition();
  const edition = consentEdition(protocol.consentEditionId);
  if (edition === undefined) throw new Error('A protocol edition names a consent text that does not exist.');
  const digest = (language: Language): string => sha256(consentText(edition, language)).toString('hex');
  return { edition, sha256: { en: digest('en'), es: digest('es') } };
}

function isOf({ sha256: known }: InForce, digest: string): boolean {
  return Object.values(known).includes(digest);
}

/** Current: not withdrawn, and signed on the very text in force, in whichever language it was read. */
function asAnswered(signed: SignedConsent, inForce: InForce) {
  return {
    id: signed.id,
    editionId: signed.editionId,
    signedName: signed.signedName,
    signedAt: signed.signedAt,
    withdrawnAt: signed.withdrawnAt,
    current: signed.withdrawnAt === undefined && isOf(inForce, signed.sha256),
  };
}
