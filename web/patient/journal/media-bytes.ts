// Bytes of a recording or a picture, to text and back, and an address that this page can play or show.
import { useEffect, useState } from 'react';
import { fromBase64 } from '#web/kit/base64.ts';

export function base64Of(blob: Blob): Promise<string | undefined> {
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).split(',', 2)[1]);
    reader.onerror = () => resolve(undefined);
    reader.readAsDataURL(blob);
  });
}

/** An address for as long as this is on the screen; nothing of it stays behind in the browser. */
export function useMediaAddress(file: string | undefined, mediaType: string): string | undefined {
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    if (file === undefined) return;
    const made = URL.createObjectURL(new Blob([fromBase64(file)], { type: mediaType }));
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [file, mediaType]);
  return address;
}
