// Signing in: passkey, password with authenticator, a mailed link, a companion's link. Tokens are random and kept as hashes.

export { signInRoutes } from './routes.ts';
export { hashPassword } from './password.ts';
export { openSignIn, sealTotpSecret, signInLink } from './store.ts';
export { totpAddress, totpCode, totpSecret } from './second-factor.ts';
