// Names of the code as a reader says them: 'checkEveryMinutes' is said “Check every minutes”, and the way to a value of a
// protocol, 'limits.alert.systolicMmHg.above', “Limits, alert, systolic mm Hg, above”.

export function nameInWords(name: string): string {
  const lower = wordsOf(name).join(' ');
  return lower.charAt(0).toUpperCase() + lower.slice(1);
}

export function pathInWords(path: string): string {
  const said = path
    .split('.')
    .map((name) => wordsOf(name).join(' '))
    .join(', ');
  return said.charAt(0).toUpperCase() + said.slice(1);
}

function wordsOf(name: string): readonly string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/[-_]/g, ' ')
    .trim()
    .split(' ')
    .map((word) => unitWords[word] ?? (isAbbreviation(word) ? word : word.toLowerCase()));
}

function isAbbreviation(word: string): boolean {
  return word.length > 1 && word === word.toUpperCase();
}

/** Parts of names that are units or signs are written as they are on a chart. */
const unitWords: Readonly<Record<string, string>> = { Hg: 'Hg', Mg: 'mg', Kg: 'kg', spo2: 'SpO₂' };
