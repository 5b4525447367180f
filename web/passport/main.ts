// Shows a passport in any browser. What it says was in the file or behind the # of the address; no server is told, and a
// file opened from a disk asks nobody.
import {
  fingerprintOf,
  type PassportLanguage,
  passportSections,
} from '#dosing-session/papers/passport-words.ts';
import { type Verified, verifyPassport } from './verify.ts';

const words = {
  title: ['Passport of a treatment with ketamine', 'Pasaporte de un tratamiento con ketamina'],
  short: [
    'The short form, off paper: the last session and the totals. The file holds every session.',
    'La forma corta, del papel: la última sesión y los totales. El archivo tiene todas las sesiones.',
  ],
  intact: ['Nothing was changed since it was signed.', 'Nada cambió desde que se firmó.'],
  altered: [
    'This is not what was signed. Something was changed, so nothing of it is shown. Ask the clinic for a new one.',
    'Esto no es lo que se firmó. Algo cambió, así que no se muestra nada. Pida uno nuevo a la clínica.',
  ],
  unreadable: [
    'There is no whole passport here. Open the file again as it was given, or scan the square once more.',
    'Aquí no hay un pasaporte completo. Abra el archivo tal como se lo dieron, o escanee otra vez el cuadrado.',
  ],
  sameKey: [
    'Signed with the key this clinic shows today.',
    'Firmado con la clave que esta clínica muestra hoy.',
  ],
  otherKey: [
    'The key is not the one this clinic shows today. It may be an older one, or not theirs. Call them before you rely on it.',
    'La clave no es la que esta clínica muestra hoy. Puede ser una anterior, o no ser suya. Llámeles antes de fiarse.',
  ],
  unknownKey: [
    'Anyone can make a key. To know that this one is the clinic’s, compare these letters with those on paper, or call them.',
    'Cualquiera puede hacer una clave. Para saber que es de la clínica, compare estas letras con las del papel, o llame.',
  ],
  key: ['Key', 'Clave'],
  print: ['Print', 'Imprimir'],
  other: ['En español', 'In English'],
  note: [
    'A record for whoever goes on with the treatment. It is no prescription and no advice.',
    'Un historial para quien siga con el tratamiento. No es una receta ni un consejo.',
  ],
} as const;

const place = document.getElementById('passport');
const fromFile = place?.dataset['token'];
let language: PassportLanguage = (fromFile === undefined
  ? navigator.language
  : document.documentElement.lang
).startsWith('es')
  ? 'es'
  : 'en';
let shown: Verified | undefined;
let trust: 'same' | 'other' | 'unknown' = 'unknown';

const say = (key: keyof typeof words): string => words[key][language === 'en' ? 0 : 1];

function element(tag: string, text: string, className = ''): HTMLElement {
  const made = document.createElement(tag);
  made.textContent = text;
  if (className !== '') made.className = className;
  return made;
}

function button(text: string, act: () => void): HTMLElement {
  const made = element('button', text);
  made.addEventListener('click', act);
  return made;
}

function draw(): void {
  if (place === null || shown === undefined) return;
  document.documentElement.lang = language;
  const bar = element('p', '', 'bar');
  const other = button(say('other'), () => {
    language = language === 'en' ? 'es' : 'en';
    draw();
  });
  other.lang = language === 'en' ? 'es' : 'en';
  bar.append(
    other,
    button(say('print'), () => print()),
  );
  const parts: HTMLElement[] = [element('h1', say('title')), bar];
  if (shown.state !== 'intact') {
    const said = element('p', say(shown.state), 'bad');
    said.setAttribute('role', 'alert');
    place.replaceChildren(...parts, said);
    return;
  }
  const { passport, keyId } = shown;
  document.title = `${say('title')}, ${passport.person.name}`;
  const checked = element('div', '', trust === 'other' ? 'checked doubt' : 'checked');
  const trusted = { same: 'sameKey', other: 'otherKey', unknown: 'unknownKey' } as const;
  checked.append(element('p', say('intact'), 'strong'), element('p', say(trusted[trust])));
  const key = element('p', `${say('key')}: `);
  key.append(element('code', fingerprintOf(keyId)));
  checked.append(key);
  parts.push(checked);
  if (fromFile === undefined) parts.push(element('p', say('short'), 'quiet'));
  for (const { heading, lines } of passportSections(passport, language)) {
    const section = element('section', '');
    const list = element('dl', '');
    for (const [label, value] of lines) list.append(element('dt', label), element('dd', value));
    section.append(element('h2', heading), list);
    parts.push(section);
  }
  parts.push(element('p', say('note'), 'quiet'));
  place.replaceChildren(...parts);
}

async function compareKeys(keyId: string): Promise<typeof trust> {
  // A file asks nobody who reads it; only the clinic's own page looks at the clinic's own key.
  if (fromFile !== undefined) return 'unknown';
  try {
    const answer = await fetch('/.well-known/mooring-passport-key');
    const { keys } = (await answer.json()) as { keys?: readonly { kid: string }[] };
    if (!answer.ok || keys === undefined) return 'unknown';
    return keys.some(({ kid }) => kid === keyId) ? 'same' : 'other';
  } catch {
    return 'unknown';
  }
}

async function open(): Promise<void> {
  trust = 'unknown';
  shown = await verifyPassport(fromFile ?? location.hash.slice(1));
  draw();
  if (shown.state !== 'intact') return;
  trust = await compareKeys(shown.keyId);
  draw();
}

addEventListener('hashchange', () => void open());
void open();
