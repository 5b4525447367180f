/**
 * A record is about one person. Finds that person in a bundle and tells whether each entry is about them;
 * another person's illness in this person's record is the error this file exists to prevent.
 */
import { parseDateTime, parseLocalDate } from './date-time.ts';
import { withoutVersion } from './entries.ts';
import { fieldOf, isObject, type JsonObject, listOf, textOf } from './read-json.ts';
import type { ImportedPatient, RecordImport } from './record-import.ts';
import { cleanWords } from './words.ts';

export type ExpectedPatient = {
  readonly familyName?: string | undefined;
  readonly givenName?: string | undefined;
  readonly birthDate?: string | undefined;
};

export type PatientEntry = {
  readonly entry: number;
  readonly fullUrl: string | undefined;
  readonly resource: JsonObject;
};

export type AboutWhom = 'this-person' | 'another-person' | 'nobody-named' | 'not-a-person';

/** The same Patient resource written twice is one person; two ids are two people, whatever their names. */
export function isSamePatientResource(one: PatientEntry, other: PatientEntry): boolean {
  const id = textOf(one.resource, 'id');
  if (id !== undefined && id === textOf(other.resource, 'id')) return true;
  return one.fullUrl !== undefined && one.fullUrl === other.fullUrl;
}

export function aboutWhom(
  resource: JsonObject,
  patient: PatientEntry,
  typeOfFullUrl: ReadonlyMap<string, string>,
): AboutWhom {
  const named = [...peopleIn(resource, 'subject'), ...peopleIn(resource, 'patient')].map((person) =>
    whoIs(person, resource, patient, typeOfFullUrl),
  );
  if (named.includes('another-person')) return 'another-person';
  if (named.includes('not-a-person')) return 'not-a-person';
  return named.includes('this-person') ? 'this-person' : 'nobody-named';
}

function peopleIn(resource: JsonObject, name: string): readonly unknown[] {
  const found = fieldOf(resource, name);
  const all = Array.isArray(found) ? found : [found];
  return all.filter((each) => isObject(each));
}

function whoIs(
  person: unknown,
  resource: JsonObject,
  patient: PatientEntry,
  typeOfFullUrl: ReadonlyMap<string, string>,
): AboutWhom {
  const reference = textOf(person, 'reference');
  if (reference === undefined)
    return hasIdentifier(patient, fieldOf(person, 'identifier')) ? 'this-person' : 'nobody-named';

  if (reference.startsWith('#')) {
    const inside = listOf(resource, 'contained').find((each) => textOf(each, 'id') === reference.slice(1));
    if (textOf(inside, 'resourceType') !== 'Patient') return 'not-a-person';
    return listOf(inside, 'identifier').some((identifier) => hasIdentifier(patient, identifier))
      ? 'this-person'
      : 'another-person';
  }

  const unversioned = withoutVersion(reference);
  if (unversioned === patient.fullUrl) return 'this-person';
  const typeInFile = typeOfFullUrl.get(unversioned);
  if (typeInFile !== undefined && typeInFile !== 'Patient') return 'not-a-person';

  const id = textOf(patient.resource, 'id');
  if (id !== undefined && unversioned === `urn:uuid:${id}`) return 'this-person';
  const literal = /^(?:(.*)\/)?([A-Z][A-Za-z]+)\/([^/?]+)$/.exec(unversioned);
  if (literal) {
    const [, server, type, referredId] = literal;
    if (type !== 'Patient') return 'not-a-person';
    // The same id on another server is another person.
    const ownServer = /^(https?:\/\/.*)\/Patient\/[^/]+$/.exec(patient.fullUrl ?? '')?.[1];
    const otherServer = server !== undefined && ownServer !== undefined && server !== ownServer;
    return referredId === id && !otherServer ? 'this-person' : 'another-person';
  }

  const search = /^Patient\?identifier=([^&]*)$/.exec(unversioned);
  if (search) {
    const [system, value] = (search[1] ?? '').split('|');
    return hasIdentifier(patient, { system, value }) ? 'this-person' : 'another-person';
  }
  return 'another-person';
}

function hasIdentifier(patient: PatientEntry, identifier: unknown): boolean {
  const value = textOf(identifier, 'value');
  const system = textOf(identifier, 'system');
  if (value === undefined || system === undefined) return false;
  return listOf(patient.resource, 'identifier').some(
    (own) => textOf(own, 'value') === value && textOf(own, 'system') === system,
  );
}

export function readPatient(resource: JsonObject): ImportedPatient {
  const name = currentName(resource);
  const given = listOf(name, 'given').filter((each) => typeof each === 'string');
  const written = textOf(resource, 'birthDate');
  const gender = textOf(resource, 'gender');
  return {
    familyName: cleanWords(textOf(name, 'family') ?? ''),
    givenName: cleanWords(given.join(' ')),
    birthDate: written === undefined ? undefined : parseLocalDate(written),
    birthDateAsWritten: written === undefined ? undefined : cleanWords(written),
    sex: gender === 'male' || gender === 'female' || gender === 'other' ? gender : undefined,
  };
}

function currentName(resource: JsonObject): unknown {
  const names = listOf(resource, 'name').filter((name) => {
    const use = textOf(name, 'use');
    return isObject(name) && use !== 'old' && use !== 'maiden' && use !== 'nickname' && use !== 'anonymous';
  });
  return (
    names.find((name) => textOf(name, 'use') === 'official') ??
    names.find((name) => textOf(name, 'use') === 'usual') ??
    names[0]
  );
}

export function compareIdentity(found: ImportedPatient, expected: ExpectedPatient): RecordImport['identity'] {
  return {
    familyName: compareNames(found.familyName, expected.familyName),
    givenName: compareNames(found.givenName, expected.givenName),
    birthDate: compareBirthDates(found, expected.birthDate),
  };
}

/**
 * A different birth date is another person. A changed family name or a short form is not, so one name may differ;
 * when neither fits, it is not this person unless the birth date says so.
 */
export function isAnotherPerson(identity: RecordImport['identity']): boolean {
  if (identity.birthDate === 'different') return true;
  const noNameFits = identity.familyName === 'different' && identity.givenName === 'different';
  return noNameFits && identity.birthDate !== 'same';
}

function compareNames(
  found: string | undefined,
  expected: string | undefined,
): 'same' | 'different' | 'unknown' {
  const one = namePartsOf(found);
  const other = namePartsOf(expected);
  if (one.length === 0 || other.length === 0) return 'unknown';
  // "Ana Sofía" and "Ana", "García López" and "García" are the same name told at different length.
  const [shorter, longer] = one.length <= other.length ? [one, other] : [other, one];
  return shorter.every((part) => longer.includes(part)) ? 'same' : 'different';
}

function namePartsOf(name: string | undefined): readonly string[] {
  const plain = (name ?? '').normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.split(/[^\p{L}\p{N}]+/u).filter((part) => part !== '');
}

function compareBirthDates(
  found: ImportedPatient,
  expected: string | undefined,
): 'same' | 'different' | 'unknown' {
  const written = found.birthDateAsWritten;
  if (written === undefined || expected === undefined) return 'unknown';
  const read = parseDateTime(written);
  if (read === undefined) return 'unknown';
  if (read.precision === 'day') return written === expected ? 'same' : 'different';
  // A year or a month can rule a person out, but not in.
  return expected.startsWith(written) ? 'unknown' : 'different';
}
