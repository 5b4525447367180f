// A recording or a picture that someone made: played or shown from this page alone, and fetched only when asked for.
import { useEffect, useState } from 'react';
import type { MediaFile } from '#api/own-words.ts';
import type { CallResult } from './api-client.ts';
import { fromBase64 } from './base64.ts';
import { Button } from './button.tsx';
import { classNames } from './class-names.ts';

export interface MediumProps {
  readonly file: MediaFile;
  /** Said in place of it to whoever cannot see or hear it. */
  readonly name: string;
  readonly className?: string;
}

export function Medium({ file, name, className }: MediumProps) {
  const address = useAddress(file);
  if (address === undefined) return null;
  return file.kind === 'voice' ? (
    // biome-ignore lint/a11y/useMediaCaption: a person's own voice; there is no text of it
    <audio controls src={address} aria-label={name} className={classNames('w-full', className)} />
  ) : (
    <img
      src={address}
      alt={name}
      className={classNames('max-h-[70dvh] w-full rounded-card object-contain', className)}
    />
  );
}

export interface MediumOnAskingProps {
  readonly name: string;
  readonly askWords: string;
  readonly failedWords: string;
  readonly ask: () => Promise<CallResult<MediaFile>>;
}

/** Of someone else: opening it is told to them, so it is opened on purpose. */
export function MediumOnAsking({ name, askWords, failedWords, ask }: MediumOnAskingProps) {
  const [file, setFile] = useState<MediaFile | 'failed'>();
  if (file !== undefined && file !== 'failed') return <Medium file={file} name={name} className="mt-2" />;
  const open = async (): Promise<void> => {
    const answered = await ask();
    setFile(answered.kind === 'answered' ? answered.value : 'failed');
  };
  return (
    <div className="mt-2 flex flex-wrap items-center gap-3">
      <Button onClick={open}>{askWords}</Button>
      {file === 'failed' && <span role="status">{failedWords}</span>}
    </div>
  );
}

/** An address for as long as this is on the screen; nothing of it stays behind in the browser. */
function useAddress({ file, mediaType }: MediaFile): string | undefined {
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([fromBase64(file)], { type: mediaType }));
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [file, mediaType]);
  return address;
}
