// Who takes me home: ask, hand over the link, watch the chain, end the link.
import { useQuery } from '@tanstack/react-query';
import { Copy, Send } from 'lucide-react';
import { useState } from 'react';
import type { BodyOf } from '#api/endpoint.ts';
import { askForRide, letFollow, type Ride, revokeCompanionLink } from '#api/preparation.ts';
import { newCommandId } from '#web/kit/api-client.ts';
import { Button } from '#web/kit/button.tsx';
import { Card, Section } from '#web/kit/card.tsx';
import { Checkbox } from '#web/kit/checkbox-list.tsx';
import { useNow } from '#web/kit/clock.ts';
import { useDraft } from '#web/kit/drafts.ts';
import { ErrorState } from '#web/kit/error-state.tsx';
import { failureWords } from '#web/kit/failure-words.ts';
import { Form } from '#web/kit/form.tsx';
import { extendCatalog, t } from '#web/kit/locale.ts';
import { useTransport } from '#web/kit/outbox.ts';
import type { OutboxItem } from '#web/kit/outbox-queue.ts';
import { TextField } from '#web/kit/text-field.tsx';
import { type LineStep, VerticalLine } from '#web/kit/the-line.tsx';
import { Asked } from '#web/patient/asked.tsx';
import { untilWords } from '#web/patient/link-until.ts';
import { capitalised, whenWords } from '#web/patient/moments.ts';
import { usePerson } from '#web/patient/patient-context.ts';
import { answerQuery, renewPatient } from '#web/patient/queries.ts';
import { ridesQuery } from '#web/patient/today/rides-query.ts';
import { useAct } from '#web/patient/use-act.ts';
import { useKeptAct } from '#web/patient/use-kept-act.ts';
import { prepareWords } from '#web/patient/words/prepare.ts';
import { todayWords } from '#web/patient/words/today.ts';
import { LetBeAsked } from './let-be-asked.tsx';
import { PreparedPage } from './prepared-page.tsx';

extendCatalog(todayWords);
extendCatalog(prepareWords);

function RidePage() {
  const { patientId } = usePerson();
  const rides = useQuery(ridesQuery(patientId));
  // At home the same person watches instead of driving.
  const isAtHome = useQuery(answerQuery(patientId)).data?.edition.route === 'home';
  return (
    <PreparedPage
      title={t(isAtHome ? 'ride.title-home' : 'ride.title')}
      lead={t(isAtHome ? 'ride.lead-home' : 'ride.lead')}
      none={t('ride.no-cycle')}
    >
      {(cycleId) => (
        <Asked query={rides}>
          {(data) => (
            <RideOfCycle
              key={cycleId}
              cycleId={cycleId}
              isAtHome={isAtHome}
              mayBeAsked={data.rides.toSorted((a, b) => b.stateAt - a.stateAt)[0]?.unaskedSince === undefined}
              ride={data.rides
                .filter((each) => each.cycleId === cycleId && !each.linkRevoked)
                .toSorted((a, b) => b.stateAt - a.stateAt)
                .at(0)}
            />
          )}
        </Asked>
      )}
    </PreparedPage>
  );
}

interface MadeLink {
  readonly name: string;
  readonly email: string | undefined;
  readonly address: string;
}

function RideOfCycle({
  cycleId,
  isAtHome,
  mayBeAsked,
  ride,
}: {
  readonly cycleId: string;
  readonly isAtHome: boolean;
  /** As they chose the last time. */
  readonly mayBeAsked: boolean;
  readonly ride: Ride | undefined;
}) {
  const [link, setLink] = useState<MadeLink>();
  const [another, setAnother] = useState(false);
  const { waiting } = useTransport(rideTopic(cycleId));
  if (waiting.length > 0) return waiting.map((item) => <AskedLater key={item.commandId} item={item} />);
  return (
    <>
      {link !== undefined && <LinkCard link={link} />}
      {ride !== undefined && <Chain ride={ride} isAtHome={isAtHome} />}
      {ride === undefined || another ? (
        <AskForm
          cycleId={cycleId}
          isAtHome={isAtHome}
          mayBeAsked={mayBeAsked}
          onMade={(made) => {
            setLink(made);
            setAnother(false);
          }}
        />
      ) : (
        <div className="flex flex-col items-start gap-2">
          <Button onClick={() => setAnother(true)}>{t('ride.another')}</Button>
          <p className="text-small text-ink-2">{t('ride.another-text')}</p>
        </div>
      )}
    </>
  );
}

function rideTopic(cycleId: string): string {
  return `ride/${cycleId}`;
}

function AskedLater({ item }: { readonly item: OutboxItem }) {
  const { name, email = '' } = JSON.parse(item.body ?? '{}') as BodyOf<typeof askForRide>;
  return (
    <Card title={name}>
      <p>{t('ride.asked-later', { email })}</p>
      <p className="mt-1 text-small text-ink-2">{t('shared.kept-here')}</p>
    </Card>
  );
}

const chain = ['asked', 'accepted', 'on-the-way', 'at-the-door', 'home-safe'] as const;

/** The steps a ride goes through, with what happened and when. A ride that was declined stands as that. */
export function rideSteps(
  ride: Pick<Ride, 'state' | 'steps'>,
  when: (at: number) => string,
): readonly LineStep[] {
  const timeOf = (state: string): number | undefined =>
    ride.steps.findLast((step) => step.state === state)?.at;
  if (ride.state === 'declined') {
    return (['asked', 'declined'] as const).map((state) => {
      const at = timeOf(state);
      return {
        id: state,
        title: t(`ride.step-${state}`),
        detail: at === undefined ? undefined : when(at),
        state: state === 'asked' ? 'behind' : 'here',
        mark: state === 'declined' ? 'not-met' : undefined,
      };
    });
  }
  const reached = chain.indexOf(ride.state);
  return chain.map((state, index) => {
    const at = timeOf(state);
    return {
      id: state,
      title: t(`ride.step-${state}`),
      detail: at === undefined || index > reached ? undefined : when(at),
      state: index <= reached ? 'behind' : index === reached + 1 ? 'here' : 'ahead',
    };
  });
}

function Chain({ ride, isAtHome }: { readonly ride: Ride; readonly isAtHome: boolean }) {
  const { patientId } = usePerson();
  const now = useNow(60_000);
  const revoke = useAct(revokeCompanionLink);
  const follow = useAct(letFollow);
  const setFollow = async (mayFollow: boolean): Promise<void> => {
    const done = await follow.run({ params: { patientId, linkId: ride.linkId }, body: { mayFollow } });
    if (done !== undefined) renewPatient(patientId);
  };
  const end = async (): Promise<void> => {
    const done = await revoke.run({ params: { patientId, linkId: ride.linkId }, body: {} });
    if (done !== undefined) renewPatient(patientId);
  };
  return (
    <Section
      title={
        ride.relationship
          ? t('today.ride-name', { name: ride.companionName, relationship: ride.relationship })
          : ride.companionName
      }
    >
      <Card className="max-[18rem]:px-2">
        <VerticalLine
          label={t('ride.state')}
          steps={rideSteps(ride, (at) => capitalised(whenWords(at, now)))}
        />
        <p className="mt-4 text-small text-ink-2">{untilWords('ride.link-until', ride.linkExpiresAt, now)}</p>
        <div className="mt-3">
          <LetBeAsked ride={ride} />
        </div>
        {!isAtHome && (
          <div className="mt-3">
            <Checkbox
              label={t('ride.follow')}
              detail={t('ride.follow-text')}
              ticked={ride.mayFollow}
              onChange={setFollow}
            />
            {follow.failure !== undefined && <ErrorState compact title={failureWords(follow.failure)} />}
          </div>
        )}
        <div className="mt-3 flex flex-col items-start gap-2">
          <Button onClick={end} busy={revoke.busy ? t('ride.revoking') : undefined}>
            {t('ride.revoke')}
          </Button>
          <p className="text-small text-ink-2">{t('ride.revoke-text', { name: ride.companionName })}</p>
          {revoke.failure !== undefined && <ErrorState compact title={failureWords(revoke.failure)} />}
        </div>
      </Card>
    </Section>
  );
}

function AskForm({
  cycleId,
  isAtHome,
  mayBeAsked: before,
  onMade,
}: {
  readonly cycleId: string;
  readonly isAtHome: boolean;
  readonly mayBeAsked: boolean;
  readonly onMade: (link: MadeLink) => void;
}) {
  const { patientId } = usePerson();
  const draft = useDraft(`ride/${cycleId}`, {
    name: '',
    relationship: '',
    email: '',
    phone: '',
    mayFollow: false,
    mayBeAsked: before,
  });
  const atOnce = useAct(askForRide);
  const later = useKeptAct(askForRide, rideTopic(cycleId));
  const [id] = useState(newCommandId);
  const { name, relationship, email, phone, mayFollow, mayBeAsked = before } = draft.value;
  const hasMail = email.trim() !== '';
  const { busy, failure } = hasMail ? later : atOnce;
  const send = async (): Promise<void> => {
    if (name.trim() === '') return;
    const given = (text: string): string | undefined => (text.trim() === '' ? undefined : text.trim());
    const input = {
      params: { patientId, cycleId },
      body: {
        id,
        name,
        relationship: given(relationship),
        email: given(email),
        phone: given(phone),
        mayFollow,
        mayBeAsked,
      },
    };
    // The link is shown once. Made later, only a mail can still bring it to them.
    const safe = hasMail ? await later.run(input) : undefined;
    const answered = hasMail ? safe?.answer : await atOnce.run(input);
    if (safe === undefined && answered === undefined) return;
    draft.clear();
    if (answered === undefined) return;
    onMade({ name, email: given(email), address: answered.link });
    renewPatient(patientId);
  };
  const change = (changed: Partial<typeof draft.value>): void => draft.set({ ...draft.value, ...changed });
  return (
    <Form
      onSubmit={send}
      failure={failure}
      stillTrue={t(failure?.kind === 'offline' ? 'ride.link-needs-signal' : 'shared.nothing-lost')}
      actions={
        <Button
          type="submit"
          variant="primary"
          size="large"
          closed={name.trim() === '' ? t('ride.needs-name') : undefined}
          busy={busy ? t('ride.asking') : undefined}
        >
          {t('ride.ask')}
        </Button>
      }
    >
      <TextField
        label={t('ride.name')}
        name="name"
        maxLength={200}
        autoComplete="off"
        value={name}
        onChange={(value) => change({ name: value })}
      />
      <TextField
        label={t('ride.relationship')}
        name="relationship"
        hint={t('ride.relationship-hint')}
        optional
        maxLength={200}
        value={relationship}
        onChange={(value) => change({ relationship: value })}
      />
      <TextField
        label={t('ride.email')}
        name="email"
        type="email"
        inputMode="email"
        autoComplete="off"
        hint={t('ride.email-hint')}
        optional
        value={email}
        onChange={(value) => change({ email: value })}
      />
      <TextField
        label={t('ride.phone')}
        name="phone"
        type="tel"
        inputMode="tel"
        autoComplete="off"
        optional
        value={phone}
        onChange={(value) => change({ phone: value })}
      />
      {!isAtHome && (
        <Checkbox
          label={t('ride.follow')}
          detail={t('ride.follow-text')}
          ticked={mayFollow}
          onChange={(ticked) => change({ mayFollow: ticked })}
        />
      )}
      <Checkbox
        label={t('ride.let-ask')}
        detail={t('ride.let-ask-form')}
        ticked={mayBeAsked}
        onChange={(ticked) => change({ mayBeAsked: ticked })}
      />
      <p className="text-small text-ink-2">{t('ride.privacy')}</p>
    </Form>
  );
}

function LinkCard({ link }: { readonly link: MadeLink }) {
  const [copied, setCopied] = useState(false);
  const share = async (): Promise<void> => {
    try {
      await navigator.share({ text: t('ride.link-message'), url: link.address });
    } catch {
      // Closing the phone's own sheet is not a fault; the link stays on the screen.
    }
  };
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(link.address);
      setCopied(true);
    } catch {
      // Without the clipboard the link can still be marked and copied by hand.
      setCopied(false);
    }
  };
  return (
    <Card title={t('ride.link-title', { name: link.name })}>
      <p>{t('ride.link-once')}</p>
      {link.email !== undefined && <p className="mt-1">{t('ride.link-mailed', { email: link.email })}</p>}
      <p className="mt-3 rounded-control bg-water p-3 text-small break-all select-all">{link.address}</p>
      <div className="mt-4 flex flex-wrap gap-3">
        {'share' in navigator && (
          <Button
            variant="primary"
            icon={<Send size={20} strokeWidth={1.9} aria-hidden="true" />}
            onClick={share}
          >
            {t('ride.share')}
          </Button>
        )}
        <Button icon={<Copy size={20} strokeWidth={1.9} aria-hidden="true" />} onClick={copy}>
          {t(copied ? 'ride.copied' : 'ride.copy')}
        </Button>
      </div>
    </Card>
  );
}

export const page = RidePage;
