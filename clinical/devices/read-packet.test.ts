// What devices send, byte by byte. Every packet here was put together by hand from the layout of its characteristic.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { DeviceReading } from './device-reading.ts';
import { decimalText, readFloat, readSfloat } from './ieee-float.ts';
import { packetKinds, readPacket } from './read-packet.ts';

const cuff = 0x2a35;
const spot = 0x2a5e;
const stream = 0x2a5f;
const pulse = 0x2a37;
const scale = 0x2a9d;
const thermometer = 0x2a1c;

function bytesOf(hex: string): Uint8Array {
  return Uint8Array.from(hex.split(' '), (pair) => Number.parseInt(pair, 16));
}

function readingOf(characteristic: number, hex: string): DeviceReading {
  const answer = readPacket({ characteristic, bytes: bytesOf(hex) });
  assert.ok(answer.kind === 'reading', `${hex} is ${JSON.stringify(answer)}`);
  return answer.reading;
}

/** 'systolicMmHg 118 mmHg' or 'systolicMmHg no: not-a-number'. */
function inWords({ values }: DeviceReading): readonly string[] {
  return Object.entries(values).map(([sign, value]) =>
    value.kind === 'measured'
      ? `${sign} ${value.value} (${value.sent.text} ${value.sent.unit})`
      : `${sign} no: ${value.why}`,
  );
}

test('A short number keeps its digits, and its ends are words and not amounts', () => {
  const table: readonly (readonly [word: number, text: string])[] = [
    [0x0076, '118'],
    [0x0000, '0'],
    [0xf000, '0.0'],
    [0xf3c9, '96.9'],
    [0xe25c, '6.04'],
    [0xd001, '0.001'],
    [0xffff, '-0.1'],
    [0x0fff, '-1'],
    [0x1012, '180'],
    [0x3001, '1000'],
    [0x8001, '0.00000001'],
    [0x07fd, '2045'],
    [0x0803, '-2045'],
  ];
  for (const [word, text] of table)
    assert.deepEqual(readSfloat(word), { kind: 'number', value: Number(text), text }, word.toString(16));
  const words: readonly (readonly [word: number, why: string])[] = [
    [0x07ff, 'not-a-number'],
    [0x07fe, 'positive-infinity'],
    [0x0802, 'negative-infinity'],
    [0x0800, 'not-at-this-resolution'],
    [0x0801, 'reserved'],
    [0xf7ff, 'unreadable'],
    [0x17fe, 'unreadable'],
    [0xf800, 'unreadable'],
    [0x2801, 'unreadable'],
    [0xe802, 'unreadable'],
    [0x1_0000, 'unreadable'],
    [-1, 'unreadable'],
    [1.5, 'unreadable'],
    [Number.NaN, 'unreadable'],
  ];
  for (const [word, why] of words) assert.deepEqual(readSfloat(word), { kind: 'none', why }, String(word));
});

test('A long number keeps its digits, and its ends are words and not amounts', () => {
  const table: readonly (readonly [word: number, text: string])[] = [
    [0xff00_0171, '36.9'],
    [0xfe00_0e6a, '36.90'],
    [0x0000_0025, '37'],
    [0x0100_0004, '40'],
    [0xffff_ffff, '-0.1'],
    [0x007f_fffd, '8388605'],
    [0x0080_0003, '-8388605'],
  ];
  for (const [word, text] of table)
    assert.deepEqual(readFloat(word), { kind: 'number', value: Number(text), text }, word.toString(16));
  for (const [word, why] of [
    [0x007f_ffff, 'not-a-number'],
    [0x007f_fffe, 'positive-infinity'],
    [0x0080_0002, 'negative-infinity'],
    [0x0080_0000, 'not-at-this-resolution'],
    [0x0080_0001, 'reserved'],
    [0xff7f_ffff, 'unreadable'],
    [0x1_0000_0000, 'unreadable'],
  ] as const)
    assert.deepEqual(readFloat(word), { kind: 'none', why });
});

test('Whatever number a device can write is read as that number', () => {
  fc.assert(
    fc.property(fc.integer({ min: -2045, max: 2045 }), fc.integer({ min: -8, max: 7 }), (whole, exponent) => {
      const word = ((exponent + 16) % 16) * 4096 + ((whole + 4096) % 4096);
      const read = readSfloat(word);
      assert.ok(read.kind === 'number');
      assert.equal(read.text, decimalText(whole, exponent));
      assert.ok(Math.abs(read.value - whole * 10 ** exponent) <= Math.abs(read.value) * 1e-12);
    }),
  );
});

const packets: readonly (readonly [
  name: string,
  characteristic: number,
  hex: string,
  words: readonly string[],
  more?: Partial<DeviceReading>,
])[] = [
  [
    'a cuff with three numbers and nothing else',
    cuff,
    '00 76 00 4C 00 5A 00',
    ['systolicMmHg 118 (118 mmHg)', 'diastolicMmHg 76 (76 mmHg)', 'meanArterialMmHg 90 (90 mmHg)'],
    { device: 'blood-pressure', stream: false, clock: { kind: 'none' }, stored: false, doubts: [] },
  ],
  [
    'a cuff that says everything: its time, the pulse, whose button, an arm that moved and a cuff that is loose',
    cuff,
    '1E 9A 00 60 00 73 00 EA 07 0C 02 08 1F 3B 58 00 02 03 00',
    [
      'systolicMmHg 154 (154 mmHg)',
      'diastolicMmHg 96 (96 mmHg)',
      'meanArterialMmHg 115 (115 mmHg)',
      'heartRatePerMin 88 (88 per minute)',
    ],
    { clock: { kind: 'shows', wallTime: '2026-12-02T08:31:59' }, doubts: ['body-moved', 'cuff-loose'] },
  ],
  [
    'every doubt of a cuff',
    cuff,
    '10 76 00 4C 00 5A 00 34 00',
    ['systolicMmHg 118 (118 mmHg)', 'diastolicMmHg 76 (76 mmHg)', 'meanArterialMmHg 90 (90 mmHg)'],
    { doubts: ['irregular-pulse', 'pulse-beyond-range', 'bad-position'] },
  ],
  [
    'a cuff in kilopascal',
    cuff,
    '01 AB F0 6E F0 82 F0',
    ['systolicMmHg 128.3 (17.1 kPa)', 'diastolicMmHg 82.5 (11.0 kPa)', 'meanArterialMmHg 97.5 (13.0 kPa)'],
  ],
  [
    'a cuff that could not read',
    cuff,
    '00 FF 07 FF 07 FF 07',
    ['systolicMmHg no: not-a-number', 'diastolicMmHg no: not-a-number', 'meanArterialMmHg no: not-a-number'],
  ],
  [
    'a cuff that writes its numbers in a way of its own',
    cuff,
    '00 76 80 4C 80 5A 80',
    [
      'systolicMmHg no: not-plausible',
      'diastolicMmHg no: not-plausible',
      'meanArterialMmHg no: not-plausible',
    ],
  ],
  [
    'a cuff whose numbers stand upside down',
    cuff,
    '00 4C 00 76 00 5A 00',
    ['systolicMmHg no: upside-down', 'diastolicMmHg no: upside-down', 'meanArterialMmHg 90 (90 mmHg)'],
  ],
  [
    'a cuff whose clock was never set',
    cuff,
    '02 76 00 4C 00 5A 00 00 00 00 00 00 00 00',
    ['systolicMmHg 118 (118 mmHg)', 'diastolicMmHg 76 (76 mmHg)', 'meanArterialMmHg 90 (90 mmHg)'],
    { clock: { kind: 'not-set' } },
  ],
  [
    'a cuff on the thirty-first of November',
    cuff,
    '02 76 00 4C 00 5A 00 EA 07 0B 1F 08 00 00',
    ['systolicMmHg 118 (118 mmHg)', 'diastolicMmHg 76 (76 mmHg)', 'meanArterialMmHg 90 (90 mmHg)'],
    { clock: { kind: 'impossible' } },
  ],
  [
    'a cuff on a leap day',
    cuff,
    '02 76 00 4C 00 5A 00 EC 07 02 1D 17 3B 3B',
    ['systolicMmHg 118 (118 mmHg)', 'diastolicMmHg 76 (76 mmHg)', 'meanArterialMmHg 90 (90 mmHg)'],
    { clock: { kind: 'shows', wallTime: '2028-02-29T23:59:59' } },
  ],
  [
    'an oximeter’s stream',
    stream,
    '00 5F 00 51 00',
    ['spo2Percent 95 (95 %)', 'heartRatePerMin 81 (81 per minute)'],
    { device: 'pulse-oximeter', stream: true, trial: 'none' },
  ],
  [
    'an oximeter that tells half a point',
    stream,
    '00 C5 F3 51 00',
    ['spo2Percent 96.5 (96.5 %)', 'heartRatePerMin 81 (81 per minute)'],
  ],
  [
    'an oximeter with all its averages, lying beside the finger',
    stream,
    '1F 5F 00 51 00 5E 00 53 00 60 00 50 00 20 00 00 08 00 12 F0',
    ['spo2Percent no: not-on-the-person', 'heartRatePerMin no: not-on-the-person'],
  ],
  [
    'an oximeter with a poor signal and cold fingers',
    stream,
    '0C 5F 00 51 00 C0 00 30 00 00',
    ['spo2Percent 95 (95 %)', 'heartRatePerMin 81 (81 per minute)'],
    { doubts: ['early-estimate', 'poor-signal', 'low-perfusion'] },
  ],
  [
    'an oximeter whose sensor came off its cable',
    stream,
    '08 5F 00 51 00 00 80 00',
    ['spo2Percent no: device-fault', 'heartRatePerMin no: device-fault'],
  ],
  [
    'an oximeter without a pulse to see',
    stream,
    '08 5F 00 51 00 80 00 00',
    ['spo2Percent no: too-weak', 'heartRatePerMin no: too-weak'],
  ],
  [
    'an oximeter that calls its reading invalid',
    stream,
    '04 5F 00 51 00 00 80',
    ['spo2Percent no: called-invalid', 'heartRatePerMin no: called-invalid'],
  ],
  [
    'an oximeter that is only shown',
    stream,
    '04 5F 00 51 00 00 04',
    ['spo2Percent 95 (95 %)', 'heartRatePerMin 81 (81 per minute)'],
    { trial: 'demonstration' },
  ],
  [
    'an oximeter that is calibrating',
    stream,
    '04 5F 00 51 00 00 10',
    ['spo2Percent 95 (95 %)', 'heartRatePerMin 81 (81 per minute)'],
    { trial: 'calibrating' },
  ],
  [
    'a single look kept in the oximeter, whose clock is not set although it shows one',
    spot,
    '13 5F 00 51 00 EA 07 0C 02 08 1F 3B 00 02',
    ['spo2Percent 95 (95 %)', 'heartRatePerMin 81 (81 per minute)'],
    { stream: false, stored: true, clock: { kind: 'not-set' } },
  ],
  [
    'a single look with its time',
    spot,
    '01 5F 00 51 00 EA 07 0C 02 08 1F 3B',
    ['spo2Percent 95 (95 %)', 'heartRatePerMin 81 (81 per minute)'],
    { stored: false, clock: { kind: 'shows', wallTime: '2026-12-02T08:31:59' } },
  ],
  ['a belt on the skin', pulse, '06 4E', ['heartRatePerMin 78 (78 per minute)'], { stream: true }],
  ['a belt that cannot tell', pulse, '00 4E', ['heartRatePerMin 78 (78 per minute)']],
  ['a belt in a drawer', pulse, '04 4E', ['heartRatePerMin no: not-on-the-person']],
  ['a belt that counts too high', pulse, '01 FB 00', ['heartRatePerMin no: not-plausible']],
  [
    'a belt with energy and three beats',
    pulse,
    '1E 4E 10 00 00 03 10 03 20 03',
    ['heartRatePerMin 78 (78 per minute)'],
  ],
  ['a scale in kilograms', scale, '00 58 34', ['weightKg 67 (67.000 kg)'], { device: 'weight' }],
  ['a scale in pounds', scale, '01 B4 3C', ['weightKg 70.488 (155.40 lb)']],
  [
    'a scale that says everything',
    scale,
    '0E 58 34 EA 07 0C 02 08 00 00 01 DC 00 D6 06',
    ['weightKg 67 (67.000 kg)'],
    { clock: { kind: 'shows', wallTime: '2026-12-02T08:00:00' } },
  ],
  ['a scale that failed', scale, '00 FF FF', ['weightKg no: measurement-failed']],
  ['a scale nobody stands on', scale, '00 00 00', ['weightKg no: not-plausible']],
  ['a thermometer', thermometer, '00 71 01 00 FF', ['temperatureCel 36.9 (36.9 °C)']],
  ['a thermometer in Fahrenheit', thermometer, '01 DA 03 00 FF', ['temperatureCel 37 (98.6 °F)']],
  [
    'a thermometer with its time and where it was held',
    thermometer,
    '06 6A 0E 00 FE EA 07 0C 02 08 1F 3B 02',
    ['temperatureCel 36.9 (36.90 °C)'],
    { clock: { kind: 'shows', wallTime: '2026-12-02T08:31:59' } },
  ],
  ['a thermometer on the table', thermometer, '00 D2 00 00 FF', ['temperatureCel no: not-plausible']],
];

for (const [name, characteristic, hex, words, more = {}] of packets) {
  test(`Reads ${name}`, () => {
    const reading = readingOf(characteristic, hex);
    assert.deepEqual(inWords(reading), words);
    for (const [part, expected] of Object.entries(more))
      assert.deepEqual(reading[part as keyof DeviceReading], expected, part);
  });

  test(`Refuses ${name}, when a byte is lost or one too many came`, () => {
    const whole = [...bytesOf(hex)];
    for (const bytes of [whole.slice(0, -1), [...whole, 0]]) {
      const answer = readPacket({ characteristic, bytes });
      // A scale with no byte left has nothing to refuse about it but that.
      assert.equal(answer.kind, 'refused', `${bytes}`);
    }
  });
}

test('A reading just inside and just outside what is believed of a device', () => {
  const systolic = (value: number) =>
    inWords(readingOf(cuff, `00 ${word(value)} 14 00 1E 00`))[0]?.includes('not-plausible');
  assert.deepEqual([49, 50, 260, 261].map(systolic), [true, false, false, true]);
  const oxygen = (value: number) => inWords(readingOf(stream, `00 ${word(value)} 51 00`))[0]?.includes('no:');
  assert.deepEqual([49, 50, 100, 101].map(oxygen), [true, false, false, true]);
  const beats = (value: number) => inWords(readingOf(stream, `00 5F 00 ${word(value)}`))[1]?.includes('no:');
  assert.deepEqual([24, 25, 250, 251].map(beats), [true, false, false, true]);
});

function word(value: number): string {
  return [value % 256, Math.floor(value / 256)].map((byte) => byte.toString(16).padStart(2, '0')).join(' ');
}

test('Bytes of something we do not read, and no bytes, are refused', () => {
  assert.deepEqual(readPacket({ characteristic: 0x2a19, bytes: [100] }), {
    kind: 'refused',
    why: 'nothing-we-read',
    length: 1,
  });
  for (const bytes of [undefined, [], [300], [-1], [1.5], [Number.NaN]])
    assert.deepEqual(readPacket({ characteristic: cuff, bytes }), {
      kind: 'refused',
      why: 'no-bytes',
      length: 0,
    });
});

test('No bytes make a decoder throw, and no value it gives is beyond belief', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...packetKinds.map(({ characteristic }) => characteristic)),
      fc.uint8Array({ maxLength: 30 }),
      (characteristic, bytes) => {
        const answer = readPacket({ characteristic, bytes });
        if (answer.kind === 'refused') return;
        for (const value of Object.values(answer.reading.values))
          if (value.kind === 'measured') assert.ok(value.value >= 20 && value.value <= 350);
      },
    ),
    { numRuns: 2_000 },
  );
});
