// One question to the clinic from a page that signs nobody in.

export type Told<T> =
  | { readonly kind: 'answered'; readonly value: T }
  | { readonly kind: 'refused' }
  | { readonly kind: 'away' };

export type Post = <T>(path: string, body: object) => Promise<Told<T>>;

export const post: Post = async <T>(path: string, body: object): Promise<Told<T>> => {
  try {
    const response = await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-mooring': '1' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(20_000),
    });
    // A gateway in between does not speak for us; it is taken for silence.
    if (response.headers.get('x-mooring') !== '1' || response.status >= 500) return { kind: 'away' };
    if (response.status === 429) return { kind: 'away' };
    return response.ok ? { kind: 'answered', value: (await response.json()) as T } : { kind: 'refused' };
  } catch {
    return { kind: 'away' };
  }
};
