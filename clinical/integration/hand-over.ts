// The paper for whoever holds the hours after a dose outside the clinic: what was given and when, when an hour helps, what to
// watch for, and room for what the person themselves wants to say. Not one word of theirs is put on it for them.

import type { Route } from '#clinical/care-record.ts';
import type { LocalDate } from '#clinical/instant.ts';
import type { Edition, PeopleWords } from '#clinical/protocol/edition.ts';

export type HandOverSection = {
  readonly heading: PeopleWords;
  readonly lines: readonly PeopleWords[];
  /** Left empty for a pen. */
  readonly isToWriteIn?: boolean;
};

const routeWords: Readonly<Record<Route, PeopleWords>> = {
  iv: { en: 'Ketamine by drip', es: 'Ketamina por suero' },
  im: { en: 'Ketamine by injection', es: 'Ketamina por inyección' },
  sublingual: { en: 'Ketamine by lozenge, in the clinic', es: 'Ketamina en pastilla, en la clínica' },
  home: { en: 'Ketamine by lozenge, at home', es: 'Ketamina en pastilla, en casa' },
  nasal: { en: 'Esketamine by nose spray', es: 'Esketamina en espray nasal' },
};

export function handOver(about: {
  readonly doses: readonly { readonly on: LocalDate; readonly route: Route }[];
  readonly integration: Edition['integration'] | undefined;
}): readonly HandOverSection[] {
  const { doses, integration } = about;
  return [
    {
      heading: { en: 'What was given', es: 'Qué se dio' },
      lines:
        doses.length === 0
          ? [{ en: 'No dose has been given yet.', es: 'Todavía no se ha dado ninguna dosis.' }]
          : doses.map(({ on, route }) => ({
              en: `${on}: ${routeWords[route].en}.`,
              es: `${on}: ${routeWords[route].es}.`,
            })),
    },
    {
      heading: { en: 'When an hour helps', es: 'Cuándo ayuda una hora' },
      lines: [
        ...(integration === undefined
          ? []
          : [
              {
                en: `This clinic’s protocol asks for it ${integration.fromHours.value} to ${integration.toHours.value} hours after each dose. That is practice, not proof.`,
                es: `El protocolo de esta clínica la pide de ${integration.fromHours.value} a ${integration.toHours.value} horas después de cada dosis. Es costumbre, no está probado.`,
              },
            ]),
        {
          en: 'Listen more than you explain. Nothing has to be understood in the first three days.',
          es: 'Escuche más de lo que explica. En los primeros tres días no hay que entender nada.',
        },
      ],
    },
    {
      heading: { en: 'Call the clinic', es: 'Llame a la clínica' },
      lines: [
        {
          en: 'About thoughts of dying, a mood that falls fast, trouble when they pee, or ketamine used elsewhere.',
          es: 'Por ideas de morir, un ánimo que cae rápido, molestias al orinar, o ketamina usada en otro lugar.',
        },
      ],
    },
    {
      heading: { en: 'What I want you to know', es: 'Lo que quiero que sepa' },
      lines: [],
      isToWriteIn: true,
    },
  ];
}
