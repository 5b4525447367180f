// One person, in tabs. The desk sees contact, slots and rides; people in care see the chart and what they decide on it.
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense } from 'react';
import { getPatient, type Patient } from '#api/patients.ts';
import { DeskPage, Heard } from '#web/clinic/desk-page.tsx';
import { useMe } from '#web/clinic/me.ts';
import { has, readsChart } from '#web/clinic/places.ts';
import { stageWord } from '#web/clinic/stage-words.ts';
import { useAnswer } from '#web/clinic/use-answer.ts';
import { buttonClass } from '#web/kit/button.tsx';
import { Loading } from '#web/kit/loading.tsx';
import { formatDate, formatLocalDate } from '#web/kit/locale.ts';
import { Tabs } from '#web/kit/tabs.tsx';
import { DeskOverview } from './desk-overview.tsx';
import { nameOf } from './name-of.ts';

export interface PatientTabProps {
  readonly patient: Patient;
}

const Overview = lazy(() => import('./overview-tab.tsx').then((file) => ({ default: file.OverviewTab })));
const RecordTab = lazy(() => import('./record-tab.tsx').then((file) => ({ default: file.RecordTab })));
const Consult = lazy(() =>
  import('#web/clinic/consult/consult-tab.tsx').then((file) => ({ default: file.ConsultTab })),
);
const Preparation = lazy(() =>
  import('#web/clinic/preparation/preparation-tab.tsx').then((file) => ({ default: file.PreparationTab })),
);
const Plan = lazy(() =>
  import('#web/clinic/consult/plan-tab.tsx').then((file) => ({ default: file.PlanTab })),
);
const Notes = lazy(() =>
  import('#web/clinic/consult/notes-tab.tsx').then((file) => ({ default: file.NotesTab })),
);
const Outcomes = lazy(() => import('./outcomes-tab.tsx').then((file) => ({ default: file.OutcomesTab })));
const SharedWords = lazy(() =>
  import('./shared-words-tab.tsx').then((file) => ({ default: file.SharedWordsTab })),
);
const SafetyPlan = lazy(() =>
  import('./safety-plan-tab.tsx').then((file) => ({ default: file.SafetyPlanTab })),
);
const AdverseEvents = lazy(() =>
  import('#web/clinic/adverse-events/adverse-events-tab.tsx').then((file) => ({
    default: file.AdverseEventsTab,
  })),
);
const Sessions = lazy(() =>
  import('#web/clinic/sessions/sessions-tab.tsx').then((file) => ({ default: file.SessionsTab })),
);

const Integration = lazy(() =>
  import('#web/clinic/integration/integration-tab.tsx').then((file) => ({ default: file.IntegrationTab })),
);
const Emdr = lazy(() => import('#web/clinic/emdr/emdr-tab.tsx').then((file) => ({ default: file.EmdrTab })));
const OwnNotes = lazy(() =>
  import('#web/clinic/emdr/own-notes-tab.tsx').then((file) => ({ default: file.OwnNotesTab })),
);

interface TabOfCare {
  readonly id: string;
  readonly title: string;
  readonly show: (patient: Patient) => ReactNode;
}

const careTabs: readonly TabOfCare[] = [
  { id: 'overview', title: 'Overview', show: (patient) => <Overview patient={patient} /> },
  { id: 'record', title: 'Record', show: (patient) => <RecordTab patient={patient} /> },
  { id: 'consult', title: 'Consult', show: (patient) => <Consult patient={patient} /> },
  { id: 'plan', title: 'Plan and order', show: (patient) => <Plan patient={patient} /> },
  { id: 'preparation', title: 'Preparation', show: (patient) => <Preparation patient={patient} /> },
  { id: 'notes', title: 'Notes', show: (patient) => <Notes patient={patient} /> },
  { id: 'outcomes', title: 'Outcomes', show: (patient) => <Outcomes patient={patient} /> },
  { id: 'safety-plan', title: 'Safety plan', show: (patient) => <SafetyPlan patient={patient} /> },
  { id: 'words', title: 'Shared words', show: (patient) => <SharedWords patient={patient} /> },
  {
    id: 'side-effects',
    title: 'Side effects',
    show: (patient) => <AdverseEvents patient={patient} />,
  },
  { id: 'integration', title: 'Integration', show: (patient) => <Integration patient={patient} /> },
  { id: 'sessions', title: 'Sessions', show: (patient) => <Sessions patient={patient} /> },
];

/** What only a therapist does: the bench, and notes that nobody else reads. */
const therapistTabs: readonly TabOfCare[] = [
  { id: 'emdr', title: 'EMDR', show: (patient) => <Emdr patient={patient} /> },
  { id: 'own-notes', title: 'My own notes', show: (patient) => <OwnNotes patient={patient} /> },
];

export function PatientPage() {
  const { patientId } = useParams({ from: '/patients/$patientId' });
  const { tab } = useSearch({ from: '/patients/$patientId' });
  const asked = useAnswer(['patient', patientId, 'person'], getPatient, { params: { patientId } });
  const patient = asked.answer;
  const navigate = useNavigate();
  const me = useMe();
  if (patient === undefined) {
    return (
      <DeskPage title="Patient">
        <Heard of={asked}>{() => null}</Heard>
      </DeskPage>
    );
  }
  const tabs = has(me, 'therapist') ? [...careTabs, ...therapistTabs] : careTabs;
  const chosen = tabs.find((each) => each.id === tab)?.id ?? 'overview';
  return (
    <DeskPage
      title={nameOf(patient)}
      lead={
        <>
          {patient.birthDate === undefined
            ? 'Birth date not known. '
            : `Born ${formatLocalDate(patient.birthDate, 'long')}. `}
          {stageWord(patient.stage)} since {formatDate(patient.stageAt, 'long')}.
          {patient.language === 'es' && ' Speaks Spanish.'}
        </>
      }
      actions={<Ways patientId={patientId} />}
    >
      {readsChart(me) ? (
        <Tabs
          label={`Pages of ${nameOf(patient)}`}
          chosen={chosen}
          onChoose={(id) =>
            navigate({
              to: '/patients/$patientId',
              params: { patientId },
              search: id === 'overview' ? {} : { tab: id },
            })
          }
          tabs={tabs.map((each) => ({
            id: each.id,
            title: each.title,
            content: (
              <Suspense fallback={<Loading />}>{each.id === chosen ? each.show(patient) : null}</Suspense>
            ),
          }))}
        />
      ) : (
        <DeskOverview patient={patient} />
      )}
    </DeskPage>
  );
}

function Ways({ patientId }: { readonly patientId: string }) {
  const me = useMe();
  return (
    <>
      {has(me, 'front-desk', 'nurse', 'prescriber') && (
        <Link to="/patients/$patientId/gate" params={{ patientId }} className={buttonClass({ size: 'row' })}>
          Gate sheet
        </Link>
      )}
      {has(me, 'front-desk', 'nurse') && (
        <Link to="/patients/$patientId/book" params={{ patientId }} className={buttonClass({ size: 'row' })}>
          Book
        </Link>
      )}
    </>
  );
}
