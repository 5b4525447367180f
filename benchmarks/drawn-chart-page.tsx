// The page under measurement: the bedside picture with four hours of six signs at one sample a second, and beside it a page
// that draws one word, so that what a browser does for any change at all is known.

import { useState } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { VitalsChart } from '#web/kit/vitals-chart.tsx';
import type { VitalsRow } from '#web/kit/vitals-lanes.ts';

const start = Date.UTC(2027, 2, 2, 14, 0);
const second = 1_000;
const hour = 3_600_000;

function rowAt(index: number): VitalsRow {
  const wave = (period: number, size: number): number => Math.round(size * Math.sin(index / period));
  const noise = (index * 7_919) % 5;
  return {
    at: start + index * second,
    systolicMmHg: 124 + wave(900, 12) + noise,
    diastolicMmHg: 78 + wave(900, 8) + (noise % 3),
    heartRatePerMin: 72 + wave(300, 9) + noise,
    spo2Percent: 97 + wave(1_200, 1) - (noise % 2),
    respiratoryRatePerMin: 14 + wave(500, 3) + (noise % 2),
    temperatureCel: 36.6 + (noise % 3) / 10,
  };
}

let rows: readonly VitalsRow[] = [];
let show: (next: readonly VitalsRow[]) => void = () => undefined;

function Course() {
  const [shown, setShown] = useState(rows);
  show = setShown;
  const now = shown.at(-1)?.at ?? start;
  return (
    <VitalsChart
      from={start}
      to={now + hour / 4}
      now={now}
      rows={shown}
      limits={[{ lane: 'oxygen', value: 92, words: 'look if below 92' }]}
      table="read-aloud"
      height={440}
    />
  );
}

function OneWord() {
  const [shown, setShown] = useState(rows);
  show = setShown;
  return <p>{shown.length}</p>;
}

/** How long one more second took until its boxes stand: script, style and layout. */
function step(): number {
  rows = [...rows, rowAt(rows.length)];
  const from = performance.now();
  flushSync(() => show(rows));
  document.body.getBoundingClientRect();
  return performance.now() - from;
}

async function steps(count: number): Promise<readonly number[]> {
  const took: number[] = [];
  for (let each = 0; each < count; each++) {
    took.push(step());
    // Until it has been painted.
    await new Promise<void>((done) => requestAnimationFrame(() => setTimeout(done)));
  }
  return took;
}

function begin(what: 'course' | 'one-word', samples: number): void {
  rows = Array.from({ length: samples }, (_, index) => rowAt(index));
  const place = document.createElement('div');
  place.style.width = '860px';
  document.body.replaceChildren(place);
  createRoot(place).render(what === 'course' ? <Course /> : <OneWord />);
}

Object.assign(window, { begin, steps });
