import assert from 'node:assert/strict';
import { test } from 'node:test';
import { imExample1 } from '#clinical/protocol/im-example-1.ts';
import { ivExample1 as edition } from '#clinical/protocol/iv-example-1.ts';
import { type LineFinding, lineIssues, nextLineCheck } from './line-check.ts';

const startedAt = 1_796_000_000_000;
const minute = 60_000;
const every = edition.timing.route === 'iv' ? (edition.timing.lineCheckEveryMinutes?.value ?? 0) : 0;
const next = (over: Partial<Parameters<typeof nextLineCheck>[0]>) =>
  nextLineCheck({ edition, startedAt, stoppedAt: undefined, lookedAt: undefined, ...over });

test('the line is looked at by the minutes of the protocol, from the start and from each look, until the pump is off', () => {
  assert.ok(every > 0);
  assert.equal(next({}), startedAt + every * minute);
  assert.equal(next({ lookedAt: startedAt + 4 * minute }), startedAt + (4 + every) * minute);
  assert.equal(next({ lookedAt: startedAt - 4 * minute }), startedAt + every * minute);
  assert.equal(next({ stoppedAt: startedAt + minute }), undefined);
  assert.equal(next({ startedAt: undefined }), undefined);
  assert.equal(next({ edition: imExample1 }), undefined, 'no line, no look');
});

test('an edition signed before it could say so is read with the house number', () => {
  assert.equal(edition.timing.route, 'iv');
  const { lineCheckEveryMinutes: _left, ...timing } = edition.timing as never as Record<string, unknown>;
  assert.equal(next({ edition: { timing: timing as never } }), startedAt + 15 * minute);
});

test('what is seen there: swollen, leaking or out gives no more, red or painful pauses, not looked at is unknown', () => {
  const seen = (value: LineFinding) => ({ value, at: startedAt, by: 'Maria Ruiz', byRole: 'nurse' as const });
  for (const [found, expected] of [
    ['fine', []],
    ['red', ['line-irritated: review']],
    ['painful', ['line-irritated: review']],
    ['swollen', ['line-not-running-in: exclude']],
    ['leaking', ['line-not-running-in: exclude']],
    ['out', ['line-not-running-in: exclude']],
    [undefined, ['line-missing: unknown']],
  ] as const)
    assert.deepEqual(
      lineIssues(found && seen(found)).map(({ code, action }) => `${code}: ${action}`),
      expected,
    );
});
