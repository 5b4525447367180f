// Parts of the example consents in Spanish that are the same on every route, written by hand beside the English.

import type { ConsentSection } from './edition.ts';

export const estoEsUnEjemplo: ConsentSection = {
  heading: 'Esto es un ejemplo',
  text: 'Este texto muestra lo que una clínica puede pedirle que firme. Ningún profesional lo ha aprobado. Su clínica debe usar su propio texto.',
};

export const fueraDeFicha: ConsentSection = {
  heading: 'No está aprobado para esto',
  text: 'La FDA no ha aprobado la ketamina para el ánimo bajo, el miedo o el dolor de la mente. Los médicos pueden darla de todos modos. Eso se llama uso fuera de ficha. A unas personas les ayuda y a otras no. A muchas se les pasa en días o semanas. Nadie puede decirle ahora si le ayudará.',
};

export const otrosCaminos: ConsentSection = {
  heading: 'Otros caminos',
  text: 'Hay otras formas de recibir ayuda. La terapia hablada, otras medicinas, o no hacer nada nuevo por ahora son algunas. Pregúntenos por ellas. No tiene que elegir esta.',
};

export const loQuePuedeSalirMal: ConsentSection = {
  heading: 'Lo que puede salir mal',
  text: 'Es probable que le suba la presión por un rato. Puede tener náuseas, mareo, mucho miedo o dolor de cabeza. Casi todo termina el mismo día. Rara vez la respiración se hace lenta o el corazón se esfuerza, y llamamos a una ambulancia. Usada a menudo, la ketamina puede dañar la vejiga y el hígado. Algunas personas llegan a quererla demasiado. Díganos si orina más, si le arde, o si quiere más de la droga.',
};

export const diganosAntes: ConsentSection = {
  heading: 'Díganos antes',
  text: 'Díganos cada medicina, pastilla y bebida que toma. Díganos si hay o puede haber un embarazo. Díganos de su corazón, de su presión, y de cada vez que oyó o vio cosas que no estaban. Si lo calla, la dosis puede no ser segura.',
};

export const manejarYElRestoDelDia: ConsentSection = {
  heading: 'Manejar y el resto del día',
  text: 'No maneje hasta mañana, después de dormir toda la noche. Lo mismo vale para máquinas, escaleras y decisiones grandes. Una persona adulta de confianza tiene que llevarle a casa. Si nadie puede venir, no empezamos.',
};

export const quienVeQue: ConsentSection = {
  heading: 'Quién ve qué',
  text: 'Su equipo ve su historia de salud. Recepción ve su nombre, sus horas y cómo va el día. Quien le lleva ve cuándo venir y cómo va el día, y nada de su salud. Lo que escribe para usted es suyo. Nadie lo lee si usted no lo muestra, y puede recuperarlo. Puede ver quién miró su historia.',
};

export const siNosNecesita: ConsentSection = {
  heading: 'Si nos necesita',
  text: 'Llame a la clínica con cualquier pregunta, antes o después. El número está en cada página. Si podría hacerse daño, si no respira bien o si le duele el pecho, llame ahora al número de emergencias. No nos espere.',
};

export const loQueDiceSuNombre: ConsentSection = {
  heading: 'Lo que dice su nombre',
  text: 'Con su nombre usted dice: leí esto o me lo leyeron. Pude preguntar lo que quería. Digo que sí a este cuidado por ahora. Sé que puedo retirar mi sí en cualquier momento.',
};
