// Every letter that leaves the house, in both languages, as it would stand on a lock screen and over a shoulder.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { wordsOfRing } from './index.ts';
import { answerLetter, invitationLetter, signInLetter } from './letters.ts';
import { linkLetter } from './link-letters.ts';

const phone = '555 0142';
const link = 'https://harbor.example/app/#enter=secret';
const languages = ['en', 'es'] as const;
const loudNames = [
  'Harbor Ketamine & Wellness',
  'Centro de Psiquiatría del Puerto',
  'Harbor Behavioral Health',
  'Spravato Center',
  'Consejería del Puerto',
] as const;

type Letter = { readonly subject: string; readonly body: string };
type Clinic = { readonly name: string; readonly phone: string };

const letters: readonly (readonly [what: string, of: (language: 'en' | 'es', clinic: Clinic) => Letter])[] = [
  ['invitation', (language, clinic) => invitationLetter(language, clinic, link)],
  ['link to sign in', (language, clinic) => signInLetter(language, clinic, link)],
  [
    'answer',
    (language, clinic) => answerLetter(language, clinic, { text: 'Tuesday is free.', byName: 'Dana' }),
  ],
  ...(['ride', 'watch', 'guide', 'near'] as const).map(
    (asked) =>
      [
        asked,
        (language: 'en' | 'es', clinic: Clinic) => linkLetter({ asked, language, clinic, name: 'Luz', link }),
      ] as const,
  ),
  ['ring', () => wordsOfRing(link).mail],
];

const revealing =
  /ketamin|spravato|psych|psiqui|psico|therap|terap|treat|tratam|dose|dosis|infus|session|sesi[oó]n|depress|depres|mood|[aá]nimo|anxi|ansie|medic|health|salud|wellness|bienestar|behavio|consejer|memor|crisis|suici|patient|paciente|doctor|nurse|enferm/i;

for (const [what, of] of letters)
  test(`the ${what} names nobody on its top line, and nowhere what is treated, in either language`, () => {
    for (const language of languages)
      for (const name of [...loudNames, 'Harbor Street Clinic']) {
        const { subject, body } = of(language, { name, phone });
        assert.doesNotMatch(
          subject,
          /Harbor|Puerto|Center|555|clinic|cl[ií]nica/i,
          `${language}: ${subject}`,
        );
        for (const words of [subject, body])
          assert.doesNotMatch(words, revealing, `${language}, ${name}: ${words}`);
      }
  });

test('a quiet name stands in the letters to whoever wrote to it; of a loud one only its telephone', () => {
  for (const language of languages)
    for (const [what, of] of letters) {
      if (what === 'ring') continue;
      assert.match(of(language, { name: 'Harbor Street Clinic', phone }).body, /Harbor Street Clinic/, what);
      assert.match(of(language, { name: loudNames[0], phone }).body, new RegExp(phone), what);
    }
});
