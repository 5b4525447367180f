// What they brought: the list as they marked it, and each paper until someone has read it. Nothing is read out of it by a machine.
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { type BroughtPaper, goThroughPaper, listBrought, openPaper } from '#api/brought-papers.ts';
import { bringItem } from '#content/bring-list.ts';
import { Failure, Heard } from '#web/clinic/desk-page.tsx';
import { useMe } from '#web/clinic/me.ts';
import { has } from '#web/clinic/places.ts';
import { useAct } from '#web/clinic/use-act.ts';
import { useAnswer } from '#web/clinic/use-answer.ts';
import { call } from '#web/kit/api-client.ts';
import { fromBase64 } from '#web/kit/base64.ts';
import { Button } from '#web/kit/button.tsx';
import { Card } from '#web/kit/card.tsx';
import { EmptyState } from '#web/kit/empty-state.tsx';
import { formatDate, formatDateTime } from '#web/kit/locale.ts';
import { Sheet } from '#web/kit/sheet.tsx';
import { StateMark } from '#web/kit/state-mark.tsx';
import { TextField } from '#web/kit/text-field.tsx';

export function BroughtPapersCard({ patientId }: { readonly patientId: string }) {
  const brought = useAnswer(['patient', patientId, 'brought'], listBrought, { params: { patientId } });
  return (
    <Card title="Papers they brought">
      <Heard of={brought}>
        {({ marks, papers }) => {
          const none = marks.filter(({ mark }) => mark === 'do-not-have');
          return (
            <div className="flex flex-col gap-3">
              {papers.length === 0 && <EmptyState>No paper has been photographed.</EmptyState>}
              {papers.map((paper) => (
                <Paper key={paper.id} paper={paper} patientId={patientId} />
              ))}
              {none.length > 0 && (
                <p className="text-small text-ink-2">
                  They say there is none of:{' '}
                  {none.map(({ item }) => bringItem(item)?.name.en.toLowerCase() ?? item).join('; ')}.
                </p>
              )}
            </div>
          );
        }}
      </Heard>
    </Card>
  );
}

interface PaperProps {
  readonly paper: BroughtPaper;
  readonly patientId: string;
}

function Paper({ paper, patientId }: PaperProps) {
  const [open, setOpen] = useState(false);
  const what = bringItem(paper.item)?.name.en ?? paper.item;
  return (
    <div className="flex flex-wrap items-start justify-between gap-3 border-b border-contour pb-3 last:border-b-0">
      <div className="flex min-w-0 flex-1 basis-60 gap-2.5">
        <StateMark state={paper.readAt === undefined ? 'unknown' : 'seen'} size={20} className="mt-0.5" />
        <div className="min-w-0">
          <p className="font-sub break-words">{paper.name}</p>
          <p className="text-small text-ink-2">
            {what}. {paper.addedByName}, {formatDate(paper.addedAt, 'medium')}.{' '}
            {paper.readAt === undefined
              ? 'Read by nobody yet.'
              : `Read by ${paper.readByName ?? ''}, ${formatDateTime(paper.readAt)}.`}
          </p>
          {paper.note !== '' && <p>{paper.note}</p>}
        </div>
      </div>
      <Button size="row" onClick={() => setOpen(true)} aria-label={`Open ${paper.name}`}>
        Open
      </Button>
      <Sheet open={open} onClose={() => setOpen(false)} title={paper.name}>
        {open && <Reading paper={paper} patientId={patientId} onDone={() => setOpen(false)} />}
      </Sheet>
    </div>
  );
}

function Reading({ paper, patientId, onDone }: PaperProps & { readonly onDone: () => void }) {
  const queries = useQueryClient();
  const [note, setNote] = useState('');
  const mayRead = has(useMe(), 'nurse', 'prescriber');
  const asked = useAnswer(
    ['patient', patientId, 'brought', paper.id],
    openPaper,
    { params: { patientId, paperId: paper.id } },
    { onPushOnly: true },
  );
  const read = useAct(
    (words: string, commandId) =>
      call(goThroughPaper, {
        params: { patientId, paperId: paper.id },
        body: { note: words },
        commandId,
      }),
    () => {
      queries.invalidateQueries({ queryKey: ['patient', patientId, 'brought'] });
      onDone();
    },
  );
  return (
    <div className="flex flex-col gap-4">
      <Heard of={asked}>
        {({ mediaType, file }) => <Shown name={paper.name} mediaType={mediaType} file={file} />}
      </Heard>
      {mayRead && (
        <>
          <TextField label="What matters of it" optional value={note} onChange={setNote} maxLength={4_000} />
          <Failure failure={read.failure} stillTrue="It still stands as not read." />
          <Button
            variant="primary"
            className="self-start"
            busy={read.busy ? 'Saving' : undefined}
            onClick={() => read.run(note.trim())}
          >
            I read it
          </Button>
        </>
      )}
    </div>
  );
}

interface ShownProps {
  readonly name: string;
  readonly mediaType: string;
  readonly file: string;
}

/** A picture is shown; a PDF is handed to the device, which has its own reader. */
function Shown({ name, mediaType, file }: ShownProps) {
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([fromBase64(file)], { type: mediaType }));
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [file, mediaType]);
  if (address === undefined) return null;
  if (mediaType === 'image/jpeg')
    return <img src={address} alt={name} className="max-w-full rounded-control" />;
  return (
    <a
      href={address}
      download={`${name.replace(/\.pdf$/i, '')}.pdf`}
      className="link inline-flex min-h-10 items-center"
    >
      Save the PDF on this device to read it
    </a>
  );
}
