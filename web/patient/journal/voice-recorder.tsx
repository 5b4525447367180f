// Speaking instead of writing. What was said so far is kept every few seconds, so that a phone that dies keeps most of it.
import { Mic, Square } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { mostMediaBytes } from '#api/own-words.ts';
import { newCommandId } from '#web/kit/api-client.ts';
import { Button } from '#web/kit/button.tsx';
import { deviceNow } from '#web/kit/clock.ts';
import { t } from '#web/kit/locale.ts';
import type { Medium } from './entry-draft.ts';
import { base64Of } from './media-bytes.ts';

/** Three minutes at this rate stay well inside what an entry may hold. */
export const mostSeconds = 180;
const bitsPerSecond = 32_000;
const keptEveryMs = 4_000;
const types = ['audio/webm;codecs=opus', 'audio/mp4', 'audio/ogg;codecs=opus'] as const;

function typeHere(): string | undefined {
  if (typeof MediaRecorder === 'undefined') return undefined;
  return types.find((type) => MediaRecorder.isTypeSupported(type));
}

export interface VoiceRecorderProps {
  /** Called again and again with the same recording while it grows. */
  readonly onHeard: (medium: Medium) => void;
  /** True from the start until the last of it was heard. */
  readonly onRecording?: ((isRecording: boolean) => void) | undefined;
}

export function VoiceRecorder({ onHeard, onRecording }: VoiceRecorderProps) {
  const type = typeHere();
  const [state, setState] = useState<'rest' | 'asking' | 'running' | 'refused'>('rest');
  const [seconds, setSeconds] = useState(0);
  const recorder = useRef<MediaRecorder | undefined>(undefined);
  const latest = useRef(onHeard);
  latest.current = onHeard;
  useEffect(() => () => recorder.current?.stop(), []);

  if (type === undefined) return <p>{t('voice.none')}</p>;

  const start = async (): Promise<void> => {
    setState('asking');
    const stream = await navigator.mediaDevices.getUserMedia({ audio: true }).catch(() => undefined);
    if (stream === undefined) {
      setState('refused');
      return;
    }
    const id = newCommandId();
    const began = deviceNow();
    const chunks: Blob[] = [];
    const made = new MediaRecorder(stream, { mimeType: type, audioBitsPerSecond: bitsPerSecond });
    recorder.current = made;
    const secondsNow = (): number => Math.min(mostSeconds, Math.round((deviceNow() - began) / 1_000));
    const ticking = setInterval(() => {
      setSeconds(secondsNow());
      if (secondsNow() >= mostSeconds && made.state === 'recording') made.stop();
    }, 500);
    const hear = async (sound: Blob, said: number): Promise<void> => {
      const file = await base64Of(sound);
      if (file !== undefined)
        latest.current({ id, kind: 'voice', mediaType: type.split(';')[0] ?? type, file, seconds: said });
    };
    let heard = Promise.resolve();
    made.ondataavailable = ({ data }) => {
      if (data.size === 0) return;
      chunks.push(data);
      const sound = new Blob(chunks, { type });
      if (sound.size <= mostMediaBytes) {
        const said = secondsNow();
        heard = heard.then(() => hear(sound, said));
      } else if (made.state === 'recording') made.stop();
    };
    made.onstop = async () => {
      clearInterval(ticking);
      for (const track of stream.getTracks()) track.stop();
      setState('rest');
      setSeconds(0);
      await heard;
      onRecording?.(false);
    };
    made.start(keptEveryMs);
    setState('running');
    onRecording?.(true);
  };

  return (
    <div className="flex flex-col items-start gap-3">
      {state === 'running' ? (
        <>
          <p role="timer" className="figures">
            {t('voice.running', { seconds, most: mostSeconds })}
          </p>
          <Button
            variant="primary"
            icon={<Square size={20} strokeWidth={1.9} aria-hidden="true" />}
            onClick={() => recorder.current?.stop()}
          >
            {t('voice.stop')}
          </Button>
        </>
      ) : (
        <Button
          icon={<Mic size={20} strokeWidth={1.9} aria-hidden="true" />}
          onClick={start}
          busy={state === 'asking' ? t('kit.asking') : undefined}
        >
          {t('voice.start')}
        </Button>
      )}
      <p role="status" className="text-small text-ink-2">
        {state === 'refused' ? t('voice.refused') : t('voice.safe')}
      </p>
    </div>
  );
}
