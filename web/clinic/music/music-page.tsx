// The clinic's music: what plays now and under which licence, every track with its papers, how loud a room may be, and a file
// added only together with its licence.
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { AnswerOf } from '#api/endpoint.ts';
import {
  addTrack,
  getMusic,
  listPlaying,
  type MusicTrack,
  mostFileBytes,
  retireTrack,
  setMusicSettings,
} from '#api/music.ts';
import { DeskPage, Failure, Heard } from '#web/clinic/desk-page.tsx';
import { useMe } from '#web/clinic/me.ts';
import { has, readsChart } from '#web/clinic/places.ts';
import { ambientLicence } from '#web/clinic/sound/sound-plan.ts';
import { useAct } from '#web/clinic/use-act.ts';
import { useAnswer } from '#web/clinic/use-answer.ts';
import { call, newCommandId } from '#web/kit/api-client.ts';
import { Button } from '#web/kit/button.tsx';
import { Card } from '#web/kit/card.tsx';
import { DateTimeField } from '#web/kit/date-time-field.tsx';
import { Field, inputClass } from '#web/kit/field.tsx';
import { Form } from '#web/kit/form.tsx';
import { formatClock, formatDateTime, formatLocalDate } from '#web/kit/locale.ts';
import { moods } from '#web/kit/sound/ambient-score.ts';
import { TextArea } from '#web/kit/text-area.tsx';
import { TextField } from '#web/kit/text-field.tsx';
import { type MusicFile, readMusicFile } from './music-file.ts';

type Library = AnswerOf<typeof getMusic>;

export function MusicPage() {
  const me = useMe();
  const library = useAnswer(['music'], getMusic);
  const mayChange = has(me, 'nurse', 'prescriber', 'therapist', 'admin');
  const seesPlaying = has(me, 'admin', 'auditor') || (readsChart(me) && me.onShift);
  return (
    <DeskPage
      title="Music"
      lead="Files lie on the clinic’s own server, each with the licence it is played under."
    >
      {seesPlaying && <Playing />}
      <Heard of={library}>
        {(answer) => (
          <div className="flex flex-col gap-5">
            <Tracks tracks={answer.tracks} mayChange={mayChange} />
            <Ceiling key={answer.settings.version} settings={answer.settings} mayChange={mayChange} />
            {mayChange && <AddTrack />}
          </div>
        )}
      </Heard>
    </DeskPage>
  );
}

function Playing() {
  const playing = useAnswer(['board', 'music-playing'], listPlaying);
  return (
    <Card title="Playing now">
      <Heard of={playing}>
        {({ rooms }) =>
          rooms.length === 0 ? (
            <p>No music in any room.</p>
          ) : (
            <ul className="m-0 flex list-none flex-col gap-1 p-0">
              {rooms.map(({ roomName, title, licence, since }) => (
                <li key={roomName}>
                  {roomName}: “{title}”, since {formatClock(since)}.{' '}
                  {licence ?? 'Its licence is not written down.'}
                </li>
              ))}
            </ul>
          )
        }
      </Heard>
    </Card>
  );
}

function lengthInWords(seconds: number): string {
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}

function Tracks({
  tracks,
  mayChange,
}: {
  readonly tracks: readonly MusicTrack[];
  readonly mayChange: boolean;
}) {
  const inUse = tracks.filter(({ retiredAt }) => retiredAt === undefined);
  const retired = tracks.filter(({ retiredAt }) => retiredAt !== undefined);
  return (
    <>
      <Card title="Tracks of the clinic">
        {inUse.length === 0 ? (
          <p>No files yet. The sound made here is always there.</p>
        ) : (
          <ul className="m-0 flex list-none flex-col p-0">
            {inUse.map((track) => (
              <TrackRow key={track.id} track={track} mayChange={mayChange} />
            ))}
          </ul>
        )}
      </Card>
      <Card title="Made here as it plays">
        <p>
          {Object.values(moods)
            .map(({ title }) => `“${title}”`)
            .join(', ')}
          . {ambientLicence}: made by this program in the browser, with nobody else’s work in it.
        </p>
      </Card>
      {retired.length > 0 && (
        <Card title="Taken out of use">
          <ul className="m-0 flex list-none flex-col gap-1 p-0 text-small">
            {retired.map(({ id, title, author, licence, retiredAt }) => (
              <li key={id}>
                “{title}”, {author}. {licence}. Until{' '}
                {retiredAt === undefined ? '' : formatDateTime(retiredAt)}.
              </li>
            ))}
          </ul>
        </Card>
      )}
    </>
  );
}

function TrackRow({ track, mayChange }: { readonly track: MusicTrack; readonly mayChange: boolean }) {
  const queries = useQueryClient();
  const retire = useAct(
    (_: Record<string, never>, commandId) =>
      call(retireTrack, { params: { trackId: track.id }, body: {}, commandId }),
    () => {
      queries.invalidateQueries({ queryKey: ['music'] });
    },
  );
  return (
    <li className="flex flex-wrap items-start gap-x-5 gap-y-2 border-b border-contour py-3 last:border-b-0">
      <div className="min-w-0 flex-1 basis-80">
        <p>
          <strong className="font-sub">{track.title}</strong>, {track.author},{' '}
          <span className="figures">{lengthInWords(track.lengthSeconds)}</span>
        </p>
        <p className="text-small">
          {track.licence}. From {track.source}.
        </p>
        <p className="text-small text-ink-2">
          Proof: {track.proof}. Obtained {formatLocalDate(track.obtainedOn)}. Added{' '}
          {formatDateTime(track.addedAt)} by {track.addedByName}.
        </p>
        <Failure failure={retire.failure} stillTrue="The track is still in use." />
      </div>
      {mayChange && (
        <Button size="row" busy={retire.busy ? 'Taking it out' : undefined} onClick={() => retire.run({})}>
          Take out of use
        </Button>
      )}
    </li>
  );
}

function Ceiling({
  settings,
  mayChange,
}: {
  readonly settings: Library['settings'];
  readonly mayChange: boolean;
}) {
  const queries = useQueryClient();
  const [text, setText] = useState(String(settings.ceilingPercent));
  const set = useAct(
    (ceilingPercent: number, commandId) =>
      call(setMusicSettings, { body: { version: settings.version, ceilingPercent }, commandId }),
    () => {
      queries.invalidateQueries({ queryKey: ['music'] });
    },
  );
  const percent = Number(text);
  const isWhole = Number.isInteger(percent) && percent >= 1 && percent <= 100;
  return (
    <Card title="How loud a room may be">
      <div className="flex flex-col gap-4">
        <p>
          {settings.ceilingPercent} % of what the device can do.{' '}
          {settings.setByName === undefined || settings.setAt === undefined
            ? 'Nobody here has set it yet.'
            : `Set ${formatDateTime(settings.setAt)} by ${settings.setByName}.`}{' '}
          The dial in the room cannot pass it. Measure it once at the pillow.
        </p>
        {mayChange && (
          <Form
            onSubmit={() => isWhole && set.run(percent)}
            failure={set.failure}
            stillTrue="The ceiling is as it was."
            actions={
              <Button
                type="submit"
                variant="primary"
                busy={set.busy ? 'Setting' : undefined}
                closed={isWhole ? undefined : 'Closed: a whole number from 1 to 100'}
              >
                Set the ceiling
              </Button>
            }
          >
            <TextField
              label="Ceiling, in percent"
              name="ceilingPercent"
              inputMode="numeric"
              className="max-w-60"
              value={text}
              onChange={setText}
            />
          </Form>
        )}
      </div>
    </Card>
  );
}

const empty = { title: '', author: '', licence: '', source: '', proof: '', obtainedOn: '' };

function AddTrack() {
  const queries = useQueryClient();
  const [typed, setTyped] = useState(empty);
  const [chosen, setChosen] = useState<MusicFile>();
  const [reading, setReading] = useState(false);
  const [fileKey, setFileKey] = useState(0);
  const [id, setId] = useState(newCommandId);
  const set = (part: Partial<typeof empty>): void => setTyped({ ...typed, ...part });
  const add = useAct(
    (body: { id: string; licence: typeof empty; lengthSeconds: number; file: string }, commandId) =>
      call(addTrack, { body, commandId, timeoutMs: 120_000 }),
    () => {
      setTyped(empty);
      setChosen(undefined);
      setFileKey(fileKey + 1);
      setId(newCommandId());
      queries.invalidateQueries({ queryKey: ['music'] });
    },
  );
  const pick = async (file: File | undefined): Promise<void> => {
    add.forget();
    setChosen(undefined);
    if (file === undefined) return;
    setReading(true);
    const read = await readMusicFile(file);
    setReading(false);
    setChosen(read);
    if (read.kind === 'read' && typed.title === '') set({ title: file.name.replace(/\.\w+$/, '') });
  };
  const submit = (): void => {
    if (chosen?.kind !== 'read') return;
    add.run({ id, licence: typed, lengthSeconds: chosen.lengthSeconds, file: chosen.base64 });
  };
  const missing = Object.values(typed).some((text) => text.trim() === '');
  const closed =
    chosen?.kind !== 'read'
      ? 'Closed: choose a file'
      : missing
        ? 'Closed: the licence is not whole'
        : undefined;
  return (
    <Card title="Add a track">
      <Form
        onSubmit={() => closed === undefined && submit()}
        failure={add.failure}
        stillTrue="Nothing was added. What you typed is still here."
        actions={
          <Button type="submit" variant="primary" closed={closed} busy={add.busy ? 'Adding it' : undefined}>
            Add with its licence
          </Button>
        }
      >
        <Field
          label="File"
          name="file"
          hint={`MP3, M4A, Ogg, FLAC or WAV, up to ${mostFileBytes / 1024 / 1024} MB.`}
          fault={chosen?.kind === 'fault' ? chosen.message : undefined}
        >
          {(control) => (
            <input
              {...control}
              key={fileKey}
              type="file"
              accept="audio/*,.flac,.ogg,.m4a"
              onChange={(event) => pick(event.target.files?.[0])}
              className={inputClass}
            />
          )}
        </Field>
        {reading && <p role="status">Reading the file</p>}
        {chosen?.kind === 'read' && (
          <p role="status" className="text-small">
            {lengthInWords(chosen.lengthSeconds)} long.
          </p>
        )}
        <div className="grid gap-5 tablet:grid-cols-2">
          <TextField
            label="Title"
            name="licence.title"
            value={typed.title}
            onChange={(title) => set({ title })}
          />
          <TextField
            label="Author"
            name="licence.author"
            value={typed.author}
            onChange={(author) => set({ author })}
          />
          <TextField
            label="Licence"
            name="licence.licence"
            hint="As it is called: CC BY 4.0, CC0, bought from its author"
            value={typed.licence}
            onChange={(licence) => set({ licence })}
          />
          <TextField
            label="Where it is from"
            name="licence.source"
            value={typed.source}
            onChange={(source) => set({ source })}
          />
        </div>
        <TextArea
          label="Proof"
          name="licence.proof"
          hint="The number of the receipt, the letter, the page that says so"
          rows={2}
          value={typed.proof}
          onChange={(proof) => set({ proof })}
        />
        <DateTimeField
          label="Obtained on"
          name="licence.obtainedOn"
          kind="date"
          value={typed.obtainedOn}
          onChange={(obtainedOn) => set({ obtainedOn })}
        />
      </Form>
    </Card>
  );
}
