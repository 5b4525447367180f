// Who asked, and by when we said we would answer. The nearest promise stands first.
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { type Inquiry, listInquiries } from '#api/inquiries.ts';
import type { Instant } from '#clinical/instant.ts';
import { DeskPage, Heard } from '#web/clinic/desk-page.tsx';
import { useAnswer } from '#web/clinic/use-answer.ts';
import { useNow } from '#web/kit/clock.ts';
import { EmptyState } from '#web/kit/empty-state.tsx';
import { formatDateTime, formatSpan } from '#web/kit/locale.ts';
import { StateMark } from '#web/kit/state-mark.tsx';
import { type Column, Table } from '#web/kit/table.tsx';
import { Tabs } from '#web/kit/tabs.tsx';

const shown = ['new', 'answered', 'invited', 'closed'] as const;
type Status = (typeof shown)[number];

const titles: Readonly<Record<Status, string>> = {
  new: 'To answer',
  answered: 'Answered',
  invited: 'Invited',
  closed: 'Closed',
};
const empties: Readonly<Record<Status, string>> = {
  new: 'No one is waiting for an answer. Questions from the public page appear here.',
  answered: 'No answered questions are waiting for a next step.',
  invited: 'No one has been invited to screening yet.',
  closed: 'Nothing has been closed.',
};

export function InquiriesPage() {
  const [status, setStatus] = useState<Status>('new');
  return (
    <DeskPage title="Inquiries" lead="People who asked us something, the nearest promise first.">
      <Tabs
        label="Inquiries by state"
        chosen={status}
        onChoose={(id) => setStatus(shown.find((each) => each === id) ?? 'new')}
        tabs={shown.map((each) => ({
          id: each,
          title: titles[each],
          content: <InquiryList status={each} />,
        }))}
      />
    </DeskPage>
  );
}

function InquiryList({ status }: { readonly status: Status }) {
  const inquiries = useAnswer(['inquiries', status], listInquiries, { query: { status } });
  const navigate = useNavigate();
  return (
    <Heard of={inquiries}>
      {(answer) => (
        <Table
          label={titles[status]}
          columns={columns}
          rows={answer.inquiries.toSorted((one, other) => one.promiseBy - other.promiseBy)}
          rowKey={(row) => row.id}
          onOpen={(row) => navigate({ to: '/inquiries/$inquiryId', params: { inquiryId: row.id } })}
          empty={<EmptyState>{empties[status]}</EmptyState>}
        />
      )}
    </Heard>
  );
}

const columns: readonly Column<Inquiry>[] = [
  {
    id: 'promise',
    title: 'We said we answer by',
    cell: (inquiry) => <PromisedBy by={inquiry.promiseBy} open={inquiry.status === 'new'} />,
  },
  {
    id: 'name',
    title: 'Person',
    cell: (inquiry) => (
      <>
        <Link
          to="/inquiries/$inquiryId"
          params={{ inquiryId: inquiry.id }}
          className="link font-sub"
          onClick={(event) => event.stopPropagation()}
        >
          {inquiry.name}
        </Link>
        <span className="block text-small text-ink-2">
          {inquiry.language === 'es' ? 'In Spanish' : 'In English'}
        </span>
      </>
    ),
  },
  {
    id: 'question',
    title: 'What they asked',
    className: 'max-w-96',
    cell: (inquiry) => inquiry.body.question ?? <span className="text-ink-2">No question written</span>,
  },
  { id: 'reach', title: 'How to reach them', cell: (inquiry) => inquiry.reach },
];

export function PromisedBy({ by, open }: { readonly by: Instant; readonly open: boolean }) {
  const now = useNow(30_000);
  if (!open) return <span className="figures">{formatDateTime(by)}</span>;
  const late = by < now;
  return (
    <span className="flex items-start gap-2">
      <StateMark state={late ? 'late' : 'due'} size={22} className="mt-0.5" />
      <span>
        <span className="font-sub">
          {late ? `${formatSpan(now - by)} late` : `In ${formatSpan(by - now)}`}
        </span>
        <span className="figures block text-small text-ink-2">{formatDateTime(by)}</span>
      </span>
    </span>
  );
}
