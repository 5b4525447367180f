// What travels on the bus is numbered, and a number from another run or from too long ago is not guessed at.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { openLiveBus } from '#server/live';

const change = (id: number) => ({ clinicId: 'c', topic: 'floor' as const, id: String(id) });

describe('the live bus', () => {
  test('tells what came after a cursor, nothing twice', () => {
    const bus = openLiveBus('run');
    bus.publish([change(1), change(2)]);
    const here = bus.cursor();
    assert.deepEqual(bus.since(here), []);
    bus.publish([change(3), change(4)]);
    assert.deepEqual(
      bus.since(here)?.map((each) => each.change.id),
      ['3', '4'],
    );
    assert.deepEqual(
      bus.since('run.0')?.map((each) => each.change.id),
      ['1', '2', '3', '4'],
    );
  });

  test('says that it does not know, rather than guess', () => {
    const bus = openLiveBus('run');
    bus.publish(Array.from({ length: 5_000 }, (_, index) => change(index)));
    for (const cursor of ['other.1', 'run.9999', 'run.-1', 'run.x', 'run', '', 'run.0']) {
      assert.equal(bus.since(cursor), undefined, cursor);
    }
    assert.equal(bus.since('run.4999')?.length, 1);
  });

  test('who has left hears nothing more', () => {
    const bus = openLiveBus('run');
    const heard: string[] = [];
    const leave = bus.subscribe((each) => heard.push(each.cursor));
    bus.publish([change(1)]);
    leave();
    bus.publish([change(2)]);
    assert.deepEqual([heard, bus.subscribers], [['run.1'], 0]);
  });
});
