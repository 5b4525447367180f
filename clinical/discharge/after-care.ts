// What a person and whoever takes them home are told for tonight and tomorrow. Each sentence is a claim with its root; what
// depends on this person (sick today, allergies, when they may drive) is chosen here and nowhere else. Example words until
// a clinic's clinician approves them with its protocol.

import { addDays, type Instant, type LocalDate, localDateOf, type ZoneId } from '#clinical/instant.ts';
import type { Edition, EditionValue, PeopleWords } from '#clinical/protocol/edition.ts';
import { sourced } from '#clinical/sourced.ts';
import type { Confidence, SourceId } from '#clinical/sources.ts';
import type { AfterCareTopic } from './leaving-parts.ts';

export type AfterCareFor = 'patient' | 'companion';

export type AfterCareLine = {
  readonly topic: AfterCareTopic;
  readonly words: EditionValue<PeopleWords>;
  /** Nobody wrote down what this sentence would need. */
  readonly isUnknown?: boolean;
};

export type AfterCareQuestion = {
  readonly edition: Edition;
  readonly zone: ZoneId;
  /** When they left, or would leave if they left now. */
  readonly leavesAt: Instant;
  /** Sick or vomiting at any time of this visit; undefined when nobody wrote about it. */
  readonly wasSick: boolean | undefined;
  /** The names on their list; empty when they said there are none; undefined when nobody asked. */
  readonly allergies: readonly string[] | undefined;
  /** By which name the companion knows them. */
  readonly firstName: string;
};

function told(en: string, es: string, source: SourceId, confidence: Confidence): EditionValue<PeopleWords> {
  return sourced({ en, es }, 'text', source, confidence);
}

/** The first day on which driving may be asked about: the day after, where they live, and never before they have slept. */
export function drivingDay(leavesAt: Instant, zone: ZoneId): LocalDate {
  return addDays(localDateOf(leavesAt, zone), 1);
}

export function afterCare(question: AfterCareQuestion, reader: AfterCareFor): readonly AfterCareLine[] {
  return reader === 'patient' ? forPatient(question) : forCompanion(question);
}

function forPatient(question: AfterCareQuestion): readonly AfterCareLine[] {
  const { edition } = question;
  return [
    ...lines('driving', [edition.driving.text]),
    ...lines('tonight', [...tonight, edition.texts.afterwards]),
    ...food(question),
    ...lines('normal', normal),
    ...lines('call', callUs),
    ...lines('emergency', emergencies),
  ];
}

const tonight = [
  told(
    'Someone stays with you tonight. Take the stairs slowly.',
    'Alguien se queda con usted esta noche. Suba y baje escaleras despacio.',
    'M-ALD',
    'V',
  ),
  told(
    'Sign nothing and make no big choice until tomorrow. Do not look after a small child alone.',
    'No firme nada ni tome decisiones grandes hasta mañana. No cuide a solas a un niño pequeño.',
    'N-PRAC',
    'V2',
  ),
  told(
    'You do not have to explain what you saw or felt. It can wait.',
    'No tiene que explicar lo que vio o sintió. Puede esperar.',
    'H-HOUSE',
    'H',
  ),
] as const;

function food({ wasSick, allergies }: AfterCareQuestion): readonly AfterCareLine[] {
  const settled = told(
    'Drink water. Eat a small, plain meal when you feel like it.',
    'Tome agua. Coma algo ligero cuando tenga ganas.',
    'T-GEN',
    'G',
  );
  const sick = told(
    'You felt sick today. Start with small sips of water. When that stays down, try something dry and plain.',
    'Hoy tuvo náuseas. Empiece con sorbitos de agua. Cuando eso le quede bien, pruebe algo seco y sencillo.',
    'T-GEN',
    'G',
  );
  const notWritten = told(
    'Nobody wrote down whether you felt sick. Start with small sips of water, then something dry and plain.',
    'Nadie anotó si tuvo náuseas. Empiece con sorbitos de agua y luego algo seco y sencillo.',
    'T-GEN',
    'G',
  );
  const chosen = wasSick === undefined ? notWritten : wasSick ? sick : settled;
  return [
    { topic: 'food', words: chosen, ...(wasSick === undefined ? { isUnknown: true } : {}) },
    ...allergyLines(allergies),
  ];
}

/** Names as they were written, in every language. */
function allergyLines(allergies: AfterCareQuestion['allergies']): readonly AfterCareLine[] {
  if (allergies === undefined)
    return [
      {
        topic: 'food',
        isUnknown: true,
        words: told(
          'We have no word about your allergies. Say them to whoever makes your food.',
          'No sabemos de sus alergias. Dígaselas a quien le prepare la comida.',
          'H-HOUSE',
          'H',
        ),
      },
    ];
  if (allergies.length === 0) return [];
  const names = allergies.join(', ');
  return [
    {
      topic: 'food',
      words: told(
        `Your record says you are allergic to: ${names}. Check what you eat and take tonight.`,
        `Su historia dice que tiene alergia a: ${names}. Revise lo que come y toma esta noche.`,
        'T-GEN',
        'G',
      ),
    },
  ];
}

const normal = [
  told(
    'Tired, slow or a bit dizzy until you have slept.',
    'Cansancio, lentitud o algo de mareo hasta que duerma.',
    'T-GEN',
    'G',
  ),
  told(
    'A light headache, or little wish to eat.',
    'Un dolor de cabeza leve, o pocas ganas de comer.',
    'T-GEN',
    'G',
  ),
  told(
    'Strong feelings, crying, or quiet. Odd dreams.',
    'Emociones fuertes, llanto o silencio. Sueños raros.',
    'T-GEN',
    'G',
  ),
] as const;

const callUs = [
  told(
    'You vomit more than twice, or cannot keep water down.',
    'Vomita más de dos veces, o no retiene el agua.',
    'T-GEN',
    'G',
  ),
  told(
    'A bad headache, or your heart races and it does not ease.',
    'Un dolor de cabeza fuerte, o el corazón acelerado que no se calma.',
    'T-GEN',
    'G',
  ),
  told(
    'You feel afraid, unreal or mixed up, and it does not ease or comes back.',
    'Tiene miedo, se siente irreal o en confusión, y no se calma o vuelve.',
    'T-GEN',
    'G',
  ),
  told(
    'It hurts to pass water, or there is blood in it.',
    'Le duele al orinar, o hay sangre en la orina.',
    'T-GEN',
    'G',
  ),
] as const;

const emergencies = [
  told(
    'Chest pain, trouble breathing, fainting or a seizure.',
    'Dolor en el pecho, dificultad para respirar, desmayo o convulsión.',
    'T-GEN',
    'G',
  ),
  told('A person who cannot be woken up.', 'Una persona a la que no se puede despertar.', 'T-GEN', 'G'),
] as const;

/** For the one who drives: nothing of what was given, measured or felt, and no allergy by name. */
function forCompanion({ firstName: name }: AfterCareQuestion): readonly AfterCareLine[] {
  return [
    ...lines('driving', [
      told(
        `${name} does not drive until tomorrow, after a night of sleep. No machines, no ladders.`,
        `${name} no maneja hasta mañana, después de dormir la noche. Ni máquinas ni escaleras de mano.`,
        'L-PDR',
        'V',
      ),
    ]),
    ...lines('tonight', [
      told(
        'Walk beside them to the car and up the stairs. Stay near until the morning.',
        'Camine a su lado hasta el auto y en las escaleras. Quédese cerca hasta la mañana.',
        'M-ALD',
        'V',
      ),
      told(
        'If they seem lost, say where you are, what day it is, and that it passes.',
        'Si parece no saber dónde está, diga dónde están, qué día es, y que va a pasar.',
        'T-GEN',
        'G',
      ),
      told(
        'You do not need to ask what was seen or felt.',
        'No hace falta preguntar qué vio o sintió.',
        'H-HOUSE',
        'H',
      ),
      told(
        'No alcohol, no big decisions, no one left to look after alone.',
        'Sin alcohol, sin decisiones grandes, nadie a solas a su cuidado.',
        'N-PRAC',
        'V2',
      ),
    ]),
    ...lines('food', [
      told(
        `Small sips first, then something plain. Ask ${name} what they cannot eat.`,
        `Primero sorbitos, luego algo sencillo. Pregunte a ${name} qué no puede comer.`,
        'T-GEN',
        'G',
      ),
    ]),
    ...lines('normal', [
      told(
        'Being tired, slow, quiet or tearful until after sleep.',
        'Cansancio, lentitud, silencio o llanto hasta después de dormir.',
        'T-GEN',
        'G',
      ),
    ]),
    ...lines('call', [
      told(
        'They vomit more than twice, or have a bad headache.',
        'Vomita más de dos veces, o le duele mucho la cabeza.',
        'T-GEN',
        'G',
      ),
      told(
        'They are afraid or mixed up and it does not ease.',
        'Tiene miedo o confusión y no se calma.',
        'T-GEN',
        'G',
      ),
      told(
        'They talk of dying or of hurting themselves. Do not leave them alone.',
        'Habla de morir o de hacerse daño. No deje a la persona sola.',
        'T-GEN',
        'G',
      ),
    ]),
    ...lines('emergency', emergencies),
  ];
}

function lines(topic: AfterCareTopic, all: readonly EditionValue<PeopleWords>[]): readonly AfterCareLine[] {
  return all.map((words) => ({ topic, words }));
}
