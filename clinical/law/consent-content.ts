// What a consent to off-label ketamine should speak about. The list says which topics a consent document covers and
// which it leaves out; it holds no wording, that is the clinic's own.

import type { DetectedIssue } from '#clinical/detected-issue.ts';
import { asOf, datedFinding, given } from '#clinical/law/rules-as-of.ts';
import { sourced } from '#clinical/sourced.ts';

const rule = 'consent-content';

export const consentTopics = {
  'diagnosis-and-reason': 'The diagnosis and why ketamine is offered',
  'approval-status': 'That ketamine is not approved for psychiatry, and esketamine is',
  'route-dose-and-sessions': 'Route, plan of doses and number of sessions',
  'benefit-and-duration': 'What may get better, and that nobody knows for how long',
  alternatives: 'Other treatments, and no treatment',
  'common-effects': 'Common effects',
  dissociation: 'Dissociation and other effects on the mind',
  'blood-pressure-and-heart': 'Blood pressure and heart',
  breathing: 'Slower breathing',
  'bladder-and-liver': 'Bladder and liver',
  dependence: 'Dependence',
  pregnancy: 'Pregnancy',
  'driving-and-decisions': 'Driving and important decisions afterwards',
  'monitoring-and-stay': 'How they are watched and how long they stay',
  'ride-home': 'The ride home',
  'interactions-alcohol-cannabis': 'Other medicines, alcohol and cannabis',
  cost: 'Cost',
  'data-photo-recording': 'Use of data, photographs and recordings',
  touch: 'Touch',
  'right-to-withdraw': 'The right to stop at any time',
  'contact-and-emergency': 'Whom to call, and in an emergency',
  'signature-date-version': 'Signature, date and version of the text',
  witness: 'A witness, where the clinic asks for one',
  interpreter: 'An interpreter, where one is needed',
} as const;

export type ConsentTopic = keyof typeof consentTopics;

export const consentTopicIds = Object.keys(consentTopics) as readonly ConsentTopic[];

/** General practice; an audit of 23 clinics found what is most often left out. */
export const consentContentList = sourced(
  consentTopicIds,
  'topic',
  'T-GEN',
  'G',
  asOf('In an audit of 23 clinics in 2022, 52 % named the alternatives and 65 % dissociation.'),
);

export type ConsentCoverage = {
  readonly covered: readonly ConsentTopic[];
  readonly notCovered: readonly ConsentTopic[];
  /** Names the list does not know; kept, so that a slip of spelling is not read as covered. */
  readonly notOnList: readonly string[];
};

/** Which topics a document covers, in the order of the list; undefined when nobody has read it for this. */
export function consentCoverage(covers: readonly string[] | null | undefined): ConsentCoverage | undefined {
  if (!covers) return undefined;
  return {
    covered: consentTopicIds.filter((topic) => covers.includes(topic)),
    notCovered: consentTopicIds.filter((topic) => !covers.includes(topic)),
    notOnList: covers.filter((topic) => !(consentTopicIds as readonly string[]).includes(topic)),
  };
}

export function consentContentIssues(question: {
  /** Topic ids the document was found to cover. */
  readonly covers: readonly string[] | undefined;
  readonly documentVersion: string | undefined;
}): readonly DetectedIssue[] {
  const { documentVersion } = question;
  const coverage = consentCoverage(question.covers);
  const found = (code: string, title: string, action: DetectedIssue['action'], missing: readonly string[]) =>
    datedFinding({
      rule,
      code,
      title,
      action,
      inputs: [...given('documentVersion', documentVersion), ...given('covered', coverage?.covered.length)],
      missing,
      basis: [consentContentList],
    });
  const unversioned = documentVersion?.trim()
    ? []
    : [
        found('consent-version-not-known', 'It is not known which version of the text this is.', 'unknown', [
          'documentVersion',
        ]),
      ];
  if (!coverage) {
    return [
      found('consent-content-not-read', 'No one has noted what this consent speaks about.', 'unknown', [
        'covers',
      ]),
      ...unversioned,
    ];
  }
  const unknownTopics =
    coverage.notOnList.length === 0
      ? []
      : [
          found(
            'consent-topic-not-on-list',
            'The consent names topics this list does not know.',
            'unknown',
            coverage.notOnList,
          ),
        ];
  const gaps =
    coverage.notCovered.length === 0
      ? []
      : [
          found(
            'consent-topics-not-covered',
            `The consent leaves out ${coverage.notCovered.length} of ${consentTopicIds.length} topics.`,
            'review',
            coverage.notCovered,
          ),
        ];
  return [...unversioned, ...unknownTopics, ...gaps];
}
