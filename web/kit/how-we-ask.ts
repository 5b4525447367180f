// How every question to our own server is put, by the app and by the little script that runs before it.

export const usualTimeoutMs = 15_000;

/** The header that says it is our own server who answers. */
export const ourMark = 'x-mooring';

export function howWeAsk(language: string) {
  return {
    headers: { Accept: 'application/json', 'Accept-Language': language },
    credentials: 'same-origin',
    cache: 'no-store',
    redirect: 'error',
  } as const;
}

/** As much of an answer as is read here, whoever brought it. */
export type HeardResponse = Pick<Response, 'ok' | 'status' | 'text'> & {
  readonly headers: Pick<Headers, 'get'>;
};
