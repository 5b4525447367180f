// A long track, played from its file as it goes. A second reader of the same file begins before the first has ended, so that the
// end meets the beginning without a gap.
import type { Sounding } from '#web/kit/sound/sound-desk.ts';

export function mediaSounding(
  context: AudioContext,
  track: { readonly blob: Blob; readonly overlapSeconds: number },
): Sounding {
  const url = URL.createObjectURL(track.blob);
  const output = context.createGain();
  const begin = (fadesIn: boolean) => {
    const reader = new Audio(url);
    const gain = context.createGain();
    context.createMediaElementSource(reader).connect(gain).connect(output);
    const at = context.currentTime;
    gain.gain.setValueAtTime(fadesIn ? 0 : 1, at);
    if (fadesIn) gain.gain.linearRampToValueAtTime(1, at + track.overlapSeconds);
    reader.play().catch(() => undefined);
    return { reader, gain };
  };
  let current = begin(false);
  return {
    output,
    feed() {
      const { reader, gain } = current;
      const left = reader.duration - reader.currentTime;
      // Not known yet while the file is being opened.
      if (!(left <= track.overlapSeconds + 1)) return;
      const at = context.currentTime;
      gain.gain.setValueAtTime(1, at);
      gain.gain.linearRampToValueAtTime(0, at + Math.max(0.05, left));
      reader.addEventListener('ended', () => gain.disconnect());
      current = begin(true);
    },
    end() {
      current.reader.pause();
      output.disconnect();
      URL.revokeObjectURL(url);
    },
  };
}
