// A sheet to draw on. The lines themselves are the draft, so a drawing goes on where it was left.
import { Undo2 } from 'lucide-react';
import { type PointerEvent, useEffect, useRef } from 'react';
import { newCommandId } from '#web/kit/api-client.ts';
import { Button } from '#web/kit/button.tsx';
import { useDraft } from '#web/kit/drafts.ts';
import { t } from '#web/kit/locale.ts';
import type { Medium } from './entry-draft.ts';
import { base64Of } from './media-bytes.ts';

const inks = { dark: '#1d2b30', blue: '#0d5069', red: '#9b1b60', gold: '#93783a' } as const;
type Ink = keyof typeof inks;

interface Line {
  readonly ink: Ink;
  /** In thousandths of the sheet: x, y, x, y. */
  readonly points: readonly number[];
}

export interface Sheet {
  readonly ink: Ink;
  readonly lines: readonly Line[];
}

export const blankSheet: Sheet = { ink: 'dark', lines: [] };
const widthPx = 900;
const heightPx = 720;

function draw(canvas: HTMLCanvasElement, lines: readonly Line[]): void {
  const pen = canvas.getContext('2d');
  if (pen === null) return;
  pen.fillStyle = '#fffdf8';
  pen.fillRect(0, 0, widthPx, heightPx);
  pen.lineWidth = 7;
  pen.lineCap = 'round';
  pen.lineJoin = 'round';
  for (const { ink, points } of lines) {
    pen.strokeStyle = inks[ink];
    pen.beginPath();
    for (let at = 0; at + 1 < points.length; at += 2) {
      const x = ((points[at] ?? 0) * widthPx) / 1_000;
      const y = ((points[at + 1] ?? 0) * heightPx) / 1_000;
      if (at === 0) pen.moveTo(x, y);
      // A tap is a dot: a line to where it began draws one.
      pen.lineTo(x, y);
    }
    pen.stroke();
  }
}

interface DrawingPadProps {
  readonly onDrawn: (medium: Medium) => void;
}

export function DrawingPad({ onDrawn }: DrawingPadProps) {
  const draft = useDraft<Sheet>('journal/drawing', blankSheet, 'here');
  const done = (file: string): void => {
    onDrawn(drawingOf(newCommandId(), file));
    draft.clear();
  };
  return <DrawingSheet sheet={draft.value} onSheet={draft.set} onDone={done} />;
}

export function drawingOf(id: string, file: string): Medium {
  return { id, kind: 'drawing', mediaType: 'image/png', file };
}

async function pictureOf(sheet: HTMLCanvasElement): Promise<string | undefined> {
  const blob = await new Promise<Blob | null>((resolve) => sheet.toBlob(resolve, 'image/png'));
  return blob === null ? undefined : base64Of(blob);
}

interface DrawingSheetProps {
  readonly sheet: Sheet;
  readonly onSheet: (sheet: Sheet) => void;
  readonly onDone: (file: string) => void;
  /** The drawing as it stands after each line, where its lines are kept nowhere else. Nothing once it is blank again. */
  readonly onSoFar?: ((file: string | undefined) => void) | undefined;
}

export function DrawingSheet({ sheet, onSheet, onDone, onSoFar }: DrawingSheetProps) {
  const { ink, lines } = sheet;
  const canvas = useRef<HTMLCanvasElement>(null);
  const running = useRef<number[] | undefined>(undefined);

  const latest = useRef({ lines, onSoFar });
  latest.current = { lines, onSoFar };
  useEffect(() => {
    if (canvas.current === null) return;
    draw(canvas.current, lines);
    if (latest.current.onSoFar === undefined) return;
    // A picture takes a moment to make; one that another line has overtaken is let go.
    const tell = (file: string | undefined): void => {
      if (latest.current.lines === lines) latest.current.onSoFar?.(file);
    };
    if (lines.length === 0) tell(undefined);
    else pictureOf(canvas.current).then((file) => file !== undefined && tell(file));
  }, [lines]);

  const placeOf = (event: PointerEvent<HTMLCanvasElement>): readonly number[] => {
    const box = event.currentTarget.getBoundingClientRect();
    const x = ((event.clientX - box.left) / box.width) * 1_000;
    const y = ((event.clientY - box.top) / box.height) * 1_000;
    return [Math.round(x), Math.round(y)];
  };
  const go = (event: PointerEvent<HTMLCanvasElement>): void => {
    const points = running.current;
    if (points === undefined || canvas.current === null) return;
    points.push(...placeOf(event));
    draw(canvas.current, [...lines, { ink, points }]);
  };
  const end = (): void => {
    const points = running.current;
    running.current = undefined;
    if (points !== undefined) onSheet({ ink, lines: [...lines, { ink, points }] });
  };
  const done = async (): Promise<void> => {
    const file = canvas.current === null ? undefined : await pictureOf(canvas.current);
    if (file !== undefined) onDone(file);
  };
  return (
    <div className="flex flex-col gap-3">
      <fieldset>
        <legend className="mb-1 text-small text-ink-2">{t('draw.ink')}</legend>
        <div className="flex flex-wrap gap-2">
          {(Object.keys(inks) as Ink[]).map((each) => (
            <button
              key={each}
              type="button"
              aria-pressed={each === ink}
              onClick={() => onSheet({ ink: each, lines })}
              className="press inline-flex min-h-12 cursor-pointer items-center gap-2 rounded-control border-[1.5px] border-edge px-3 aria-pressed:border-sea aria-pressed:bg-shallow"
            >
              <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true">
                <circle cx="10" cy="10" r="8" fill={inks[each]} stroke="#fff" />
              </svg>
              {t(`draw.ink-${each}`)}
            </button>
          ))}
        </div>
      </fieldset>
      <canvas
        ref={canvas}
        width={widthPx}
        height={heightPx}
        role="img"
        aria-label={t('draw.pad')}
        className="w-full touch-none rounded-card border-[1.5px] border-sand-edge"
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          running.current = [...placeOf(event)];
          go(event);
        }}
        onPointerMove={go}
        onPointerUp={end}
        onPointerCancel={end}
      />
      <div className="flex flex-wrap gap-3">
        <Button variant="primary" onClick={done} closed={lines.length === 0 ? t('draw.nothing') : undefined}>
          {t('draw.done')}
        </Button>
        {lines.length > 0 && (
          <>
            <Button
              icon={<Undo2 size={20} strokeWidth={1.9} aria-hidden="true" />}
              onClick={() => onSheet({ ink, lines: lines.slice(0, -1) })}
            >
              {t('draw.undo')}
            </Button>
            <Button variant="quiet" onClick={() => onSheet({ ink, lines: [] })}>
              {t('draw.clear')}
            </Button>
          </>
        )}
      </div>
    </div>
  );
}
