// One example day for each of the four routes. The minutes are a table, handed over by a clinic's protocol edition or,
// as shipped, by the example below; the words name a step, never an hour, so an edition can move a step and the page
// follows.

import type { ClaimId } from './claims.ts';
import type { Language, Words } from './language.ts';
import { isPublicSourceId, publicSource } from './public-sources.ts';

export const routeIds = ['drip', 'injection', 'lozenge', 'spray'] as const;
export type RouteId = (typeof routeIds)[number];

type MinuteRange = { readonly from: number; readonly to: number };

/** Steps of each route's day, in order. 'tonight' has no minute. */
type StepIds = {
  drip: 'arrive' | 'settle' | 'questions' | 'start' | 'different' | 'stop' | 'back' | 'home';
  injection: 'arrive' | 'settle' | 'questions' | 'start' | 'strongest' | 'easing' | 'back' | 'home';
  lozenge: 'arrive' | 'settle' | 'start' | 'spit' | 'strongest' | 'back' | 'home';
  spray: 'arrive' | 'reading' | 'start' | 'second' | 'middle' | 'back' | 'watched' | 'home';
};

export type RouteFigures<R extends RouteId = RouteId> = {
  /** Minutes after arrival for each step. */
  readonly minutes: Readonly<Record<StepIds[R], number>>;
  readonly doseMinutes: number;
  readonly checkEveryMinutes: number;
  readonly startsAfterMinutes: MinuteRange;
  readonly strongestMinutes: MinuteRange;
  readonly sourceIds: readonly string[];
};

export type RouteDayFigures = {
  /** Which protocol edition the minutes come from, in words a reader can quote. */
  readonly edition: Words;
  readonly arrivalMinuteOfDay: number;
  readonly routes: { readonly [R in RouteId]: RouteFigures<R> };
};

export const exampleRouteDayFigures: RouteDayFigures = {
  edition: {
    en: 'Example times, not yet a protocol of this clinic',
    es: 'Horas de ejemplo, todavía no son un protocolo de esta clínica',
  },
  arrivalMinuteOfDay: 8 * 60 + 15,
  routes: {
    drip: {
      minutes: {
        arrive: 0,
        settle: 15,
        questions: 30,
        start: 35,
        different: 45,
        stop: 75,
        back: 95,
        home: 135,
      },
      doseMinutes: 40,
      checkEveryMinutes: 10,
      startsAfterMinutes: { from: 1, to: 5 },
      strongestMinutes: { from: 20, to: 45 },
      sourceIds: ['K-AN17', 'M-YALE', 'M-EMO'],
    },
    injection: {
      minutes: {
        arrive: 0,
        settle: 10,
        questions: 20,
        start: 30,
        strongest: 40,
        easing: 75,
        back: 105,
        home: 150,
      },
      doseMinutes: 0,
      checkEveryMinutes: 15,
      startsAfterMinutes: { from: 2, to: 5 },
      strongestMinutes: { from: 10, to: 35 },
      sourceIds: ['K-KRF'],
    },
    lozenge: {
      minutes: { arrive: 0, settle: 15, start: 30, spit: 45, strongest: 55, back: 105, home: 180 },
      doseMinutes: 15,
      checkEveryMinutes: 15,
      startsAfterMinutes: { from: 7, to: 15 },
      strongestMinutes: { from: 25, to: 60 },
      sourceIds: ['K-KRF', 'P-SL'],
    },
    spray: {
      minutes: {
        arrive: 0,
        reading: 10,
        start: 20,
        second: 25,
        middle: 60,
        back: 95,
        watched: 145,
        home: 155,
      },
      doseMinutes: 5,
      checkEveryMinutes: 40,
      startsAfterMinutes: { from: 10, to: 20 },
      strongestMinutes: { from: 25, to: 50 },
      sourceIds: ['L-PDR', 'L-HCP', 'R-SET'],
    },
  },
};

export type DayStep<R extends RouteId = RouteId> = {
  readonly id: StepIds[R] | 'tonight';
  readonly title: Words;
  readonly text: Words;
  /** What of it rests on more than the clinic's own way of doing things. */
  readonly claimIds?: readonly ClaimId[];
  /** A few words for the short list beside the other routes. */
  readonly short?: Words;
  /** A label under the curve. */
  readonly post?: Words;
};

export type RouteDay<R extends RouteId = RouteId> = {
  readonly name: Words;
  readonly how: Words;
  readonly heading: Words;
  readonly caption: Words;
  readonly summary: Words;
  readonly steps: readonly DayStep<R>[];
};

const arrivePost: Words = { en: 'you arrive', es: 'usted llega' };
const homePost: Words = { en: 'home, when ready', es: 'a casa, cuando pueda' };

const tonight = {
  id: 'tonight',
  claimIds: ['driving'],
  title: { en: 'Rest', es: 'Descanse' },
  text: {
    en: 'No driving until tomorrow, after a night of sleep. No big choices. Someone stays near you.',
    es: 'No maneje hasta mañana, después de dormir la noche. Nada de decisiones grandes. Alguien se queda cerca de usted.',
  },
} as const satisfies DayStep;

const goHome = {
  id: 'home',
  title: { en: 'You go home, when you are ready', es: 'Usted se va a casa, cuando pueda' },
  text: {
    en: 'You leave when you walk steadily and your driver is at the door. There is no clock for this.',
    es: 'Usted se va cuando camina con paso firme y su chofer está en la puerta. Para esto no hay reloj.',
  },
  short: { en: 'Home, when ready', es: 'A casa, cuando pueda' },
  post: homePost,
} as const satisfies DayStep;

export const routeDays: { readonly [R in RouteId]: RouteDay<R> } = {
  drip: {
    name: { en: 'Drip', es: 'Suero' },
    how: { en: 'in a vein', es: 'en una vena' },
    heading: { en: 'Hour by hour, by drip', es: 'Hora por hora, con suero' },
    caption: {
      en: 'About how much is in the body with a {doseMinutes}-minute drip. Feelings tend to follow it. A typical shape, not a forecast for you.',
      es: 'Más o menos cuánto hay en el cuerpo con un suero de {doseMinutes} minutos. Lo que se siente suele seguirlo. Es una forma típica, no un pronóstico para usted.',
    },
    summary: {
      en: 'A needle in a vein. The nurse can slow it or stop it.',
      es: 'Una aguja en una vena. La enfermera puede hacerlo más lento o pararlo.',
    },
    steps: [
      {
        id: 'arrive',
        title: { en: 'You arrive with your driver', es: 'Usted llega con su chofer' },
        text: {
          en: 'We check your name, when you last ate, and who takes you home. If the ride is not sure, we wait or pick a new day.',
          es: 'Le preguntamos su nombre, cuándo comió y quién le lleva a casa. Si el viaje no es seguro, esperamos o buscamos otro día.',
        },
        short: { en: 'Arrive, settle in', es: 'Llegar y acomodarse' },
        post: arrivePost,
      },
      {
        id: 'settle',
        title: { en: 'You settle in', es: 'Usted se acomoda' },
        text: {
          en: 'A chair that tips back, a blanket, a cuff on one arm, a small needle in the other. Mask and music if you want them. Silence is fine too. You press the call button once and hear it ring.',
          es: 'Un sillón que se reclina, una manta, un manguito en un brazo y una aguja pequeña en el otro. Antifaz y música, si los quiere. El silencio también está bien. Usted aprieta el botón una vez y lo oye sonar.',
        },
      },
      {
        id: 'questions',
        title: { en: 'Last questions', es: 'Últimas preguntas' },
        text: {
          en: 'The prescriber asks three questions and signs the dose. You can still say no. You can say no at any time.',
          es: 'Quien receta le hace tres preguntas y firma la dosis. Todavía puede decir que no. Puede decir que no en cualquier momento.',
        },
      },
      {
        id: 'start',
        claimIds: ['blood-pressure'],
        title: { en: 'The drip starts', es: 'Empieza el suero' },
        text: {
          en: 'It runs for {doseMinutes} minutes. A nurse checks on you every {checkEveryMinutes} minutes and stays in sight.',
          es: 'Dura {doseMinutes} minutos. Una enfermera le revisa cada {checkEveryMinutes} minutos y se queda a la vista.',
        },
        short: { en: 'Drip starts, {doseMinutes} min', es: 'Empieza el suero, {doseMinutes} min' },
        post: { en: 'drip starts', es: 'empieza' },
      },
      {
        id: 'different',
        claimIds: ['sick-and-dizzy'],
        title: { en: 'Things feel different', es: 'Todo se siente distinto' },
        text: {
          en: 'Your body may feel light or far away. Time can stretch. Some people see pictures with eyes closed. Some feel afraid for a while. It passes, and you can call a person with one touch.',
          es: 'El cuerpo puede sentirse ligero o lejos. El tiempo puede estirarse. Hay quien ve imágenes con los ojos cerrados. Hay quien siente miedo un rato. Pasa, y usted puede llamar a una persona con un toque.',
        },
        short: { en: 'Things feel different', es: 'Todo se siente distinto' },
      },
      {
        id: 'stop',
        title: { en: 'The drip stops', es: 'Termina el suero' },
        text: {
          en: 'The strongest part eases over the next half hour. No one asks you to explain it.',
          es: 'Lo más fuerte se va calmando en la media hora que sigue. Nadie le pide que lo explique.',
        },
        short: { en: 'Drip stops', es: 'Termina el suero' },
        post: { en: 'drip stops', es: 'termina' },
      },
      {
        id: 'back',
        title: { en: 'You come back slowly', es: 'Usted vuelve poco a poco' },
        text: {
          en: 'Water and a small snack. Talk or quiet: you chose before, and you can change your mind.',
          es: 'Agua y algo pequeño de comer. Hablar o silencio: usted lo eligió antes y puede cambiar de idea.',
        },
        post: { en: 'back slowly', es: 'vuelve' },
      },
      goHome,
      tonight,
    ],
  },
  injection: {
    name: { en: 'Injection', es: 'Inyección' },
    how: { en: 'in a muscle', es: 'en un músculo' },
    heading: { en: 'Hour by hour, by injection', es: 'Hora por hora, con inyección' },
    caption: {
      en: 'About how much is in the body after one injection. Feelings tend to follow it. A typical shape, not a forecast for you.',
      es: 'Más o menos cuánto hay en el cuerpo tras una inyección. Lo que se siente suele seguirlo. Es una forma típica, no un pronóstico para usted.',
    },
    summary: {
      en: 'Quick to start. Once given, it cannot be slowed.',
      es: 'Empieza rápido. Una vez puesta, no se puede frenar.',
    },
    steps: [
      {
        id: 'arrive',
        title: { en: 'You arrive with your driver', es: 'Usted llega con su chofer' },
        text: {
          en: 'We check your name, when you last ate, and who takes you home. If the ride is not sure, we wait or pick a new day.',
          es: 'Le preguntamos su nombre, cuándo comió y quién le lleva a casa. Si el viaje no es seguro, esperamos o buscamos otro día.',
        },
        short: { en: 'Arrive, settle in', es: 'Llegar y acomodarse' },
        post: arrivePost,
      },
      {
        id: 'settle',
        title: { en: 'You settle in', es: 'Usted se acomoda' },
        text: {
          en: 'A chair that tips back, a blanket, a cuff on one arm. You say which arm or leg you want for the shot. You press the call button once and hear it ring.',
          es: 'Un sillón que se reclina, una manta, un manguito en un brazo. Usted dice en qué brazo o pierna la quiere. Aprieta el botón una vez y lo oye sonar.',
        },
      },
      {
        id: 'questions',
        title: { en: 'Last questions', es: 'Últimas preguntas' },
        text: {
          en: 'The prescriber asks three questions and signs the dose. If a second, smaller shot is possible, you say yes or no to it now, while your head is clear.',
          es: 'Quien receta le hace tres preguntas y firma la dosis. Si es posible una segunda inyección más pequeña, usted dice sí o no ahora, con la cabeza clara.',
        },
      },
      {
        id: 'start',
        title: { en: 'The injection', es: 'La inyección' },
        text: {
          en: 'One shot. You lie back at once, because it comes on in a few minutes. A nurse checks on you every {checkEveryMinutes} minutes and stays in sight.',
          es: 'Un pinchazo. Se recuesta enseguida, porque empieza en pocos minutos. Una enfermera le revisa cada {checkEveryMinutes} minutos y se queda a la vista.',
        },
        short: {
          en: 'One shot. A second only if you agreed before',
          es: 'Un pinchazo. Otro solo si usted aceptó antes',
        },
        post: { en: 'injection', es: 'inyección' },
      },
      {
        id: 'strongest',
        claimIds: ['sick-and-dizzy'],
        title: { en: 'The strongest part', es: 'La parte más fuerte' },
        text: {
          en: 'It can feel sudden. You may feel far from your body or from the room. It cannot be turned down, so a person stays with you until it eases.',
          es: 'Puede sentirse de golpe. Quizá se sienta lejos de su cuerpo o de la sala. No se puede bajar, así que una persona se queda con usted hasta que se calme.',
        },
        short: { en: 'Strongest, quite suddenly', es: 'Lo más fuerte, casi de golpe' },
      },
      {
        id: 'easing',
        title: { en: 'It eases', es: 'Se va calmando' },
        text: {
          en: 'Pictures and feelings come and go. Your hands may still feel odd. No one asks you to explain it.',
          es: 'Las imágenes y lo que siente van y vienen. Las manos pueden sentirse raras. Nadie le pide que lo explique.',
        },
        short: { en: 'Easing', es: 'Se va calmando' },
        post: { en: 'easing', es: 'se calma' },
      },
      {
        id: 'back',
        title: { en: 'You come back slowly', es: 'Usted vuelve poco a poco' },
        text: {
          en: 'Water and a small snack. Talk or quiet, as you like.',
          es: 'Agua y algo pequeño de comer. Hablar o silencio, como prefiera.',
        },
        post: { en: 'back slowly', es: 'vuelve' },
      },
      goHome,
      tonight,
    ],
  },
  lozenge: {
    name: { en: 'Lozenge', es: 'Pastilla' },
    how: { en: 'under the tongue', es: 'bajo la lengua' },
    heading: { en: 'Hour by hour, by lozenge', es: 'Hora por hora, con pastilla' },
    caption: {
      en: 'About how much is in the body with a lozenge. Feelings tend to follow it. A typical shape, not a forecast for you.',
      es: 'Más o menos cuánto hay en el cuerpo con una pastilla. Lo que se siente suele seguirlo. Es una forma típica, no un pronóstico para usted.',
    },
    summary: {
      en: 'Held in the mouth. At the clinic, or at home with a person who watches.',
      es: 'Se mantiene en la boca. En la clínica, o en casa con una persona que vigila.',
    },
    steps: [
      {
        id: 'arrive',
        claimIds: ['breathing'],
        title: { en: 'You arrive, or your watcher does', es: 'Llega usted, o quien le acompaña' },
        text: {
          en: 'At the clinic you come with your driver. At home an adult you trust is in the room before anything starts. No one takes a lozenge alone.',
          es: 'A la clínica llega con su chofer. En casa, un adulto de confianza está en la sala antes de empezar. Nadie toma la pastilla a solas.',
        },
        short: {
          en: 'Arrive, or set up at home with your watcher',
          es: 'Llegar, o prepararse en casa con quien vigila',
        },
        post: arrivePost,
      },
      {
        id: 'settle',
        title: { en: 'Blood pressure and last questions', es: 'Presión y últimas preguntas' },
        text: {
          en: 'A cuff reading, then a few questions. At home the guide is on video for this. If the reading is too high, there is no dose that day.',
          es: 'Una toma de presión y unas preguntas. En casa, la guía está por video. Si la presión está muy alta, ese día no hay dosis.',
        },
      },
      {
        id: 'start',
        title: { en: 'The lozenge goes in', es: 'La pastilla en la boca' },
        text: {
          en: 'You hold it under the tongue or in the cheek for about {doseMinutes} minutes. It tastes bitter. You try not to swallow. Someone checks on you every {checkEveryMinutes} minutes.',
          es: 'La mantiene bajo la lengua o en la mejilla unos {doseMinutes} minutos. Sabe amarga. Trate de no tragar. Alguien le revisa cada {checkEveryMinutes} minutos.',
        },
        short: { en: 'Lozenge in the mouth, held', es: 'Pastilla en la boca, sin tragar' },
        post: { en: 'lozenge in', es: 'empieza' },
      },
      {
        id: 'spit',
        title: { en: 'Spit or swallow, as you were told', es: 'Escupir o tragar, como le indicaron' },
        text: {
          en: 'There is a cup beside you. Then mask and music if you want them, and you lie down.',
          es: 'Hay un vaso a su lado. Después antifaz y música, si los quiere, y se acuesta.',
        },
      },
      {
        id: 'strongest',
        claimIds: ['sick-and-dizzy'],
        title: { en: 'The strongest part', es: 'La parte más fuerte' },
        text: {
          en: 'It comes on slowly, like a tide. You may feel light, slow or far away. Some people feel afraid for a while. It passes.',
          es: 'Llega despacio, como la marea. Puede sentirse ligero, lento o lejos. Hay quien siente miedo un rato. Pasa.',
        },
        short: { en: 'Strongest part begins', es: 'Empieza lo más fuerte' },
        post: { en: 'strongest', es: 'lo más fuerte' },
      },
      {
        id: 'back',
        title: { en: 'You come back slowly', es: 'Usted vuelve poco a poco' },
        text: {
          en: 'The tail is long with this one. Water, a small snack, talk or quiet.',
          es: 'Con esta forma, la cola es larga. Agua, algo pequeño de comer, hablar o silencio.',
        },
        short: { en: 'Back slowly. Talk or quiet', es: 'De vuelta. Hablar o silencio' },
        post: { en: 'back slowly', es: 'vuelve' },
      },
      {
        id: 'home',
        title: { en: 'Home, or the watch at home ends', es: 'A casa, o termina la vigilancia en casa' },
        text: {
          en: 'You leave when you walk steadily and your driver is at the door. At home your watcher stays until you are steady, and answers the last check.',
          es: 'Usted se va cuando camina con paso firme y su chofer está en la puerta. En casa, quien vigila se queda hasta que usted esté firme y responde la última revisión.',
        },
        short: { en: 'Home, or the watch at home ends', es: 'A casa, o termina la vigilancia' },
        post: homePost,
      },
      tonight,
    ],
  },
  spray: {
    name: { en: 'Nasal spray', es: 'Espray nasal' },
    how: { en: 'esketamine', es: 'esketamina' },
    heading: { en: 'Hour by hour, by nasal spray', es: 'Hora por hora, con espray nasal' },
    caption: {
      en: 'About how much is in the body with the spray. Feelings tend to follow it. A typical shape, not a forecast for you.',
      es: 'Más o menos cuánto hay en el cuerpo con el espray. Lo que se siente suele seguirlo. Es una forma típica, no un pronóstico para usted.',
    },
    summary: {
      en: 'You spray it and we watch. The only one approved for depression.',
      es: 'Usted se lo aplica y nosotros vigilamos. Es la única forma aprobada para la depresión.',
    },
    steps: [
      {
        id: 'arrive',
        claimIds: ['spray-food'],
        title: { en: 'You arrive, with a ride home set', es: 'Usted llega, con el viaje a casa listo' },
        text: {
          en: 'We check your name, when you last ate and drank, and any other nose spray today. You have joined the safety program before this day.',
          es: 'Le preguntamos su nombre, cuándo comió y bebió, y si usó otro espray nasal hoy. Antes de este día ya se inscribió en el programa de seguridad.',
        },
        short: { en: 'Arrive. Blood pressure first', es: 'Llegar. Primero la presión' },
        post: arrivePost,
      },
      {
        id: 'reading',
        title: { en: 'Blood pressure first', es: 'Primero la presión' },
        text: {
          en: 'If it is high, the prescriber talks with you before anyone goes on. You can say no at any time.',
          es: 'Si está alta, quien receta habla con usted antes de seguir. Puede decir que no en cualquier momento.',
        },
      },
      {
        id: 'start',
        title: { en: 'The first device', es: 'El primer dispositivo' },
        text: {
          en: 'You tip back a little and spray once in each side. A trained person watches you do it.',
          es: 'Se inclina un poco hacia atrás y se aplica una vez en cada lado. Una persona preparada le mira hacerlo.',
        },
        short: {
          en: 'First device. {doseMinutes} minutes, then the next',
          es: 'Primer dispositivo. A los {doseMinutes} minutos, el otro',
        },
        post: { en: 'first spray', es: 'espray' },
      },
      {
        id: 'second',
        title: { en: 'The second device', es: 'El segundo dispositivo' },
        text: {
          en: 'You rest {doseMinutes} minutes between devices. A first day is often two. Some later days are three.',
          es: 'Descansa {doseMinutes} minutos entre dispositivos. El primer día suelen ser dos. Algunos días después son tres.',
        },
      },
      {
        id: 'middle',
        claimIds: ['spray-sleepy', 'blood-pressure-hours'],
        title: { en: 'About the strongest part', es: 'Más o menos lo más fuerte' },
        text: {
          en: 'We take your blood pressure again, about {checkEveryMinutes} minutes after the first spray. You may feel sleepy, dizzy or far away.',
          es: 'Tomamos otra vez la presión, unos {checkEveryMinutes} minutos después del primer espray. Puede sentir sueño, mareo o lejanía.',
        },
        short: { en: 'Strongest. Blood pressure again', es: 'Lo más fuerte. Otra vez la presión' },
        post: { en: 'pressure again', es: 'presión otra vez' },
      },
      {
        id: 'back',
        title: { en: 'You come back slowly', es: 'Usted vuelve poco a poco' },
        text: {
          en: 'Many people doze. Water if you like. Talk or quiet, as you chose.',
          es: 'Muchas personas dormitan. Agua, si quiere. Hablar o silencio, como usted eligió.',
        },
        post: { en: 'back slowly', es: 'vuelve' },
      },
      {
        id: 'watched',
        claimIds: ['spray-two-hours'],
        title: { en: 'Two hours watched', es: 'Dos horas de vigilancia' },
        text: {
          en: 'By rule we watch you at least two hours. Then a last check of pressure and how awake you are.',
          es: 'Por regla le vigilamos al menos dos horas. Después, una última revisión de la presión y de cuán despierto está.',
        },
        short: { en: 'Two hours watched. Last check', es: 'Dos horas de vigilancia. Última revisión' },
      },
      {
        id: 'home',
        title: {
          en: 'You go home, when the clinic agrees',
          es: 'Usted se va cuando la clínica está de acuerdo',
        },
        text: {
          en: 'Two hours is the least, not the most. If you still feel the effect, you stay. Your ride meets you at the door.',
          es: 'Dos horas es lo mínimo, no lo máximo. Si todavía siente el efecto, se queda. Quien le lleva le espera en la puerta.',
        },
        short: { en: 'Home, when the clinic agrees', es: 'A casa, cuando la clínica diga' },
        post: homePost,
      },
      tonight,
    ],
  },
};

/** What the times of a route rest on. A clinic may name a source of its own; it is shown as it was written. */
export function sourcesOfTimes(
  { sourceIds }: Pick<RouteFigures, 'sourceIds'>,
  language: Language,
): readonly string[] {
  return sourceIds.map((id) => (isPublicSourceId(id) ? publicSource(id).name[language] : id));
}

/** The claims of a route's steps, in the order of the day and once each. */
export function claimsOfDay(route: RouteId): readonly ClaimId[] {
  return [...new Set(routeDays[route].steps.flatMap(({ claimIds }) => claimIds ?? []))];
}

export type PlacedStep = DayStep & {
  /** Minute of the day, or null for tonight. */
  readonly minuteOfDay: number | null;
  readonly minuteAfterArrival: number | null;
  readonly underEffect: boolean;
};

/** The steps of a route with their hour on the example day. */
export function placeSteps(route: RouteId, figures: RouteDayFigures): readonly PlacedStep[] {
  const minutes: Readonly<Record<string, number>> = figures.routes[route].minutes;
  const { start, back } = figures.routes[route].minutes;
  return routeDays[route].steps.map((step) => {
    if (step.id === 'tonight')
      return { ...step, minuteOfDay: null, minuteAfterArrival: null, underEffect: false };
    const minute = minutes[step.id];
    if (minute === undefined) throw new Error(`The figures for ${route} have no minute for ${step.id}`);
    return {
      ...step,
      minuteOfDay: figures.arrivalMinuteOfDay + minute,
      minuteAfterArrival: minute,
      underEffect: minute >= start && minute < back,
    };
  });
}

/** '8:15'. The example day is a morning, so no am or pm is needed and both languages write it alike. */
export function clockText(minuteOfDay: number): string {
  const hour = Math.floor(minuteOfDay / 60);
  return `${hour}:${String(minuteOfDay % 60).padStart(2, '0')}`;
}
