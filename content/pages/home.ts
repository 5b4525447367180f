// The front door: what this clinic does, one next step, and the whole way ahead, open before anyone signs up.

import type { ClaimId } from '#content/claims.ts';

export type HomeWords = {
  readonly title: string;
  readonly lead: string;
  readonly offLabel: string;
  readonly offLabelLink: readonly [string, string];
  readonly offLabelClaims: readonly ClaimId[];
  readonly next: {
    readonly heading: string;
    readonly text: string;
    readonly button: string;
    readonly href: string;
    readonly after: string;
  };
  readonly wayHeading: string;
  readonly wayText: string;
  readonly steps: readonly {
    readonly title: string;
    readonly text: string;
    readonly links: readonly (readonly [string, string])[];
  }[];
  readonly factsHeading: string;
  readonly facts: readonly {
    readonly heading: string;
    readonly text: string;
    readonly link: readonly [string, string];
  }[];
};

const inEnglish: HomeWords = {
  title: 'Ketamine care, told straight',
  lead: 'We look after people who try ketamine for low mood, fear or pain. Read it all first. Nothing here asks for your name.',
  offLabel: 'Using ketamine for low mood is off-label, except the spray.',
  offLabelLink: ['Uses, and how well tested', '/conditions'],
  offLabelClaims: ['off-label', 'spray-approved'],
  next: {
    heading: 'See what a first session is like',
    text: 'The whole day, hour by hour, for all four ways. About five minutes to read.',
    button: 'Read a first session',
    href: '/first-session',
    after: 'Then you can stop, or ask us something.',
  },
  wayHeading: 'The way, step by step',
  wayText: 'Each step is open to read before you sign up. You can stop at any of them.',
  steps: [
    {
      title: 'You read',
      text: 'Here. No account and no name.',
      links: [
        ['What people feel', '/what-people-feel'],
        ['What can go wrong', '/risks'],
        ['What it costs', '/costs'],
      ],
    },
    { title: 'You ask', text: 'One question or ten. A person answers.', links: [['Ask us', '/ask']] },
    {
      title: 'We ask you',
      text: 'About your health, your medicines and what you have tried. You can leave gaps and come back. A clinician reads each line.',
      links: [['When the answer is no', '/conditions#not-now']],
    },
    {
      title: 'You meet the prescriber',
      text: 'Your questions first. Then a plan you both agree on, or a plain no with a reason.',
      links: [['Our team', '/team']],
    },
    {
      title: 'You get ready',
      text: 'A ride home, when to eat, what you hope for, what scares you. You do it in small parts.',
      links: [['For the one who comes along', '/companions']],
    },
    {
      title: 'The session',
      text: 'A trained person beside you. You can say no at any time.',
      links: [
        ['Hour by hour', '/first-session'],
        ['Four ways', '/routes'],
      ],
    },
    {
      title: 'The days after',
      text: 'Rest, then a talk. Small changes, in your own words. Your notes are yours.',
      links: [['How it works', '/how-it-works']],
    },
    {
      title: 'You decide what next',
      text: 'Go on, wait longer between, or stop. We look at your own weeks with you, on dates set before you start.',
      links: [],
    },
  ],
  factsHeading: 'Three things to know first',
  facts: [
    {
      heading: 'Most of it is off-label',
      text: 'Only the spray is approved for depression. That does not make the rest wrong. It means no agency has checked that use.',
      link: ['Uses and how well tested', '/conditions'],
    },
    {
      heading: 'It does not help everyone',
      text: 'Some feel better in a day. Some feel nothing. Some feel worse.',
      link: ['What people feel', '/what-people-feel'],
    },
    {
      heading: 'You need a ride and a free day',
      text: 'No driving until the next day, after a night of sleep.',
      link: ['For the one who comes along', '/companions'],
    },
  ],
};

const inSpanish: HomeWords = {
  title: 'Ketamina, contada como es',
  lead: 'Cuidamos a personas que prueban la ketamina por ánimo bajo, miedo o dolor. Lea todo antes. Nada de aquí pide su nombre.',
  offLabel: 'Usar ketamina para el ánimo bajo no está aprobado, salvo el espray.',
  offLabelLink: ['Usos, y cuánto se han probado', '/es/conditions'],
  offLabelClaims: ['off-label', 'spray-approved'],
  next: {
    heading: 'Vea cómo es una primera sesión',
    text: 'El día entero, hora por hora, de las cuatro formas. Unos cinco minutos de lectura.',
    button: 'Leer una primera sesión',
    href: '/es/first-session',
    after: 'Después puede parar, o preguntarnos algo.',
  },
  wayHeading: 'El camino, paso a paso',
  wayText: 'Cada paso se puede leer antes de inscribirse. Puede parar en cualquiera.',
  steps: [
    {
      title: 'Usted lee',
      text: 'Aquí. Sin cuenta y sin nombre.',
      links: [
        ['Qué siente la gente', '/es/what-people-feel'],
        ['Qué puede salir mal', '/es/risks'],
        ['Cuánto cuesta', '/es/costs'],
      ],
    },
    {
      title: 'Usted pregunta',
      text: 'Una pregunta o diez. Responde una persona.',
      links: [['Pregúntenos', '/es/ask']],
    },
    {
      title: 'Le preguntamos',
      text: 'Por su salud, sus medicinas y lo que ha probado. Puede dejar huecos y volver. Un profesional lee cada línea.',
      links: [['Cuando la respuesta es no', '/es/conditions#not-now']],
    },
    {
      title: 'Conoce a quien receta',
      text: 'Primero sus preguntas. Después un plan en que los dos estén de acuerdo, o un no claro con su razón.',
      links: [['Nuestro equipo', '/es/team']],
    },
    {
      title: 'Se prepara',
      text: 'Quién le lleva, cuándo comer, qué espera, qué le da miedo. Lo hace en partes pequeñas.',
      links: [['Para quien acompaña', '/es/companions']],
    },
    {
      title: 'La sesión',
      text: 'Una persona preparada a su lado. Puede decir que no en cualquier momento.',
      links: [
        ['Hora por hora', '/es/first-session'],
        ['Cuatro formas', '/es/routes'],
      ],
    },
    {
      title: 'Los días siguientes',
      text: 'Descanso, después una conversación. Cambios pequeños, con sus palabras. Sus notas son suyas.',
      links: [['Cómo actúa', '/es/how-it-works']],
    },
    {
      title: 'Usted decide qué sigue',
      text: 'Seguir, esperar más entre una y otra, o parar. Miramos sus semanas con usted, en fechas fijadas antes de empezar.',
      links: [],
    },
  ],
  factsHeading: 'Tres cosas que saber antes',
  facts: [
    {
      heading: 'Casi todo está fuera de lo aprobado',
      text: 'Solo el espray está aprobado para la depresión. Eso no hace malo lo demás. Quiere decir que ninguna agencia ha revisado ese uso.',
      link: ['Usos, y cuánto se han probado', '/es/conditions'],
    },
    {
      heading: 'No ayuda a todos',
      text: 'Algunos mejoran en un día. Otros no sienten nada. Otros empeoran.',
      link: ['Qué siente la gente', '/es/what-people-feel'],
    },
    {
      heading: 'Necesita quien le lleve y un día libre',
      text: 'No se maneja hasta el día siguiente, después de dormir toda la noche.',
      link: ['Para quien acompaña', '/es/companions'],
    },
  ],
};

export const home = { en: inEnglish, es: inSpanish };
