// The consent text as it will be signed, section by section; a typed name; and a way to take it back at once.
import { queryOptions, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { AnswerOf } from '#api/endpoint.ts';
import { getConsents, signConsent, withdrawConsent } from '#api/preparation.ts';
import { ask, newCommandId } from '#web/kit/api-client.ts';
import { Button } from '#web/kit/button.tsx';
import { Card } from '#web/kit/card.tsx';
import { useNow } from '#web/kit/clock.ts';
import { useDraft } from '#web/kit/drafts.ts';
import { ErrorState } from '#web/kit/error-state.tsx';
import { failureWords } from '#web/kit/failure-words.ts';
import { Form } from '#web/kit/form.tsx';
import { currentLanguage, extendCatalog, t } from '#web/kit/locale.ts';
import { Sheet } from '#web/kit/sheet.tsx';
import { StateWord } from '#web/kit/state-mark.tsx';
import { TextField } from '#web/kit/text-field.tsx';
import { Asked } from '#web/patient/asked.tsx';
import { whenWords } from '#web/patient/moments.ts';
import { Page } from '#web/patient/page.tsx';
import { usePerson } from '#web/patient/patient-context.ts';
import { patientKey, renewPatient } from '#web/patient/queries.ts';
import { say } from '#web/patient/say.ts';
import { useAct } from '#web/patient/use-act.ts';
import { prepareWords } from '#web/patient/words/prepare.ts';

extendCatalog(prepareWords);

type Consents = AnswerOf<typeof getConsents>;

export function consentsQuery(patientId: string) {
  return queryOptions({
    queryKey: patientKey(patientId, 'consents', currentLanguage()),
    queryFn: () => ask(getConsents, { params: { patientId }, query: { language: currentLanguage() } }),
  });
}

function ConsentPage() {
  const { patientId } = usePerson();
  const consents = useQuery(consentsQuery(patientId));
  return (
    <Page
      place="/"
      title={consents.data?.edition.title ?? t('prepare.consent')}
      lead={t('consent.lead')}
      back={{ to: '/prepare', label: t('prepare.title') }}
    >
      <Asked query={consents}>{(data) => <Consent consents={data} />}</Asked>
    </Page>
  );
}

function Consent({ consents: { edition, consents } }: { readonly consents: Consents }) {
  const now = useNow(60_000);
  const newestFirst = consents.toSorted((a, b) => b.signedAt - a.signedAt);
  const current = newestFirst.find((each) => each.current);
  const withdrawn = newestFirst.find((each) => each.withdrawnAt !== undefined);
  const older = newestFirst.find((each) => !each.current && each.withdrawnAt === undefined);
  return (
    <>
      {!edition.approved && (
        <StateWord state="unknown" word={<span className="font-normal">{t('consent.example')}</span>} />
      )}
      {current !== undefined && <Signed id={current.id} name={current.signedName} at={current.signedAt} />}
      {current === undefined && withdrawn?.withdrawnAt !== undefined && (
        <Card>
          <p>{say('consent.withdrawn', { when: whenWords(withdrawn.withdrawnAt, now) })}</p>
        </Card>
      )}
      {current === undefined && older !== undefined && (
        <p>{say('consent.not-current', { when: whenWords(older.signedAt, now) })}</p>
      )}
      {edition.sections.map((section) => (
        <section key={section.heading} className="flex flex-col gap-2">
          <h2 className="text-sub font-sub">{section.heading}</h2>
          <p className="long-reading whitespace-pre-line">{section.text}</p>
        </section>
      ))}
      <p className="text-small text-ink-2">{t('consent.version', { id: edition.id })}</p>
      {current === undefined && <SignForm edition={edition} />}
    </>
  );
}

function SignForm({ edition }: { readonly edition: Consents['edition'] }) {
  const { patientId } = usePerson();
  const draft = useDraft(`consent/${edition.id}`, '');
  const act = useAct(signConsent);
  const [id] = useState(newCommandId);
  const sign = async (): Promise<void> => {
    if (draft.value.trim() === '') return;
    const done = await act.run({
      params: { patientId },
      body: { id, editionId: edition.id, sha256: edition.sha256, signedName: draft.value },
    });
    if (done === undefined) return;
    draft.clear();
    renewPatient(patientId);
  };
  return (
    <Card title={t('consent.sign-title')}>
      <Form
        onSubmit={sign}
        failure={act.failure}
        stillTrue={t('consent.not-signed')}
        actions={
          <Button
            type="submit"
            variant="primary"
            size="large"
            closed={draft.value.trim() === '' ? t('consent.needs-name') : undefined}
            busy={act.busy ? t('consent.signing') : undefined}
          >
            {t('consent.sign')}
          </Button>
        }
      >
        <TextField
          label={t('consent.name')}
          name="signedName"
          autoComplete="name"
          maxLength={200}
          value={draft.value}
          onChange={draft.set}
        />
      </Form>
    </Card>
  );
}

function Signed({ id, name, at }: { readonly id: string; readonly name: string; readonly at: number }) {
  const { patientId } = usePerson();
  const now = useNow(60_000);
  const act = useAct(withdrawConsent);
  const [asks, setAsks] = useState(false);
  const withdraw = async (): Promise<void> => {
    const done = await act.run({ params: { patientId, consentId: id }, body: {} });
    if (done === undefined) return;
    setAsks(false);
    renewPatient(patientId);
  };
  return (
    <Card>
      <StateWord state="checked" word={say('consent.signed', { name, when: whenWords(at, now) })} />
      <div className="mt-3">
        <Button onClick={() => setAsks(true)}>{t('consent.withdraw')}</Button>
      </div>
      <Sheet
        open={asks}
        onClose={() => setAsks(false)}
        title={t('consent.withdraw-ask')}
        actions={
          <>
            <Button
              variant="danger"
              onClick={withdraw}
              busy={act.busy ? t('consent.withdrawing') : undefined}
            >
              {t('consent.withdraw-yes')}
            </Button>
            <Button onClick={() => setAsks(false)}>{t('consent.withdraw-no')}</Button>
          </>
        }
      >
        <p>{t('consent.withdraw-text')}</p>
        {act.failure !== undefined && <ErrorState compact title={failureWords(act.failure)} />}
      </Sheet>
    </Card>
  );
}

export const page = ConsentPage;
