// The pages a clinic gives to read, and whose name stands under each. An approval holds for the words that were read, and a page
// that changed since is nobody's until someone reads it again.
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { AnswerOf, BodyOf } from '#api/endpoint.ts';
import { approvePage, listPagesToApprove, takeBackApproval } from '#api/page-approvals.ts';
import { DeskPage, Failure, Heard } from '#web/clinic/desk-page.tsx';
import { useMe } from '#web/clinic/me.ts';
import { has } from '#web/clinic/places.ts';
import { useAct } from '#web/clinic/use-act.ts';
import { useAnswer } from '#web/clinic/use-answer.ts';
import { call } from '#web/kit/api-client.ts';
import { Button } from '#web/kit/button.tsx';
import { useDraft } from '#web/kit/drafts.ts';
import { Form } from '#web/kit/form.tsx';
import { formatLocalDate } from '#web/kit/locale.ts';
import { StateWord } from '#web/kit/state-mark.tsx';
import { TextField } from '#web/kit/text-field.tsx';

type PageToApprove = AnswerOf<typeof listPagesToApprove>['pages'][number];

const pagesKey = ['page-approvals'] as const;
const languageWords = { en: 'English', es: 'Spanish' } as const;

export function PagesPage() {
  const pages = useAnswer(pagesKey, listPagesToApprove);
  return (
    <DeskPage
      title="Pages to read"
      lead="What strangers and patients read about the treatment. A prescriber reads a page whole, with its sources, and puts their name to it for this clinic. When a word of it changes, the name falls off. A prescriber can take a name back, with the reason."
    >
      <Heard of={pages}>
        {({ pages: told }) => (
          <ul className="flex max-w-[70ch] flex-col divide-y divide-contour rounded-card bg-surface px-5">
            {told.map((page) => (
              <li key={page.path} className="py-4">
                <PageRow page={page} />
              </li>
            ))}
          </ul>
        )}
      </Heard>
    </DeskPage>
  );
}

function PageRow({ page }: { readonly page: PageToApprove }) {
  const queries = useQueryClient();
  const mayApprove = has(useMe(), 'prescriber');
  const approve = useAct(
    ({ path, sha256 }: PageToApprove, commandId) => call(approvePage, { body: { path, sha256 }, commandId }),
    () => {
      queries.invalidateQueries({ queryKey: pagesKey });
    },
  );
  const isApproved = page.approval?.sha256 === page.sha256;
  const past = page.history.filter(({ takenBack }) => takenBack !== undefined || !isApproved);
  return (
    <div className="flex flex-col gap-2">
      <h2 className="font-sub" lang={page.language}>
        {page.title}
      </h2>
      <Standing page={page} />
      <div className="flex flex-wrap items-center gap-3">
        <a
          className="link inline-flex min-h-12 items-center"
          href={page.path}
          target="_blank"
          rel="noreferrer"
        >
          Read it in {languageWords[page.language]}
        </a>
        {mayApprove && !isApproved && (
          <Button size="row" busy={approve.busy ? 'Signing' : undefined} onClick={() => approve.run(page)}>
            I have read it: approve these words
          </Button>
        )}
      </div>
      <Failure failure={approve.failure} stillTrue="It is as it was." />
      {mayApprove && page.approval !== undefined && (
        <TakeBack key={page.approval.sha256} approval={page.approval} />
      )}
      {past.length > 0 && (
        <details>
          <summary className="link min-h-12 cursor-pointer py-3">Whose name stood here before</summary>
          <ul className="flex flex-col gap-2">
            {page.history.map((each) => (
              <li key={`${each.approvedOn}/${each.sha256}/${each.takenBack?.on ?? ''}`}>
                {each.name}, {formatLocalDate(each.approvedOn, 'long')}
                {each.sha256 !== page.sha256 && ', other words'}
                {each.takenBack !== undefined && (
                  <span className="block text-small">
                    Taken back by {each.takenBack.name}, {formatLocalDate(each.takenBack.on, 'long')}:{' '}
                    <span className="font-serif">{each.takenBack.reason}</span>
                  </span>
                )}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

/** Two steps: the reason is asked before the name goes. */
function TakeBack({ approval }: { readonly approval: NonNullable<PageToApprove['approval']> }) {
  const queries = useQueryClient();
  const [isOpen, setOpen] = useState(false);
  const [tried, setTried] = useState(false);
  const { path, sha256, name } = approval;
  const draft = useDraft(`page-approval/${sha256}`, '');
  const reason = draft.value.trim();
  const act = useAct(
    (body: BodyOf<typeof takeBackApproval>, commandId) => call(takeBackApproval, { body, commandId }),
    () => {
      draft.clear();
      queries.invalidateQueries({ queryKey: pagesKey });
    },
  );
  if (!isOpen)
    return (
      <Button size="row" variant="quiet" className="self-start" onClick={() => setOpen(true)}>
        Take the name back
      </Button>
    );
  return (
    <Form
      className="gap-3"
      failure={act.failure}
      stillTrue="The name still stands there. What you typed is still here."
      onSubmit={async () => {
        setTried(true);
        if (reason !== '') await act.run({ path, sha256, reason });
      }}
      actions={
        <div className="flex flex-wrap gap-3">
          <Button type="submit" size="row" variant="primary" busy={act.busy ? 'Signing' : undefined}>
            Take back the name of {name}
          </Button>
          <Button size="row" variant="quiet" onClick={() => setOpen(false)}>
            Leave it
          </Button>
        </div>
      }
    >
      <TextField
        label="Why"
        hint="Read by the desk. The public page only drops the name, at once."
        maxLength={200}
        value={draft.value}
        onChange={draft.set}
        fault={tried && reason === '' ? 'Write the reason first' : undefined}
      />
    </Form>
  );
}

function Standing({ page: { approval, sha256, history } }: { readonly page: PageToApprove }) {
  if (approval === undefined) {
    const gone = history[0]?.takenBack;
    if (gone === undefined) return <StateWord state="unknown" word="Approved by nobody yet" />;
    const by = `${gone.name}, ${formatLocalDate(gone.on, 'long')}`;
    return (
      <StateWord state="unknown" word={`Nobody’s name stands here: taken back by ${by}`} tail={gone.reason} />
    );
  }
  const by = `${approval.name}, ${formatLocalDate(approval.approvedOn, 'long')}`;
  return approval.sha256 === sha256 ? (
    <StateWord state="checked" word={`Approved by ${by}`} />
  ) : (
    <StateWord state="unknown" word={`Changed since it was approved by ${by}`} />
  );
}
