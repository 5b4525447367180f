// Paper for a day without computers: today's pack as it was made, when it makes itself, and the way back for what was written.
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { openSession } from '#api/dosing-sessions.ts';
import { getDeskList, getDowntime, getPack, listSheets, makePack, setPackTime } from '#api/downtime.ts';
import type { AnswerOf } from '#api/endpoint.ts';
import { readSheetCode } from '#clinical/downtime/sheet-code.ts';
import { DeskPage, Failure, Heard } from '#web/clinic/desk-page.tsx';
import { useMe } from '#web/clinic/me.ts';
import { has, writesSession } from '#web/clinic/places.ts';
import { useAct } from '#web/clinic/use-act.ts';
import { useAnswer } from '#web/clinic/use-answer.ts';
import { call, newCommandId } from '#web/kit/api-client.ts';
import { Button } from '#web/kit/button.tsx';
import { Card } from '#web/kit/card.tsx';
import { DateTimeField } from '#web/kit/date-time-field.tsx';
import { Form } from '#web/kit/form.tsx';
import { minuteOf } from '#web/kit/local-moment.ts';
import { formatDateTime, formatTime } from '#web/kit/locale.ts';
import { StateMark } from '#web/kit/state-mark.tsx';
import { TextField } from '#web/kit/text-field.tsx';
import { savePack } from './pack-file.ts';
import { DeskListPaper, PackPaper, WalkInPaper } from './pack-paper.tsx';

type Status = AnswerOf<typeof getDowntime>;
type Sheet = AnswerOf<typeof listSheets>['sheets'][number];
type Shown = 'pack' | 'desk-list' | 'walk-in';

export function DowntimePage() {
  const me = useMe();
  const isOnShift = writesSession(me) && me.onShift;
  const status = useAnswer(['downtime'], getDowntime, {}, { enabled: !writesSession(me) || me.onShift });
  return (
    <DeskPage title="Paper">
      {writesSession(me) && !me.onShift && !has(me, 'front-desk', 'admin') ? (
        <p>Start your shift to see today’s papers. They hold what is known about everyone who comes today.</p>
      ) : (
        <Heard of={status}>
          {(answer) => (
            <div className="flex flex-col gap-5">
              <div className="not-on-paper flex flex-col gap-5">
                <Morning status={answer} />
                <Folder status={answer} />
                {isOnShift && <ComingBack />}
              </div>
              <Papers isOnShift={isOnShift} />
              {(isOnShift || has(me, 'admin')) && <PackTime status={answer} key={answer.set?.version ?? 0} />}
            </div>
          )}
        </Heard>
      )}
    </DeskPage>
  );
}

function Morning({ status }: { readonly status: Status }) {
  const { morning, lastMade, zone } = status;
  const at = morning.dueAt === undefined ? 'its time' : formatTime(morning.dueAt, zone);
  const words = {
    made: `This morning’s pack made itself, as set for ${at}.`,
    'not-due': `The pack makes itself at ${at}.`,
    'under-way': `The pack is to make itself at ${at}. It is not here yet.`,
    missing: `The pack did not make itself this morning at ${at}. Make it now, and tell whoever looks after the server.`,
    unknown: 'When the pack makes itself is not known. Make it now, and set a time below.',
  }[morning.state];
  const isWrong = morning.state === 'missing' || morning.state === 'unknown';
  return (
    <Card>
      <p className="flex items-start gap-3" role={isWrong ? 'alert' : undefined}>
        {isWrong && <StateMark state="not-met" className="mt-0.5" />}
        <span>
          {words}{' '}
          {lastMade === undefined
            ? 'None was ever made here.'
            : `The last one was made ${formatDateTime(lastMade.at, zone)}${lastMade.byName === undefined ? ', by itself' : ` by ${lastMade.byName}`}.`}
        </span>
      </p>
    </Card>
  );
}

/** The server says itself what it did with the folder; where it says nothing, that is what stands here. */
function Folder({ status }: { readonly status: Status }) {
  const { folder, zone } = status;
  const last =
    folder.writtenAt === undefined
      ? 'None was ever written there.'
      : `The last one was written ${formatDateTime(folder.writtenAt, zone)}.`;
  const words = {
    'not-set':
      'No folder is set, so no file of the pack is kept outside this server. Whoever looks after the server can set one.',
    empty: `A folder is set. ${last}`,
    written: `The pack is also a file in the folder the clinic set. ${last}`,
    failed: `The pack could not be written to its folder${folder.why === undefined ? '' : ` (${folder.why})`}. ${last} Print it, and tell whoever looks after the server.`,
    silent: `What became of the file of the pack is not known: the server has said nothing${folder.saidAt === undefined ? '' : ` since ${formatDateTime(folder.saidAt, zone)}`}. ${last}`,
  }[folder.state];
  const mark = {
    'not-set': 'not-met',
    empty: 'not-yet',
    written: 'checked',
    failed: 'not-met',
    silent: 'unknown',
  } as const;
  return (
    <Card>
      <p className="flex items-start gap-3" role={folder.state === 'failed' ? 'alert' : undefined}>
        <StateMark state={mark[folder.state]} className="mt-0.5" />
        <span>{words}</span>
      </p>
    </Card>
  );
}

function Papers({ isOnShift }: { readonly isOnShift: boolean }) {
  const me = useMe();
  const [shown, setShown] = useState<Shown>(isOnShift ? 'pack' : 'desk-list');
  const pack = useAnswer(['downtime', 'pack'], getPack, {}, { enabled: isOnShift });
  const list = useAnswer(['downtime', 'desk-list'], getDeskList);
  const make = useAct(
    (body: { id: string }, commandId) => call(makePack, { body, commandId }),
    () => {
      setPackId(newCommandId());
      pack.again();
    },
  );
  const [packId, setPackId] = useState(newCommandId);
  const kept = pack.answer?.pack;
  const isThere = shown === 'pack' ? kept !== undefined : list.answer !== undefined;
  const choices: readonly (readonly [Shown, string])[] = [
    ...(isOnShift ? [['pack', 'Today’s pack'] as const] : []),
    ['desk-list', 'List for the desk'],
    ...(isOnShift || has(me, 'front-desk') ? [['walk-in', 'Blank, for a walk-in'] as const] : []),
  ];
  return (
    <div className="flex flex-col gap-4">
      <div className="not-on-paper flex flex-col gap-3">
        <h2 className="text-sub font-sub">Papers</h2>
        <div className="flex flex-wrap gap-2">
          {choices.map(([which, words]) => (
            <Button
              key={which}
              className="min-h-12"
              aria-pressed={shown === which}
              variant={shown === which ? 'secondary' : 'quiet'}
              onClick={() => setShown(which)}
            >
              {words}
            </Button>
          ))}
        </div>
        <div className="flex flex-wrap gap-2">
          {isThere && (
            <>
              <Button variant="primary" className="min-h-12" onClick={() => window.print()}>
                Print
              </Button>
              <Button
                className="min-h-12"
                onClick={() => savePack(`${shown}-${list.answer?.date ?? 'today'}`)}
              >
                Save as a file
              </Button>
            </>
          )}
          {shown === 'pack' && (
            <Button
              className="min-h-12"
              variant={kept === undefined ? 'primary' : 'secondary'}
              busy={make.busy ? 'Making the pack' : undefined}
              onClick={() => make.run({ id: packId })}
            >
              {kept === undefined ? 'Make today’s pack' : 'Make it again now'}
            </Button>
          )}
        </div>
        {isThere && (
          <p className="text-ink-2">
            The file opens on this machine without us and without a network. It holds what the papers hold:
            keep it where only the clinic’s staff can open it, and delete it when the day is over.
          </p>
        )}
        <Failure failure={make.failure} stillTrue="No new pack was made. What is below is the last one." />
      </div>
      {shown === 'pack' ? (
        <Heard of={pack}>
          {({ pack: made }) =>
            made === undefined ? (
              <p className="not-on-paper">No pack was made today.</p>
            ) : (
              <PackPaper pack={made.content} />
            )
          }
        </Heard>
      ) : (
        <Heard of={list}>
          {(answer) =>
            shown === 'desk-list' ? (
              <DeskListPaper list={answer} />
            ) : (
              <WalkInPaper
                clinic={answer.clinic}
                emergency={answer.emergency}
                madeAt={answer.now}
                zone={answer.zone}
              />
            )
          }
        </Heard>
      )}
    </div>
  );
}

function PackTime({ status }: { readonly status: Status }) {
  const clock = (minute: number) =>
    `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
  const [time, setTime] = useState(clock(status.minuteOfDay));
  const set = useAct((body: { version: number; minuteOfDay: number }, commandId) =>
    call(setPackTime, { body, commandId }),
  );
  const minuteOfDay = minuteOf(time);
  const [isAsked, setIsAsked] = useState(false);
  return (
    <Card title="When the pack makes itself" className="not-on-paper">
      <Form
        onSubmit={() => {
          setIsAsked(true);
          if (minuteOfDay !== undefined) set.run({ version: status.set?.version ?? 0, minuteOfDay });
        }}
        failure={set.failure}
        stillTrue="Nothing was set. What you chose is still here."
        actions={
          <Button type="submit" className="min-h-12" busy={set.busy ? 'Setting' : undefined}>
            Set this time
          </Button>
        }
      >
        <DateTimeField
          kind="time"
          label="Each morning at"
          name="minuteOfDay"
          hint={
            status.set === undefined
              ? 'Nobody here has set it. The time shown is a rule of the house.'
              : `Set by ${status.set.byName}, ${formatDateTime(status.set.at, status.zone)}.`
          }
          fault={isAsked && minuteOfDay === undefined ? 'Type a time, as 05:30.' : undefined}
          value={time}
          onChange={setTime}
        />
      </Form>
    </Card>
  );
}

function ComingBack() {
  const sheets = useAnswer(['downtime', 'sheets'], listSheets);
  const [typed, setTyped] = useState('');
  const [isAsked, setIsAsked] = useState(false);
  const navigate = useNavigate();
  const code = readSheetCode(typed);
  const found = (sheets.answer?.sheets ?? []).filter((sheet) => sheet.code === code);
  const go = (sheet: Sheet, sessionId: string): void => {
    navigate({
      to: '/patients/$patientId/sessions/$sessionId/paper',
      params: { patientId: sheet.patientId, sessionId },
      search: { sheet: sheet.code },
    });
  };
  const [newSessionId] = useState(newCommandId);
  const open = useAct(
    (sheet: Sheet, commandId) =>
      call(openSession, {
        params: { patientId: sheet.patientId },
        body: { id: newSessionId, appointmentId: sheet.appointmentId },
        commandId,
      }),
    (answer, sheet) => go(sheet, answer.id),
  );
  const fault =
    !isAsked || typed.trim() === ''
      ? undefined
      : code === undefined
        ? 'This is not a code of ours. It has five characters and one to check, as K7QM4-X.'
        : found.length === 0
          ? 'No sheet of the last seven days that is yours to type has this code.'
          : undefined;
  return (
    <Card title="Type a sheet back in">
      <Form
        onSubmit={() => {
          setIsAsked(true);
          const [only] = found;
          if (only !== undefined && found.length === 1 && only.sessionId !== undefined)
            go(only, only.sessionId);
        }}
        failure={open.failure}
        stillTrue="No session was opened. The sheet can wait."
        actions={
          <Button type="submit" className="min-h-12">
            Find the sheet
          </Button>
        }
      >
        <TextField
          label="Code on the sheet"
          name="code"
          hint="Large letters, at the top right of each side."
          fault={fault}
          value={typed}
          onChange={(value) => {
            setTyped(value);
            setIsAsked(false);
          }}
          autoComplete="off"
          className="max-w-72"
        />
        {isAsked && found.length > 0 && (
          <ul className="m-0 flex list-none flex-col gap-3 p-0">
            {found.map((sheet) => (
              <li key={sheet.appointmentId} className="flex flex-wrap items-center gap-4">
                <span>
                  {sheet.name}, {formatDateTime(sheet.startsAt)}
                  {sheet.roomName !== undefined && `, ${sheet.roomName}`}.
                  {sheet.sessionId === undefined && ' Nobody has opened this session yet.'}
                </span>
                <Button
                  className="min-h-12"
                  busy={open.busy ? 'Opening' : undefined}
                  onClick={() =>
                    sheet.sessionId === undefined ? open.run(sheet) : go(sheet, sheet.sessionId)
                  }
                >
                  {sheet.sessionId === undefined ? 'Open it, they were here' : 'Type this sheet'}
                </Button>
              </li>
            ))}
          </ul>
        )}
      </Form>
    </Card>
  );
}
