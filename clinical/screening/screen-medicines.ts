// Do the medicines someone takes matter for ketamine by this route? Each typed name gets its findings; a name we do not
// know is a finding too.

import type { Route } from '#clinical/care-record.ts';
import { byUrgency, type DetectedIssue, type IssueAction } from '#clinical/detected-issue.ts';
import { findMedicines, type MedicineFinding, type MedicineMatch } from './find-medicine.ts';
import { classInteractions, type Interaction, traitInteractions } from './interactions.ts';
import type { Medicine } from './medicines.ts';

const rule = 'medicine-interaction';

export function screenMedicines(question: {
  /** As typed. An empty list means they said they take none; undefined means nobody asked. */
  readonly medicines: readonly string[] | undefined;
  readonly route: Route;
}): readonly DetectedIssue[] {
  const { medicines, route } = question;
  if (!medicines) {
    return [
      {
        rule,
        code: 'medicines-not-asked',
        title: 'Nobody has asked which medicines they take.',
        action: 'unknown',
        inputs: [],
        missing: ['medicines'],
        sources: ['H-HOUSE'],
        confidence: 'H',
      },
    ];
  }
  return byUrgency(medicines.flatMap(findMedicines).flatMap((finding) => screenOne(finding, route)));
}

function screenOne(finding: MedicineFinding, route: Route): readonly DetectedIssue[] {
  const { typed } = finding;
  if (finding.certainty === 'sure') {
    const found = finding.matches
      .toSorted((a, b) => Number(b.isDepot) - Number(a.isDepot))
      .flatMap((match) => issuesOf(typed, match, route));
    return [...oncePerMedicine(found), ...notRead(finding)];
  }
  const offered = finding.matches.map((match) => match.name).join(' or ');
  return [
    {
      rule,
      code: finding.certainty === 'perhaps' ? 'medicine-spelling' : 'medicine-not-known',
      title:
        finding.certainty === 'perhaps'
          ? `“${typed}” is not in our list. Did they mean ${offered}?`
          : `“${typed}” is not in our list. Someone must look it up.`,
      action: 'unknown',
      inputs: [{ name: 'medicine', value: typed }],
      missing: [`medicine: ${typed}`],
      sources: ['H-HOUSE'],
      confidence: 'H',
    },
  ];
}

/** A brand and its generic on one line are one medicine; the long-acting form speaks first. */
function oncePerMedicine(issues: readonly DetectedIssue[]): readonly DetectedIssue[] {
  const seen = new Set<string>();
  return issues.filter((issue) => {
    const generic = issue.inputs.find((input) => input.name === 'generic')?.value ?? '';
    const key = `${issue.code} ${generic}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** Words beside a recognised name may hide a second medicine. */
function notRead(finding: MedicineFinding): readonly DetectedIssue[] {
  const { typed, unread, alsoPerhaps } = finding;
  if (unread.length === 0) return [];
  const words = unread.join(' ');
  const offered = alsoPerhaps.map((match) => match.name).join(' or ');
  return [
    {
      rule,
      code: alsoPerhaps.length > 0 ? 'medicine-spelling' : 'medicine-words-not-read',
      title:
        alsoPerhaps.length > 0
          ? `“${words}” in “${typed}” is not in our list. Did they mean ${offered}?`
          : `“${words}” in “${typed}” could not be read. Someone must look at the whole line.`,
      action: 'unknown',
      inputs: [{ name: 'medicine', value: typed }],
      missing: [`medicine: ${words}`],
      sources: ['H-HOUSE'],
      confidence: 'H',
    },
  ];
}

function issuesOf(typed: string, match: MedicineMatch, route: Route): readonly DetectedIssue[] {
  const rows = match.medicines.flatMap((medicine) =>
    interactionsOf(medicine).map(([code, interaction]) =>
      asIssue({ typed, match, medicine, code, interaction, route }),
    ),
  );
  // A combination may hold a part that no rule speaks about, beside one that does; alone it is unknown.
  if (rows.length > 0) return rows;
  return [
    {
      rule,
      code: 'medicine-without-rule',
      title: `${match.name} is known by name only; we hold no rule about it.`,
      action: 'unknown',
      inputs: [{ name: 'medicine', value: typed }],
      missing: [`rule for ${match.name}`],
      sources: ['H-HOUSE'],
      confidence: 'H',
    },
  ];
}

function interactionsOf(medicine: Medicine): readonly (readonly [string, Interaction])[] {
  const byClass = medicine.class ? [[medicine.class, classInteractions[medicine.class]] as const] : [];
  const byTrait = medicine.traits.flatMap((trait) => {
    const interaction = traitInteractions[trait];
    return interaction ? [[trait, interaction] as const] : [];
  });
  return [...byClass, ...byTrait];
}

function asIssue(found: {
  readonly typed: string;
  readonly match: MedicineMatch;
  readonly medicine: Medicine;
  readonly code: string;
  readonly interaction: Interaction;
  readonly route: Route;
}): DetectedIssue {
  const { typed, match, medicine, code, interaction, route } = found;
  const stated: IssueAction = interaction.action[route] ?? 'unknown';
  // The class is broader than these: a source of their own says that they are only to be told.
  const isMild = medicine.traits.includes('little-concern') || medicine.traits.includes('mild-inducer');
  const action = isMild && stated !== 'unknown' ? 'inform' : stated;
  const depot = match.isDepot
    ? ' Long-acting: it still acts weeks after the last dose and cannot be held.'
    : '';
  return {
    rule,
    code,
    title: `${nameOf(match, medicine)}: ${interaction.effect} ${interaction.advice}${depot}`,
    action,
    inputs: [
      { name: 'medicine', value: typed },
      { name: 'generic', value: medicine.generic },
      { name: 'route', value: route },
    ],
    missing: [],
    sources: interaction.sources,
    confidence: interaction.confidence,
  };
}

function nameOf(match: MedicineMatch, medicine: Medicine): string {
  return match.name.toLowerCase() === medicine.generic ? match.name : `${match.name} (${medicine.generic})`;
}
