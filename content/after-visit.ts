// What to do tonight, in the reader's language: the same words on paper, on the patient's phone and the companion's.
// Sources: clinical discharge practice (driving until the next day after sleep is the label rule for the nasal spray and
// the safe default for every route). Example text until a named clinician approves it.

const english: readonly string[] = [
  'Do not drive, ride a bike or use machines until tomorrow, after a night of sleep.',
  'Have someone with you tonight. Take the stairs slowly.',
  'Drink water. Eat a small, plain meal when you feel like it.',
  'No alcohol, no cannabis and no sleeping tablets that your prescriber has not agreed to.',
  'Do not sign papers or make big choices today.',
  'You do not need to explain what you saw or felt. It can wait.',
  'Call us if you are sick more than twice, have a bad headache, chest pain, trouble breathing, or feel afraid and it does not ease.',
];

const spanish: readonly string[] = [
  'No maneje, no use bicicleta ni máquinas hasta mañana, después de dormir la noche.',
  'Tenga a alguien con usted esta noche. Suba y baje escaleras despacio.',
  'Tome agua. Coma algo ligero cuando tenga ganas.',
  'Nada de alcohol, cannabis ni pastillas para dormir que su médico no haya aceptado.',
  'Hoy no firme papeles ni tome decisiones grandes.',
  'No tiene que explicar lo que vio o sintió. Puede esperar.',
  'Llámenos si vomita más de dos veces, si tiene mucho dolor de cabeza, dolor en el pecho, le cuesta respirar, o si tiene miedo y no pasa.',
];

export function afterVisitInstructions(language: 'en' | 'es'): string[] {
  return [...(language === 'es' ? spanish : english)];
}
