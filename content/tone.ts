// How we speak to a person, as rules that a test holds over every sentence they can read, in both languages. Each rule carries
// sentences it must refuse, so that a rule which has gone blind is found out.

export type Tongue = 'en' | 'es';

export type ToneRule = {
  readonly id: string;
  /** For whoever writes the next sentence. */
  readonly says: string;
  readonly refuses: Readonly<Record<Tongue, RegExp>>;
  /** Sentences nobody should ever read here. */
  readonly never: Readonly<Record<Tongue, readonly string[]>>;
};

export const toneRules: readonly ToneRule[] = [
  {
    id: 'no-counting-of-days-kept',
    says: 'Nothing counts days in a row, gives a badge, a level or points, or makes a contest of getting well.',
    refuses: {
      en: /\bstreaks?\b|\bin a row\b|\bbadges?\b|\btroph(?:y|ies)\b|\brewards?\b|\b(?:earn|unlock)(?:ed|s)?\b|\bleader ?board\b|\blevel up\b|\bpersonal best\b|\bkeep up the good\b|\byou missed \d+ days\b/i,
      es: /\bracha\b|\bdías seguidos\b|\binsignias?\b|\bmedallas?\b|\btrofeos?\b|\bpremios?\b|\bha ganado\b|\bdesbloque|\bsiga así\b|\bse perdió \d+ días\b/i,
    },
    never: {
      en: ['You are on a 5 day streak', 'You earned a badge', 'Ten days in a row', 'You missed 3 days'],
      es: ['Lleva una racha de 5 días', 'Ha ganado una medalla', 'Diez días seguidos', 'Se perdió 3 días'],
    },
  },
  {
    id: 'no-scolding',
    says: 'Nobody is told that they failed, forgot, should have, or did not do enough. What is open is simply open.',
    refuses: {
      en: /\byou (?:failed|forgot|neglected|should have|must not forget|did not bother)\b|\bwhy (?:didn’t|did you not)\b|\byou are (?:late|behind|overdue)\b|\b(?:non-?complian|noncomplian|disappoint)|\bdon’t be\b/i,
      es: /\b(?:ha fallado|falló en|se le olvidó|debería haber|debió haber|está atrasad[oa]|decepcion)|\bpor qué no (?:hizo|contestó)\b/i,
    },
    never: {
      en: ['You forgot your diary', 'You are behind', 'You should have answered', 'We are disappointed'],
      es: ['Se le olvidó su diario', 'Está atrasada', 'Debería haber contestado', 'Nos decepcionó'],
    },
  },
  {
    id: 'no-praise-from-a-machine',
    says: 'A screen does not praise, cheer or congratulate, and there are no exclamation marks.',
    refuses: {
      en: /!|\b(?:congratulations|well done|good job|great job|awesome|amazing work|proud of you|you did it|hooray|success)\b/i,
      es: /[!¡]|\b(?:felicidades|felicitaciones|bien hecho|buen trabajo|orgullos[oa]s? de usted|lo logró|enhorabuena)\b/i,
    },
    never: {
      en: ['Well done', 'Saved!', 'We are proud of you'],
      es: ['Bien hecho', '¡Guardado!', 'Felicidades'],
    },
  },
  {
    id: 'no-hurry-and-no-softeners',
    says: 'No pressure, no urging, no “simply”: a step is said as it is, and a person may take their time.',
    refuses: {
      en: /\b(?:hurry up|act now|don’t wait|last chance|simply|just relax|calm down|don’t worry|be strong|oops|please note|(?:your|healing) (?:\w+ )?journey)\b/i,
      es: /\b(?:apúrese|dese prisa|última oportunidad|simplemente|solo relájese|tranquilícese|no se preocupe|sea fuerte|ups)\b/i,
    },
    never: {
      en: ['Act now', 'Simply relax', 'Calm down', 'Your healing journey'],
      es: ['Dese prisa', 'Simplemente respire', 'Tranquilícese'],
    },
  },
  {
    id: 'no-promised-outcome',
    says: 'Nothing promises that it helps, and nobody is set beside other people: a person is compared with their own past alone.',
    refuses: {
      en: /\b(?:you will (?:feel better|get better|heal|recover|be cured)|(?<!think )this will help you|guarantee[ds]?|miracle|breakthrough|life-?changing|proven to (?:cure|heal)|(?:better|worse|heavier|lighter) than (?:most|other people|others|average)|compared (?:to|with) (?:others|other people|most)|people like you)\b/i,
      es: /\b(?:se sentirá mejor|va a sanar|se va a curar|esto le ayudará|garantiza|milagro|le cambiará la vida|(?:mejor|peor) que (?:la mayoría|otras personas|el promedio)|comparad[oa] con (?:otr[oa]s|la mayoría)|personas como usted)/i,
    },
    never: {
      en: ['You will feel better', 'We guarantee it', 'You do better than most', 'People like you get well'],
      es: ['Se sentirá mejor', 'Está mejor que la mayoría', 'Esto le ayudará'],
    },
  },
];

export type ToneFault = { readonly rule: string; readonly text: string };

export function toneFaults(text: string, tongue: Tongue): readonly ToneFault[] {
  return toneRules.filter(({ refuses }) => refuses[tongue].test(text)).map(({ id }) => ({ rule: id, text }));
}
