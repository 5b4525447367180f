// How a form is put to a person: in which language, which of its questions, with which answers, and whether this clinic
// may ask it at all.

import type { Filler, Instrument, Item, Language, Option } from './instrument.ts';
import type { Answers } from './score.ts';

/** The answers an item offers: its own, or those of the form. */
export function optionsOf(instrument: Instrument, item: Item): readonly Option[] {
  return item.options ?? instrument.options;
}

/** The answers of any question of the form by its id, the one asked after the items too; undefined: no such question. */
export function optionsFor(instrument: Instrument, itemId: string): readonly Option[] | undefined {
  if (instrument.after?.item.id === itemId) return instrument.after.options;
  const item = instrument.items.find((candidate) => candidate.id === itemId);
  return item && optionsOf(instrument, item);
}

/** unknown: the question it depends on has no answer yet. */
export type Asked = 'asked' | 'not-asked' | 'unknown';

export function whetherAsked(instrument: Instrument, item: Item, answers: Answers): Asked {
  const { askedWhen } = item;
  if (askedWhen === undefined) return 'asked';
  const given = answers[askedWhen.item] ?? undefined;
  const isAnswer = optionsFor(instrument, askedWhen.item)?.some((option) => option.value === given) ?? false;
  if (!isAnswer) return 'unknown';
  return given === askedWhen.is ? 'asked' : 'not-asked';
}

/** The questions to show now, in the order of the form. */
export function askedItems(instrument: Instrument, answers: Answers): readonly Item[] {
  return instrument.items.filter((item) => whetherAsked(instrument, item, answers) === 'asked');
}

/**
 * The answers after one changed, without those to questions that are no longer asked: an answer nobody can see any more
 * must not go on speaking for the person.
 */
export function withoutUnasked(instrument: Instrument, answers: Answers): Answers {
  const unasked = new Set(
    instrument.items
      .filter((item) => whetherAsked(instrument, item, answers) === 'not-asked')
      .map((item) => item.id),
  );
  return Object.fromEntries(Object.entries(answers).filter(([id]) => !unasked.has(id)));
}

/**
 * The form in a language if its publisher has it in that language; otherwise the form as it is. The `language` of what
 * comes back says which, so that a screen can tell a reader that only the English exists.
 */
export function instrumentIn(instrument: Instrument, language: Language): Instrument {
  const translation = instrument.translations?.find((candidate) => candidate.language === language);
  if (translation === undefined) return instrument;
  const worded = (item: Item): Item => ({ ...item, ...translation.items[item.id] });
  const labelled = (options: readonly Option[], texts: Readonly<Record<number, string>> | undefined) =>
    options.map((option) => ({ ...option, text: texts?.[option.value] ?? option.text }));
  const { after } = instrument;
  return {
    ...instrument,
    language,
    ...(translation.name === undefined ? {} : { name: translation.name }),
    wordingFrom: translation.wordingFrom,
    ...(translation.instructions === undefined ? {} : { instructions: translation.instructions }),
    stem: translation.stem,
    items: instrument.items.map(worded),
    options: labelled(instrument.options, translation.options),
    ...(after === undefined
      ? {}
      : { after: { item: worded(after.item), options: labelled(after.options, translation.afterOptions) } }),
    licence: { ...instrument.licence, text: translation.licenceText ?? instrument.licence.text },
  };
}

/** Whether this person may fill the form in: a patient their own, a clinician the ones they ask or rate. */
export function mayFill(instrument: Instrument, filler: Filler): boolean {
  return instrument.filledBy === filler || (filler === 'patient' && instrument.alsoByPatient === true);
}

/** Its instructions speak to a clinician who asks aloud, so someone who reads alone is not shown them. */
export function isForAsking(instrument: Instrument): boolean {
  return instrument.filledBy === 'clinician' && instrument.alsoByPatient === true;
}

export type Offer = 'may-be-offered' | 'licence-not-confirmed';

/** Whether this clinic may put the form before a person. Not known to be confirmed counts as not confirmed. */
export function mayBeOffered(question: {
  readonly instrument: Instrument;
  readonly licenceConfirmedByClinic: boolean | undefined;
}): Offer {
  const { instrument, licenceConfirmedByClinic } = question;
  const isOpen = !instrument.licence.clinicConfirms || licenceConfirmedByClinic === true;
  return isOpen ? 'may-be-offered' : 'licence-not-confirmed';
}
