// Every claim the public pages make, once, with its root: what, from whom, how sure, read when, to be read again when.
// No page states a medical fact of its own; it names one of these. A claim past its day says so wherever it stands.

import type { LocalDate } from '#clinical/instant.ts';
import type { Words } from './language.ts';
import type { PublicSourceId } from './public-sources.ts';

export type ClaimConfidence = 'sure' | 'fairly-sure' | 'experts-agree' | 'we-counted';

/** Who stands behind the words. 'example' is what ships: no clinician has put a name to it yet. */
export type Reviewer =
  | { readonly kind: 'example' }
  | {
      readonly kind: 'clinician';
      readonly name: string;
      readonly role: Words;
      readonly approvedOn: LocalDate;
    };

export type Claim = {
  readonly statement: Words;
  readonly sourceId: PublicSourceId;
  readonly confidence: ClaimConfidence;
  readonly reviewer: Reviewer;
  /** The day the source was last read against the sentence. */
  readonly checkedOn: LocalDate;
  readonly reviewBy: LocalDate;
};

export const notYetApproved: Reviewer = { kind: 'example' };
export const firstReading = { checkedOn: '2026-11-21', reviewBy: '2027-05-21' } as const;

const trialCounts = { checkedOn: '2026-11-22', reviewBy: '2027-05-22' } as const;

function claim(
  sourceId: PublicSourceId,
  confidence: ClaimConfidence,
  statement: Words,
  reading: Pick<Claim, 'checkedOn' | 'reviewBy'> = firstReading,
): Claim {
  return { statement, sourceId, confidence, reviewer: notYetApproved, ...reading };
}

export const claims = {
  'approved-for-sleep': claim('K-USL', 'sure', {
    en: 'Ketamine is approved in the US to put people to sleep for surgery.',
    es: 'En EE. UU. la ketamina está aprobada para dormir a las personas durante una cirugía.',
  }),
  'off-label': claim('FDA-2023', 'sure', {
    en: 'The FDA has not approved ketamine for any mental health problem. Using it for low mood is off-label.',
    es: 'La FDA no ha aprobado la ketamina para ningún problema de salud mental. Usarla para el ánimo bajo es un uso no aprobado.',
  }),
  'spray-approved': claim('L-US', 'sure', {
    en: 'The FDA has approved the esketamine nasal spray. It is for adults with depression that other treatments did not help.',
    es: 'El espray nasal de esketamina sí está aprobado para adultos con depresión que no mejoró con otros tratamientos.',
  }),
  'not-shown-to-prevent': claim('L-US', 'sure', {
    en: 'The spray has not been shown to prevent suicide. If you are in danger, you need help today, not a booking.',
    es: 'No se ha mostrado que el espray evite el suicidio. Si usted está en peligro, necesita ayuda hoy, no una cita.',
  }),
  'blood-pressure': claim('M-YALE', 'fairly-sure', {
    en: 'Your blood pressure will likely go up for a while. In 2,342 drips at one center the top number rose by about 16 at its highest.',
    es: 'Es probable que la presión le suba por un rato. En 2342 sueros de un centro, el número de arriba subió unos 16 puntos en su máximo.',
  }),
  'blood-pressure-severe': claim('M-YALE', 'fairly-sure', {
    en: 'At that center about 1 drip in 100 came with very high blood pressure. About 1 person in 8 had it at some point.',
    es: 'En ese centro, cerca de 1 suero de cada 100 vino con presión muy alta. A 1 de cada 8 personas le pasó alguna vez.',
  }),
  'blood-pressure-milder': claim('M-EMO', 'fairly-sure', {
    en: 'Another center saw a smaller rise, about 3 points. In 684 drips none was stopped for blood pressure.',
    es: 'Otro centro vio una subida menor, de unos 3 puntos. De 684 sueros, ninguno se detuvo por la presión.',
  }),
  'sick-and-dizzy': claim('L-US', 'fairly-sure', {
    en: 'Some people feel sick, dizzy or very afraid, or get a headache. Most of this passes the same day. We treat it when it does not.',
    es: 'Algunas personas sienten náusea, mareo, mucho miedo o dolor de cabeza. Casi todo pasa el mismo día. Si no pasa, lo tratamos.',
  }),
  'blood-pressure-hours': claim('L-EU', 'sure', {
    en: 'After the spray, blood pressure can stay up for one to two hours.',
    es: 'Después del espray, la presión puede seguir alta de una a dos horas.',
  }),
  'spray-sick-counted': claim(
    'L-MAKER',
    'fairly-sure',
    {
      en: 'In trials of the spray with a tablet, 28 people in 100 felt sick, 29 were dizzy and 20 had a headache. With a sham spray it was 9, 8 and 17.',
      es: 'En ensayos del espray con un comprimido, 28 de cada 100 personas sintieron náusea, 29 mareo y 20 dolor de cabeza. Con un espray falso fueron 9, 8 y 17.',
    },
    trialCounts,
  ),
  'spray-high-counted': claim(
    'L-MAKER',
    'fairly-sure',
    {
      en: 'In trials of the spray with a tablet, 4 people in 100 felt very happy or high. With a sham spray it was 1.',
      es: 'En ensayos del espray con un comprimido, 4 de cada 100 personas se sintieron muy felices o eufóricas. Con un espray falso fue 1.',
    },
    trialCounts,
  ),
  'spray-fear-counted': claim(
    'L-MAKER',
    'fairly-sure',
    {
      en: 'In trials of the spray with a tablet, 13 people in 100 felt anxious. With a sham spray it was 6.',
      es: 'En ensayos del espray con un comprimido, 13 de cada 100 personas sintieron ansiedad. Con un espray falso fueron 6.',
    },
    trialCounts,
  ),
  breathing: claim('FDA-2023', 'sure', {
    en: 'Rarely, breathing slows or stops. The risk is higher at home with no one watching, and with other drugs that make you sleepy.',
    es: 'Pocas veces la respiración se hace lenta o se detiene. El riesgo es mayor en casa si nadie vigila y con otras sustancias que dan sueño.',
  }),
  'breathing-counted': claim('M-BMJ', 'fairly-sure', {
    en: 'In children put to sleep with larger doses, breathing stopped for a time in about 5 of 1,000. We know of no count for our doses.',
    es: 'En niños dormidos con dosis mayores, la respiración se detuvo un tiempo en unos 5 de cada 1000. No conocemos un recuento para nuestras dosis.',
  }),
  'home-case': claim('FDA-2023', 'sure', {
    en: 'The FDA told of one person whose breathing slowed after taking ketamine by mouth at home. The level in the blood was about twice that used for surgery.',
    es: 'La FDA contó el caso de una persona que respiraba lento tras tomar ketamina en casa. Tenía en la sangre cerca del doble de lo usado en cirugía.',
  }),
  'spray-sleepy': claim('L-US', 'sure', {
    en: 'With the spray, about half the people in studies got very sleepy. About 3 or 4 in 1,000 could not be woken for a time.',
    es: 'Con el espray, cerca de la mitad de las personas en los estudios tuvo mucho sueño. A unas 3 o 4 de cada 1000 no se las pudo despertar por un rato.',
  }),
  'spray-detached': claim('L-US', 'sure', {
    en: 'With the spray, 61 to 75 people in 100 felt cut off from their body or from the room. It wears off.',
    es: 'Con el espray, de 61 a 75 de cada 100 personas se sintieron lejos de su cuerpo o de la sala. Eso pasa.',
  }),
  'hard-waking': claim('K-USL', 'sure', {
    en: 'Waking from the large doses used in surgery, about 12 people in 100 have strange dreams, fear or confusion. Our doses are smaller. We have no number for them.',
    es: 'Al despertar de las dosis grandes de cirugía, unas 12 de cada 100 personas tienen sueños raros, miedo o confusión. Nuestras dosis son menores. No tenemos un número para ellas.',
  }),
  'waking-again': claim('K-USL', 'sure', {
    en: 'After the large doses used in surgery, such dreams or fear can come back within a day.',
    es: 'Tras las dosis grandes de cirugía, esos sueños o ese miedo pueden volver dentro de un día.',
  }),
  'days-after': claim('K-USL', 'sure', {
    en: 'Fear, low mood or odd thoughts can last days, and in some people weeks.',
    es: 'El miedo, el ánimo bajo o las ideas raras pueden durar días y, en algunas personas, semanas.',
  }),
  bladder: claim('C-CYST', 'fairly-sure', {
    en: 'Of people who use ketamine often outside care, more than 1 in 4 get bladder trouble. The first report after clinic care came in 2024.',
    es: 'De quienes usan ketamina a menudo fuera de la medicina, más de 1 de cada 4 tiene problemas de vejiga. El primer caso con uso médico se publicó en 2024.',
  }),
  'bladder-stopping': claim('C-CYST', 'fairly-sure', {
    en: 'Bladder trouble often eases once ketamine is stopped. Waiting too long can leave the bladder small.',
    es: 'Los problemas de vejiga suelen aliviarse al dejar la ketamina. Esperar demasiado puede dejar la vejiga pequeña.',
  }),
  liver: claim('K-USL', 'fairly-sure', {
    en: 'Used again and again, ketamine can harm the liver and the bile ducts.',
    es: 'Usada muchas veces, la ketamina puede dañar el hígado y las vías de la bilis.',
  }),
  misuse: claim('L-US', 'sure', {
    en: 'Ketamine can be misused, and some people come to want it more and more.',
    es: 'Se puede abusar de la ketamina, y algunas personas llegan a desearla cada vez más.',
  }),
  'misuse-counted': claim('K-KRF', 'experts-agree', {
    en: 'A group that trains clinics says misuse is rare there. The FDA asks for care all the same.',
    es: 'Un grupo que forma clínicas dice que allí el abuso es raro. La FDA pide cuidado de todos modos.',
  }),
  'young-people': claim('L-US', 'sure', {
    en: 'Medicines for depression can raise thoughts of suicide in people aged 24 and under. We watch for this and ask about it.',
    es: 'Las medicinas para la depresión pueden aumentar las ideas de suicidio hasta los 24 años. Lo vigilamos y preguntamos.',
  }),
  driving: claim('L-PDR', 'sure', {
    en: 'After the spray, no driving until the next day, after a night of sleep. We keep the same rule for all four ways.',
    es: 'Después del espray, no maneje hasta el día siguiente, tras dormir la noche. Usamos la misma regla para las cuatro formas.',
  }),
  'some-nothing': claim('K-SAN', 'experts-agree', {
    en: 'Some people feel better within a day. Some feel nothing. Some feel worse. Long-term results are not well known.',
    es: 'Algunas personas se sienten mejor en un día. Otras no sienten nada. Otras se sienten peor. A largo plazo se sabe poco.',
  }),
  'evidence-order': claim('K-CAN', 'experts-agree', {
    en: 'Experts in Canada find one drip well tested. They find more drips, and the other ways, less well tested. They place ketamine third in line, after other care.',
    es: 'Expertos de Canadá ven bien probado un solo suero. Ven menos probados los sueros repetidos y las otras formas. La ponen en tercer lugar, después de otros tratamientos.',
  }),
  'six-drips': claim('K-SIN', 'fairly-sure', {
    en: 'In one study, two drips a week did as well as three after two weeks.',
    es: 'En un estudio, dos sueros por semana dieron lo mismo que tres a las dos semanas.',
  }),
  'spray-schedule': claim('L-US', 'sure', {
    en: 'You get the spray twice a week for four weeks. Then it is once a week for four. Then it is every one or two weeks if it helps.',
    es: 'El espray se da dos veces por semana durante cuatro semanas, luego una vez por semana otras cuatro, y después cada una o dos semanas si ayuda.',
  }),
  'spray-two-hours': claim('R-SET', 'sure', {
    en: 'By rule a trained person watches you for at least two hours after the spray. Each visit is reported within seven days.',
    es: 'Por regla, una persona preparada le vigila al menos dos horas después del espray. Cada visita se informa en siete días.',
  }),
  'spray-food': claim('L-PDR', 'sure', {
    en: 'Before the spray: no food for two hours and no drinks for 30 minutes.',
    es: 'Antes del espray: nada de comida por dos horas y nada de bebida por 30 minutos.',
  }),
  'home-lozenges': claim('K-HUL', 'fairly-sure', {
    en: 'In 1,247 people who used lozenges at home with a guide on video, about 63 in 100 lowered their depression score by half. About 1 in 100 got worse. No one was compared with them.',
    es: 'De 1247 personas que usaron pastillas en casa con guía por video, unas 63 de cada 100 bajaron a la mitad su puntaje de depresión. Cerca de 1 de cada 100 empeoró. No hubo grupo para comparar.',
  }),
  'lozenge-absorbed': claim('P-SL', 'fairly-sure', {
    en: 'Of ketamine held under the tongue, about 30 parts in 100 reach the blood.',
    es: 'De la ketamina bajo la lengua, unas 30 partes de cada 100 llegan a la sangre.',
  }),
  'injection-absorbed': claim('P-RT', 'fairly-sure', {
    en: 'Of a shot in a muscle, about 93 parts in 100 reach the blood.',
    es: 'De una inyección en el músculo, unas 93 partes de cada 100 llegan a la sangre.',
  }),
  'spray-absorbed': claim('P-ESK', 'fairly-sure', {
    en: 'Of the spray, about 48 parts in 100 reach the blood. So the same number of milligrams is not the same dose by another way.',
    es: 'Del espray, unas 48 partes de cada 100 llegan a la sangre. Por eso los mismos miligramos no son la misma dosis por otra vía.',
  }),
  shape: claim('P-KAM', 'fairly-sure', {
    en: 'The curves are drawn from many studies of ketamine in the blood, made simpler. They show a common shape, not your own.',
    es: 'Las curvas salen de muchos estudios de ketamina en la sangre, simplificados. Muestran una forma común, no la suya.',
  }),
  nmda: claim('P-ZG', 'sure', {
    en: 'Ketamine blocks a docking place on nerve cells called the NMDA receptor.',
    es: 'La ketamina bloquea un punto de entrada de las células nerviosas llamado receptor NMDA.',
  }),
  'not-settled': claim('P-ZG', 'fairly-sure', {
    en: 'How that eases low mood is not settled. There are several ideas, and more than one may be true.',
    es: 'No está claro cómo eso alivia el ánimo bajo. Hay varias ideas y puede que más de una sea cierta.',
  }),
  'new-links': claim('P-ZG', 'fairly-sure', {
    en: 'In animals, links between nerve cells grow stronger after ketamine. How much of this happens in people is not known.',
    es: 'En animales, las uniones entre células nerviosas se hacen más fuertes tras la ketamina. No se sabe cuánto de eso pasa en las personas.',
  }),
  'not-for': claim('L-US', 'sure', {
    en: 'Some people must not have the spray. They have a weak, bulging blood vessel, or a tangle of them called an AVM. Or they had a bleed in the brain, or are allergic to it.',
    es: 'El espray no se debe dar a personas con un vaso sanguíneo débil y dilatado, con una malformación de vasos llamada MAV, con un sangrado previo en el cerebro o con alergia a él.',
  }),
  'need-a-doctor-first': claim('K-APNA', 'experts-agree', {
    en: 'Nurses who give ketamine say no, or not yet, to some people. That means in pregnancy, in psychosis or mania, and with a drug or drink problem now. It also means high blood pressure that is not under control.',
    es: 'Las enfermeras que dan ketamina dicen no, o todavía no, en el embarazo, la psicosis activa, la manía, la presión alta sin control y el consumo activo de drogas o alcohol.',
  }),
  benzodiazepines: claim('I-AND', 'fairly-sure', {
    en: 'Medicines like lorazepam may make ketamine work less well. Never stop one by yourself. That can be dangerous.',
    es: 'Medicinas como el lorazepam pueden hacer que la ketamina ayude menos. Nunca deje una por su cuenta. Puede ser peligroso.',
  }),
  'trauma-small': claim('E-FED', 'fairly-sure', {
    en: 'In 30 people with PTSD, six drips helped 67 in 100. A drug that only feels similar helped 20 in 100. For those it helped, it held about four weeks.',
    es: 'En 30 personas con TEPT, seis sueros ayudaron a 67 de cada 100. Una medicina que solo se siente parecida ayudó a 20 de cada 100. A quienes ayudó, les duró unas cuatro semanas.',
  }),
  'trauma-veterans': claim('E-ABD', 'fairly-sure', {
    en: 'In 158 veterans and soldiers with PTSD, ketamine did no better than salt water for PTSD. It did ease depression.',
    es: 'En 158 veteranos y soldados con TEPT, la ketamina no ayudó más que el agua con sal para el TEPT. Sí alivió la depresión.',
  }),
  anxiety: claim('E-WHI', 'fairly-sure', {
    en: 'For anxiety there are only six small trials. Four of them found some help.',
    es: 'Para la ansiedad solo hay seis ensayos pequeños. Cuatro hallaron alguna ayuda.',
  }),
  'ocd-addiction': claim('E-MAR', 'fairly-sure', {
    en: 'For OCD and for addiction there are many small studies. Solid proof is still missing.',
    es: 'Para el TOC y las adicciones hay muchos estudios pequeños. Todavía faltan pruebas sólidas.',
  }),
  pain: claim('K-PAIN', 'experts-agree', {
    en: 'For long-lasting pain, US pain doctors see some support for drips. The proof is mixed and differs by the kind of pain.',
    es: 'Para el dolor de largo plazo, los médicos del dolor de EE. UU. ven cierto apoyo a los sueros. Las pruebas son mixtas y cambian según el tipo de dolor.',
  }),
  'injection-stay': claim('K-KRF', 'experts-agree', {
    en: 'A group that trains clinics asks you to stay two hours after an injection or a lozenge. It says three is better.',
    es: 'Un grupo que forma clínicas pide dos horas de espera tras una inyección o una pastilla, y dice que tres es mejor.',
  }),
} as const satisfies Readonly<Record<string, Claim>>;

export type ClaimId = keyof typeof claims;

export function claimOf(id: ClaimId): Claim {
  return claims[id];
}

export function isClaimId(text: string): text is ClaimId {
  return Object.hasOwn(claims, text);
}

/** Past its day a claim may still be true, but nobody has said so lately. */
export function isBeingReadAgain(reviewBy: LocalDate, today: LocalDate): boolean {
  return today > reviewBy;
}
