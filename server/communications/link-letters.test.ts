import assert from 'node:assert/strict';
import { test } from 'node:test';
import { linkLetter } from './link-letters.ts';

const phone = '555 0142';
const quiet = { name: 'Harbor Street Clinic', phone };
const link = 'https://harbor.example/companion/#secret';
const asked = ['ride', 'watch', 'guide', 'near', 'check'] as const;

for (const each of asked)
  test(`whoever is asked to be a ${each} reads it in either language, with the link and whom to call`, () => {
    const [en, es] = (['en', 'es'] as const).map((language) =>
      linkLetter({ asked: each, language, clinic: quiet, name: 'Luz', link }),
    );
    assert.match(
      en?.body ?? '',
      /^Hello Luz,\n[\s\S]*\n\nhttps:[^\n]+\n\n[\s\S]*Harbor Street Clinic, 555 0142\n$/,
    );
    assert.match(
      es?.body ?? '',
      /^Hola, Luz,\n[\s\S]*\n\nhttps:[^\n]+\n\n[\s\S]*Harbor Street Clinic, 555 0142\n$/,
    );
    assert.notEqual(en?.subject, es?.subject);
  });
