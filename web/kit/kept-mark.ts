// Whether every file of this edition of an app lies on the device already, so that a later start need not go through them again.

export interface KeptMark {
  /** True once all was kept, for this edition alone, and only while what was kept is still there. */
  isSet(): Promise<boolean>;
  set(): void;
}

export interface KeptMarkPorts {
  readonly texts: () => Pick<Storage, 'getItem' | 'setItem'>;
  /** Whether the file at this address lies among what is kept. */
  readonly isKept: (address: string) => Promise<boolean>;
  /** Where the app lives, such as `/app/`. */
  readonly scope: string;
  /** The address of a file whose name changes with anything the app is made of. */
  readonly edition: string;
}

export function openKeptMark({ texts, isKept, scope, edition }: KeptMarkPorts): KeptMark {
  const key = `mooring-all-kept:${scope}`;
  return {
    async isSet() {
      try {
        return texts().getItem(key) === edition && (await isKept(edition));
      } catch {
        // A browser that lets nothing be read: all is gone through again.
        return false;
      }
    },
    set() {
      try {
        texts().setItem(key, edition);
      } catch {
        // Not marked, it is gone through again with the next start.
      }
    },
  };
}
