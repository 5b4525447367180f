// Reads a text aloud with a voice that lives on this phone. A voice that would send the words to another company is never
// used; without one of its own, the phone says so.
import { Square, Volume2 } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button } from '#web/kit/button.tsx';
import { currentLanguage, extendCatalog, t } from '#web/kit/locale.ts';
import { voiceFor } from './own-voice.ts';
import { readyWords } from './words/ready.ts';

extendCatalog(readyWords);

export interface ReadAloudProps {
  readonly texts: readonly string[];
}

export function ReadAloud({ texts }: ReadAloudProps) {
  const [state, setState] = useState<'still' | 'reading' | 'no-voice'>('still');
  useEffect(() => () => speechOf()?.cancel(), []);
  const speech = speechOf();
  if (speech === undefined) return null;
  const read = async (): Promise<void> => {
    if (state === 'reading') {
      speech.cancel();
      setState('still');
      return;
    }
    const voice = await ownVoice(speech);
    if (voice === undefined) {
      setState('no-voice');
      return;
    }
    setState('reading');
    for (const [index, text] of texts.entries()) {
      const spoken = utteranceIn(voice, text);
      if (index === texts.length - 1) spoken.onend = () => setState('still');
      speech.speak(spoken);
    }
  };
  const isReading = state === 'reading';
  const Sign = isReading ? Square : Volume2;
  return (
    <div className="not-on-paper flex flex-col gap-1">
      <Button
        className="self-start"
        icon={<Sign size={20} strokeWidth={1.9} aria-hidden="true" />}
        onClick={read}
      >
        {t(isReading ? 'aloud.stop' : 'aloud.read')}
      </Button>
      <p role="status" className="text-small text-ink-2">
        {state === 'no-voice' ? t('aloud.no-voice') : ''}
      </p>
    </div>
  );
}

let lastLine = 0;

/** One line, now, in place of the one before. A line that was hushed while the voice was still looked for is not said. */
export async function sayAloud(text: string): Promise<'said' | 'hushed' | 'no-voice'> {
  const line = ++lastLine;
  const speech = speechOf();
  const voice = speech && (await ownVoice(speech));
  if (line !== lastLine) return 'hushed';
  if (speech === undefined || voice === undefined) return 'no-voice';
  speech.cancel();
  speech.speak(utteranceIn(voice, text));
  return 'said';
}

export function hushed(): void {
  lastLine += 1;
  speechOf()?.cancel();
}

export async function hasOwnVoice(): Promise<boolean> {
  const speech = speechOf();
  return speech !== undefined && (await ownVoice(speech)) !== undefined;
}

function speechOf(): SpeechSynthesis | undefined {
  return 'speechSynthesis' in globalThis ? globalThis.speechSynthesis : undefined;
}

const slowRate = 0.85;

function utteranceIn(voice: SpeechSynthesisVoice, text: string): SpeechSynthesisUtterance {
  const spoken = new SpeechSynthesisUtterance(text);
  spoken.voice = voice;
  spoken.lang = voice.lang;
  spoken.rate = slowRate;
  return spoken;
}

const patienceMs = 1_000;

/** Some phones name their voices only a moment after they are asked. */
async function ownVoice(speech: SpeechSynthesis): Promise<SpeechSynthesisVoice | undefined> {
  if (speech.getVoices().length === 0)
    await new Promise<void>((told) => {
      setTimeout(told, patienceMs);
      speech.addEventListener('voiceschanged', () => told(), { once: true });
    });
  return voiceFor(speech.getVoices(), currentLanguage());
}
