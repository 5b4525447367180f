// What the parts of the body are called, and the medicines people take against headaches.

import type { BodyPart, BodyView } from '#clinical/pathways/body-parts.ts';
import type { HeadacheMedicineKind } from '#clinical/pathways/headache-days.ts';
import type { Words } from './language.ts';

export const viewNames: Readonly<Record<BodyView, Words>> = {
  front: { en: 'Front', es: 'Frente' },
  back: { en: 'Back', es: 'Espalda' },
};

export const partNames: Readonly<Record<BodyPart, Words>> = {
  head: { en: 'head', es: 'cabeza' },
  neck: { en: 'neck', es: 'cuello' },
  'right-shoulder': { en: 'right shoulder', es: 'hombro derecho' },
  'left-shoulder': { en: 'left shoulder', es: 'hombro izquierdo' },
  trunk: { en: 'upper body', es: 'tronco' },
  waist: { en: 'belly or lower back', es: 'vientre o espalda baja' },
  hips: { en: 'hips', es: 'caderas' },
  'right-arm': { en: 'right upper arm', es: 'brazo derecho' },
  'left-arm': { en: 'left upper arm', es: 'brazo izquierdo' },
  'right-forearm': { en: 'right forearm', es: 'antebrazo derecho' },
  'left-forearm': { en: 'left forearm', es: 'antebrazo izquierdo' },
  'right-hand': { en: 'right hand', es: 'mano derecha' },
  'left-hand': { en: 'left hand', es: 'mano izquierda' },
  'right-thigh': { en: 'right thigh', es: 'muslo derecho' },
  'left-thigh': { en: 'left thigh', es: 'muslo izquierdo' },
  'right-shin': { en: 'right lower leg', es: 'pierna derecha' },
  'left-shin': { en: 'left lower leg', es: 'pierna izquierda' },
  'right-foot': { en: 'right foot', es: 'pie derecho' },
  'left-foot': { en: 'left foot', es: 'pie izquierdo' },
};

export const headacheMedicineNames: Readonly<Record<HeadacheMedicineKind, Words>> = {
  triptan: { en: 'A triptan, such as sumatriptan', es: 'Un triptán, como sumatriptán' },
  ergot: { en: 'Ergotamine', es: 'Ergotamina' },
  opioid: { en: 'An opioid, such as codeine', es: 'Un opioide, como codeína' },
  combination: {
    en: 'A mix in one pill, with caffeine for example',
    es: 'Una mezcla en una pastilla, con cafeína por ejemplo',
  },
  simple: {
    en: 'Ibuprofen, aspirin, acetaminophen or similar',
    es: 'Ibuprofeno, aspirina, paracetamol o similar',
  },
  other: { en: 'Something else', es: 'Otra cosa' },
};
