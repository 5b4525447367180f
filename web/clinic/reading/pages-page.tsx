// The pages a clinic gives to read, and whose name stands under each. An approval holds for the words that were read, and a page
// that changed since is nobody's until someone reads it again.
import { useQueryClient } from '@tanstack/react-query';
import type { AnswerOf } from '#api/endpoint.ts';
import { approvePage, listPagesToApprove } from '#api/page-approvals.ts';
import { DeskPage, Failure, Heard } from '#web/clinic/desk-page.tsx';
import { useMe } from '#web/clinic/me.ts';
import { has } from '#web/clinic/places.ts';
import { useAct } from '#web/clinic/use-act.ts';
import { useAnswer } from '#web/clinic/use-answer.ts';
import { call } from '#web/kit/api-client.ts';
import { Button } from '#web/kit/button.tsx';
import { formatLocalDate } from '#web/kit/locale.ts';
import { StateWord } from '#web/kit/state-mark.tsx';

type PageToApprove = AnswerOf<typeof listPagesToApprove>['pages'][number];

const pagesKey = ['page-approvals'] as const;
const languageWords = { en: 'English', es: 'Spanish' } as const;

export function PagesPage() {
  const pages = useAnswer(pagesKey, listPagesToApprove);
  return (
    <DeskPage
      title="Pages to read"
      lead="What strangers and patients read about the treatment. A prescriber reads a page whole, with its sources, and puts their name to it for this clinic. When a word of it changes, the name falls off."
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
    </div>
  );
}

function Standing({ page: { approval, sha256 } }: { readonly page: PageToApprove }) {
  if (approval === undefined) return <StateWord state="unknown" word="Approved by nobody yet" />;
  const by = `${approval.name}, ${formatLocalDate(approval.approvedOn, 'long')}`;
  return approval.sha256 === sha256 ? (
    <StateWord state="checked" word={`Approved by ${by}`} />
  ) : (
    <StateWord state="unknown" word={`Changed since it was approved by ${by}`} />
  );
}
