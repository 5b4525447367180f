// The page behind the link of a message: one question, one tap, no sign-in. It asks the server which question it is and says
// nothing of anyone. Opened once, it opens with no signal too; an answer that could not leave is sealed here and tried again.
import type { AnswerOf } from '#api/endpoint.ts';
import type { AskedByLink, ringByLink } from '#api/reminders.ts';
import { type DayQuestion, needsPerson } from '#web/kit/day-questions.ts';
import { keepForLater } from '#web/kit/keep-for-later.ts';
import { choicesOf, isLaterDay, isScale, questionsOf, questionWords, secretIn } from './flow.ts';
import { openKeptAnswers } from './kept-answers.ts';
import { linkShelf } from './link-shelf.ts';
import { type Call, OnTheWay, type Tap } from './on-the-way.ts';
import { post } from './post.ts';
import workerAddress from './service-worker.ts?worker&url';
import { answerWords } from './words.ts';

const place = document.getElementById('answer');
const secret = secretIn(location.hash);
const hadLink = location.hash !== '';
history.replaceState(null, '', location.pathname);

let language: 'en' | 'es' = navigator.language.startsWith('es') ? 'es' : 'en';
/** The language was chosen on this page, which stands before what the clinic knows. */
let isChosen = false;
/** What the clinic said to the answer that needs a person. */
let called: { readonly tap: Tap; readonly call: Call } | undefined;
/** What became of the call for a person, as far as we could ask. */
let ring: { readonly hasItSince?: number | undefined } | 'not-known' | undefined;
let asksRing = false;
/** Answers of a link that is not in hand. */
let lying = 0;

const kept = openKeptAnswers(linkShelf, Date.now);
const link =
  secret === undefined
    ? undefined
    : new OnTheWay({
        secret,
        kept,
        post,
        now: Date.now,
        newId,
        changed: show,
        onCall: (tap, told) => {
          called = { tap, call: told };
          askRing(tap);
        },
      });

function say(key: keyof typeof answerWords.en, values: Readonly<Record<string, string>> = {}): string {
  return answerWords[language][key].replaceAll(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
}

async function open(): Promise<void> {
  if (link !== undefined) return link.open();
  lying = await kept.lying();
  show();
}

const askAgainMs = 15_000;

/** Asked anew until someone has it, or another answer took its place. */
async function askRing(tap: Tap): Promise<void> {
  if (asksRing) return;
  asksRing = true;
  const told = await post<AnswerOf<typeof ringByLink>>('/api/answer-links/ring', {
    secret,
    answerId: tap.given.id,
  });
  asksRing = false;
  if (called?.tap !== tap) return;
  ring = told.kind === 'answered' ? told.value : 'not-known';
  show();
  const isOver = told.kind === 'refused' || (told.kind === 'answered' && told.value.hasItSince !== undefined);
  if (!isOver) setTimeout(askRing, askAgainMs, tap);
}

/** So long a red answer may be on its way before the page says not to wait for it. */
const patienceMs = 3_000;

function choose(question: DayQuestion, answer: number | string): void {
  called = undefined;
  ring = undefined;
  link?.choose(question, answer);
  if (needsPerson.includes(String(answer))) setTimeout(show, patienceMs);
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

/** There may be a signal again. */
function tryAgain(): void {
  if (link?.stage === 'away') link.open();
  else link?.sendWaiting();
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
  if (!isChosen && link?.asked !== undefined) language = link.asked.language;
  document.documentElement.lang = language;
  document.title = say('title');
  const focused = document.activeElement?.id;
  place.replaceChildren(...parts());
  if (focused) document.getElementById(focused)?.focus();
}

function parts(): readonly HTMLElement[] {
  if (link === undefined) {
    const told = lying > 0 ? 'shut' : hadLink ? 'ended' : 'noLink';
    return [element('h1', say('title')), status(say(told)), otherLanguage()];
  }
  switch (link.stage) {
    case 'opening':
      return [status(say('opening'))];
    case 'away':
      return [status(say('away')), button(say('retry'), open)];
    case 'ended':
      return [element('h1', say('title')), ...whatEnded(link), otherLanguage()];
    case 'open':
      return link.asked === undefined ? [] : questions(link, link.asked);
  }
}

function whatEnded({ earlier, taps }: OnTheWay): readonly HTMLElement[] {
  if (earlier === 'too-late' || [...taps.values()].some(({ state }) => state === 'too-late'))
    return [status(say('tooLate'))];
  if (earlier === 'waiting') return [status(say('earlier')), button(say('again'), tryAgain)];
  return [...(earlier === 'sent' ? [status(say('earlierSent'))] : []), status(say('ended'))];
}

function status(text: string): HTMLElement {
  const made = element('p', text);
  made.setAttribute('role', 'status');
  return made;
}

function questions(way: OnTheWay, open: AskedByLink): readonly HTMLElement[] {
  const { taps, earlier } = way;
  const all = questionsOf(open);
  // One at a time: the next appears once the one before it has reached us, or lies safe here until it can.
  const isSafe = (question: DayQuestion): boolean =>
    ['kept', 'sealed'].includes(taps.get(question)?.state ?? '');
  const firstOpen = all.findIndex((question) => !isSafe(question));
  const [first = 'pulse'] = all;
  const firstTap = taps.get(first);
  // Who needs a person now is asked nothing more.
  const isUrgent = firstTap !== undefined && needsPerson.includes(String(firstTap.given.answer));
  const shown = isUrgent ? [first] : firstOpen === -1 ? all : all.slice(0, firstOpen + 1);
  const isDone = firstOpen === -1 && !isUrgent && !way.hasWaiting();
  return [
    ...(earlier === 'waiting' ? [status(say('earlier'))] : []),
    ...(earlier === 'sent' ? [status(say('earlierSent'))] : []),
    ...(way.isAway && taps.size === 0 ? [status(say('noSignal'))] : []),
    ...shown.map((question, index) => section(question, index === 0)),
    ...(isUrgent && hasNotReached(firstTap) ? [notReached()] : []),
    ...(called === undefined ? [] : [numbers(called.call)]),
    ...(taps.get('memory')?.given.answer === 'some' ? [memory()] : []),
    ...(isDone ? [element('p', say('done'), 'strong')] : []),
    otherLanguage(),
  ];
}

function hasNotReached({ state, given }: Tap): boolean {
  return state !== 'kept' && (state !== 'sending' || Date.now() - given.givenAt >= patienceMs);
}

/** The numbers stand in the page itself, with or without a signal; here they are opened. */
function notReached(): HTMLElement {
  const made = document.createElement('section');
  made.className = 'call';
  const words = status(say('notReached'));
  words.classList.add('strong');
  made.append(words);
  document.querySelector('.help-part details')?.setAttribute('open', '');
  return made;
}

function section(question: DayQuestion, isFirst: boolean): HTMLElement {
  const made = document.createElement('section');
  const isLater = link?.asked !== undefined && isLaterDay(link.asked, Date.now());
  const { asks, low, high } = questionWords(language, question, isLater);
  const heading = element(isFirst ? 'h1' : 'h2', asks);
  heading.id = `asks-${question}`;
  const group = document.createElement('div');
  group.setAttribute('role', 'group');
  group.setAttribute('aria-labelledby', heading.id);
  group.className = isScale(question) ? 'scale' : 'choices';
  const tap = link?.taps.get(question);
  for (const { answer, label, detail } of choicesOf(language, question)) {
    const choice = button(label, () => choose(question, answer));
    choice.id = `${question}-${answer}`;
    choice.setAttribute('aria-pressed', String(tap?.given.answer === answer));
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
  if (tap.state === 'waiting' || tap.state === 'sealed')
    return [status(say(tap.state)), button(say('again'), tryAgain)];
  const label =
    choicesOf(language, question).find((choice) => choice.answer === tap.given.answer)?.label ?? '';
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
    isChosen = true;
    show();
  });
  made.className = 'other';
  made.setAttribute('lang', language === 'en' ? 'es' : 'en');
  return made;
}

const tryAgainMs = 30_000;
addEventListener('online', tryAgain);
document.addEventListener('visibilitychange', tryAgain);
setInterval(tryAgain, tryAgainMs);
// A link opened in a tab that already shows this page changes only the hash, and no page is loaded: load it.
addEventListener('hashchange', () => {
  if (secretIn(location.hash) !== undefined) location.reload();
});
open();
// One tap and the page is closed: it does not wait to be idle.
keepForLater({ workerAddress, scope: '/a/', afterMs: 0, everyPage: () => [] });
