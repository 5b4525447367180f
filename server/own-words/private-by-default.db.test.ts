// A person can be vulnerable here: nothing speaks down to them, and what they write is theirs until they show it.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import * as api from '#api/own-words.ts';
import { type ClinicWithRoutes, clinicWithRoutes, type Person } from '#test/clinic-with-routes.ts';
import { ownWordsRoutes } from './index.ts';

/** Every sentence a patient or companion reads on a phone, in both languages. */
async function wordsOfThePhone(): Promise<readonly string[]> {
  const folders = ['../../web/patient/words/', '../../web/companion/'];
  const sets = await Promise.all(
    folders.flatMap((folder) => {
      const at = new URL(folder, import.meta.url);
      return readdirSync(at)
        .filter((name) => /words?\.ts$|^[a-z-]+\.ts$/.test(name) && !name.includes('.test.'))
        .filter((name) => folder.includes('patient') || name === 'words.ts')
        .map(async (name) =>
          Object.values((await import(new URL(name, at).href)) as Record<string, unknown>),
        );
    }),
  );
  return sets.flat().flatMap((set) => {
    if (typeof set !== 'object' || set === null || !('en' in set) || !('es' in set)) return [];
    const { en, es } = set as { en: Record<string, string>; es: Record<string, string> };
    return [...Object.values(en), ...Object.values(es)].filter((text) => typeof text === 'string');
  });
}

const speaksDown =
  /!|¡|\b(you must|you failed|you forgot|you should have|why did you not|non-compliant|calm down|don’t worry|well done|good job|proud of you|be strong|attention.seeking)\b|\b(ha fallado|se le olvidó|tranquilícese|no se preocupe|muy bien hecho|sea fuerte)\b/i;

describe('it is all right to be vulnerable', () => {
  let clinic: ClinicWithRoutes;
  let june: Person & { patientId: string };
  let team: readonly Person[];

  before(async () => {
    clinic = await clinicWithRoutes(ownWordsRoutes);
    june = await clinic.patient('June', 'Ames', '1980-04-02');
    const on = { careTeamOf: june.patientId, shift: true };
    team = [
      await clinic.staff('Thea Brandt', 'therapist', on),
      await clinic.staff('Nia Okafor', 'nurse', on),
      await clinic.staff('Ray Solberg', 'prescriber', on),
      await clinic.staff('Fay Moreau', 'front-desk'),
      await clinic.staff('Dana Cole', 'admin'),
    ];
  });
  after(() => clinic.close());

  test('the words speak to a person and never down to them, and all they write is theirs alone until they show it @S2-25', async () => {
    const said = await wordsOfThePhone();
    assert.ok(said.length > 1_500);
    assert.deepEqual(
      said.filter((text) => speaksDown.test(text)),
      [],
    );
    for (const leave of [
      /No entries yet\. Write when you want to, or never/i,
      /You can still say no/,
      /There are no right answers/,
    ])
      assert.ok(
        said.some((text) => leave.test(text)),
        String(leave),
      );

    const params = { patientId: june.patientId };
    const cycleId = await clinic.cycle({ patientId: june.patientId, planner: team[1] ?? june });
    for (const kind of ['journal', 'intention', 'letter', 'stuck'] as const) {
      const { status, answer } = await clinic.call(june, api.saveOwnWords, {
        params: { ...params, wordsId: randomUUID() },
        body: { version: 0, kind, cycleId, text: `I am afraid, ${kind}`, writtenAt: clinic.now() },
      });
      assert.deepEqual([status, answer.shares], [200, []], kind);
    }
    for (const person of team) {
      assert.ok((await clinic.call(person, api.listOwnWords, { params })).status >= 403, person.name);
      const shown = await clinic.call(person, api.readSharedWords, { params });
      if (shown.status === 200) assert.deepEqual(shown.answer.words, [], person.name);
    }
    const mine = await clinic.call(june, api.listOwnWords, { params });
    assert.equal(mine.answer.words.length, 4);
  });
});
