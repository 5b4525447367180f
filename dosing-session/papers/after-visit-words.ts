// Every sentence of the paper that goes home that is not a claim with a source, in both languages of the house.

import type { AfterCareTopic, LeavingTalkPart } from '#clinical/discharge/leaving-parts.ts';
import type { PaperLanguage } from './date-words.ts';

type DoseWords = {
  readonly route: 'iv' | 'im' | 'sublingual' | 'nasal';
  readonly mg: string;
  readonly from: string;
  readonly to: string | undefined;
};

const english = {
  language: 'en' as PaperLanguage,
  headings: {
    driving: 'Driving',
    given: 'Today',
    handedOver: 'Handed over to you',
    tonight: 'Tonight and tomorrow',
    food: 'Food and drink',
    normal: 'Usual tonight',
    call: 'Call us if',
    emergency: (number: string | undefined) =>
      number === undefined ? 'Call the emergency number at once' : `Call ${number} at once`,
    reach: 'If you think of dying',
    medicines: 'Your medicines',
    talked: 'What we went through',
    next: 'What comes next',
    saidBack: 'Said back',
    felt: 'What was felt and measured',
  },
  kinds: { integration: 'Talk about it (integration)', dose: 'Next session', other: 'Visit' },
  drivingFrom: (date: string, name: string | undefined) =>
    name === undefined
      ? `You may think about driving again on ${date}, once you have slept.`
      : `${name} may think about driving again on ${date}, after sleep.`,
  dose: ({ route, mg, from, to }: DoseWords) =>
    `${mg} mg of ${route === 'nasal' ? 'esketamine' : 'ketamine'}, ${
      { iv: 'by drip', im: 'into a muscle', sublingual: 'in the mouth', nasal: 'into the nose' }[route]
    }, ${to === undefined ? from : `${from} to ${to}`}.`,
  rescue: (name: string, dose: string, when: string) => `You also got ${name} ${dose} at ${when}.`,
  noDose: 'No dose is written down.',
  watched: (names: string) => `Watched over you: ${names}.`,
  nobodyWatched: 'Who watched over you is not written down.',
  notReleased: 'Leaving is not written down yet.',
  left: (when: string, to: string, by: string) => `You left at ${when} with ${to}. ${by} let you go.`,
  handed: (name: string, to: string, when: string, by: string) =>
    `${by} handed ${name} over to ${to} at ${when}.`,
  briefedTopics: {
    driving: 'driving',
    tonight: 'tonight',
    food: 'food and drink',
    normal: 'what is usual',
    call: 'when to call us',
    emergency: 'the emergency number',
  } as Readonly<Record<AfterCareTopic, string>>,
  briefed: (by: string, topics: readonly string[]) =>
    `${by} went through this with you: ${topics.join(', ')}.`,
  notBriefed: 'Whether a nurse went through this with you is not written down. Ask, or call us.',
  callClinic: (name: string, phone: string, hours: string) => `${name}: ${phone}. We are here ${hours}.`,
  crisisLine: (name: string, number: string) => `${name}: ${number}, day and night.`,
  noCrisisLine: (number: string | undefined) =>
    number === undefined
      ? 'We know no crisis line for this place. Call your local emergency number.'
      : `We know no crisis line for this place. Call ${number}.`,
  notAlone: 'Do not stay alone with it. You can also call us.',
  noMedicineWords: 'No words about your medicines were written. Ask before you leave.',
  appointment: (what: string, date: string, time: string) => `${what}: ${date}, ${time}.`,
  noIntegration: 'No talk about it is booked. Ask us for one, or for a name outside.',
  asked: 'We ask you one question this evening, and one on the days after.',
  talkParts: {
    'how-it-was': 'how it was',
    'their-questions': 'your questions',
    'how-they-may-feel': 'how you may feel',
    tonight: 'tonight',
    'whom-to-call': 'whom to call',
    'what-comes-next': 'what comes next',
  } as Readonly<Record<LeavingTalkPart, string>>,
  talked: (when: string, by: string, parts: readonly string[]) =>
    `At ${when} with ${by}${parts.length === 0 ? '' : `: ${parts.join(', ')}`}.`,
  noTalkWanted: 'You wanted no talk before you left. There is time for it later.',
  notTalked: 'Whether we talked before you left is not written down.',
  openQuestion: (question: string) => `You asked, and we still owe you the answer: ${question}`,
  saidBack: {
    all: (when: string, by: string) => `You said all of it back in your own words at ${when}, to ${by}.`,
    part: (when: string, by: string) => `You said part of it back at ${when}, to ${by}. Read it again.`,
    none: (when: string, by: string) =>
      `You could not say it back at ${when}, to ${by}. Read it with whoever is with you.`,
  },
  notSaidBack: 'Whether you said this back is not written down.',
  felt: (what: string, from: string, until: string) => `${what}: ${from} to ${until}.`,
  stillFelt: (what: string, from: string) => `${what}: from ${from}, not written as over.`,
  nothingFelt: 'No symptom is written down.',
  pressure: (systolic: number, diastolic: number, high: number, highDiastolic: number) =>
    `Blood pressure: last ${systolic}/${diastolic}, highest ${high}/${highDiastolic}.`,
  refreshed: (drank: boolean, ate: boolean): string =>
    drank && ate
      ? 'You drank water and ate something light here.'
      : drank
        ? 'You drank water here. You did not want to eat.'
        : ate
          ? 'You ate something light here. You did not want to drink.'
          : 'You did not want to drink or eat here.',
};

export type AfterVisitWords = typeof english;

const spanish: AfterVisitWords = {
  language: 'es',
  headings: {
    driving: 'Manejar',
    given: 'Hoy',
    handedOver: 'Queda con usted',
    tonight: 'Esta noche y mañana',
    food: 'Comida y bebida',
    normal: 'Lo habitual esta noche',
    call: 'Llámenos si',
    emergency: (number) =>
      number === undefined ? 'Llame enseguida al número de emergencia' : `Llame enseguida al ${number}`,
    reach: 'Si piensa en morir',
    medicines: 'Sus medicinas',
    talked: 'Lo que vimos juntos',
    next: 'Lo que sigue',
    saidBack: 'Dicho con sus palabras',
    felt: 'Lo que sintió y lo que se midió',
  },
  kinds: { integration: 'Conversación de integración', dose: 'Próxima sesión', other: 'Cita' },
  drivingFrom: (date, name) =>
    name === undefined
      ? `Puede pensar en manejar otra vez el ${date}, después de haber dormido.`
      : `${name} puede pensar en manejar otra vez el ${date}, después de dormir.`,
  dose: ({ route, mg, from, to }) =>
    `${mg} mg de ${route === 'nasal' ? 'esketamina' : 'ketamina'}, ${
      { iv: 'por suero', im: 'en un músculo', sublingual: 'en la boca', nasal: 'por la nariz' }[route]
    }, ${to === undefined ? from : `de ${from} a ${to}`}.`,
  rescue: (name, dose, when) => `También recibió ${name} ${dose} a las ${when}.`,
  noDose: 'No hay ninguna dosis anotada.',
  watched: (names) => `Cuidó de usted: ${names}.`,
  nobodyWatched: 'No está anotado quién cuidó de usted.',
  notReleased: 'La salida todavía no está anotada.',
  left: (when, to, by) => `Salió a las ${when} con ${to}. ${by} le dio la salida.`,
  handed: (name, to, when, by) => `${by} dejó a ${name} con ${to} a las ${when}.`,
  briefedTopics: {
    driving: 'manejar',
    tonight: 'esta noche',
    food: 'comida y bebida',
    normal: 'lo habitual',
    call: 'cuándo llamarnos',
    emergency: 'el número de emergencia',
  },
  briefed: (by, topics) => `${by} lo repasó con usted: ${topics.join(', ')}.`,
  notBriefed: 'No está anotado si una enfermera lo repasó con usted. Pregunte, o llámenos.',
  callClinic: (name, phone, hours) => `${name}: ${phone}. Horario: ${hours}.`,
  crisisLine: (name, number) => `${name}: ${number}, de día y de noche.`,
  noCrisisLine: (number) =>
    number === undefined
      ? 'No conocemos una línea de crisis de este lugar. Llame al número local de emergencia.'
      : `No conocemos una línea de crisis de este lugar. Llame al ${number}.`,
  notAlone: 'No se quede a solas con eso. También puede llamarnos.',
  noMedicineWords: 'No se escribió nada sobre sus medicinas. Pregunte antes de salir.',
  appointment: (what, date, time) => `${what}: ${date}, ${time}.`,
  noIntegration: 'No hay una conversación reservada. Pídala, o pida un nombre de fuera.',
  asked: 'Le haremos una pregunta esta noche, y una en los días que siguen.',
  talkParts: {
    'how-it-was': 'cómo fue',
    'their-questions': 'sus preguntas',
    'how-they-may-feel': 'cómo puede sentirse',
    tonight: 'esta noche',
    'whom-to-call': 'a quién llamar',
    'what-comes-next': 'lo que sigue',
  },
  talked: (when, by, parts) => `A las ${when} con ${by}${parts.length === 0 ? '' : `: ${parts.join(', ')}`}.`,
  noTalkWanted: 'No quiso hablar antes de salir. Habrá tiempo más adelante.',
  notTalked: 'No está anotado si hablamos antes de su salida.',
  openQuestion: (question) => `Preguntó, y todavía le debemos la respuesta: ${question}`,
  saidBack: {
    all: (when, by) => `Lo dijo todo con sus palabras a las ${when}, a ${by}.`,
    part: (when, by) => `Dijo una parte a las ${when}, a ${by}. Léalo otra vez.`,
    none: (when, by) => `No pudo decirlo a las ${when}, a ${by}. Léalo con quien le acompañe.`,
  },
  notSaidBack: 'No está anotado si lo dijo con sus palabras.',
  felt: (what, from, until) => `${what}: de ${from} a ${until}.`,
  stillFelt: (what, from) => `${what}: desde ${from}, sin final anotado.`,
  nothingFelt: 'No hay ningún síntoma anotado.',
  pressure: (systolic, diastolic, high, highDiastolic) =>
    `Presión: la última ${systolic}/${diastolic}, la más alta ${high}/${highDiastolic}.`,
  refreshed: (drank, ate) =>
    drank && ate
      ? 'Aquí tomó agua y comió algo ligero.'
      : drank
        ? 'Aquí tomó agua. No quiso comer.'
        : ate
          ? 'Aquí comió algo ligero. No quiso beber.'
          : 'Aquí no quiso beber ni comer.',
};

export const afterVisitWords: Readonly<Record<PaperLanguage, AfterVisitWords>> = { en: english, es: spanish };
