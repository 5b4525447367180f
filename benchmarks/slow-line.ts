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

function openDirection(bytesPerMs: number, isSlow: () => boolean) {
  /** In the order they left: a line hands nothing on before what went ahead of it. */
  const underWay: { readonly at: number; readonly piece: Buffer; readonly to: Socket }[] = [];
  let freeAt = 0;
  let isWaiting = false;

  function arrive(): void {
    const now = performance.now();
    for (let next = underWay[0]; next !== undefined && next.at <= now; next = underWay[0]) {
      underWay.shift();
      if (next.to.writable) next.to.write(next.piece);
    }
    const next = underWay[0];
    isWaiting = next !== undefined;
    if (next !== undefined) setTimeout(arrive, next.at - now);
  }

  return (from: Socket, to: Socket): void => {
    from.on('data', (chunk: Buffer) => {
      if (!isSlow() && underWay.length === 0) {
        to.write(chunk);
        return;
      }
      for (let at = 0; at < chunk.length; at += pieceBytes) {
        const piece = chunk.subarray(at, at + pieceBytes);
        freeAt = Math.max(freeAt, performance.now()) + piece.length / bytesPerMs;
        underWay.push({ at: freeAt + roundTripMs / 2, piece, to });
      }
      if (isWaiting) return;
      isWaiting = true;
      setTimeout(arrive, roundTripMs / 2);
    });
  };
}
