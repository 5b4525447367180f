// Nothing from another origin, nothing inline but what a page names by its hash, no framing, no referrer, no sniffing; and
// that it is us who answers. Set on every answer.

import { createHash } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';

declare module 'hono' {
  interface ContextVariableMap {
    /** The hash of the one script that stands in the page being answered. */
    ownScript: string | undefined;
  }
}

/** As a policy names one script that stands in its page. Of the text between the tags, to the last space. */
export function hashOfScript(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

/** What a page may do; with the hash of the one script that stands in it, if one does. */
function contentSecurityPolicy(ownScript: string | undefined): string {
  return [
    "default-src 'none'",
    ownScript === undefined ? "script-src 'self'" : `script-src 'self' ${ownScript}`,
    "style-src 'self'",
    "img-src 'self' blob:",
    "connect-src 'self'",
    "font-src 'self'",
    "media-src 'self' blob:",
    "worker-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "object-src 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types app',
  ].join('; ');
}

const securityHeaders: Readonly<Record<string, string>> = {
  // Says who answers: a page of the guest network or of a broken gateway does not carry it, and is taken for silence.
  'x-mooring': '1',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  // The microphone only for our own pages, and there only when a person starts to record.
  'permissions-policy': 'camera=(), microphone=(self), geolocation=(), usb=(), payment=()',
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
};

/** Stands around every route. */
export const guardAnswer: MiddlewareHandler = async (c, next) => {
  await next();
  for (const [name, value] of Object.entries(securityHeaders)) c.res.headers.set(name, value);
  c.res.headers.set('content-security-policy', contentSecurityPolicy(c.get('ownScript')));
};
