// What a piece of work is called, in the words of the clinic. Both kinds of task speak here: the ones someone raised and
// the ones the one clinical answer draws. A kind without words of its own is shown by its name, never hidden.
import { type Condition, doseConditions, releaseConditions } from '#clinical/gate.ts';
import { conditionWords } from '#clinical/gate-words.ts';
import { instrumentById } from '#clinical/instruments/instruments.ts';
import { morningCheckHours } from '#clinical/integration/after-check-rules.ts';
import {
  companionCheckNames,
  companionSigns,
  companionWords,
} from '#clinical/integration/companion-checks.ts';
import type { CareStep } from '#clinical/protocol/care-steps.ts';
import { stepWords } from '#clinical/protocol/step-words.ts';
import { companionCheckWords, companionSaidWords } from '#web/clinic/companion-check-words.ts';

type Detail = Readonly<Record<string, string | number | boolean>>;

const words: Readonly<Record<string, string>> = {
  'answer-screening': 'Answer the screening',
  'book-consult': 'Book the consult',
  'hold-consult': 'Hold the consult',
  'decide-issue': 'Decide on a finding',
  'sign-order': 'Sign the order',
  'book-dose': 'Book the doses',
  'book-integration': 'Book the integration hour',
  'sign-consent': 'Read and sign the consent',
  'set-intention': 'Set an intention',
  'practice-grounding': 'Practise grounding',
  'write-navigation-plan': 'Write what helps and what does not',
  'write-day-plan': 'Plan the day',
  'write-letter': 'Write the letter for tonight',
  'prepare-step': 'Go on getting ready',
  'ask-companion': 'Ask someone for the ride home',
  'answer-ride': 'Answer about the ride home',
  'answer-baseline': 'Answer the questionnaire before the dose',
  'morning-check-in': 'Say how this morning is',
  'check-in': 'Check in on the day',
  'settle-line': 'Settle a line of the gate sheet',
  'pre-dose-review': 'Review the dose',
  'take-vital-signs': 'Take a row of vital signs',
  'make-look': 'Look, and tap what you see',
  'call-home': 'Call the home: looks were missed',
  'home-looks-missed': 'Call the home: looks were missed',
  'home-not-sure': 'Call the home: the one who watches could not tell',
  'home-worried': 'Call the home: something is wrong',
  'recheck-alert': 'Look again after an alert',
  'answer-signal': 'Answer a call',
  release: 'Settle what holds the way home',
  'answer-evening-check': 'Answer the evening check',
  'call-about-evening': 'Call about the evening',
  'answer-pulse': 'Answer the one question of the day',
  'answer-anchor': 'Answer the questionnaire after the dose',
  'attend-integration': 'Hold the integration hour',
  'help-request': 'Asked for help',
  'patient-calls': 'Calls from the room',
  'dose-started-while-closed': 'A dose was started while its gate was closed',
  'dose-part-off-order': 'A further part of a dose was given outside the order or its time',
  'consent-withdrawn': 'Withdrew consent',
  'ride-declined': 'The ride home fell through',
  'read-story': 'A story was told. Read it before it is shown',
  'close-emdr-sitting': 'Close the EMDR sitting with them. A closing that was not asked is not a closing',
  'guest-note': 'The therapist outside wrote. Read it under Integration',
  'feelings-surfaced': 'Strong feelings came up in a session, and trauma is in the record. Look after them',
  'companion-concern': 'The companion says something is wrong',
  'companion-not-sure': 'The companion is not sure all is well. Ask',
  'patient-question': 'Has a question. Answer it',
  'patient-fear': 'Named a fear. Answer it',
  'patient-message': 'Wrote to the clinic. Answer it',
  'message-late': 'A message is past the time that was promised. Find who answers it',
  'patient-talk': 'Something to talk through before the dose',
  'low-readiness': 'Does not feel ready. Talk with them',
  'morning-differs': 'Something this morning differs from the plan',
  'dead-link': 'A place on the reading list no longer answers. Look, and take it off',
  'slot-cancelled': 'A slot was cancelled. Book it again',
  'answer-after-check': 'Answer the question after the dose',
  'call-about-after-check': 'No word since the dose. Call',
  'after-check-losing': 'Says after the dose that the ground goes. Call now',
  'after-check-shaky': 'Says after the dose that they are shaky',
  'evening-need-help': 'Says in the evening that they need help',
  'evening-rough': 'Had a rough evening',
  'risk-item-positive': 'Thoughts of death or self-harm in a questionnaire',
  'risk-item-not-answered': 'Left the question about death or self-harm open',
  'cssrs-high': 'Columbia screener: high',
  'cssrs-moderate': 'Columbia screener: moderate',
  'cssrs-low': 'Columbia screener: low',
  'book-next-visit': 'Book the next visit before they leave',
  'book-next-dose': 'Book the next dose as decided',
  'book-follow-up': 'Book a time to talk after the series',
  'ask-after-series': 'Ask how they are after the series: thoughts of dying, mood, bladder, use elsewhere',
  'drug-use-without-line': 'Given or wasted in a room, and not in the drug book',
  'drug-loss-notice': 'Send the written notice of a lost controlled drug',
  'drug-loss-form-106': 'Send DEA Form 106 on a lost controlled drug',
  'side-effect-told': 'A side effect was told. Look and grade it',
  'side-effect-to-sign': 'A grave side effect waits for your signature',
  'cssrs-incomplete': 'Columbia screener: questions left open. Ask them again',
};

export function taskWord(kind: string): string {
  const known = words[kind];
  if (known !== undefined) return known;
  const plain = kind.replaceAll('-', ' ');
  return plain.charAt(0).toUpperCase() + plain.slice(1);
}

const conditions: readonly string[] = [...doseConditions, ...releaseConditions];

/** The subject of a drawn task: a gate line by its name; anything else is an address, not words, and stays unsaid. */
export function taskSubject(kind: string, subject: string | undefined): string | undefined {
  if (subject === undefined) return undefined;
  if (kind === 'settle-line' && conditions.includes(subject))
    return conditionWords[subject as Condition].name;
  if (kind === 'prepare-step') return subject in stepWords ? stepWords[subject as CareStep] : undefined;
  if (kind === 'answer-after-check' || kind === 'call-about-after-check')
    return Number(subject) === morningCheckHours ? 'the morning after' : `${subject} h`;
  if (kind === 'answer-baseline' || kind === 'answer-anchor') return instrumentById(subject)?.name ?? subject;
  return undefined;
}

const shown: Readonly<Record<string, string>> = {
  title: '',
  companionName: '',
  reason: '',
  words: 'Their words: ',
  lines: 'Lines: ',
  found: '',
  listedLink: '',
  wantedDates: 'Wanted: ',
  low: 'Low: ',
  note: '',
};

/** What of a task's detail is words for a person; ids and codes are not. */
export function detailWords(detail: Detail): readonly string[] {
  return Object.entries(shown)
    .flatMap(([key, before]) => {
      const value = detail[key];
      return typeof value === 'string' && value !== '' ? [`${before}${value}`] : [];
    })
    .concat(companionSaid(detail));
}

/** The server keeps what they tapped; the words for it are ours. */
function companionSaid({ check, word, signs }: Detail): readonly string[] {
  const name = companionCheckNames.find((one) => one === check);
  const said = companionWords.find((one) => one === word);
  if (name === undefined || said === undefined) return [];
  const seen = companionSigns.filter((sign) => String(signs).split(' ').includes(sign));
  return [`${companionCheckWords[name]}: ${companionSaidWords(said, seen)}`];
}
