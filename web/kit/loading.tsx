// Waiting, in words, and only once it has lasted long enough to be worth a word.
import { useEffect, useState } from 'react';
import { t } from './locale.ts';

export interface LoadingProps {
  /** What is being waited for, for example "Asking the server". */
  readonly words?: string | undefined;
}

const worthSayingMs = 1000;

export function Loading({ words }: LoadingProps) {
  const [shown, show] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => show(true), worthSayingMs);
    return () => clearTimeout(timer);
  }, []);
  return (
    <p role="status" className="min-h-7 py-4 text-ink-2">
      {shown ? (words ?? t('kit.asking')) : ''}
    </p>
  );
}
