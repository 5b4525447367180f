// Changes, pushed. A change names a topic and an id, never health text; whoever hears it and may read it asks for it. A
// screen that was away says the last cursor it heard and is told what it missed, or that it must ask for everything.

export type Change = {
  readonly clinicId: string;
  /** floor (rooms, day, tasks), a fact in one of its rooms, patient, session, inquiries. */
  readonly topic: 'floor' | 'floor/session' | 'patient' | 'session' | 'inquiries';
  readonly patientId?: string | undefined;
  readonly id?: string | undefined;
  readonly version?: number | undefined;
  /** For a session: the kept facts themselves, for those already allowed to read that session. */
  readonly events?: readonly unknown[] | undefined;
};

export type Numbered = { readonly cursor: string; readonly change: Change };
type Listener = (numbered: Numbered) => void;

export type LiveBus = {
  publish(changes: readonly Change[]): void;
  subscribe(listener: Listener): () => void;
  /** Undefined when the cursor is too old or from another run: ask for everything. */
  since(cursor: string): readonly Numbered[] | undefined;
  cursor(): string;
  readonly subscribers: number;
  /** Counts a device of someone who answers calls, for as long as its line is open. */
  answersCalls(clinicId: string): () => void;
  /** How many such devices hear this clinic now. */
  listening(clinicId: string): number;
};

const remembered = 4_096;

export function openLiveBus(runId: string): LiveBus {
  const listeners = new Set<Listener>();
  const ring: Numbered[] = [];
  let count = 0;
  const answering = new Map<string, number>();
  const step = (clinicId: string, by: 1 | -1): void => {
    answering.set(clinicId, (answering.get(clinicId) ?? 0) + by);
  };
  return {
    publish(changes) {
      for (const change of changes) {
        count += 1;
        const numbered = { cursor: `${runId}.${count}`, change };
        ring.push(numbered);
        if (ring.length > remembered) ring.splice(0, ring.length - remembered);
        for (const listener of listeners) listener(numbered);
      }
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    since(cursor) {
      const [run, number] = cursor.split('.');
      const from = Number(number);
      if (run !== runId || !Number.isSafeInteger(from) || from > count) return undefined;
      const missed = count - from;
      if (missed > ring.length) return undefined;
      return ring.slice(ring.length - missed);
    },
    cursor: () => `${runId}.${count}`,
    answersCalls(clinicId) {
      step(clinicId, 1);
      return () => step(clinicId, -1);
    },
    listening: (clinicId) => answering.get(clinicId) ?? 0,
    get subscribers() {
      return listeners.size;
    },
  };
}
