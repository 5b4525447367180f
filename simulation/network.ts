// The air between the devices and the server: slow, deaf, doubled, out of order, cut, or a stranger's page in between.

import type { Wire } from '#web/kit/api-client.ts';
import type { HeardResponse } from '#web/kit/how-we-ask.ts';
import type { Line, LineEvent } from '#web/kit/live.ts';
import type { Chance } from './chance.ts';
import type { House } from './house.ts';
import type { Scheduler } from './scheduler.ts';
import type { LinkState, Weather } from './weather.ts';

/** One page of one device, as the network sees it. */
export type End = {
  readonly device: string;
  readonly isAlive: () => boolean;
  readonly cookie: () => string | undefined;
};

export type Network = {
  set(device: string, link: LinkState): void;
  linkOf(device: string): LinkState;
  become(weather: Weather): void;
  wireOf(end: End): Pick<Wire, 'fetch' | 'limit'>;
  lineOf(end: End): (url: string) => Line;
};

type Answer = { readonly status: number; readonly text: string; readonly isOurs?: boolean };

/** Made once: an error remembers where it was made, and that takes longer than everything else in here. */
const noAnswer = new TypeError('Failed to fetch');

/** What stands between answers with whatever it likes. */
const strangers: readonly Answer[] = [
  { status: 200, text: '<html><body>Welcome to Guest Wi-Fi. Please accept the terms.</body></html>' },
  { status: 200, text: '' },
  { status: 200, text: '{}' },
  { status: 401, text: '<html><body>Sign in to the network</body></html>' },
  { status: 403, text: '<html><body>Blocked by your administrator</body></html>' },
  { status: 404, text: 'not found' },
  { status: 511, text: '<html><body>Network Authentication Required</body></html>' },
];

const gateways: readonly Answer[] = [
  { status: 502, text: '<html><body>502 Bad Gateway</body></html>' },
  { status: 503, text: '<html><body>503 Service Unavailable</body></html>' },
  { status: 504, text: '' },
];

const troubles: readonly Answer[] = [
  {
    status: 500,
    text: '{"type":"urn:mooring:bug","title":"Something broke on our side. Nothing was saved.","status":500,"code":"bug"}',
  },
  {
    status: 503,
    text: '{"type":"urn:mooring:store-away","title":"The record cannot be reached right now.","status":503,"code":"store-away"}',
  },
  {
    status: 429,
    text: '{"type":"urn:mooring:too-many","title":"Too many requests.","status":429,"code":"too-many"}',
  },
];

export type NetworkPorts = {
  readonly scheduler: Scheduler;
  readonly chance: Chance;
  readonly house: House;
  readonly weather: Weather;
  /** Every word of a line, as it reaches a device. */
  readonly heard: (device: string, chunk: string) => void;
  /** A deliberate mistake of the device: it takes a failure of the server for a yes. */
  readonly believesFailures?: boolean | undefined;
};

export function openNetwork({ scheduler, chance, house, ...ports }: NetworkPorts): Network {
  let { weather } = ports;
  const links = new Map<string, LinkState>();
  const linkOf = (device: string): LinkState => links.get(device) ?? 'open';
  const delay = (): number => {
    const { low, high } = weather.delayMs;
    // Most words are quick, a few take the whole time.
    return chance.does(0.8)
      ? chance.between(low, Math.max(low, Math.round(high / 4)))
      : chance.between(low, high);
  };

  function request(end: End, url: string, init: RequestInit): Promise<HeardResponse> {
    return new Promise((resolve, reject) => {
      let isOver = false;
      const fail = (): void => {
        if (isOver || !end.isAlive()) return;
        isOver = true;
        reject(noAnswer);
      };
      const hear = ({ status, text, isOurs }: Answer): void => {
        if (isOver || !end.isAlive()) return;
        isOver = true;
        const believed = ports.believesFailures === true && status >= 500;
        resolve({
          ok: (status >= 200 && status < 300) || believed,
          status,
          headers: { get: (name) => (name === 'x-mooring' && (isOurs === true || believed) ? '1' : null) },
          text: async () => (believed ? '{"version":1,"kept":[],"contiguousDeviceSeq":1}' : text),
        });
      };
      init.signal?.addEventListener('abort', fail);
      switch (linkOf(end.device)) {
        case 'refused':
          scheduler.after(4, fail);
          return;
        case 'silent':
          return;
        case 'captive': {
          // A redirect is an error to our screens; anything else is an answer, only not ours.
          const stranger = chance.does(0.3) ? undefined : chance.oneOf(strangers);
          scheduler.after(delay(), stranger === undefined ? fail : () => hear(stranger));
          return;
        }
        case 'open':
      }
      const arrivals = chance.does(weather.sendTwice) ? 2 : 1;
      for (let arrival = 1; arrival <= arrivals; arrival += 1) {
        if (chance.does(weather.loseRequest)) continue;
        scheduler.after(delay() * arrival, () => arrive(end, url, init, { hear, fail }));
      }
    });
  }

  function arrive(
    end: End,
    url: string,
    init: RequestInit,
    told: { readonly hear: (answer: Answer) => void; readonly fail: () => void },
  ): void {
    if (linkOf(end.device) !== 'open') return;
    const back = (work: () => void): void => {
      if (chance.does(weather.loseAnswer)) return;
      scheduler.after(delay(), () => {
        if (linkOf(end.device) === 'open') work();
      });
    };
    if (!house.isUp()) {
      back(chance.does(0.5) ? told.fail : () => told.hear(chance.oneOf(gateways)));
      return;
    }
    if (chance.does(weather.brokenBefore)) {
      back(() => told.hear({ ...chance.oneOf(troubles), isOurs: true }));
      return;
    }
    house
      .handle({
        method: init.method ?? 'GET',
        url,
        body: typeof init.body === 'string' ? init.body : undefined,
        cookie: end.cookie(),
      })
      .then(
        (answer) =>
          back(() =>
            told.hear(
              chance.does(weather.brokenAfter) ? chance.oneOf(gateways) : { ...answer, isOurs: true },
            ),
          ),
        // The server died with this in its hands.
        () => back(chance.does(0.5) ? told.fail : () => told.hear(chance.oneOf(gateways))),
      );
  }

  function openLine(end: End, url: string): Line {
    const hearers = new Map<string, (event: LineEvent) => void>();
    let isClosed = false;
    let stopHearing: (() => void) | undefined;
    let lastEventId = '';
    let latest = scheduler.now();
    const emit = (name: 'heartbeat' | 'change' | 'reset' | 'error', data: string): void => {
      if (!isClosed && end.isAlive()) hearers.get(name)?.({ data, lastEventId });
    };
    const breakOff = (): void => {
      stopHearing?.();
      emit('error', '');
    };
    /** One after the other, as on a wire; while the link is silent, what was sent waits on the way. */
    function deliver(chunk: string): void {
      latest = Math.max(latest + 1, scheduler.now() + delay());
      const at = latest;
      const tryNow = (): void => {
        if (isClosed || !end.isAlive()) {
          stopHearing?.();
          return;
        }
        switch (linkOf(end.device)) {
          case 'open':
            read(chunk);
            return;
          case 'silent':
            latest = Math.max(latest, scheduler.now() + 1_000);
            waiting.push(chunk);
            if (waiting.length === 1) scheduler.after(1_000, release);
            return;
          case 'refused':
          case 'captive':
            breakOff();
        }
      };
      scheduler.after(at - scheduler.now(), () => {
        if (waiting.length > 0) waiting.push(chunk);
        else tryNow();
      });
    }
    const waiting: string[] = [];
    function release(): void {
      if (isClosed || !end.isAlive()) {
        stopHearing?.();
        return;
      }
      if (linkOf(end.device) === 'silent') {
        scheduler.after(1_000, release);
        return;
      }
      for (const chunk of waiting.splice(0)) read(chunk);
    }
    function read(chunk: string): void {
      ports.heard(end.device, chunk);
      for (const block of chunk.split('\n\n')) {
        let name = '';
        let data = '';
        for (const line of block.split('\n')) {
          if (line.startsWith('id: ')) lastEventId = line.slice(4);
          else if (line.startsWith('event: ')) name = line.slice(7);
          else if (line.startsWith('data: ')) data = line.slice(6);
        }
        if (name === 'heartbeat' || name === 'change' || name === 'reset') emit(name, data);
      }
    }
    scheduler.after(delay(), () => {
      if (isClosed || !end.isAlive()) return;
      const link = linkOf(end.device);
      if (link === 'silent') return;
      const cursor = url.includes('cursor=') ? decodeURIComponent(url.split('cursor=')[1] ?? '') : undefined;
      stopHearing =
        link === 'open'
          ? house.listen({
              cookie: end.cookie(),
              cursor,
              heard: deliver,
              ended: () => scheduler.after(delay(), breakOff),
            })
          : undefined;
      if (stopHearing === undefined) emit('error', '');
    });
    return {
      on: (name, heard) => void hearers.set(name, heard),
      close() {
        isClosed = true;
        scheduler.after(delay(), () => stopHearing?.());
      },
    };
  }

  return {
    linkOf,
    set: (device, link) => void links.set(device, link),
    become(next) {
      weather = next;
    },
    wireOf: (end) => ({
      fetch: (url, init) => request(end, url, init),
      limit(timeoutMs) {
        const controller = new AbortController();
        scheduler.after(timeoutMs, () => controller.abort('timed out'));
        return controller.signal;
      },
    }),
    lineOf: (end) => (url) => openLine(end, url),
  };
}
