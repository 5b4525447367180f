/**
 * Looks at the text of a file before anything is parsed and says what is wrong with it in a way a person can
 * act on: a download that stopped halfway is another matter than a file of the wrong kind.
 */

export type JsonText =
  | { readonly kind: 'complete'; readonly value: unknown }
  | { readonly kind: 'ends-too-early' }
  | { readonly kind: 'too-deep' }
  | { readonly kind: 'not-json'; readonly position: number };

type Awaiting = 'value' | 'value-or-close' | 'key' | 'key-or-close' | 'colon' | 'comma-or-close' | 'end';
type Step = { readonly next: number } | 'ends-too-early' | 'not-json';

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const NUMBER_CUT_SHORT = /-?(?:(?:0|[1-9]\d*)(?:\.\d*)?(?:[eE][+-]?)?)?$/y;
const LITERALS = ['true', 'false', 'null'] as const;

/** Reads JSON without recursion, so that no file can exhaust the stack of a phone. */
export function readJsonText(text: string, limit: { readonly depth: number }): JsonText {
  const open: ('{' | '[')[] = [];
  let awaiting: Awaiting = 'value';
  let position = text.startsWith('\uFEFF') ? 1 : 0;
  const start = position;

  const afterValue = (): Awaiting => (open.length === 0 ? 'end' : 'comma-or-close');

  while (position < text.length) {
    const character = text.charAt(position);
    if (character === ' ' || character === '\n' || character === '\r' || character === '\t') {
      position += 1;
      continue;
    }

    if (awaiting === 'colon') {
      if (character !== ':') return { kind: 'not-json', position };
      awaiting = 'value';
      position += 1;
      continue;
    }

    if (awaiting === 'end') return { kind: 'not-json', position };

    const mayClose =
      awaiting === 'value-or-close' || awaiting === 'key-or-close' || awaiting === 'comma-or-close';
    if (mayClose && (character === '}' || character === ']')) {
      if (open.pop() !== (character === '}' ? '{' : '[')) return { kind: 'not-json', position };
      awaiting = afterValue();
      position += 1;
      continue;
    }

    if (awaiting === 'comma-or-close') {
      if (character !== ',') return { kind: 'not-json', position };
      awaiting = open.at(-1) === '{' ? 'key' : 'value';
      position += 1;
      continue;
    }

    if (awaiting === 'key' || awaiting === 'key-or-close') {
      if (character !== '"') return { kind: 'not-json', position };
      const step = pastString(text, position);
      if (typeof step === 'string') return step === 'not-json' ? { kind: step, position } : { kind: step };
      awaiting = 'colon';
      position = step.next;
      continue;
    }

    if (character === '{' || character === '[') {
      open.push(character);
      if (open.length > limit.depth) return { kind: 'too-deep' };
      awaiting = character === '{' ? 'key-or-close' : 'value-or-close';
      position += 1;
      continue;
    }

    const step = character === '"' ? pastString(text, position) : pastScalar(text, position);
    if (typeof step === 'string') return step === 'not-json' ? { kind: step, position } : { kind: step };
    awaiting = afterValue();
    position = step.next;
  }

  if (awaiting !== 'end') return { kind: 'ends-too-early' };
  return { kind: 'complete', value: JSON.parse(text.slice(start)) };
}

function pastString(text: string, start: number): Step {
  let position = start + 1;
  while (position < text.length) {
    const code = text.charCodeAt(position);
    if (code === 0x22) return { next: position + 1 };
    if (code < 0x20) return 'not-json';
    if (code !== 0x5c) {
      position += 1;
      continue;
    }
    const escaped = text.charAt(position + 1);
    if (escaped === '') return 'ends-too-early';
    if (escaped !== 'u') {
      if (!'"\\/bfnrt'.includes(escaped)) return 'not-json';
      position += 2;
      continue;
    }
    const digits = text.slice(position + 2, position + 6);
    if (!/^[0-9a-fA-F]*$/.test(digits)) return 'not-json';
    if (digits.length < 4) return 'ends-too-early';
    position += 6;
  }
  return 'ends-too-early';
}

function pastScalar(text: string, start: number): Step {
  for (const literal of LITERALS) {
    const here = text.slice(start, start + literal.length);
    if (here === literal) return { next: start + literal.length };
    if (start + here.length === text.length && literal.startsWith(here)) return 'ends-too-early';
  }
  NUMBER_CUT_SHORT.lastIndex = start;
  NUMBER.lastIndex = start;
  const number = NUMBER.exec(text);
  if (number && start + number[0].length === text.length) return { next: text.length };
  const cutShort = NUMBER_CUT_SHORT.exec(text);
  if (cutShort && cutShort[0] !== '') return 'ends-too-early';
  return number ? { next: start + number[0].length } : 'not-json';
}
