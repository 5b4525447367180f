/**
 * The words another system wrote, made fit to show: nothing added, nothing reworded. Characters that cannot be
 * seen or that turn text around are taken out, so that what a person reads is what will be kept.
 */
import { fieldOf, type JsonObject, listOf, textOf } from './read-json.ts';

export type Code = { readonly system: string | undefined; readonly code: string };

const LONGEST_WORDS = 200;
const LONGEST_CODE = 120;
// No field worth showing is longer; the rest of an endless one is never looked at.
const LONGEST_LOOKED_AT = 4000;

// Controls, zero-width and direction marks, line separators, half surrogates.
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]+/gu;
// The tag SNOMED CT adds to its full names is for modellers, not for readers.
const MODEL_TAG =
  /\s*\((?:disorder|finding|situation|procedure|person|substance|event|observable entity|morphologic abnormality|clinical drug|medicinal product|product|context-dependent category|social concept)\)$/i;

export function cleanWords(text: string, longest: number = LONGEST_WORDS): string | undefined {
  const spaced = text
    .slice(0, LONGEST_LOOKED_AT)
    .replace(/[\t\n\r\u2028\u2029]/g, ' ')
    .replace(UNSEEN, '');
  const tidy = spaced.replace(/\s+/g, ' ').trim();
  if (tidy === '') return undefined;
  if (tidy.length <= longest) return tidy;
  // A cut through the middle of a character leaves half of one; that half goes too.
  return `${tidy.slice(0, longest - 1).replace(/\p{Cs}$/u, '')}…`;
}

/** What a CodeableConcept calls itself: its own text, else the wording a person picked, else the first. */
export function wordsOfConcept(concept: unknown): string | undefined {
  const codings = listOf(concept, 'coding');
  const picked = codings.find((coding) => fieldOf(coding, 'userSelected') === true);
  const candidates = [
    textOf(concept, 'text'),
    textOf(picked, 'display'),
    ...codings.map((coding) => textOf(coding, 'display')),
  ];
  for (const candidate of candidates) {
    const words = cleanWords(candidate ?? '')?.replace(MODEL_TAG, '');
    if (words !== undefined && words !== '') return words;
  }
  const code = codesOfConcept(concept)[0];
  return code === undefined ? undefined : `Code ${code.code}, with no name given`;
}

export function codesOfConcept(concept: unknown): readonly Code[] {
  const codes: Code[] = [];
  for (const coding of listOf(concept, 'coding')) {
    const code = cleanWords(textOf(coding, 'code') ?? '', LONGEST_CODE);
    if (code === undefined) continue;
    codes.push({ system: cleanWords(textOf(coding, 'system') ?? '', LONGEST_CODE), code });
  }
  return codes;
}

export function hasCode(concept: unknown, system: string, codes: readonly string[]): boolean {
  return codesOfConcept(concept).some((each) => each.system === system && codes.includes(each.code));
}

/** The first code of a status given as CodeableConcept (R4) or as plain text. */
export function statusCodeOf(resource: JsonObject, name: string): string | undefined {
  return textOf(resource, name) ?? codesOfConcept(fieldOf(resource, name))[0]?.code;
}

/** Two entries mean the same thing when their first code is the same, or without codes, their words. */
export function sameThingKey(codes: readonly Code[], words: string): string {
  const first = codes[0];
  return first ? `code ${first.system ?? ''}|${first.code}` : `words ${words.toLowerCase()}`;
}
