// Nothing from another origin, nothing inline, no framing, no referrer, no sniffing; and that it is us who answers. Set on
// every answer.

export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
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

export const securityHeaders: Readonly<Record<string, string>> = {
  // Says who answers: a page of the guest network or of a broken gateway does not carry it, and is taken for silence.
  'x-mooring': '1',
  'content-security-policy': contentSecurityPolicy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  // The microphone only for our own pages, and there only when a person starts to record.
  'permissions-policy': 'camera=(), microphone=(self), geolocation=(), usb=(), payment=()',
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
};
