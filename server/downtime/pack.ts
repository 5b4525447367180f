// Today on paper: each person's page from the same record and the same answer the screens show. What nobody knows is printed
// as not known; an example is printed as an example.

import type { Pack, PackPage } from '#api/downtime.ts';
import { localDay } from '#clinical/downtime/morning-pack.ts';
import { paperRowMinutes } from '#clinical/downtime/paper-rows.ts';
import { sheetCode } from '#clinical/downtime/sheet-code.ts';
import { conditionWords, haveInWords, lineNameOf } from '#clinical/gate-words.ts';
import { type Instant, localDateOf, localTime, type ZoneId } from '#clinical/instant.ts';
import { vitalSign } from '#clinical/monitoring/vital-signs.ts';
import type { Edition, VitalLimits } from '#clinical/protocol/edition.ts';
import { crisisPlace } from '#clinical/risk/crisis-lines.ts';
import type { Followed } from '#clinical/worklist.ts';
import type { Clinic } from '#server/access';
import { answerOf, careRecordsOf, type Finding, findingsIn } from '#server/care-record';
import type { Tx } from '#server/postgres';
import { editionsNamed } from '#server/protocols';
import { type ComingRow, comingBetween, type Entry, entriesOf, instructionsOf } from './store.ts';

type PackClinic = Pick<Clinic, 'name' | 'phone' | 'address' | 'zone' | 'crisisPlace'>;

export async function packOf(
  tx: Tx,
  { clinic, now }: { readonly clinic: PackClinic; readonly now: Instant },
): Promise<Pack> {
  const rows = await comingBetween(tx, localDay(now, clinic.zone));
  const patientIds = [...new Set(rows.map((row) => row.patient_id))];
  const doses = rows.filter((row) => row.kind === 'dose');
  const followed = await careRecordsOf(
    tx,
    doses.map((row) => row.patient_id),
    now,
    {
      cycleOf: new Map(
        doses.flatMap((row) => (row.cycle_id === null ? [] : [[row.patient_id, row.cycle_id] as const])),
      ),
    },
  );
  const editions = await editionsNamed(
    tx,
    doses.map((row) => row.session_edition_id),
  );
  const entries = await entriesOf(tx, patientIds);
  const instructions = await instructionsOf(tx, patientIds);
  const pages: PackPage[] = [];
  for (const row of rows) {
    const findings = (await findingsIn(tx, row.patient_id, now)) ?? [];
    const one = row.kind === 'dose' ? followed.get(row.patient_id) : undefined;
    pages.push({
      ...personOf(row),
      ...healthOf(entries.get(row.patient_id) ?? [], {
        findings,
        zone: clinic.zone,
        instructionFor: (key) => instructions.get(`${row.patient_id}/${key}`),
      }),
      order: row.kind === 'dose' ? orderOf(row) : undefined,
      care:
        one === undefined
          ? undefined
          : careOf(row, {
              // A session keeps the protocol it was opened on.
              followed: { ...one, edition: editions(row.session_edition_id ?? undefined) ?? one.edition },
              zone: clinic.zone,
              now,
            }),
    });
  }
  const place = crisisPlace(clinic.crisisPlace);
  return {
    madeAt: now,
    date: localDateOf(now, clinic.zone),
    zone: clinic.zone,
    clinic: { name: clinic.name, phone: clinic.phone, address: clinic.address },
    emergency: place?.emergency.number,
    lines: (place?.lines ?? []).map(({ name, number }) => ({ name, number })),
    pages,
  };
}

function personOf(
  row: ComingRow,
): Pick<
  PackPage,
  | 'code'
  | 'patientId'
  | 'name'
  | 'birthDate'
  | 'phone'
  | 'kind'
  | 'startsAt'
  | 'endsAt'
  | 'roomName'
  | 'practitionerName'
> {
  return {
    code: sheetCode(row.appointment_id),
    patientId: row.patient_id,
    name: row.name,
    birthDate: row.birth_date ?? undefined,
    phone: row.phone ?? undefined,
    kind: row.kind,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    roomName: row.room_name ?? undefined,
    practitionerName: row.practitioner_name ?? undefined,
  };
}

type Known = {
  readonly findings: readonly Finding[];
  readonly zone: ZoneId;
  readonly instructionFor: (key: string) => string | undefined;
};

function healthOf(
  entries: readonly Entry[],
  known: Known,
): Pick<PackPage, 'allergies' | 'medicines' | 'alsoFound'> {
  const medicines = entries.filter(
    ({ kind, body }) => kind === 'medication-statement' && body['status'] !== 'stopped',
  );
  const about = new Map(medicines.map((entry) => [entry, findingsAbout(entry, known.findings)]));
  const told = new Set([...about.values()].flat());
  const allergies = entries.filter(({ kind }) => kind === 'allergy');
  return {
    allergies:
      allergies.length === 0
        ? emptyOnPurpose(entries, 'has-allergies')
        : {
            kind: 'listed',
            lines: allergies.map(({ body, status }) => ({
              name: words(body['name']),
              detail: joined([words(body['reaction']), severity(body['severity'])]),
              confirmed: status === 'confirmed',
            })),
          },
    medicines:
      medicines.length === 0
        ? emptyOnPurpose(entries, 'takes-medicines')
        : {
            kind: 'listed',
            lines: medicines.map((entry) => ({
              name: words(entry.body['name']),
              detail: joined([
                words(entry.body['dose']),
                words(entry.body['howOften']),
                entry.body['status'] === 'not-sure' ? 'not sure whether it is still taken' : '',
              ]),
              confirmed: entry.status === 'confirmed',
              found: (about.get(entry) ?? []).map((finding) => foundOf(finding, known)),
            })),
          },
    alsoFound: known.findings
      .filter((finding) => !told.has(finding))
      .map((finding) => foundOf(finding, known)),
  };
}

/** Silence is not an empty list: only a person who said "none" makes it one. */
function emptyOnPurpose(
  entries: readonly Entry[],
  key: string,
): { readonly kind: 'not-known' } | { readonly kind: 'none-said'; readonly at: Instant } {
  const last = entries.findLast(({ kind, body }) => kind === 'history-answer' && body['key'] === key);
  return last?.body['answer'] === 'no' ? { kind: 'none-said', at: last.recorded_at } : { kind: 'not-known' };
}

function findingsAbout({ body }: Entry, findings: readonly Finding[]): Finding[] {
  const names = [body['name'], body['generic']].map((name) => words(name).toLowerCase()).filter(Boolean);
  return findings.filter(({ finding }) =>
    finding.inputs.some(
      ({ name, value }) =>
        (name === 'generic' || name === 'medicine') && names.includes(String(value).trim().toLowerCase()),
    ),
  );
}

const decisionWords = {
  'accept-risk': 'Go on, risk accepted',
  adjust: 'Adjust',
  hold: 'Hold',
  stop: 'Stop',
  'not-applicable': 'Does not apply',
} as const;

function foundOf(
  { key, finding, decision }: Finding,
  { instructionFor, zone }: Known,
): { title: string; decided?: string } {
  if (decision === undefined) return { title: finding.title };
  const what = instructionFor(key);
  return {
    title: finding.title,
    decided: `${decisionWords[decision.decision]}${what === undefined ? '' : `: ${what}`} (${decision.by}, ${localDateOf(decision.at, zone)})`,
  };
}

function orderOf(row: ComingRow): PackPage['order'] {
  if (row.order_body === null || row.order_signed_at === null || row.order_signed_by === null)
    return undefined;
  const { drug, doseMg, doseMgPerKg, weightKg, infusionMinutes, note } = row.order_body;
  return {
    drug,
    doseMg,
    doseMgPerKg,
    weightKg,
    infusionMinutes,
    note,
    signedByName: row.order_signed_by,
    signedAt: row.order_signed_at,
  };
}

function careOf(
  row: ComingRow,
  { followed, zone, now }: { readonly followed: Followed; readonly zone: ZoneId; readonly now: Instant },
): PackPage['care'] {
  const { edition, record } = followed;
  const { gates } = answerOf(followed, now);
  const time = clockIn(zone);
  const { openDose, release } = gates;
  return {
    protocol: { id: edition.id, name: edition.name, version: edition.version, approver: edition.approver },
    limits: {
      start: limitsOf(edition.limits.start),
      alert: limitsOf(edition.limits.alert),
      release: limitsOf(edition.limits.release),
    },
    recheckAfterMinutes: edition.alert.recheckAfterMinutes.value,
    moaas: moaasOf(edition),
    openLines: openDose.lines
      .filter((line) => line.state !== 'met')
      .map((line) => ({
        name: conditionWords[line.condition].name,
        state: lineNameOf(line),
        have: haveInWords(line, time),
      })),
    metLines: openDose.counts.met,
    releaseLines: release.lines.map((line) => conditionWords[line.condition].name),
    rowMinutes: [...paperRowMinutes({ edition, infusionMinutes: row.order_body?.infusionMinutes })],
    doseStartedAt: record.cycle?.session?.doseStartedAt,
    ride:
      row.ride_name === null || row.ride_state === null
        ? undefined
        : {
            name: row.ride_name,
            phone: row.ride_phone ?? undefined,
            state: row.ride_state,
            codeWord: row.code_word ?? undefined,
          },
  };
}

type PrintedLimit = NonNullable<PackPage['care']>['limits']['start'][number];

function limitsOf(limits: VitalLimits): PrintedLimit[] {
  return (Object.keys(limits) as (keyof VitalLimits)[]).flatMap((key) => {
    const { below, above } = limits[key];
    const { name, unitLabel } = vitalSign(key);
    return below === undefined && above === undefined
      ? []
      : [{ sign: name, unit: unitLabel, below: below?.value, above: above?.value }];
  });
}

function moaasOf({ sedation }: Edition) {
  return {
    reviewAtOrBelow: sedation.reviewAtOrBelow.value,
    stopDoseAtOrBelow: sedation.stopDoseAtOrBelow.value,
    emergencyAtOrBelow: sedation.emergencyAtOrBelow.value,
    releaseAtOrAbove: sedation.releaseAtOrAbove.value,
  };
}

function clockIn(zone: ZoneId): (at: Instant) => string {
  return (at) => {
    const { date, minuteOfDay } = localTime(at, zone);
    const two = (value: number): string => String(value).padStart(2, '0');
    return `${date} ${two(Math.floor(minuteOfDay / 60))}:${two(minuteOfDay % 60)}`;
  };
}

function words(value: unknown): string {
  return typeof value === 'string' ? value.trim() : '';
}

function severity(value: unknown): string {
  return value === 'not-sure' ? 'not sure how severe' : words(value);
}

function joined(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(', ');
}
