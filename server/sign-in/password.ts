// Argon2id from node:crypto. At most two at a time: each takes tens of megabytes, and sign-in must not starve a room.

import { argon2, randomBytes } from 'node:crypto';
import { sameBytes } from '#server/secrets';

const memoryKib = 19 * 1024;
const passes = 2;
const atOnce = 2;

let running = 0;
const waiting: (() => void)[] = [];

async function bounded<T>(work: () => Promise<T>): Promise<T> {
  if (running >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve));
  running += 1;
  try {
    return await work();
  } finally {
    running -= 1;
    waiting.shift()?.();
  }
}

function derive(password: string, nonce: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    argon2(
      'argon2id',
      {
        message: password.normalize('NFKC'),
        nonce,
        parallelism: 1,
        tagLength: 32,
        memory: memoryKib,
        passes,
      },
      (error, tag) => (error === null ? resolve(tag) : reject(error)),
    );
  });
}

export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(16);
  const tag = await bounded(() => derive(password, nonce));
  return `argon2id$${memoryKib}$${passes}$${nonce.toString('base64url')}$${tag.toString('base64url')}`;
}

/** Takes as long for an unknown account as for a known one. */
export async function passwordMatches(password: string, kept: string | undefined): Promise<boolean> {
  const [, , , nonce, tag] = kept?.split('$') ?? [];
  const expected = tag === undefined ? Buffer.alloc(32) : Buffer.from(tag, 'base64url');
  const given = await bounded(() =>
    derive(password, nonce === undefined ? Buffer.alloc(16) : Buffer.from(nonce, 'base64url')),
  );
  return tag !== undefined && sameBytes(given, expected);
}
