// Structured logs with typed fields only. There is no way to pass free text or an object, so no health text can slip in.

export type LogFields = {
  readonly requestId?: string;
  readonly route?: string;
  readonly method?: string;
  readonly status?: number;
  readonly ms?: number;
  readonly code?: string;
  readonly count?: number;
  readonly port?: number;
  readonly job?: string;
  /** The class of a thrown error and where in our own code it came from; never its message. */
  readonly errorName?: string;
  readonly errorAt?: string;
};

export type LogLevel = 'info' | 'warn' | 'error';
export type Log = (level: LogLevel, event: Lowercase<string>, fields?: LogFields) => void;

export function jsonLog(write: (line: string) => void, now: () => number): Log {
  return (level, event, fields = {}) => {
    write(`${JSON.stringify({ at: new Date(now()).toISOString(), level, event, ...fields })}\n`);
  };
}

/** Name and first frame of our own code: enough to find the bug, nothing a person typed. */
export function describeError(error: unknown): Pick<LogFields, 'errorName' | 'errorAt'> {
  if (!(error instanceof Error)) return { errorName: typeof error };
  const frame = error.stack
    ?.split('\n')
    .find((line) => /\/(server|api|fhir|clinical|dosing-session)\//.test(line));
  const place = frame?.match(/((?:server|api|fhir|clinical|dosing-session)\/[\w./-]+:\d+)/)?.[1];
  const code = (error as { code?: unknown }).code;
  const named =
    typeof code === 'string' && /^[A-Z0-9_]{3,40}$/.test(code) ? `${error.name} ${code}` : error.name;
  return place === undefined ? { errorName: named } : { errorName: named, errorAt: place };
}
