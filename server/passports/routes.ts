// Making a passport, and the page and key by which anyone checks one.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Hono } from 'hono';
import { encode } from 'uqr';
import * as api from '#api/passports.ts';
import { localDateOf } from '#clinical/instant.ts';
import { instrumentById } from '#clinical/instruments/instruments.ts';
import {
  type PassportScore,
  passportInShort,
  passportOf,
  passportSession,
} from '#dosing-session/papers/passport.ts';
import { fingerprintOf, passportSections } from '#dosing-session/papers/passport-words.ts';
import { type Clinics, type Route, route } from '#server/access';
import { refuse } from '#server/edge';
import type { Ports } from '#server/ports';
import type { Tx } from '#server/postgres';
import { completedResponses } from '#server/questionnaires';
import { withHelpPart } from '#server/site';
import { passportFile } from './file.ts';
import { openPassportKeys } from './keys.ts';
import { endedSessions, personOf } from './store.ts';
import { signedPassport } from './token.ts';

const pagePath = '/passport';
const keyPath = '/.well-known/mooring-passport-key';

/** What says how someone is; what they said of drink and drugs is not for every reader of a file. */
const instrumentsCarried = ['phq-9', 'gad-7', 'pcl-5', 'peg'] as const;

/** More letters than this make cells too small to be read off paper by an ordinary phone. */
const mostLetters = 1_800;

export function passportRoutes(ports: Ports, distDirectory: string | undefined): readonly Route[] {
  const keyOf = openPassportKeys(ports.secrets);
  const parts = pageParts(distDirectory);
  return [
    route(
      api.makePassport,
      { resource: 'passport', action: 'c', subject: 'patient' },
      { audit: 'passport.make' },
      async ({ tx, params, body, clinic, now, audit }) => {
        const { patientId = '' } = params;
        const person = await personOf(tx, patientId);
        if (person === undefined) return refuse(404, 'absent', 'There is nothing here.');
        const held = await endedSessions(tx, patientId);
        const readable = held.flatMap(({ edition, ...one }) =>
          edition === undefined ? [] : [{ ...one, edition }],
        );
        if (readable.length < held.length)
          return refuse(
            409,
            'no-protocol',
            'Nobody here can read the protocol of one of the sessions, so they cannot all be told. Ask the clinic.',
          );
        const passport = passportOf({
          sessions: readable.map((one) => passportSession(one, { zone: clinic.zone, now })),
          scores: await scoresOf(tx, patientId, clinic.zone),
          clinic: { name: clinic.name, phone: clinic.phone },
          person,
          words: body.words,
          zone: clinic.zone,
          now,
        });
        const key = keyOf(clinic.id);
        const token = signedPassport(passport, key);
        const address = `${ports.origin}${pagePath}#${signedPassport(passportInShort(passport), key)}`;
        audit({ resourceId: body.id });
        return {
          sessions: passport.sessions.length,
          sections: [...passportSections(passport, body.language)],
          fingerprint: fingerprintOf(key.id),
          file: passportFile({ passport, token, language: body.language, parts, clinic }),
          fileName: `passport-${localDateOf(now, clinic.zone)}.html`,
          address,
          ...(address.length > mostLetters ? {} : { square: encode(address, { ecc: 'L', border: 4 }).data }),
        };
      },
    ),
  ];
}

async function scoresOf(tx: Tx, patientId: string, zone: string): Promise<readonly PassportScore[]> {
  const responses = await completedResponses(tx, patientId, instrumentsCarried);
  return responses.flatMap(({ instrument, authoredAt, score }) => {
    const form = instrumentById(instrument);
    if (form === undefined || score?.total === undefined) return [];
    const date = localDateOf(authoredAt, zone);
    return [{ instrument, name: form.name, date, total: score.total, most: form.range.to }];
  });
}

export type PageParts = { readonly script: string; readonly style: string };

type ManifestEntry = {
  readonly file: string;
  readonly css?: readonly string[];
  readonly imports?: readonly string[];
};

/** The checking page as it was built, to be laid into the file whole. Absent where nothing was built. */
function pageParts(distDirectory: string | undefined): PageParts | undefined {
  const path = distDirectory === undefined ? undefined : join(distDirectory, 'manifest-plain.json');
  if (distDirectory === undefined || path === undefined || !existsSync(path)) return undefined;
  const manifest = JSON.parse(readFileSync(path, 'utf8')) as Record<string, ManifestEntry>;
  const entry = manifest['web/passport/index.html'];
  if (entry === undefined) return undefined;
  if ((entry.imports ?? []).length > 0)
    throw new Error('The passport page must be one script: a file can fetch no other.');
  const read = (file: string) => readFileSync(join(distDirectory, file), 'utf8');
  return { script: read(entry.file), style: (entry.css ?? []).map(read).join('\n') };
}

export function mountPassportPage(
  app: Hono,
  deps: { readonly ports: Ports; readonly clinics: Clinics; readonly distDirectory: string | undefined },
): void {
  const { ports, clinics, distDirectory } = deps;
  const keyOf = openPassportKeys(ports.secrets);
  app.get(keyPath, async (c) => {
    const clinic = await clinics.byHost(c.req.header('host'));
    if (clinic === undefined) return c.json({ code: 'absent', title: 'There is nothing here.' }, 404);
    const { publicKey, id } = keyOf(clinic.id);
    c.header('cache-control', 'no-cache');
    return c.json({ name: clinic.name, keys: [{ ...publicKey, kid: id, alg: 'ES256', use: 'sig' }] });
  });
  const page = distDirectory === undefined ? undefined : join(distDirectory, 'web', 'passport', 'index.html');
  if (page === undefined || !existsSync(page)) return;
  const html = readFileSync(page, 'utf8');
  app.get(pagePath, async (c) => {
    const clinic = await clinics.byHost(c.req.header('host'));
    return c.html(clinic === undefined ? html : withHelpPart(html, clinic), 200, {
      'cache-control': 'no-cache',
    });
  });
}
