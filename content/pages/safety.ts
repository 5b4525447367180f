// The page on safety: who watches, with what, and what happens if. It says what is done, never how good it is.

type Row = { readonly if: string; readonly done: string };

const en = {
  title: 'Who watches, and what if',
  lead: 'What is done here, with what, and how often something went wrong. Ask us about any line.',
  watchHeading: 'Who watches you',
  watch: [
    'One person is named as yours before anything is given. That person stays in the room or right outside it.',
    'If they must leave, someone else takes over first, by name, and you are told.',
    'A prescriber signs your dose that day. A dose does not open while too few nurses are here.',
    'You get a call button, and you press it once before the dose to see that it rings.',
  ],
  ownWatch: 'At this clinic',
  equipmentHeading: 'With what',
  equipment: [
    'Blood pressure, pulse and oxygen are read before, at fixed times during, and before you leave.',
    'What must be in the room is gone through by name before each dose: oxygen, a mask, a suction, the way to call.',
  ],
  ownEquipment: 'This clinic says it has',
  noOwn: 'This clinic has not listed its own equipment here yet. Ask, and we show you.',
  ifHeading: 'What happens if',
  ifHead: ['If', 'Then'],
  ifs: [
    {
      if: 'You want it to stop',
      done: 'Say stop, or raise a hand. A drip is slowed or stopped at once. You need no reason.',
    },
    {
      if: 'Your blood pressure goes above your limit',
      done: 'The room rings. A nurse reads again, the prescriber is called, and the dose waits.',
    },
    {
      if: 'You feel sick',
      done: 'You are turned to your side. There is a bowl, and a medicine if a prescriber signed one before.',
    },
    {
      if: 'You are very afraid',
      done: 'Someone sits with you and uses what you said helps. It is asked again until it eases.',
    },
    {
      if: 'Your oxygen drops, or you are hard to wake',
      done: 'The drug is stopped and your airway is held open. You get oxygen, and we call the emergency number.',
    },
    {
      if: 'You cannot go home yet',
      done: 'You stay. You leave when the readings are fresh, you walk steadily, and your person is at the door.',
    },
  ] as readonly Row[],
  ratesHeading: 'How often something went wrong here',
  ratesLead:
    'Told side effects of the last twelve months at this clinic, in {sessions} sessions. Counted from {from} to the day you read this.',
  ratesHead: ['What was told', 'How often, of {sessions} sessions'],
  few: 'fewer than {smallest}',
  ratesFoot:
    'What is not on the list was not told of. That does not mean it cannot happen. One session can be counted in several lines.',
  tooFew:
    'This clinic counts out loud from {least} sessions in twelve months. Below that a number says little and could point at someone. Ask us, and we tell you what we know.',
  more: 'What is known from elsewhere is under [Risks](/risks).',
} as const;

const es = {
  title: 'Quién cuida, y qué pasa si',
  lead: 'Qué se hace aquí, con qué, y cuántas veces algo salió mal. Pregúntenos por cualquier línea.',
  watchHeading: 'Quién le cuida',
  watch: [
    'Antes de darle nada se nombra a una persona para usted. Se queda en la sala o justo afuera.',
    'Si tiene que irse, antes toma su lugar otra, con nombre, y se lo dicen.',
    'Quien receta firma su dosis ese día. Una dosis no se abre si hay muy pocas enfermeras.',
    'Recibe un botón para llamar, y lo aprieta una vez antes de la dosis para ver que suena.',
  ],
  ownWatch: 'En esta clínica',
  equipmentHeading: 'Con qué',
  equipment: [
    'La presión, el pulso y el oxígeno se miden antes, a horas fijas durante la dosis, y antes de que se vaya.',
    'Lo que debe estar en la sala se revisa por su nombre antes de cada dosis: oxígeno, mascarilla, aspirador, cómo llamar.',
  ],
  ownEquipment: 'Esta clínica dice que tiene',
  noOwn: 'Esta clínica todavía no puso aquí su equipo. Pregunte, y se lo enseñamos.',
  ifHeading: 'Qué pasa si',
  ifHead: ['Si', 'Entonces'],
  ifs: [
    {
      if: 'Quiere que pare',
      done: 'Diga «pare» o levante la mano. Un suero se hace más lento o se para al momento. No necesita dar razones.',
    },
    {
      if: 'Su presión pasa de su límite',
      done: 'Suena un aviso. La enfermera mide otra vez, se llama a quien receta, y la dosis espera.',
    },
    {
      if: 'Tiene náuseas',
      done: 'Le ponen de lado. Hay un recipiente, y una medicina si alguien que receta la firmó antes.',
    },
    {
      if: 'Tiene mucho miedo',
      done: 'Alguien se sienta con usted y usa lo que usted dijo que ayuda. Se le pregunta otra vez hasta que ceda.',
    },
    {
      if: 'Baja su oxígeno o cuesta despertarle',
      done: 'Se para la droga, se mantiene abierta la vía del aire, se da oxígeno y se llama al número de emergencias.',
    },
    {
      if: 'Todavía no puede irse',
      done: 'Se queda. Se va cuando las medidas son recientes, camina con firmeza y su persona está en la puerta.',
    },
  ] as readonly Row[],
  ratesHeading: 'Cuántas veces algo salió mal aquí',
  ratesLead:
    'Efectos contados en los últimos doce meses en esta clínica, en {sessions} sesiones. Contado desde el {from} hasta el día en que lo lee.',
  ratesHead: ['Qué se contó', 'Cuántas veces, de {sessions} sesiones'],
  few: 'menos de {smallest}',
  ratesFoot:
    'Lo que no está en la lista no se contó. Eso no quiere decir que no pueda pasar. Una sesión puede contar en varias líneas.',
  tooFew:
    'Esta clínica publica su cuenta desde {least} sesiones en doce meses. Con menos, un número dice poco y podría señalar a alguien. Pregúntenos, y le decimos lo que sabemos.',
  more: 'Lo que se sabe de otros lugares está en [Riesgos](/es/risks).',
} as const;

export const safetyPage = { en, es };
