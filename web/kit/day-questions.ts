// The short questions of the days after, with their words in both languages: the same in the app and behind the link of a
// message. Each is answered with one tap.
import { type PulseItem, pulseItems } from '#clinical/instruments/pulse-items.ts';

export type ScaleQuestion = 'pulse' | PulseItem;

/** By question, its choices in the order they stand. */
export const choiceQuestions = {
  'evening-check': ['all-right', 'rough', 'need-help'],
  balance: ['steady', 'shaky', 'losing'],
  effect: ['clear', 'some', 'none', 'not-sure'],
  memory: ['none', 'some'],
} as const;

export type ChoiceQuestion = keyof typeof choiceQuestions;
export type DayQuestion = ScaleQuestion | ChoiceQuestion;

export const scaleQuestions: readonly ScaleQuestion[] = ['pulse', ...pulseItems];

/** The balance first: it is the one that may need a person. */
export const afterCheckQuestions: readonly ChoiceQuestion[] = ['balance', 'effect', 'memory'];

/** Answers after which a person is called and the numbers are shown. */
export const needsPerson: readonly string[] = ['need-help', 'losing'];

export const dayQuestionWords = {
  en: {
    'ask.pulse': 'How heavy is today?',
    'ask.pulse.low': 'light',
    'ask.pulse.high': 'as heavy as it gets',
    'ask.distress': 'How strong was the distress today?',
    'ask.distress.low': 'none',
    'ask.distress.high': 'as strong as it gets',
    'ask.rumination': 'How much did your thoughts go round and round?',
    'ask.rumination.low': 'not at all',
    'ask.rumination.high': 'all day',
    'ask.feelings': 'How much did you notice feelings that are new to you?',
    'ask.feelings.low': 'not at all',
    'ask.feelings.high': 'very much',
    'ask.perspective': 'How much did you see things in a new way?',
    'ask.perspective.low': 'not at all',
    'ask.perspective.high': 'very much',
    'ask.openness': 'How open were you to people and new things?',
    'ask.openness.low': 'closed',
    'ask.openness.high': 'wide open',
    'ask.doing': 'How much could you do of what matters to you?',
    'ask.doing.low': 'nothing',
    'ask.doing.high': 'all of it',
    'ask.evening-check': 'How is this evening?',
    'ask.evening-check.later': 'How was the evening?',
    'ask.evening-check.all-right': 'All right',
    'ask.evening-check.all-right-text': 'Tired, quiet or tearful is fine too.',
    'ask.evening-check.rough': 'Rough',
    'ask.evening-check.rough-text': 'It is hard, and I can wait until tomorrow.',
    'ask.evening-check.need-help': 'I need a person now',
    'ask.evening-check.need-help-text': 'The clinic is called. The numbers come next.',
    'ask.balance': 'How steady do you feel inside?',
    'ask.balance.steady': 'Steady',
    'ask.balance.steady-text': 'About as on most days.',
    'ask.balance.shaky': 'Shaky',
    'ask.balance.shaky-text': 'It is hard, and I can wait until tomorrow.',
    'ask.balance.losing': 'I am losing my hold',
    'ask.balance.losing-text': 'The clinic is called. The numbers come next.',
    'ask.effect': 'Do you notice a change since your visit?',
    'ask.effect.clear': 'Yes, clearly',
    'ask.effect.some': 'A little',
    'ask.effect.none': 'No',
    'ask.effect.not-sure': 'I cannot tell',
    'ask.memory': 'Has a memory come up since?',
    'ask.memory.none': 'No',
    'ask.memory.some': 'Yes',
  },
  es: {
    'ask.pulse': '¿Cuánto pesa el día de hoy?',
    'ask.pulse.low': 'ligero',
    'ask.pulse.high': 'lo más pesado',
    'ask.distress': '¿Qué tan fuerte fue el malestar hoy?',
    'ask.distress.low': 'nada',
    'ask.distress.high': 'lo más fuerte',
    'ask.rumination': '¿Cuánto le dieron vueltas los pensamientos?',
    'ask.rumination.low': 'nada',
    'ask.rumination.high': 'todo el día',
    'ask.feelings': '¿Cuánto notó sentimientos nuevos para usted?',
    'ask.feelings.low': 'nada',
    'ask.feelings.high': 'mucho',
    'ask.perspective': '¿Cuánto vio las cosas de otra manera?',
    'ask.perspective.low': 'nada',
    'ask.perspective.high': 'mucho',
    'ask.openness': '¿Qué tan abierto o abierta estuvo a la gente y a lo nuevo?',
    'ask.openness.low': 'nada',
    'ask.openness.high': 'del todo',
    'ask.doing': '¿Cuánto pudo hacer de lo que le importa?',
    'ask.doing.low': 'nada',
    'ask.doing.high': 'todo',
    'ask.evening-check': '¿Cómo va esta noche?',
    'ask.evening-check.later': '¿Cómo fue la noche?',
    'ask.evening-check.all-right': 'Bien',
    'ask.evening-check.all-right-text': 'Cansancio, silencio o lágrimas también están bien.',
    'ask.evening-check.rough': 'Difícil',
    'ask.evening-check.rough-text': 'Cuesta, y puedo esperar hasta mañana.',
    'ask.evening-check.need-help': 'Necesito a alguien ahora',
    'ask.evening-check.need-help-text': 'Se avisa a la clínica. Los números vienen enseguida.',
    'ask.balance': '¿Qué tan firme se siente por dentro?',
    'ask.balance.steady': 'Firme',
    'ask.balance.steady-text': 'Más o menos como casi siempre.',
    'ask.balance.shaky': 'Frágil',
    'ask.balance.shaky-text': 'Cuesta, y puedo esperar hasta mañana.',
    'ask.balance.losing': 'Siento que pierdo pie',
    'ask.balance.losing-text': 'Se avisa a la clínica. Los números vienen enseguida.',
    'ask.effect': '¿Nota un cambio desde su visita?',
    'ask.effect.clear': 'Sí, claramente',
    'ask.effect.some': 'Un poco',
    'ask.effect.none': 'No',
    'ask.effect.not-sure': 'No sé decirlo',
    'ask.memory': '¿Le ha venido algún recuerdo desde entonces?',
    'ask.memory.none': 'No',
    'ask.memory.some': 'Sí',
  },
} as const;
