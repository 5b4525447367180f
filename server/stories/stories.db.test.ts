// Stories on the public page: told with consent, read by someone first, in an order that ranks nothing, and taken back.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import * as api from '#api/stories.ts';
import { exampleClinic, sitePages } from '#server/site';
import { type ClinicWithRoutes, clinicWithRoutes, type Person } from '#test/clinic-with-routes.ts';
import { shownStories, storyRoutes } from './index.ts';

describe('a story', () => {
  let clinic: ClinicWithRoutes;
  let june: Person & { patientId: string };
  let ines: Person;
  before(async () => {
    clinic = await clinicWithRoutes((ports) => storyRoutes(ports));
    june = await clinic.patient('June', 'Ames', '1980-04-02');
    ines = await clinic.staff('In\u00e9s Alba', 'therapist');
  });
  after(() => clinic.close());

  const tell = (kind: api.StoryKind, words: string, id: string = randomUUID()) =>
    clinic.call(june, api.tellStory, {
      params: { patientId: june.patientId },
      body: { id, language: 'en', kind, words, mayBeShown: true },
    });
  const decide = (storyId: string, decision: 'shown' | 'not-shown', note = '') =>
    clinic.call(ines, api.decideStory, { params: { storyId }, body: { decision, note } });
  /** The page as a stranger reads it on this day. */
  const page = async (daysOn = 0) => {
    const found = sitePages.find(({ path }) => path === '/stories') ?? assert.fail('no page');
    return String(
      await found.render({
        clinic: exampleClinic,
        language: 'en',
        now: clinic.now() + daysOn * 86_400_000,
        assets: { stylesheets: [], fonts: [] },
        inquiryId: randomUUID(),
        stories: await clinic.as(undefined, (tx) => shownStories(tx, 'en')),
      }),
    );
  };

  test('is told with consent, moderated before it is shown, never ranked, and withdrawn at any time @S0-32', async () => {
    // Nothing stands there that nobody told.
    assert.match(await page(), /Nobody has told a story/);

    const words = {
      good: 'I called my sister the same evening.',
      neutral: 'I was sleepy and looked at the curtain.',
      hard: 'I thought it would not end. It did.',
    };
    const ids: Record<string, string> = {};
    for (const kind of api.storyKinds) {
      const { answer } = await tell(kind, words[kind]);
      assert.equal(answer.state, 'waiting');
      ids[kind] = answer.id;
    }
    const without = await clinic.call(june, api.tellStory, {
      params: { patientId: june.patientId },
      body: { id: randomUUID(), language: 'en', kind: 'good', words: 'x', mayBeShown: false as never },
    });
    assert.equal(without.status, 400);
    assert.equal((await tell('good', 'Ring me: +1 555 010 2233')).code, 'reaches-someone');
    assert.match(await page(), /Nobody has told a story/);

    // Who reads them reads no name; what is not shown says why to its teller alone.
    const toRead = await clinic.call(ines, api.listStories);
    assert.equal(toRead.answer.stories.length, 3);
    assert.doesNotMatch(JSON.stringify(toRead.answer), /June|Ames/);
    assert.ok(!JSON.stringify(toRead.answer).includes(june.patientId));
    assert.equal((await clinic.call(june, api.listStories)).status >= 403, true);
    for (const kind of api.storyKinds) await decide(ids[kind] ?? '', 'shown');
    const shown = await page();
    for (const each of Object.values(words)) assert.ok(shown.includes(each), each);
    assert.doesNotMatch(shown, /June|Ames/);

    // Three days, three kinds first: no kind stands in front for good.
    const firsts = await Promise.all(
      [0, 1, 2].map(async (day) => {
        const text = await page(day);
        const places = api.storyKinds.map((kind) => [text.indexOf(words[kind]), kind] as const);
        return places.toSorted((a, b) => a[0] - b[0])[0]?.[1];
      }),
    );
    assert.equal(new Set(firsts).size, 3);

    // Taken back it is gone from the page and from the store; the row says only that it was there.
    const withdrawn = await clinic.call(june, api.withdrawStory, {
      params: { patientId: june.patientId, storyId: ids['hard'] ?? '' },
      body: {},
    });
    assert.equal(withdrawn.status, 200);
    assert.doesNotMatch(await page(), /would not end/);
    const own = await clinic.call(june, api.listOwnStories, { params: { patientId: june.patientId } });
    const gone = own.answer.stories.find(({ id }) => id === ids['hard']);
    assert.deepEqual([gone?.state, gone?.words], ['withdrawn', '']);
    const kept = await clinic.as(undefined, (tx) => tx.query('select words from stories'));
    assert.doesNotMatch(JSON.stringify(kept.rows), /would not end/);
    // Nobody here can show it again, and nobody else can take hers back.
    await decide(ids['hard'] ?? '', 'shown');
    assert.doesNotMatch(await page(), /would not end/);
    const luis = await clinic.patient('Luis', 'Ortega', '1975-01-01');
    const other = await clinic.call(luis, api.withdrawStory, {
      params: { patientId: luis.patientId, storyId: ids['good'] ?? '' },
      body: {},
    });
    assert.equal(other.status, 404);
  });

  test('that was written as an example says so wherever it stands', async () => {
    await clinic.as(undefined, (tx) =>
      tx.query(
        `insert into stories (clinic_id, id, language, kind, words, told_at, decision)
         values ($1, $2, 'en', 'neutral', 'The clock went on.', now(), 'shown')`,
        [clinic.clinicId, randomUUID()],
      ),
    );
    const text = await page();
    const at = text.indexOf('The clock went on.');
    assert.match(text.slice(text.lastIndexOf('<article', at), at), /A written example\. Nobody lived this/);
  });
});
