// A line like that of a phone on slow 4G, for everything that passes between a browser and the server, its worker's
// requests too: a round trip of 150 ms, 1.6 Mbit/s down and 0.75 Mbit/s up, shared by all connections, and one more
// round trip before a connection carries its first byte.

import { connect, createServer, type Socket } from 'node:net';

const roundTripMs = 150;
const downBytesPerMs = 1_600 / 8;
const upBytesPerMs = 750 / 8;
/** Small enough that two connections share the line as they would. */
const pieceBytes = 1_400;

export type SlowLine = {
  readonly port: number;
  /** What is not measured need not wait. */
  setSlow(isSlow: boolean): void;
  stop(): Promise<void>;
};

export async function openSlowLine(toPort: number): Promise<SlowLine> {
  const sockets = new Set<Socket>();
  let isSlow = true;
  const carryDown = openDirection(downBytesPerMs, () => isSlow);
  const carryUp = openDirection(upBytesPerMs, () => isSlow);
  const server = createServer((near) => {
    const far = connect(toPort, '127.0.0.1');
    near.pause();
    setTimeout(() => near.resume(), isSlow ? roundTripMs : 0);
    carryDown(far, near);
    carryUp(near, far);
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.setNoDelay(true);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        sockets.delete(socket);
        near.destroy();
        far.destroy();
      });
    }
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No port is free.');
  return {
    port: address.port,
    setSlow: (slow) => {
      isSlow = slow;
    },
    stop: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((done) => server.close(done));
    },
  };
}

/**
 * What waits is sent on piece by piece, each connection in its turn, as a small answer on a real line does not wait for the
 * whole of a large one that was asked for before it.
 */
function openDirection(bytesPerMs: number, isSlow: () => boolean) {
  const waiting = new Map<Socket, Buffer[]>();
  /** In the order they left: a line hands nothing on before what went ahead of it. */
  const underWay: { readonly at: number; readonly piece: Buffer; readonly to: Socket }[] = [];
  let freeAt = 0;
  let isSending = false;
  let isArriving = false;

  function send(): void {
    const now = performance.now();
    // Timers come late; what the line would have sent meanwhile is sent now, at the times it would have left.
    while (freeAt <= now) {
      const next = waiting.entries().next().value;
      if (next === undefined) {
        isSending = false;
        return;
      }
      const [to, pieces] = next;
      const piece = pieces.shift() as Buffer;
      waiting.delete(to);
      if (pieces.length > 0) waiting.set(to, pieces);
      freeAt += piece.length / bytesPerMs;
      underWay.push({ at: freeAt + roundTripMs / 2, piece, to });
      if (!isArriving) {
        isArriving = true;
        setTimeout(arrive, roundTripMs / 2);
      }
    }
    setTimeout(send, freeAt - now);
  }

  function arrive(): void {
    const now = performance.now();
    for (let next = underWay[0]; next !== undefined && next.at <= now; next = underWay[0]) {
      underWay.shift();
      if (next.to.writable) next.to.write(next.piece);
    }
    const next = underWay[0];
    isArriving = next !== undefined;
    if (next !== undefined) setTimeout(arrive, next.at - now);
  }

  return (from: Socket, to: Socket): void => {
    from.on('data', (chunk: Buffer) => {
      if (!isSlow() && underWay.length === 0 && waiting.size === 0) {
        to.write(chunk);
        return;
      }
      const pieces = waiting.get(to) ?? [];
      for (let at = 0; at < chunk.length; at += pieceBytes) pieces.push(chunk.subarray(at, at + pieceBytes));
      waiting.set(to, pieces);
      if (isSending) return;
      isSending = true;
      freeAt = Math.max(freeAt, performance.now());
      send();
    });
  };
}
