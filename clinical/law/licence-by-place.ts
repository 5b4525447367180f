// Care happens where the patient sits. Before each remote session someone asks where that is, because the licence and
// the ambulance both depend on it.

import { isAfter } from '#clinical/calendar.ts';
import { byUrgency, type DetectedIssue } from '#clinical/detected-issue.ts';
import { type Instant, type LocalDate, minutesBetween } from '#clinical/instant.ts';
import { asOf, datedFinding, given } from '#clinical/law/rules-as-of.ts';
import { sourced } from '#clinical/sourced.ts';
import { isMoment } from '#clinical/timestamp.ts';

const rule = 'licence-by-place';

/** A licence is needed in the place where the patient is. */
export const licenceWherePatientIs = sourced(true, 'rule', 'W-STATE', 'V', asOf());

/** The place is asked anew for each remote session: an answer older than this at its start is another day's answer. */
export const placeAskedWithinMinutes = sourced(60, 'min', 'H-HOUSE', 'H', asOf());

export type Licence = {
  /** A state or country as the clinic writes it, such as 'NY'. */
  readonly place: string;
  readonly validFrom?: LocalDate | undefined;
  /** The last day it is valid; undefined is not known, not forever. */
  readonly validUntil?: LocalDate | undefined;
};

export function licenceIssues(question: {
  readonly patientPlace: string | undefined;
  readonly placeAskedAt: Instant | undefined;
  /** Where an ambulance would be sent. */
  readonly patientAddress: string | undefined;
  readonly sessionStartsAt: Instant | undefined;
  /** The day of the session where the patient is. */
  readonly date: LocalDate | undefined;
  /** All the practitioner holds; an empty list is known to be empty. A compact counts by the licences issued under it. */
  readonly licences: readonly Licence[] | undefined;
}): readonly DetectedIssue[] {
  const { placeAskedAt, sessionStartsAt, date, licences } = question;
  const place = nameOfPlace(question.patientPlace);
  const address = question.patientAddress?.trim() || undefined;
  const inputs = [
    ...given('patientPlace', place, undefined, placeAskedAt),
    ...given('date', date),
    ...given('licences', licences?.map((licence) => licence.place).join(', ')),
  ];
  const found = (
    code: string,
    title: string,
    action: DetectedIssue['action'],
    missing: readonly string[] = [],
    isAboutAsking = false,
  ) =>
    datedFinding({
      rule,
      code,
      title,
      action,
      inputs,
      missing,
      basis: isAboutAsking ? [placeAskedWithinMinutes] : [licenceWherePatientIs],
    });

  const issues: DetectedIssue[] = [];
  if (place === undefined) {
    issues.push(
      found('patient-place-not-known', 'No one has noted where the patient is now.', 'unknown', [
        'patientPlace',
      ]),
    );
  }
  if (address === undefined) {
    issues.push(
      found(
        'patient-address-not-known',
        'No address is noted to which help could be sent.',
        'unknown',
        ['patientAddress'],
        true,
      ),
    );
  }
  const askedBefore =
    isMoment(placeAskedAt) && isMoment(sessionStartsAt)
      ? minutesBetween(placeAskedAt, sessionStartsAt)
      : Number.NaN;
  if (Number.isNaN(askedBefore)) {
    issues.push(
      found(
        'place-asked-not-known',
        'It is not known when the place was asked.',
        'unknown',
        [
          ...(isMoment(placeAskedAt) ? [] : ['placeAskedAt']),
          ...(isMoment(sessionStartsAt) ? [] : ['sessionStartsAt']),
        ],
        true,
      ),
    );
  } else if (askedBefore > placeAskedWithinMinutes.value) {
    issues.push(
      found(
        'place-asked-too-long-ago',
        'The place was asked for another session, not for this one.',
        'unknown',
        ['patientPlace'],
        true,
      ),
    );
  }
  if (!licences) {
    issues.push(
      found('licences-not-known', 'It is not known where the practitioner is licensed.', 'unknown', [
        'licences',
      ]),
    );
  }
  if (place === undefined || !licences) return byUrgency(issues);

  const there = licences.filter((licence) => nameOfPlace(licence.place) === place);
  const verdicts = there.map((licence) => isValidOn(licence, date));
  if (there.length === 0) {
    issues.push(
      found('no-licence-there', `No licence is held for ${place}, where the patient is.`, 'exclude'),
    );
  } else if (verdicts.includes(undefined) && !verdicts.includes(true)) {
    issues.push(
      found(
        'licence-dates-not-known',
        `It is not known whether the licence for ${place} is valid.`,
        'unknown',
        [...(date === undefined ? ['date'] : []), 'validUntil'],
      ),
    );
  } else if (!verdicts.includes(true)) {
    issues.push(
      found('licence-not-valid-that-day', `The licence for ${place} is not valid on this day.`, 'exclude'),
    );
  }
  return byUrgency(issues);
}

function isValidOn(licence: Licence, date: LocalDate | undefined): boolean | undefined {
  const hasEnded = isAfter(date, licence.validUntil);
  const hasNotBegun = licence.validFrom === undefined ? false : isAfter(licence.validFrom, date);
  if (hasEnded === true || hasNotBegun === true) return false;
  return hasEnded === undefined || hasNotBegun === undefined ? undefined : true;
}

function nameOfPlace(place: string | undefined): string | undefined {
  return place?.trim().toUpperCase() || undefined;
}
