// The page of stories: how they come here, and what each is called by the one who told it.

export const storiesPage: Readonly<
  Record<
    'en' | 'es',
    {
      readonly title: string;
      readonly lead: string;
      readonly none: string;
      readonly how: readonly string[];
      readonly howHeading: string;
      readonly storiesHeading: string;
      readonly kinds: Readonly<Record<'good' | 'neutral' | 'hard', string>>;
      readonly example: string;
    }
  >
> = {
  en: {
    title: 'Told by people who were here',
    lead: 'Some of it is good, some is nothing much, some is hard. None of it says how yours will be.',
    none: 'Nobody has told a story for this page yet.',
    howHeading: 'How these come here',
    how: [
      'The person wrote it and agreed to have it here, without a name. Nobody was paid or given anything for it.',
      'Someone at the clinic read it first, so that nobody can be found by it. The words were not changed.',
      'They can take it back at any time. Then it is gone from here at once.',
      'They do not stand in order of how strong it was. Each day another kind comes first.',
    ],
    storiesHeading: 'Stories',
    kinds: { good: 'They call it good', neutral: 'They call it neutral', hard: 'They call it hard' },
    example: 'A written example. Nobody lived this; it shows what stands here.',
  },
  es: {
    title: 'Contado por quienes estuvieron aquí',
    lead: 'Parte es buena, parte es casi nada, parte es difícil. Nada dice cómo será la suya.',
    none: 'Nadie ha contado todavía una historia para esta página.',
    howHeading: 'Cómo llegan aquí',
    how: [
      'La persona la escribió y aceptó que esté aquí, sin nombre. A nadie se le pagó ni se le dio nada.',
      'Alguien de la clínica la leyó antes, para que nadie pueda ser encontrado por ella. No se cambiaron las palabras.',
      'Puede retirarla en cualquier momento. Entonces desaparece de aquí enseguida.',
      'No están en orden de lo fuerte que fue. Cada día otra clase va primero.',
    ],
    storiesHeading: 'Historias',
    kinds: { good: 'La llama buena', neutral: 'La llama neutra', hard: 'La llama difícil' },
    example: 'Un ejemplo escrito. Nadie lo vivió; muestra lo que va aquí.',
  },
};
