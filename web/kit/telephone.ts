// A number as people write it, as a phone dials it: digits, with the plus of another country kept.

export function telephone(written: string): string {
  const digits = written.replaceAll(/[^\d]/g, '');
  return written.trim().startsWith('+') ? `+${digits}` : digits;
}
