// Words of the pages a clinic fills with its own facts: prices, people, place, the four ways, and the list of claims.

const routesPageEn = {
  title: 'Four ways to take it',
  lead: 'The same kind of drug, four kinds of day. None is best for all. You and the prescriber choose.',
  hoursHeading: 'Hour by hour',
  compareHeading: 'Side by side',
  caption: 'The four ways compared',
  head: ['', 'Drip', 'Injection', 'Lozenge', 'Nasal spray'],
  rows: [
    [
      'Approved for depression',
      'No {{off-label}}',
      'No {{off-label}}',
      'No {{off-label}}',
      'Yes, for some kinds {{spray-approved}}',
    ],
    ['Can be slowed or stopped', 'Yes', 'No', 'Spit it out, in part', 'No'],
    ['A needle', 'Yes, a small one that stays in', 'Yes, one or two shots', 'No', 'No'],
    ['Where', 'Clinic', 'Clinic', 'Clinic, or home with a watcher', 'Clinic only, by rule'],
    [
      'How long you stay',
      'Until you are steady',
      'Two hours or more {{injection-stay}}',
      'Two hours or more {{injection-stay}}',
      'Two hours or more, by rule {{spray-two-hours}}',
    ],
    [
      'How often at first',
      'Two or three times a week {{six-drips}}',
      'Set with you',
      'Set with you',
      'Twice a week for four weeks {{spray-schedule}}',
    ],
    [
      'Food before',
      'We give you the times',
      'We give you the times',
      'We give you the times',
      'None for two hours {{spray-food}}',
    ],
    [
      'How much reaches the blood',
      'All of it',
      'About 93 in 100 {{injection-absorbed}}',
      'About 30 in 100 {{lozenge-absorbed}}',
      'About 48 in 100 {{spray-absorbed}}',
    ],
  ],
  chooseHeading: 'What people weigh up',
  choices: [
    {
      term: 'You want it to be easy to stop',
      text: 'The drip can be slowed or stopped at once. The others cannot, or only in part.',
    },
    {
      term: 'You want insurance to help',
      text: 'The spray is most often covered, since it is approved. Rules differ. See [costs](/costs).',
    },
    { term: 'You cannot bear needles', text: 'The lozenge and the spray have none.' },
    {
      term: 'You want to be at home',
      text: 'Only the lozenge, and only with an adult who watches. {{home-lozenges}} {{breathing}} {{home-case}}',
    },
    {
      term: 'You want to talk during it',
      text: 'A low lozenge dose with a therapist leaves many people able to speak.',
    },
  ],
} as const;

const costsPageEn = {
  title: 'What it costs',
  lead: 'Ranges for a whole first series, not only one visit. You get your own number in writing before you say yes.',
  caption: 'Prices set by this clinic',
  head: ['What', 'One visit', 'A first series', 'What is in it'],
  none: 'This clinic has not put its prices here yet. Ask, and you get them in writing before you decide.',
  asOf: 'Prices as of {date}.',
  example: 'Example prices. They are made up and show only how this page looks.',
  range: '{low} to {high}',
  insuranceHeading: 'Insurance',
  insurance: [
    'The spray is approved, so many plans pay part of it. They often ask for proof of what you tried first. We help you gather it.',
    'The drip, the injection and the lozenge are off-label for mood. {{off-label}} Most plans do not pay for them.',
    'Ask your plan three things. Is the drug paid for? Is the watched time paid for? What do I pay myself?',
  ],
  alsoHeading: 'Costs people forget',
  also: [
    'A day off work for you, and part of a day for your driver.',
    'Talks before and after, if they are billed apart.',
    'Visits later on, if it helps. Ask what a year may cost.',
  ],
  stopHeading: 'If you stop early',
  stop: 'You pay for what was given, not for what was planned. Ask us to put that in writing.',
} as const;

const teamPageEn = {
  title: 'Who looks after you',
  lead: 'Names, what they are trained in, and where they may work. You can ask for the same person each time.',
  none: 'This clinic has not named its team here yet. Ask, and we tell you who would be in the room.',
  licence: 'Licensed in',
  languages: 'Speaks',
  roomHeading: 'Who is in the room',
  room: 'You know the name of the person who watches you before anything starts. If they need to leave, someone else sits down first, and you are told. You can ask for a woman, a man, or someone you have met.',
} as const;

const locationPageEn = {
  title: 'Where we are',
  lead: 'How to get here, when we are open, and where your driver can wait.',
  hoursHeading: 'Open',
  closedDays: 'Closed days',
  closed: 'Closed',
  fromTo: '{from} to {to}',
  addressHeading: 'Address',
  phoneHeading: 'Phone',
  accessHeading: 'Getting in and waiting',
  areaHeading: 'Who we can see',
} as const;

const wordsAndSourcesEn = {
  title: 'How we choose our words and sources',
  lead: 'Every medical line on this site stands here once. You see its source, how sure we are, and when it is read again.',
  howHeading: 'How we do it',
  how: [
    'We write for a reader who is tired. Short words, one idea at a time.',
    'We say what is not known. We do not say it is safe, and we do not say it works.',
    'A line past its date is marked until a person has read it again.',
    'The curves are drawn from a simple model. {{shape}}',
  ],
  meaningHeading: 'What our words mean',
  meanings: [
    { term: 'We are sure', text: 'It stands in a label, a law or an agency’s own page.' },
    { term: 'We are fairly sure', text: 'A study found it. Another could find something else.' },
    { term: 'Experts agree', text: 'A group of experts wrote it down. It is advice more than proof.' },
    { term: 'We counted', text: 'It comes from this clinic’s own record, with the day we stopped counting.' },
  ],
  listHeading: 'All claims',
} as const;

const routesPageEs = {
  title: 'Cuatro formas de tomarla',
  lead: 'El mismo tipo de droga, cuatro tipos de día. Ninguna es la mejor para todos. Usted y quien receta eligen.',
  hoursHeading: 'Hora por hora',
  compareHeading: 'Lado a lado',
  caption: 'Las cuatro formas comparadas',
  head: ['', 'Suero', 'Inyección', 'Pastilla', 'Espray nasal'],
  rows: [
    [
      'Aprobado para la depresión',
      'No {{off-label}}',
      'No {{off-label}}',
      'No {{off-label}}',
      'Sí, para algunos tipos {{spray-approved}}',
    ],
    ['Se puede hacer más lento o parar', 'Sí', 'No', 'Escupirla, en parte', 'No'],
    ['Una aguja', 'Sí, una pequeña que se queda puesta', 'Sí, una o dos', 'No', 'No'],
    ['Dónde', 'Clínica', 'Clínica', 'Clínica, o casa con quien cuide', 'Solo en la clínica, por regla'],
    [
      'Cuánto se queda',
      'Hasta caminar con firmeza',
      'Dos horas o más {{injection-stay}}',
      'Dos horas o más {{injection-stay}}',
      'Dos horas o más, por regla {{spray-two-hours}}',
    ],
    [
      'Cada cuánto al principio',
      'Dos o tres veces por semana {{six-drips}}',
      'Se decide con usted',
      'Se decide con usted',
      'Dos veces por semana, cuatro semanas {{spray-schedule}}',
    ],
    [
      'Comida antes',
      'Le damos las horas',
      'Le damos las horas',
      'Le damos las horas',
      'Nada durante dos horas {{spray-food}}',
    ],
    [
      'Cuánto llega a la sangre',
      'Todo',
      'Cerca de 93 de 100 {{injection-absorbed}}',
      'Cerca de 30 de 100 {{lozenge-absorbed}}',
      'Cerca de 48 de 100 {{spray-absorbed}}',
    ],
  ],
  chooseHeading: 'Qué pesa la gente',
  choices: [
    {
      term: 'Quiere poder parar fácilmente',
      text: 'El suero se puede hacer más lento o parar al momento. Las otras no, o solo en parte.',
    },
    {
      term: 'Quiere que el seguro ayude',
      text: 'El espray es lo que más se cubre, porque está aprobado. Las reglas cambian. Vea [costos](/es/costs).',
    },
    { term: 'No soporta las agujas', text: 'La pastilla y el espray no llevan.' },
    {
      term: 'Quiere estar en casa',
      text: 'Solo la pastilla, y solo con un adulto que cuide. {{home-lozenges}} {{breathing}} {{home-case}}',
    },
    {
      term: 'Quiere hablar mientras dura',
      text: 'Con una dosis baja de pastilla y un terapeuta, muchas personas pueden hablar.',
    },
  ],
} as const;

const costsPageEs = {
  title: 'Cuánto cuesta',
  lead: 'De cuánto a cuánto, para toda una primera serie y no solo una visita. Recibe su número por escrito antes de decir que sí.',
  caption: 'Precios de esta clínica',
  head: ['Qué', 'Una visita', 'Una primera serie', 'Qué incluye'],
  none: 'Esta clínica todavía no puso aquí sus precios. Pregunte, y los recibe por escrito antes de decidir.',
  asOf: 'Precios al {date}.',
  example: 'Precios de ejemplo. Son inventados y solo muestran cómo se ve esta página.',
  range: '{low} a {high}',
  insuranceHeading: 'Seguro',
  insurance: [
    'El espray está aprobado, así que muchos planes pagan una parte. A menudo piden pruebas de lo que probó antes. Le ayudamos a juntarlas.',
    'El suero, la inyección y la pastilla no están aprobados para el ánimo. {{off-label}} La mayoría de los planes no los paga.',
    'Pregunte tres cosas a su plan. ¿Se paga la medicina? ¿Se paga el tiempo de cuidado? ¿Qué pago yo?',
  ],
  alsoHeading: 'Costos que se olvidan',
  also: [
    'Un día sin trabajo para usted, y parte de un día para quien le lleva.',
    'Las conversaciones de antes y después, si se cobran aparte.',
    'Visitas más adelante, si ayuda. Pregunte cuánto puede costar un año.',
  ],
  stopHeading: 'Si para antes',
  stop: 'Paga por lo que se dio, no por lo que se planeó. Pídanos eso por escrito.',
} as const;

const teamPageEs = {
  title: 'Quién le cuida',
  lead: 'Nombres, en qué se formaron y dónde pueden trabajar. Puede pedir a la misma persona cada vez.',
  none: 'Esta clínica todavía no nombró aquí a su equipo. Pregunte, y le decimos quién estaría en la sala.',
  licence: 'Con licencia en',
  languages: 'Habla',
  roomHeading: 'Quién está en la sala',
  room: 'Usted sabe el nombre de la persona que le cuida antes de empezar. Si tiene que salir, antes se sienta otra, y se lo dicen. Puede pedir una mujer, un hombre o alguien que ya conozca.',
} as const;

const locationPageEs = {
  title: 'Dónde estamos',
  lead: 'Cómo llegar, cuándo abrimos y dónde puede esperar quien le lleva.',
  hoursHeading: 'Horario',
  closedDays: 'Días cerrados',
  closed: 'Cerrado',
  fromTo: '{from} a {to}',
  addressHeading: 'Dirección',
  phoneHeading: 'Teléfono',
  accessHeading: 'Entrar y esperar',
  areaHeading: 'A quién podemos atender',
} as const;

const wordsAndSourcesEs = {
  title: 'Cómo elegimos palabras y fuentes',
  lead: 'Cada línea médica de este sitio está aquí una vez, con su fuente, qué tan seguros estamos y cuándo se lee otra vez.',
  howHeading: 'Cómo lo hacemos',
  how: [
    'Escribimos para quien está cansado. Palabras cortas, una idea a la vez.',
    'Decimos lo que no se sabe. No decimos que es seguro ni que funciona.',
    'Una línea que pasó su fecha queda marcada hasta que una persona la lee otra vez.',
    'Las curvas salen de un modelo sencillo. {{shape}}',
  ],
  meaningHeading: 'Qué quieren decir nuestras palabras',
  meanings: [
    {
      term: 'Estamos seguros',
      text: 'Está en una etiqueta, en una ley o en la página de la propia agencia.',
    },
    { term: 'Estamos bastante seguros', text: 'Lo halló un estudio. Otro podría hallar otra cosa.' },
    {
      term: 'Los expertos coinciden',
      text: 'Lo escribió un grupo de expertos. Es consejo más que prueba.',
    },
    {
      term: 'Lo contamos nosotros',
      text: 'Sale del registro de esta clínica, con el día en que dejamos de contar.',
    },
  ],
  listHeading: 'Todas las afirmaciones',
} as const;

export const routesPage = { en: routesPageEn, es: routesPageEs };
export const costsPage = { en: costsPageEn, es: costsPageEs };
export const teamPage = { en: teamPageEn, es: teamPageEs };
export const locationPage = { en: locationPageEn, es: locationPageEs };
export const wordsAndSources = { en: wordsAndSourcesEn, es: wordsAndSourcesEs };

export const errorPages = {
  notFound: {
    en: {
      title: 'No page here',
      lead: 'The address may be old, or a letter is off. Nothing you typed elsewhere is lost.',
    },
    es: {
      title: 'Aquí no hay página',
      lead: 'Quizá la dirección es vieja o falta una letra. No se perdió nada de lo que escribió en otra parte.',
    },
  },
  broken: {
    en: {
      title: 'Something broke on our side',
      lead: 'The page could not be made. Wait a minute and open it again, or call us.',
    },
    es: {
      title: 'Algo falló de nuestro lado',
      lead: 'No se pudo hacer la página. Espere un minuto y ábrala otra vez, o llámenos.',
    },
  },
  tooMany: {
    en: {
      title: 'Too many at once',
      lead: 'This came many times in a short while, so we paused. Wait some minutes, or call us.',
    },
    es: {
      title: 'Demasiadas a la vez',
      lead: 'Esto llegó muchas veces en poco tiempo y nos detuvimos. Espere unos minutos o llámenos.',
    },
  },
  notSaved: {
    en: {
      title: 'Your question is not saved',
      lead: 'Our store did not answer. Go back: what you typed should still be there. Or call us.',
    },
    es: {
      title: 'Su pregunta no se guardó',
      lead: 'Nuestro archivo no respondió. Vuelva atrás: lo que escribió debería seguir ahí. O llámenos.',
    },
  },
} as const;
