// From what someone saw, in words or as an id, to a step of the MOAA/S scale: which call it took, and whether an answer
// came. Words that do not settle it give no step, so that nobody is called more awake than was seen.

/** Which print of the scale a score belongs to; it is kept beside the score. */
export type MoaasScale = 'moaas-0-to-5' | 'observer-older' | 'one-to-six';

export type MoaasScore = 0 | 1 | 2 | 3 | 4 | 5;

const inWords = {
  pain: /\b(pain\w*|noxious|squeez\w*|pinch\w*)\b/,
  prod: /\b(prod\w*|shak\w*|touch\w*|tap\w*|nudg\w*)\b/,
  loud: /\b(loud\w*|repeat\w*|shout\w*)\b/,
  name: /\b(name|voice|called|call|spoken|tone|speech)\b/,
  slowly: /\b(slow\w*|letharg\w*|sluggish\w*|delay\w*|drows\w*)\b/,
  readily: /\b(readily|at once|immediate\w*|prompt\w*|promptly|quick\w*|alert|awake)\b/,
  not: /\b(no|not|none|without|never|nothing|unrespons\w*|unrousable|unarousable|doesnt|fails?)\b/,
  unconscious: /\b(unconscious|loss of consciousness)\b/,
  answers: /\b(answer\w*|(un)?respon\w*|reac\w*|(un)?a?rous\w*|wakes?)\b/,
  only: /\bonly\b/,
};

/** The step these words speak of (source M-MOAA); undefined when they do not settle it or the print is not held. */
export function moaasStep(
  observation: string | null | undefined,
  scale: MoaasScale = 'moaas-0-to-5',
): MoaasScore | undefined {
  if (scale === 'one-to-six') return undefined;
  const words = (observation ?? '')
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
  const said = (what: keyof typeof inWords): boolean => inWords[what].test(words);
  if (said('unconscious')) return said('not') ? undefined : 0;
  if (said('not')) return said('only') ? undefined : notAnswered(said, scale);
  if (said('pain')) return 1;
  if (said('prod')) return 2;
  if (said('loud')) return 3;
  if (said('slowly')) return said('readily') ? undefined : 4;
  return said('readily') ? 5 : undefined;
}

/** No answer at all, or to a call that hurts, is the lowest step; no answer to a lesser call leaves the rest open. */
function notAnswered(
  said: (what: keyof typeof inWords) => boolean,
  scale: MoaasScale,
): MoaasScore | undefined {
  if (said('pain')) return 0;
  // The older print stops one call earlier.
  if (said('prod')) return scale === 'observer-older' ? 1 : undefined;
  const namesLesserCall = said('loud') || said('name') || said('slowly') || said('readily');
  if (namesLesserCall) return undefined;
  return said('answers') ? 0 : undefined;
}
