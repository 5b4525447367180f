// Signing in: passkey, password with authenticator, a mailed link, a companion's link. Tokens are random and kept as hashes.

export { makeSignInLink } from './mailed-link.ts';
export { hashPassword } from './password.ts';
export { signInRoutes } from './routes.ts';
export { totpAddress, totpCode, totpSecret } from './second-factor.ts';
export { openSignIn, sealTotpSecret } from './store.ts';
