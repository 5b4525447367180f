// A client that costs little beside what it measures: one kept-alive socket, one request at a time, and a stream reader.

import { connect, type Socket } from 'node:net';

export type Answer = { readonly status: number; readonly body: string };

export type Wire = { ask(request: string): Promise<Answer>; close(): void };

export function requestText(about: {
  method: 'GET' | 'POST';
  path: string;
  cookie: string;
  body?: string;
}): string {
  const { method, path, cookie, body } = about;
  const content =
    body === undefined
      ? ''
      : `content-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n`;
  return `${method} ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\ncookie: ${cookie}\r\nx-mooring: 1\r\n${content}\r\n${body ?? ''}`;
}

async function openSocket(port: number): Promise<Socket> {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true });
  await new Promise<void>((done, refuse) => {
    socket.once('connect', done);
    socket.once('error', refuse);
  });
  return socket;
}

export async function openWire(port: number): Promise<Wire> {
  const socket = await openSocket(port);
  let waiting: { resolve(answer: Answer): void; reject(error: Error): void } | undefined;
  let received: Buffer = Buffer.alloc(0);
  socket.on('data', (chunk: Buffer) => {
    received = received.length === 0 ? chunk : Buffer.concat([received, chunk]);
    const answer = wholeAnswer(received);
    if (answer === undefined) return;
    received = Buffer.alloc(0);
    const asked = waiting;
    waiting = undefined;
    asked?.resolve(answer);
  });
  const lost = (): void => waiting?.reject(new Error('The server closed the connection.'));
  socket.on('close', lost);
  socket.on('error', lost);
  return {
    ask: (request) =>
      new Promise((resolve, reject) => {
        waiting = { resolve, reject };
        socket.write(request);
      }),
    close: () => socket.destroy(),
  };
}

/** Undefined until the last byte is here. Every answer of ours is either of a said length or in chunks. */
function wholeAnswer(bytes: Buffer): Answer | undefined {
  const headEnd = bytes.indexOf('\r\n\r\n');
  if (headEnd < 0) return undefined;
  const head = bytes.toString('latin1', 0, headEnd);
  const status = Number(head.slice(9, 12));
  const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1];
  if (length !== undefined) {
    const end = headEnd + 4 + Number(length);
    return bytes.length < end ? undefined : { status, body: bytes.toString('utf8', headEnd + 4, end) };
  }
  if (bytes.length < headEnd + 9 || bytes.toString('latin1', bytes.length - 5) !== '0\r\n\r\n')
    return undefined;
  return { status, body: bytes.toString('utf8', headEnd + 4) };
}

/** A screen that listens: told of each event of the stream, in the moment its last byte arrives. */
export async function openListener(
  port: number,
  cookie: string,
  hear: (event: string) => void,
): Promise<{ close(): void }> {
  const socket = await openSocket(port);
  socket.setEncoding('utf8');
  let text = '';
  const ready = new Promise<void>((done, refuse) => {
    socket.on('data', (chunk: string) => {
      text += chunk;
      for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
        const event = text.slice(0, end);
        text = text.slice(end + 2);
        if (event.includes('event: heartbeat')) done();
        else hear(event);
      }
    });
    socket.on('close', () => refuse(new Error('The stream was closed.')));
    socket.on('error', refuse);
  });
  socket.write(
    `GET /api/live HTTP/1.1\r\nhost: 127.0.0.1\r\naccept: text/event-stream\r\ncookie: ${cookie}\r\nx-mooring: 1\r\n\r\n`,
  );
  await ready;
  return { close: () => socket.destroy() };
}
