// Who is signed in at this desk. The root asks once; every screen reads the answer from here.
import { createContext, useContext } from 'react';
import type { Me as SignedIn } from '#api/me.ts';

/** Without the key to the vault, which is no screen's business. */
export type Me = Omit<SignedIn, 'vaultKey'>;

export const MeContext = createContext<Me | undefined>(undefined);

/** Only below the root, which shows the sign-in page until there is someone. */
export function useMe(): Me {
  const me = useContext(MeContext);
  if (me === undefined) throw new Error('No one is signed in here');
  return me;
}
