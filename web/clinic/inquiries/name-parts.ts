// A stranger gives one name in one box. We propose how to split it; the person at the desk corrects it before it is kept.

export interface NameParts {
  readonly givenName: string;
  readonly familyName: string;
}

export function nameParts(name: string): NameParts {
  const words = name.trim().split(/\s+/).filter(Boolean);
  const [first = '', ...rest] = words;
  return { givenName: first, familyName: rest.join(' ') };
}
