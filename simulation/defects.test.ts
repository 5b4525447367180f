// The simulated clinic is itself put to the test: each mistake that is made in it on purpose is found, by what it breaks.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Defect } from './defects.ts';
import { defects } from './defects.ts';
import type { Invariant } from './ledger.ts';
import { runSeed } from './run.ts';

const atMost = 300;

/** What a mistake must be found by, sooner or later; other things may break before it. */
const breaks: Readonly<Record<Defect, Invariant>> = {
  'server-forgets-ids': 'nothing happens twice',
  'outbox-believes-failures': 'nothing saved on a device is lost',
  'alerts-never-escalate': 'alerts end acknowledged or escalated',
  'event-to-the-other-room': 'no event on another patient',
  'yes-before-it-is-kept': 'nothing acknowledged is lost',
  'a-change-gets-lost': 'a screen is true or says that it is stale',
  'nobody-is-coming': 'a call is delivered or says that it was not',
  'the-phone-hears-everything': 'the patient’s phone hears no facts',
  'full-disk-says-saved': 'nothing saved on a device is lost',
  'clock-is-four-minutes-off': 'times are the clinic’s times',
};

async function seedsUntilFound(defect: Defect): Promise<number> {
  for (let seed = 1; seed <= atMost; seed += 1) {
    const { broken } = await runSeed(seed, { defect });
    if (broken.some(({ invariant }) => invariant === breaks[defect])) return seed;
  }
  return Number.POSITIVE_INFINITY;
}

describe('mistakes made on purpose', () => {
  for (const defect of defects)
    test(`${defect} is found: ${breaks[defect]}`, async () => {
      assert.ok((await seedsUntilFound(defect)) <= atMost);
    });
});

describe('one seed', () => {
  test('is the same morning every time, to the last word', async () => {
    const tell = async (): Promise<string[]> => {
      const lines: string[] = [];
      await runSeed(7, { trace: (line) => void lines.push(line) });
      return lines;
    };
    const first = await tell();
    assert.ok(first.length > 50);
    assert.deepEqual(await tell(), first);
  });
});
