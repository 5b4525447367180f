import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PreparationBody, PreparationItem } from '#api/preparation.ts';
import { pathwayAnchors, pathwayOf } from '#clinical/pathways/pathways.ts';
import { exampleEditions } from '#clinical/protocol/editions.ts';
import { callsFromTheBed } from '#dosing-session/examples/calls-from-the-bed.ts';
import { fold } from '#dosing-session/state.ts';
import { comfortAsked, limitsNow, limitsSaid, planSaid, tighterLimits } from './limits-said.ts';

const item = (body: PreparationBody): PreparationItem => ({
  id: '11111111-0000-4000-8000-000000000001',
  version: 1,
  cycleId: '11111111-0000-4000-8000-000000000002',
  recordedAt: 0,
  body,
});

test('The person’s own words reach the room as they wrote them', () => {
  const said = limitsSaid([
    item({
      kind: 'limits',
      touch: 'My left hand, ask first.',
      recording: 'no',
      talkOrQuiet: 'quiet',
      people: '',
    }),
    item({
      kind: 'navigation-plan',
      helps: '',
      doesNotHelp: '',
      wordsToSay: 'You are in the chair.',
      wakeMeIf: ' ',
    }),
  ]);
  assert.deepEqual(said, {
    mind: undefined,
    touch: 'My left hand, ask first.',
    say: 'You are in the chair.',
    wakeMeIf: undefined,
    people: 'Quiet first.',
    recording: 'No recording.',
  });
});

test('A plan for strong moments reaches the room as a card: what helps, what does not, the words, and touch @S1-11', () => {
  const items = [
    item({
      kind: 'navigation-plan',
      helps: 'A low voice.',
      doesNotHelp: 'Many questions.',
      wordsToSay: 'It passes.',
      wakeMeIf: 'I cry for long.',
    }),
    item({ kind: 'limits', touch: 'No hand on me.', recording: 'no', talkOrQuiet: 'quiet', people: '' }),
  ];
  const { helps, doesNotHelp } = planSaid(items);
  const { say, touch, wakeMeIf } = limitsSaid(items);
  assert.deepEqual(
    [helps, doesNotHelp, say, touch, wakeMeIf],
    ['A low voice.', 'Many questions.', 'It passes.', 'No hand on me.', 'I cry for long.'],
  );
});

test('Someone who prepared nothing has said nothing, and no wish is made up for them', () => {
  assert.deepEqual(limitsSaid([]), {
    mind: undefined,
    touch: undefined,
    say: undefined,
    wakeMeIf: undefined,
    people: undefined,
    recording: undefined,
  });
  assert.equal(comfortAsked([]), undefined);
});

test('A limit made tighter in the room stands in place of the first words, with its time', () => {
  const state = fold(callsFromTheBed.events, callsFromTheBed);
  assert.deepEqual(
    limitsNow([], state, () => '9:20'),
    {
      mind: undefined,
      touch: 'No hand on the shoulder (tighter since 9:20)',
      say: undefined,
      wakeMeIf: undefined,
      people: undefined,
      recording: undefined,
    },
  );
  assert.deepEqual(tighterLimits(state), []);
});

test('Trauma has its pathway and measure; until they said it, the room keeps hands off and asks, and their own words come first @S2-12', () => {
  assert.equal(pathwayOf('ptsd')?.id, 'trauma');
  for (const edition of exampleEditions)
    assert.deepEqual(
      pathwayAnchors(['ptsd'], edition.anchors).map(({ instrument, when }) => `${instrument} ${when}`),
      ['pcl-5 before-first-dose', 'pcl-5 after-last-dose', 'pcl-5 every-n-doses'],
    );
  const calm = fold([], callsFromTheBed);
  const nothingSaid = limitsNow([], calm, () => '9:20', ['ptsd']);
  assert.equal(nothingSaid.touch, 'Not said. No touch unless they ask for it.');
  assert.match(nothingSaid.say ?? '', /Say who you are and what you do before you do it; ask, do not order/);
  const own = item({
    kind: 'limits',
    touch: 'My left hand.',
    recording: 'no',
    talkOrQuiet: 'quiet',
    people: '',
  });
  assert.equal(limitsNow([own], calm, () => '9:20', ['ptsd']).touch, 'My left hand.');
  assert.equal(limitsNow([], calm, () => '9:20', ['ocd']).touch, undefined);
  const tightened = fold(callsFromTheBed.events, callsFromTheBed);
  assert.match(limitsNow([], tightened, () => '9:20', ['ptsd']).touch ?? '', /tighter since/);
});
