import assert from 'node:assert/strict';
import { test } from 'node:test';
import { exampleEditions } from '#clinical/protocol/editions.ts';
import { readingLevel } from '#content/reading-level.ts';
import { consentEdition, consentEditions, consentText } from './index.ts';

for (const edition of consentEditions) {
  test(`${edition.id}: a person with six years of school can read what they sign`, () => {
    for (const { heading, text } of edition.sections) {
      const { grade } = readingLevel(text);
      assert.ok(grade <= 6, `"${heading}" reads at grade ${grade.toFixed(1)}`);
    }
  });

  test(`${edition.id}: what nobody approved says so in its title`, () => {
    assert.equal(edition.approved, false);
    assert.match(edition.title, /not approved/);
  });
}

test('every protocol edition asks for a consent text that exists', () => {
  for (const protocol of exampleEditions) {
    assert.notEqual(consentEdition(protocol.consentEditionId), undefined, protocol.consentEditionId);
  }
});

test('a changed word is another text to sign', () => {
  const [first] = consentEditions;
  assert.ok(first);
  const changed = {
    ...first,
    sections: first.sections.map((each, index) => (index === 0 ? { ...each, text: `${each.text} ` } : each)),
  };
  assert.notEqual(consentText(changed, 'en'), consentText(first, 'en'));
  assert.notEqual(consentText(first, 'es'), consentText(first, 'en'));
});

test('the driving rule a person signs is the one their protocol states', () => {
  for (const protocol of exampleEditions) {
    const text =
      consentEdition(protocol.consentEditionId)
        ?.sections.map((section) => section.text)
        .join(' ') ?? '';
    assert.ok(text.includes(protocol.driving.text.value.en), protocol.id);
  }
});

for (const edition of consentEditions) {
  test(`${edition.id}: the Spanish says every part of it, and that nobody approved it`, () => {
    assert.equal(edition.es.sections.length, edition.sections.length);
    assert.match(edition.es.title, /no aprobado/);
    for (const [index, { text }] of edition.es.sections.entries()) {
      const english = edition.sections[index]?.text ?? '';
      assert.ok(
        text.length > english.length * 0.8 && text.length < english.length * 1.7,
        `${edition.id}: ${text}`,
      );
      assert.doesNotMatch(text, /\b(tú|tu|te|tus)\b/i);
    }
  });
}

test('the driving rule in Spanish is the one their protocol states', () => {
  for (const protocol of exampleEditions) {
    const text =
      consentEdition(protocol.consentEditionId)
        ?.es.sections.map((section) => section.text)
        .join(' ') ?? '';
    assert.ok(text.includes(protocol.driving.text.value.es), protocol.id);
  }
});
