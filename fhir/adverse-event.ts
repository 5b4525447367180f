/**
 * Something that went wrong as a FHIR R4 AdverseEvent. What nobody graded is absent. FHIR has three severities; what was
 * graded life-threatening or fatal is sent as severe, with the seriousness that says which.
 */
import type { Route } from '#clinical/care-record.ts';
import type { Instant } from '#clinical/instant.ts';
import type { Relatedness, SeriousnessCriterion, Severity } from '#clinical/risk/adverse-event-terms.ts';
import { formatDateTime } from './date-time.ts';
import { medicineOf } from './medication-administration.ts';
import type { AdverseEvent, CodeableConcept } from './resources.ts';

export type AdverseEventToShare = {
  readonly eventId: string;
  /** What the file calls the person: their own id, or one that names nobody. */
  readonly subject: string;
  readonly encounterId?: string | undefined;
  readonly utcOffsetMinutes: number;
  readonly name: string;
  readonly words?: string | undefined;
  readonly startedAt?: Instant | undefined;
  readonly recordedAt: Instant;
  readonly recordedBy?: 'patient' | 'companion' | 'practitioner' | undefined;
  readonly severity?: Severity | undefined;
  readonly seriousness?: readonly SeriousnessCriterion[] | undefined;
  readonly serious: boolean | 'unknown';
  readonly outcome: 'over' | 'ongoing' | 'unknown';
  readonly relatedness?: Relatedness | undefined;
  /** The route of the dose before it; undefined when there was none. */
  readonly route?: Route | undefined;
};

const hl7 = (name: string): string => `http://terminology.hl7.org/CodeSystem/${name}`;

export function toAdverseEvent(event: AdverseEventToShare): AdverseEvent {
  const { subject, utcOffsetMinutes, startedAt, route, severity } = event;
  const dated = (at: Instant): string => formatDateTime(at, utcOffsetMinutes);
  const seriousness = seriousnessOf(event);
  return {
    resourceType: 'AdverseEvent',
    id: event.eventId,
    ...(route === undefined
      ? {}
      : {
          contained: [{ resourceType: 'Medication', id: 'suspected', code: medicineOf(route) } as const],
        }),
    actuality: 'actual',
    event: { text: event.words === undefined ? event.name : `${event.name}: ${event.words}` },
    subject: { reference: `Patient/${subject}` },
    ...(event.encounterId === undefined
      ? {}
      : { encounter: { reference: `Encounter/${event.encounterId}` } }),
    ...(startedAt === undefined ? {} : { date: dated(startedAt) }),
    recordedDate: dated(event.recordedAt),
    ...(seriousness === undefined ? {} : { seriousness }),
    ...(severity === undefined ? {} : { severity: severityOf(severity) }),
    outcome: coded('adverse-event-outcome', outcomeOf(event)),
    ...(event.recordedBy === 'patient' ? { recorder: { reference: `Patient/${subject}` } } : {}),
    ...(route === undefined
      ? {}
      : {
          suspectEntity: [
            {
              instance: { reference: '#suspected' },
              causality: [
                event.relatedness === undefined
                  ? { assessment: { text: 'Not assessed' } }
                  : { assessment: coded('adverse-event-causality-assess', assessments[event.relatedness]) },
              ],
            },
          ],
        }),
  };
}

function coded(system: string, code: string): CodeableConcept {
  return { coding: [{ system: hl7(system), code }] };
}

function severityOf(severity: Severity): CodeableConcept {
  const isWorse = severity === 'life-threatening' || severity === 'fatal';
  return coded('adverse-event-severity', isWorse ? 'severe' : severity);
}

const assessments: Readonly<Record<Relatedness, string>> = {
  unlikely: 'Unlikely',
  possible: 'Possible',
  probable: 'Probably-Likely',
  definite: 'Certain',
};

const seriousCodes: Readonly<Record<SeriousnessCriterion, string>> = {
  death: 'SeriousResultsInDeath',
  'life-threatening': 'SeriousIsLifeThreatening',
  hospitalization: 'SeriousResultsInHospitalization',
  disability: 'SeriousResultsInDisability',
  'congenital-anomaly': 'SeriousIsBirthDefect',
  'important-medical-event': 'SeriousRequiresPreventImpairment',
};

function seriousnessOf({ seriousness, serious }: AdverseEventToShare): CodeableConcept | undefined {
  if (serious === 'unknown') return undefined;
  if (!serious) return coded('adverse-event-seriousness', 'Non-serious');
  const codes = (seriousness ?? []).map((one) => seriousCodes[one]);
  return {
    coding: (codes.length === 0 ? ['Serious'] : codes).map((code) => ({
      system: hl7('adverse-event-seriousness'),
      code,
    })),
  };
}

function outcomeOf({ outcome, severity, seriousness }: AdverseEventToShare): string {
  if (severity === 'fatal' || seriousness?.includes('death') === true) return 'fatal';
  return { over: 'resolved', ongoing: 'ongoing', unknown: 'unknown' }[outcome];
}
