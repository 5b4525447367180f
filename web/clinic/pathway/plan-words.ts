// What a plan says it is for, in the prescriber's own words.

interface Planned {
  readonly status: 'active' | 'held' | 'paused' | 'stopped' | 'finished';
  readonly statusAt: number;
  readonly indication: string;
}

/** Of the series that stands, else of the one that ended last. */
export function planInWords(series: readonly Planned[]): string | undefined {
  const isOver = ({ status }: Planned): boolean => status === 'stopped' || status === 'finished';
  const [first] = series
    .filter(({ indication }) => indication.trim() !== '')
    .toSorted((one, other) => Number(isOver(one)) - Number(isOver(other)) || other.statusAt - one.statusAt);
  return first?.indication.trim();
}
