// The page behind the link of a message: one question, one tap, no sign-in. It asks the server which question it is and says
// nothing of anyone. An answer that could not leave stays on the page and is tried again.
import type { AnswerOf } from '#api/endpoint.ts';
import type { AskedByLink, answerByLink, ringByLink } from '#api/reminders.ts';
import { type DayQuestion, needsPerson } from '#web/kit/day-questions.ts';
import { choicesOf, isScale, questionsOf, questionWords, secretIn } from './flow.ts';
import { answerWords } from './words.ts';

type Call = NonNullable<AnswerOf<typeof answerByLink>['call']>;

type Tap = { readonly id: string; readonly answer: number | string; state: 'sending' | 'kept' | 'waiting' };

const place = document.getElementById('answer');
const secret = secretIn(location.hash);
history.replaceState(null, '', location.pathname);

let language: 'en' | 'es' = navigator.language.startsWith('es') ? 'es' : 'en';
let stage: 'opening' | 'open' | 'ended' | 'away' = 'opening';
let asked: AskedByLink | undefined;
let call: Call | undefined;
/** What became of the call for a person, as far as we could ask. */
let ring: { readonly hasItSince?: number | undefined } | 'not-known' | undefined;
let asksRing = false;
const taps = new Map<DayQuestion, Tap>();

function say(key: keyof typeof answerWords.en, values: Readonly<Record<string, string>> = {}): string {
  return answerWords[language][key].replaceAll(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
}

type Told<T> =
  | { readonly kind: 'answered'; readonly value: T }
  | { readonly kind: 'refused' }
  | { readonly kind: 'away' };

async function post<T>(path: string, body: object): Promise<Told<T>> {
  try {
    const response = await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-mooring': '1' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(20_000),
    });
    // A gateway in between does not speak for us; it is taken for silence.
    if (response.headers.get('x-mooring') !== '1' || response.status >= 500) return { kind: 'away' };
    if (response.status === 429) return { kind: 'away' };
    return response.ok ? { kind: 'answered', value: (await response.json()) as T } : { kind: 'refused' };
  } catch {
    return { kind: 'away' };
  }
}

async function open(): Promise<void> {
  if (secret === undefined) {
    stage = 'ended';
    return show();
  }
  stage = 'opening';
  show();
  const told = await post<AskedByLink>('/api/answer-links/open', { secret });
  if (told.kind === 'answered') {
    asked = told.value;
    language = told.value.language;
  }
  stage = told.kind === 'answered' ? 'open' : told.kind === 'refused' ? 'ended' : 'away';
  show();
}

async function send(question: DayQuestion, tap: Tap): Promise<void> {
  tap.state = 'sending';
  show();
  const told = await post<AnswerOf<typeof answerByLink>>('/api/answer-links/answers', {
    secret,
    id: tap.id,
    question,
    answer: tap.answer,
  });
  if (told.kind === 'answered') {
    tap.state = 'kept';
    if (told.value.call !== undefined) {
      call = told.value.call;
      askRing(tap);
    }
  } else if (told.kind === 'refused') stage = 'ended';
  else tap.state = 'waiting';
  show();
}

const askAgainMs = 15_000;

/** Asked anew until someone has it, or another answer took its place. */
async function askRing(tap: Tap): Promise<void> {
  if (asksRing) return;
  asksRing = true;
  const told = await post<AnswerOf<typeof ringByLink>>('/api/answer-links/ring', {
    secret,
    answerId: tap.id,
  });
  asksRing = false;
  if (![...taps.values()].includes(tap)) return;
  ring = told.kind === 'answered' ? told.value : 'not-known';
  show();
  const isOver = told.kind === 'refused' || (told.kind === 'answered' && told.value.hasItSince !== undefined);
  if (!isOver) setTimeout(askRing, askAgainMs, tap);
}

function choose(question: DayQuestion, answer: number | string): void {
  const tap: Tap = { id: newId(), answer, state: 'sending' };
  taps.set(question, tap);
  send(question, tap);
}

function newId(): string {
  // A page opened without https, as in a demonstration at home, has no randomUUID.
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

function sendWaiting(): void {
  for (const [question, tap] of taps) if (tap.state === 'waiting') send(question, tap);
}

function element(tag: string, text: string, className = ''): HTMLElement {
  const made = document.createElement(tag);
  made.textContent = text;
  if (className !== '') made.className = className;
  return made;
}

function button(text: string, onClick: () => void): HTMLElement {
  const made = element('button', text);
  made.setAttribute('type', 'button');
  made.addEventListener('click', onClick);
  return made;
}

function show(): void {
  if (place === null) return;
  document.documentElement.lang = language;
  document.title = say('title');
  const focused = document.activeElement?.id;
  place.replaceChildren(...parts());
  if (focused) document.getElementById(focused)?.focus();
}

function parts(): readonly HTMLElement[] {
  switch (stage) {
    case 'opening':
      return [status(say('opening'))];
    case 'away':
      return [status(say('away')), button(say('retry'), open)];
    case 'ended':
      return [element('h1', say('title')), status(say('ended'))];
    case 'open':
      return asked === undefined ? [] : questions(asked);
  }
}

function status(text: string): HTMLElement {
  const made = element('p', text);
  made.setAttribute('role', 'status');
  return made;
}

function questions(open: AskedByLink): readonly HTMLElement[] {
  const all = questionsOf(open);
  // One at a time: the next appears once the one before it has reached us.
  const firstOpen = all.findIndex((question) => taps.get(question)?.state !== 'kept');
  const [first = 'pulse'] = all;
  // Who needs a person now is asked nothing more.
  const isUrgent = needsPerson.includes(String(taps.get(first)?.answer));
  const shown = isUrgent ? [first] : firstOpen === -1 ? all : all.slice(0, firstOpen + 1);
  const isDone = firstOpen === -1 && !isUrgent;
  return [
    ...shown.map((question, index) => section(question, index === 0)),
    ...(call === undefined || !isUrgent ? [] : [numbers(call)]),
    ...(taps.get('memory')?.answer === 'some' ? [memory()] : []),
    ...(isDone ? [element('p', say('done'), 'strong')] : []),
    otherLanguage(),
  ];
}

function section(question: DayQuestion, isFirst: boolean): HTMLElement {
  const made = document.createElement('section');
  const { asks, low, high } = questionWords(language, question);
  const heading = element(isFirst ? 'h1' : 'h2', asks);
  heading.id = `asks-${question}`;
  const group = document.createElement('div');
  group.setAttribute('role', 'group');
  group.setAttribute('aria-labelledby', heading.id);
  group.className = isScale(question) ? 'scale' : 'choices';
  const tap = taps.get(question);
  for (const { answer, label, detail } of choicesOf(language, question)) {
    const choice = button(label, () => choose(question, answer));
    choice.id = `${question}-${answer}`;
    choice.setAttribute('aria-pressed', String(tap?.answer === answer));
    if (detail !== undefined) choice.append(element('span', detail));
    group.append(choice);
  }
  made.append(heading);
  made.append(group);
  if (isScale(question)) {
    const ends = document.createElement('p');
    ends.className = 'ends';
    ends.append(element('span', `0 ${low}`), element('span', `10 ${high}`));
    made.append(ends);
  }
  made.append(...said(question, tap, isFirst));
  return made;
}

function said(question: DayQuestion, tap: Tap | undefined, isFirst: boolean): readonly HTMLElement[] {
  if (tap === undefined) {
    const isChosen = isScale(question) && !isFirst;
    return [element('p', say(isChosen ? 'more' : 'one'), 'quiet')];
  }
  if (tap.state === 'sending') return [status(say('sending'))];
  if (tap.state === 'waiting') return [status(say('waiting')), button(say('again'), sendWaiting)];
  const label = choicesOf(language, question).find((choice) => choice.answer === tap.answer)?.label ?? '';
  return [status(say('kept', { answer: label })), element('p', say('change'), 'quiet')];
}

function numbers(told: Call): HTMLElement {
  const made = document.createElement('section');
  made.className = 'call';
  made.append(element('p', say(told.staffOnShift > 0 ? 'calls' : 'nobody'), 'strong'));
  if (ring !== undefined) made.append(status(ringWords(ring)));
  const rows = [
    { words: say('call', { number: told.phone }), number: told.phone },
    ...(told.line === undefined ? [] : [{ words: say('line', { number: told.line }), number: told.line }]),
    ...(told.emergency === undefined
      ? []
      : [{ words: say('emergency', { number: told.emergency }), number: told.emergency }]),
  ];
  for (const { words, number } of rows) {
    const link = element('a', words, 'number');
    link.setAttribute('href', `tel:${number.replaceAll(/[^\d+]/g, '')}`);
    made.append(link);
  }
  return made;
}

function ringWords(told: NonNullable<typeof ring>): string {
  if (told === 'not-known') return say('notKnown');
  if (told.hasItSince === undefined) return say('nobodyYet');
  const locale = language === 'es' ? 'es-US' : 'en-US';
  const time = new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: '2-digit' }).format(
    told.hasItSince,
  );
  return say('someone', { time }).replace('..', '.');
}

function memory(): HTMLElement {
  const made = document.createElement('section');
  made.append(element('p', say('memory')));
  const link = element('a', say('write'), 'number');
  link.setAttribute('href', '/app/after-check');
  made.append(link);
  return made;
}

function otherLanguage(): HTMLElement {
  const made = button(say('other'), () => {
    language = language === 'en' ? 'es' : 'en';
    show();
  });
  made.className = 'other';
  made.setAttribute('lang', language === 'en' ? 'es' : 'en');
  return made;
}

addEventListener('online', sendWaiting);
// A link opened in a tab that already shows this page changes only the hash, and no page is loaded: load it.
addEventListener('hashchange', () => {
  if (secretIn(location.hash) !== undefined) location.reload();
});
open();
