// Whose link this is, without the key to the vault, which is no screen's business.
import type { Me as LetIn } from '#api/me.ts';

export type Me = Omit<LetIn, 'vaultKey'>;
