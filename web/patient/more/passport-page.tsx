// The passport: made when asked for, saved as a file, shown as a square for paper. Nothing of it stays on the server.
import { useEffect, useState } from 'react';
import type { AnswerOf } from '#api/endpoint.ts';
import { makePassport } from '#api/passports.ts';
import { newCommandId } from '#web/kit/api-client.ts';
import { Button, buttonClass } from '#web/kit/button.tsx';
import { Card, Section } from '#web/kit/card.tsx';
import { useDraft } from '#web/kit/drafts.ts';
import { EmptyState } from '#web/kit/empty-state.tsx';
import { Form } from '#web/kit/form.tsx';
import { currentLanguage, extendCatalog, t } from '#web/kit/locale.ts';
import { TextArea } from '#web/kit/text-area.tsx';
import { Page } from '#web/patient/page.tsx';
import { usePerson } from '#web/patient/patient-context.ts';
import { useAct } from '#web/patient/use-act.ts';
import { passportWords } from '#web/patient/words/passport.ts';

extendCatalog(passportWords);

type Made = AnswerOf<typeof makePassport>;

function PassportPage() {
  const { patientId } = usePerson();
  const draft = useDraft('passport/words', '');
  const [made, setMade] = useState<Made>();
  const act = useAct(makePassport);
  const make = async (): Promise<void> => {
    const answer = await act.run({
      params: { patientId },
      body: { id: newCommandId(), words: draft.value.trim(), language: currentLanguage() },
    });
    if (answer !== undefined) setMade(answer);
  };
  return (
    <Page
      place="/more"
      title={t('passport.title')}
      lead={t('passport.lead')}
      back={{ to: '/more', label: t('place.more') }}
    >
      <Form
        className="gap-4 print:hidden"
        failure={act.failure}
        stillTrue={t('passport.not-made')}
        onSubmit={make}
        actions={
          <Button
            type="submit"
            variant={made === undefined ? 'primary' : 'secondary'}
            size="large"
            wide
            busy={act.busy ? t('passport.making') : undefined}
          >
            {made === undefined ? t('passport.make') : t('passport.again')}
          </Button>
        }
      >
        <TextArea
          label={t('passport.words')}
          hint={t('passport.words-hint')}
          own
          rows={3}
          value={draft.value}
          onChange={draft.set}
        />
      </Form>
      {made !== undefined &&
        (made.sessions === 0 ? <EmptyState>{t('passport.none')}</EmptyState> : <Ready made={made} />)}
    </Page>
  );
}

function Ready({ made }: { readonly made: Made }) {
  const href = useFileAddress(made.file);
  return (
    <>
      <Section title={t('passport.ready')}>
        <Card>
          <p>{t('passport.changed')}</p>
          <p className="mt-2">{t('passport.who')}</p>
          <div className="mt-4 flex flex-wrap gap-3 print:hidden">
            <a
              href={href}
              download={made.fileName}
              className={buttonClass({ variant: 'primary', size: 'large' })}
            >
              {t('passport.save')}
            </a>
            <Button size="large" onClick={() => print()}>
              {t('passport.print')}
            </Button>
          </div>
        </Card>
      </Section>
      <Section title={t('passport.square')}>
        <Card>
          {made.square === undefined ? (
            <p>{t('passport.no-square')}</p>
          ) : (
            <>
              <p>{t('passport.square-text')}</p>
              <Square cells={made.square} />
            </>
          )}
          <p className="mt-4 text-small text-ink-2">
            {t('passport.key')}: <code className="break-all">{made.fingerprint}</code>.{' '}
            {t('passport.key-text')}
          </p>
        </Card>
      </Section>
      <Section title={t('passport.inside')}>
        {made.sections.map(({ heading, lines }) => (
          <details key={heading} className="rounded-card bg-surface px-5">
            <summary className="link flex min-h-12 cursor-pointer items-center">{heading}</summary>
            <dl className="grid gap-x-6 gap-y-2 pb-4 tablet:grid-cols-[auto_1fr]">
              {lines.map(([label, value]) => (
                <div key={label} className="contents">
                  <dt className="text-ink-2">{label}</dt>
                  <dd className="wrap-anywhere">{value}</dd>
                </div>
              ))}
            </dl>
          </details>
        ))}
      </Section>
    </>
  );
}

/** The page as a file of this browser; let go of when another one is made. */
function useFileAddress(file: string): string | undefined {
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([file], { type: 'text/html' }));
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [file]);
  return address;
}

/** Dark cells on white, by day and by night: a reader looks for dark on light. */
function Square({ cells }: { readonly cells: readonly (readonly boolean[])[] }) {
  const dark = cells
    .flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : '')))
    .join('');
  return (
    <svg
      role="img"
      aria-label={t('passport.square-label')}
      viewBox={`0 0 ${cells.length} ${cells.length}`}
      shapeRendering="crispEdges"
      className="mt-4 w-full max-w-96 bg-white"
    >
      <path d={dark} fill="#000" />
    </svg>
  );
}

export const page = PassportPage;
