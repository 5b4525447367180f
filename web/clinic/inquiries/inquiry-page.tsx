// One person who asked: their words, and the three ways on. Answer, invite to screening, or close with a reason.
import { useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import {
  answerInquiry,
  closeInquiry,
  type Inquiry,
  inviteToScreening,
  listInquiries,
} from '#api/inquiries.ts';
import { DeskPage, Heard } from '#web/clinic/desk-page.tsx';
import { useMe } from '#web/clinic/me.ts';
import { has } from '#web/clinic/places.ts';
import { useAct } from '#web/clinic/use-act.ts';
import { useAnswer } from '#web/clinic/use-answer.ts';
import { call, newCommandId } from '#web/kit/api-client.ts';
import { Button } from '#web/kit/button.tsx';
import { Card } from '#web/kit/card.tsx';
import { type Draft, useDraft } from '#web/kit/drafts.ts';
import { EmptyState } from '#web/kit/empty-state.tsx';
import { Form } from '#web/kit/form.tsx';
import { formatDateTime } from '#web/kit/locale.ts';
import { OwnWordsCard } from '#web/kit/own-words-card.tsx';
import { StateWord } from '#web/kit/state-mark.tsx';
import { TextArea } from '#web/kit/text-area.tsx';
import { TextField } from '#web/kit/text-field.tsx';
import { PromisedBy } from './inquiries-page.tsx';
import { nameParts } from './name-parts.ts';

export function InquiryPage() {
  const { inquiryId } = useParams({ from: '/inquiries/$inquiryId' });
  const inquiries = useAnswer(['inquiries', 'all'], listInquiries, { query: {} });
  const inquiry = inquiries.answer?.inquiries.find((each) => each.id === inquiryId);
  if (inquiry !== undefined) return <Opened key={inquiry.id} inquiry={inquiry} />;
  return (
    <DeskPage title="Inquiry">
      <Heard of={inquiries}>{() => <EmptyState>There is no such inquiry.</EmptyState>}</Heard>
    </DeskPage>
  );
}

function Opened({ inquiry }: { readonly inquiry: Inquiry }) {
  const mayAct = has(useMe(), 'front-desk');
  const open = inquiry.status === 'new' || inquiry.status === 'answered';
  // Who has a record is not invited twice, even where an answer went out after it.
  const mayInvite = open && inquiry.patientId === undefined;
  // What was typed as an answer stays in sight until it is sent or thrown away, whatever else is done here.
  const answer = useDraft(`inquiry-answer/${inquiry.id}`, '');
  const [isKept, setIsKept] = useState(false);
  const hasWords = answer.value.trim() !== '';
  if (hasWords && !isKept) setIsKept(true);
  return (
    <DeskPage
      title={inquiry.name}
      lead={`Asked ${formatDateTime(inquiry.createdAt)}, in ${inquiry.language === 'es' ? 'Spanish' : 'English'}.`}
      aside={
        mayAct && mayInvite ? (
          <>
            <Invite key={`${inquiry.id}-invite`} inquiry={inquiry} />
            <Close key={`${inquiry.id}-close`} inquiry={inquiry} />
          </>
        ) : undefined
      }
    >
      <Link to="/inquiries" className="link w-fit">
        All inquiries
      </Link>
      <OwnWordsCard
        words={inquiry.body.question ?? ''}
        when={inquiry.body.question === undefined ? 'No question written' : 'They wrote'}
      />
      <Card title="How to reach them">
        <dl className="grid gap-x-6 gap-y-2 tablet:grid-cols-[12rem_1fr]">
          <dt className="text-ink-2">Reach by {inquiry.reachBy === 'email' ? 'e-mail' : 'phone'}</dt>
          <dd>{inquiry.reach}</dd>
          <dt className="text-ink-2">They like best</dt>
          <dd>{inquiry.body.channel === undefined ? 'Not said' : channelWords[inquiry.body.channel]}</dd>
          <dt className="text-ink-2">Best time</dt>
          <dd>{inquiry.body.bestTime ?? 'Not said'}</dd>
          <dt className="text-ink-2">May we say the clinic’s name</dt>
          <dd>
            {inquiry.body.mayNameClinic === undefined
              ? 'Not said. Do not name it'
              : inquiry.body.mayNameClinic
                ? 'Yes'
                : 'No'}
          </dd>
          <dt className="text-ink-2">Heard of us from</dt>
          <dd>
            {inquiry.body.heardFrom === undefined
              ? 'Not said'
              : (heardWords[inquiry.body.heardFrom] ?? inquiry.body.heardFrom)}
          </dd>
          <dt className="text-ink-2">We said we answer by</dt>
          <dd>
            <PromisedBy by={inquiry.promiseBy} open={inquiry.status === 'new'} />
          </dd>
        </dl>
      </Card>
      {inquiry.handledAt !== undefined && (
        <Card title={handledTitle(inquiry)}>
          <p className="text-ink-2">
            {inquiry.handledByName ?? 'Someone'}, {formatDateTime(inquiry.handledAt)}
          </p>
          {inquiry.body.note !== undefined && <p className="mt-2 whitespace-pre-line">{inquiry.body.note}</p>}
          {inquiry.patientId !== undefined && (
            <Link
              to="/patients/$patientId"
              params={{ patientId: inquiry.patientId }}
              className="link mt-2 inline-block"
            >
              Open their page
            </Link>
          )}
        </Card>
      )}
      {mayAct && (open || isKept) && (
        <Answer inquiry={inquiry} draft={answer} isLeft={!open} onDone={() => setIsKept(false)} />
      )}
    </DeskPage>
  );
}

const handledWords: Readonly<Record<Inquiry['status'], string>> = {
  new: 'Last word from us',
  answered: 'Answered',
  invited: 'Invited to screening',
  closed: 'Closed',
};

function handledTitle({ status, patientId }: Inquiry): string {
  if (status === 'answered' && patientId !== undefined) return 'Answered, after the invitation to screening';
  return handledWords[status];
}

/** Under an answer that was typed before the inquiry went on without it. */
const leftWords: Readonly<Partial<Record<Inquiry['status'], string>>> = {
  invited: 'They were invited. The answer typed here before was not sent.',
  closed:
    'The inquiry was closed. The answer typed here before was not sent. Sending it opens the inquiry again.',
};

const channelWords = { email: 'E-mail', text: 'A text', call: 'A call' } as const;

/** The public form sends these; what anything else brought in is shown as it came. */
const heardWords: Readonly<Record<string, string>> = {
  clinician: 'A doctor or therapist',
  friend: 'A friend or family',
  search: 'A web search',
  insurer: 'Their insurer',
  other: 'Another way',
};

function useInquiryDone(): () => void {
  const queries = useQueryClient();
  return () => {
    queries.invalidateQueries({ queryKey: ['inquiries'] });
  };
}

interface AnswerProps {
  readonly inquiry: Inquiry;
  readonly draft: Draft<string>;
  /** The inquiry went on, and these words with it unsent. */
  readonly isLeft: boolean;
  readonly onDone: () => void;
}

function Answer({ inquiry, draft, isLeft, onDone }: AnswerProps) {
  const done = useInquiryDone();
  const [tried, setTried] = useState(false);
  const finish = (): void => {
    draft.clear();
    setTried(false);
    onDone();
  };
  const answer = useAct(
    (body: { version: number; text: string }, commandId) =>
      call(answerInquiry, { params: { inquiryId: inquiry.id }, body, commandId }),
    () => {
      finish();
      done();
    },
  );
  const empty = draft.value.trim() === '';
  return (
    <Card title={isLeft ? 'Answer, not sent' : 'Answer'}>
      {isLeft && (
        <div className="mb-4">
          <StateWord state="not-met" word={leftWords[inquiry.status] ?? 'Not sent.'} />
        </div>
      )}
      <Form
        failure={answer.failure}
        stillTrue="Not sent. Your words are still in the box."
        onSubmit={() => {
          setTried(true);
          if (!empty) answer.run({ version: inquiry.version, text: draft.value.trim() });
        }}
        actions={
          <>
            <Button type="submit" variant="primary" busy={answer.busy ? 'Sending' : undefined}>
              {inquiry.reachBy === 'email' ? 'Send the answer' : 'Note that we called'}
            </Button>
            {isLeft && <Button onClick={finish}>Throw it away</Button>}
          </>
        }
      >
        <TextArea
          name="text"
          rows={5}
          label={
            inquiry.reachBy === 'email'
              ? `To ${inquiry.reach}`
              : `What was said when you called ${inquiry.reach}`
          }
          value={draft.value}
          onChange={draft.set}
          fault={tried && empty ? 'Write the answer first' : undefined}
        />
      </Form>
    </Card>
  );
}

function Invite({ inquiry }: { readonly inquiry: Inquiry }) {
  const done = useInquiryDone();
  const [patientId] = useState(newCommandId);
  const proposed = nameParts(inquiry.name);
  const draft = useDraft(`inquiry-invite/${inquiry.id}`, {
    ...proposed,
    email: inquiry.reachBy === 'email' ? inquiry.reach : '',
    phone: inquiry.reachBy === 'phone' ? inquiry.reach : '',
  });
  const typed = draft.value;
  const invite = useAct(
    (
      body: Omit<typeof typed, 'phone'> & {
        phone?: string | undefined;
        version: number;
        patientId: string;
        language: Inquiry['language'];
      },
      commandId,
    ) => call(inviteToScreening, { params: { inquiryId: inquiry.id }, body, commandId }),
    () => {
      draft.clear();
      done();
    },
  );
  return (
    <Card title="Invite to screening">
      <p className="mb-4">
        Opens a record and sends them a link, in {inquiry.language === 'es' ? 'Spanish' : 'English'}.
      </p>
      <Form
        className="gap-4"
        failure={invite.failure}
        stillTrue="No one was invited. What you typed is still here."
        onSubmit={() =>
          invite.run({
            version: inquiry.version,
            patientId,
            language: inquiry.language,
            givenName: typed.givenName.trim(),
            familyName: typed.familyName.trim(),
            email: typed.email.trim(),
            ...(typed.phone.trim() === '' ? {} : { phone: typed.phone.trim() }),
          })
        }
        actions={
          <Button
            type="submit"
            variant="primary"
            wide
            className="min-h-12"
            busy={invite.busy ? 'Inviting' : undefined}
          >
            Send the invitation
          </Button>
        }
      >
        <TextField
          label="Given name"
          name="givenName"
          value={typed.givenName}
          onChange={(givenName) => draft.set({ ...typed, givenName })}
        />
        <TextField
          label="Family name"
          name="familyName"
          value={typed.familyName}
          onChange={(familyName) => draft.set({ ...typed, familyName })}
        />
        <TextField
          label="E-mail"
          name="email"
          type="email"
          value={typed.email}
          onChange={(email) => draft.set({ ...typed, email })}
        />
        <TextField
          label="Phone"
          name="phone"
          optional
          type="tel"
          value={typed.phone}
          onChange={(phone) => draft.set({ ...typed, phone })}
        />
      </Form>
    </Card>
  );
}

function Close({ inquiry }: { readonly inquiry: Inquiry }) {
  const done = useInquiryDone();
  const draft = useDraft(`inquiry-close/${inquiry.id}`, '');
  const [tried, setTried] = useState(false);
  const close = useAct(
    (body: { version: number; reason: string }, commandId) =>
      call(closeInquiry, { params: { inquiryId: inquiry.id }, body, commandId }),
    () => {
      draft.clear();
      done();
    },
  );
  const empty = draft.value.trim() === '';
  return (
    <Card title="Close without inviting">
      <Form
        className="gap-4"
        failure={close.failure}
        stillTrue="It is still open."
        onSubmit={() => {
          setTried(true);
          if (!empty) close.run({ version: inquiry.version, reason: draft.value.trim() });
        }}
        actions={
          <Button type="submit" wide busy={close.busy ? 'Closing' : undefined}>
            Close the inquiry
          </Button>
        }
      >
        <TextField
          label="Reason"
          name="reason"
          value={draft.value}
          onChange={draft.set}
          fault={tried && empty ? 'Write the reason first' : undefined}
        />
      </Form>
    </Card>
  );
}
