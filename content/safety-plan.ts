// What each step of a safety plan asks, in both languages. The order is that of Stanley and Brown (source C-PLAN), whose form is
// theirs: every word here was written for this project. Written 2026-11; approved by no clinician yet.

import type { SafetyPlanStep } from '#clinical/risk/safety-plan.ts';
import type { Words } from './language.ts';

export type StepWords = { readonly title: Words; readonly hint: Words };

export const safetyPlanWords: Readonly<Record<SafetyPlanStep, StepWords>> = {
  signs: {
    title: { en: 'How I know it is getting hard', es: 'Cómo sé que se pone difícil' },
    hint: {
      en: 'A thought, a mood, a place, a thing you start or stop doing.',
      es: 'Una idea, un ánimo, un lugar, algo que empieza o deja de hacer.',
    },
  },
  alone: {
    title: { en: 'What I can do by myself', es: 'Lo que puedo hacer a solas' },
    hint: {
      en: 'Small things that have helped for a while. A walk, a shower, a song.',
      es: 'Cosas pequeñas que ayudaron un rato. Caminar, una ducha, una canción.',
    },
  },
  company: {
    title: { en: 'People and places that take my mind off it', es: 'Gente y lugares que me distraen' },
    hint: {
      en: 'You do not have to tell them why you came.',
      es: 'No hace falta decirles por qué vino.',
    },
  },
  people: {
    title: { en: 'Who I can ask for help', es: 'A quién puedo pedir ayuda' },
    hint: { en: 'Someone you can tell how it is.', es: 'Alguien a quien puede decirle cómo está.' },
  },
  professionals: {
    title: { en: 'Whose work it is to help me', es: 'De quién es el trabajo ayudarme' },
    hint: {
      en: 'Your doctor or therapist. The clinic and the lines for any hour stand here anyway.',
      es: 'Su médico o terapeuta. La clínica y las líneas de cualquier hora están aquí de todos modos.',
    },
  },
  safer: {
    title: { en: 'How I make my place safer', es: 'Cómo hago más seguro mi lugar' },
    hint: {
      en: 'What you could hurt yourself with, and who can keep it for you.',
      es: 'Con qué podría hacerse daño, y quién puede guardarlo por usted.',
    },
  },
  worth: {
    title: { en: 'One thing worth living for', es: 'Algo por lo que vale la pena vivir' },
    hint: {
      en: 'A person, an animal, something you still want to see.',
      es: 'Alguien, un animal, algo que aún quiere ver.',
    },
  },
};

export const safetyPlanLabels = {
  name: { en: 'Name', es: 'Nombre' },
  phone: { en: 'Phone', es: 'Teléfono' },
  call: { en: 'Call', es: 'Llamar al' },
  empty: { en: 'Nothing written here yet.', es: 'Aquí aún no hay nada escrito.' },
} as const satisfies Readonly<Record<string, Words>>;

/** The source of the steps and their order, for readers of Spanish: the list of sources is written in English. */
export const safetyPlanSource = {
  es: 'Stanley y Brown 2012, Cognitive and Behavioral Practice 19, plan de seguridad: qué incluye un plan y en qué orden',
} as const;
