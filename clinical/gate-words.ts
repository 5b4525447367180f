// A gate line in plain English: what is asked, and what we have. Screens in other languages translate the same codes;
// moments are written by the reader's own clock, which is handed in.

import type { RideHow } from '#clinical/care-record.ts';
import type { Condition, GateLine, Have, HaveValue, LineState } from './gate.ts';
import type { Instant } from './instant.ts';
import type { CareStep } from './protocol/care-steps.ts';
import { stepWords } from './protocol/step-words.ts';

type Words = {
  readonly name: string /** What is said when nobody has said anything. */;
  readonly nothing: string;
};

export const conditionWords: Readonly<Record<Condition, Words>> = {
  identity: { name: 'Identity', nothing: 'Not asked today' },
  consent: { name: 'Consent', nothing: 'Not signed' },
  'no-stop': { name: 'Series', nothing: 'No plan on record' },
  protocol: { name: 'Protocol', nothing: 'No plan on record' },
  'issues-decided': { name: 'Screening', nothing: 'No screening on record' },
  order: { name: 'Order', nothing: 'No signed order' },
  preparation: { name: 'Preparation', nothing: 'Nothing of it on record' },
  medicines: { name: 'Medicines', nothing: 'Not asked at arrival' },
  'last-food': { name: 'Last food', nothing: 'Not asked at arrival' },
  'last-clear-fluid': { name: 'Last drink', nothing: 'Not asked at arrival' },
  'nasal-product': { name: 'Nose spray before', nothing: 'Not asked at arrival' },
  'no-substances': { name: 'Alcohol, cannabis, other drugs', nothing: 'Not asked today' },
  risk: { name: 'Risk question', nothing: 'Not asked today' },
  'call-device': { name: 'Call button', nothing: 'Not tried today' },
  'room-ready': { name: 'Room', nothing: 'Not gone through today' },
  'blood-pressure': { name: 'Blood pressure', nothing: 'No reading today' },
  'heart-rate': { name: 'Pulse', nothing: 'No reading today' },
  oxygen: { name: 'Oxygen', nothing: 'No reading today' },
  weight: { name: 'Weight', nothing: 'Not weighed today' },
  intention: { name: 'Intention', nothing: 'Not asked today' },
  'pre-dose-review': { name: 'Dose review', nothing: 'Not reviewed today' },
  'second-check': { name: 'Second check', nothing: 'Nobody has worked the dose out today' },
  ride: { name: 'Ride home', nothing: 'No one has been asked' },
  sitter: { name: 'Person who watches', nothing: 'No one is named' },
  'emergency-address': { name: 'Address today', nothing: 'Not given' },
  'nobody-to-care-for': { name: 'No one to care for', nothing: 'Not asked today' },
  'integration-visit': { name: 'Visit after', nothing: 'No visit booked' },
  'certified-site': { name: 'Certified site', nothing: 'Nobody has entered this clinic’s certificate' },
  'prescriber-on-site': { name: 'Prescriber on site', nothing: 'No one on shift is listed' },
  'program-enrolment': { name: 'Safety program', nothing: 'Not looked up today' },
  staffing: { name: 'Nurse per room', nothing: 'No one on shift is listed' },
  'dose-ended': { name: 'Dose ended', nothing: 'No dose on record' },
  'rest-minimum': { name: 'Rest', nothing: 'No end of dose on record' },
  'recovery-score': { name: 'Recovery score', nothing: 'Not scored' },
  orientation: { name: 'Knows who, where and when', nothing: 'Not asked' },
  gait: { name: 'Walking', nothing: 'Not tried' },
  'settled-blood-pressure': { name: 'Blood pressure', nothing: 'No reading' },
  'settled-heart-rate': { name: 'Pulse', nothing: 'No reading' },
  'settled-oxygen': { name: 'Oxygen', nothing: 'No reading' },
  awake: { name: 'Awake', nothing: 'Not noted' },
  symptoms: { name: 'Symptoms', nothing: 'Not asked' },
  'open-alerts': { name: 'Alerts', nothing: 'Alerts not known' },
  'open-signals': { name: 'Calls for help', nothing: 'Calls not known' },
  instructions: { name: 'Instructions', nothing: 'Not said back' },
  'line-removed': { name: 'Line', nothing: 'Not noted' },
  belongings: { name: 'Belongings', nothing: 'Not noted' },
  'escort-at-door': { name: 'Person at the door', nothing: 'No one noted' },
  'sitter-stays': { name: 'Someone stays', nothing: 'Not said' },
};

/** What a line is called. Deciding to go on does not rename it: unknown and not met stay apart. */
export type LineName = Exclude<LineState, 'overridden'> | 'overridden-not-met' | 'overridden-unknown';

/** In the order lines are read, what is wrong first. */
export const lineNames: readonly LineName[] = [
  'not-met',
  'unknown',
  'overridden-not-met',
  'overridden-unknown',
  'met',
];

export function lineNameOf(line: Pick<GateLine, 'state' | 'overriddenFrom'>): LineName {
  if (line.state !== 'overridden') return line.state;
  return line.overriddenFrom === 'not-met' ? 'overridden-not-met' : 'overridden-unknown';
}

/** How the reader's clock writes a moment. */
export type TimeInWords = (at: Instant) => string;

export function haveInWords(line: Pick<GateLine, 'condition' | 'have'>, time: TimeInWords): string {
  const { condition, have } = line;
  if (have.code === 'nothing') return conditionWords[condition].nothing;
  if (have.code === 'too-old') return `${said(have, time)}. Too old, ask again`;
  if (have.code === 'from-the-future') return `${said(have, time)}. The time given is ahead of the clock`;
  if (have.code === 'time-not-readable') return `${said(have, time)}. The time given cannot be read`;
  if (have.code === 'before-dose-end') return `${said(have, time)}. From before the dose ended, look again`;
  return said(have, time);
}

function said(have: Have, time: TimeInWords): string {
  const code = typeof have.values.said === 'string' ? have.values.said : have.code;
  const reading = readingInWords(have);
  if (code === 'reading') return reading;
  const limit = /-(above|below|missing|implausible|reversed)$/.exec(code)?.[1];
  if (limit !== undefined && reading !== '') return `${reading}, ${limitWords[limit] ?? limit}`;
  const words = codeWords[code];
  return words ? words(have.values, time) : 'On record';
}

const limitWords: Readonly<Record<string, string>> = {
  above: 'above the limit',
  below: 'below the limit',
  missing: 'not complete',
  implausible: 'not a value this can show, measure again',
  reversed: 'upper and lower do not fit, measure again',
};

function readingInWords({ values }: Have): string {
  const { systolicMmHg, diastolicMmHg, heartRatePerMin, spo2Percent, moaas, weightKg } = values;
  if (systolicMmHg !== undefined) return `${systolicMmHg} / ${diastolicMmHg}`;
  if (heartRatePerMin !== undefined) return `${heartRatePerMin} per minute`;
  if (spo2Percent !== undefined) return `${spo2Percent} %`;
  if (moaas !== undefined) return `MOAA/S ${moaas}`;
  return weightKg === undefined ? '' : `${weightKg} kg`;
}

type Values = Readonly<Record<string, HaveValue>>;
type CodeWords = (values: Values, time: TimeInWords) => string;

function at(values: Values, name: string, time: TimeInWords): string {
  const value = values[name];
  return typeof value === 'number' ? time(value) : 'a time not known';
}

export const rideHowWords: Readonly<Record<RideHow, string>> = {
  car: 'by car',
  'taxi-together': 'by taxi, together',
  'transit-together': 'by bus or train, together',
  'on-foot': 'on foot',
};

function byWay({ how }: Values): string {
  return how === undefined ? '' : `, ${rideHowWords[how as RideHow]}`;
}

function floorInWords({ nursesOnShift, dosingNow }: Values): string {
  return `${nursesOnShift} ${nursesOnShift === 1 ? 'nurse' : 'nurses'}, ${dosingNow} dosing`;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

const codeWords: Readonly<Record<string, CodeWords>> = {
  'name-and-birth-date-said': () => 'Name and birth date said aloud',
  'does-not-match': () => 'Name or birth date does not match',
  signed: (values, time) =>
    values.doseMg === undefined
      ? `Signed ${at(values, 'signedAt', time)}`
      : `${values.doseMg} mg${values.weightKg === undefined ? '' : ` for ${values.weightKg} kg`}, signed ${at(values, 'signedAt', time)}`,
  withdrawn: (values, time) => `Withdrawn ${at(values, 'withdrawnAt', time)}`,
  'other-edition': () => 'Signed for another edition of the text',
  'decided-to-stop': () => 'The prescriber decided to stop',
  'series-active': () => 'Series is active',
  'series-held': () => 'Series is on hold',
  'series-paused': () => 'Series is paused',
  'series-stopped': () => 'Series is stopped',
  'series-finished': () => 'Series is finished',
  'no-plan': () => 'No plan on record',
  'other-protocol': () => 'The plan names another protocol',
  'example-protocol': (values) =>
    `${values.name}, version ${values.version}. An example, signed by no clinician`,
  'approved-protocol': (values) => `${values.name}, version ${values.version}`,
  'not-screened': () => 'No screening on record',
  'screening-not-sent': () => 'Screening is not sent yet',
  'issues-held': (values) => `${values.held} on hold by decision`,
  'issues-open': (values) => `${values.open} to decide, ${values.unknown} unknown`,
  'issues-unknown': (values) => `${values.unknown} unknown`,
  'issues-decided': (values) => `Nothing left to decide, ${values.decided} decided`,
  'order-not-readable': () => 'The order has no usable dose or weight',
  'order-above-ceiling': (values) =>
    `The order of ${values.doseMg} mg is above the limit of ${values.limit} ${values.unit}`,
  'preparation-missing': (values) =>
    `Missing: ${String(values.steps)
      .split(' ')
      .map((step) => stepWords[step as CareStep])
      .join('; ')}. ${values.done} of ${values.of} done`,
  'preparation-done': (values) => `Every step the protocol asks, ${values.of} of ${values.of}`,
  'preparation-dated': () => 'A step of it',
  'no-change': () => 'No change since last time',
  changed: () => 'Something changed',
  'not-sure': () => 'Not sure',
  'too-recent': (values, time) =>
    `${at(values, 'lastAt', time)}. Long enough from ${at(values, 'enoughAt', time)}`,
  'heavy-not-known': (values, time) =>
    `${at(values, 'lastAt', time)}. If it was fried or fatty, long enough from ${at(values, 'enoughAt', time)}`,
  'long-enough': (values, time) => at(values, 'lastAt', time),
  'intake-not-readable': () => 'The time given cannot be read',
  'none-used': () => 'Asked, none today',
  'none-taken': () => 'Asked, none',
  taken: () => 'Something was taken',
  'sitter-named': (values) => `${values.name} stays the whole time`,
  'sitter-cannot-stay': (values) => `${values.name} cannot stay the whole time`,
  'sitter-not-reachable': () => 'A name or a phone number is missing',
  'sitter-not-heard': (values) => `${values.name} has not said so themselves`,
  'address-given': () => 'Given, where they are today',
  'address-empty': () => 'No address in it',
  nobody: () => 'No one until tomorrow',
  someone: () => 'Someone depends on them',
  certified: (values) => `Certified, number ${values.number}, to the end of ${values.until}`,
  'certificate-over': (values) => `The certificate ended ${values.until}`,
  'certificate-not-readable': () => 'The number or the day of the certificate cannot be read',
  'prescriber-here': (values) =>
    `${values.prescribersOnShift} ${values.prescribersOnShift === 1 ? 'prescriber' : 'prescribers'} on shift`,
  'no-prescriber-here': () => 'No prescriber is on shift',
  verified: () => 'Enrolled, looked up today',
  'not-found': () => 'Not found in the program',
  stays: () => 'Stays on',
  leaves: () => 'Is leaving',
  'no-thoughts': () => 'Asked, no such thoughts',
  thoughts: () => 'Has such thoughts',
  declined: () => 'Did not want to answer',
  heard: () => 'Pressed and heard',
  'not-heard': () => 'Pressed and not heard',
  told: () => 'Said to be heard; no press came in',
  // The figures themselves are shown only beside the other person's.
  'check-by-one': (values) => `Worked out by ${values.by} alone`,
  'check-too-old': () => 'Worked out too long ago, work it out again',
  'check-not-whole': (values) => `${values.first} and ${values.second}: ${lowerFirst(String(values.why))}`,
  'check-differs': (values) => `${values.first} and ${values.second} differ: ${values.why}`,
  'check-without-order': (values) => `${values.doseMg} mg worked out, and no order to hold it against`,
  'check-of-another-dose': (values) =>
    `${values.first} and ${values.second} agree on ${values.doseMg} mg; the order says ${values.orderedMg} mg`,
  'check-agrees': (values) => `${values.first} and ${values.second} agree on ${values.doseMg} mg`,
  'room-missing': (values) => `Missing or not right: ${values.items}`,
  'room-open': (values) => `Not looked at: ${values.items}`,
  'room-ready': (values) => `All ${values.of} looked at and ready`,
  'no-order-weight': (values) => `${values.weightKg} kg today, no order to compare`,
  'weight-changed': (values) => `${values.weightKg} kg today, order is for ${values.orderWeightKg} kg`,
  'weight-as-ordered': (values) => `${values.weightKg} kg, order is for ${values.orderWeightKg} kg`,
  'read-together': () => 'Read together',
  'none-wanted': () => 'Asked, none wanted',
  'no-order': (values) => `${values.doseMg} mg reviewed, no order to compare`,
  'reviewed-other-dose': (values) => `${values.doseMg} mg reviewed, order is ${values.orderDoseMg} mg`,
  reviewed: (values) => `${values.doseMg} mg, as ordered`,
  'ride-asked': (values, time) =>
    `${values.companionName} asked ${at(values, 'stateAt', time)}, has not answered`,
  'ride-declined': (values) => `${values.companionName} cannot come`,
  'ride-accepted': (values, time) =>
    `${values.companionName} said yes ${at(values, 'stateAt', time)}${byWay(values)}`,
  'ride-on-the-way': (values) => `${values.companionName} is on the way${byWay(values)}`,
  'ride-at-the-door': (values) => `${values.companionName} is at the door`,
  'ride-home-safe': (values) => `${values.companionName} reported home safe, before this dose`,
  'no-dose-time': (values, time) => `Visit ${at(values, 'startsAt', time)}, no dose time to compare`,
  'visit-booked': (values, time) => `Visit ${at(values, 'startsAt', time)}`,
  'visit-outside-clinic': (values) =>
    `Held outside. ${values.namesOutside === 1 ? 'One name goes' : `${values.namesOutside} names go`} with them`,
  'visit-outside-window': (values, time) =>
    `Visit ${at(values, 'startsAt', time)}, outside ${at(values, 'fromAt', time)} to ${at(values, 'toAt', time)}`,
  'enough-nurses': (values) => floorInWords(values),
  'too-few-nurses': (values, time) =>
    `${floorInWords(values)}. ${values.nextAt === undefined ? 'When a place is free is not known' : `The next place is expected at ${at(values, 'nextAt', time)}`}`,
  'dose-not-started': () => 'No dose on record',
  'dose-running': (values, time) => `Running since ${at(values, 'startedAt', time)}`,
  'dose-ended': (values, time) => `Ended ${at(values, 'stoppedAt', time)}`,
  'dose-time-not-readable': () => 'The time of the dose cannot be read',
  'dose-times-reversed': () => 'The dose ends before it starts',
  'not-on-scale': (values) => `MOAA/S ${values.moaas}, not a step of the scale`,
  'staffing-not-readable': () => 'The numbers cannot be read',
  'dose-not-ended': () => 'No end of dose on record',
  'still-resting': (values, time) => `Rest at least until ${at(values, 'restUntilAt', time)}`,
  rested: (values, time) => `Resting since ${at(values, 'endedAt', time)}`,
  'parts-not-recorded': () => 'No part of the dose has its time',
  'part-time-not-readable': () => 'The time of a part cannot be read',
  'stay-not-over': (values, time) => stayInWords('Stays at least until', values, time),
  'stay-over': (values, time) => stayInWords('Could leave from', values, time),
  'score-not-readable': (values) => `${values.total} is not a total this score can have`,
  score: (values) => `${values.total} of 10`,
  oriented: () => 'Says who, where and when',
  'not-oriented': () => 'Cannot say who, where or when',
  steady: () => 'Walks steadily',
  'needs-help': () => 'Walks with help',
  unsteady: () => 'Not steady',
  'asked-none': () => 'Asked, none',
  symptoms: (values) => `Still there: ${values.symptoms}`,
  'none-open': () => 'None open',
  'alerts-open': (values) => `${values.count} open`,
  'signals-open': (values) => `${values.count} open`,
  repeated: () => 'Said back in their own words',
  'not-repeated': () => 'Could not say them back',
  removed: () => 'Out',
  'still-in': () => 'Still in',
  returned: () => 'Given back',
  'not-returned': () => 'Not given back',
  present: () => 'Here',
  'not-present': () => 'Not here',
};

function stayInWords(words: string, values: Values, time: TimeInWords): string {
  const until = `${words} ${at(values, 'restUntilAt', time)}`;
  if (values.fromFirstUntilAt === undefined || values.fromLastUntilAt === undefined) return until;
  return `${until}. From the first ${at(values, 'fromFirstUntilAt', time)}, from the last ${at(values, 'fromLastUntilAt', time)}`;
}
