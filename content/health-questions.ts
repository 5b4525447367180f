// The health questions in Spanish, written by hand beside the English of each condition.

export const historyQuestionsInSpanish: Readonly<Record<string, string>> = {
  'aneurysmal-vascular-disease': '¿Le encontró un médico un bulto en un vaso sanguíneo (un aneurisma)?',
  'arteriovenous-malformation': '¿Le hablaron de un ovillo de vasos sanguíneos (malformación arteriovenosa)?',
  'intracerebral-haemorrhage': '¿Ha tenido alguna vez un sangrado en el cerebro?',
  hypersensitivity: '¿Ha tenido alguna vez una reacción alérgica a la ketamina o la esketamina?',
  'major-cardiovascular-event-within-6-weeks':
    'En las últimas seis semanas, ¿tuvo un infarto, un derrame cerebral u otro problema grave del corazón?',
  'uncontrolled-hypertension': '¿Tiene la presión alta aun con tratamiento?',
  'unstable-heart-disease':
    '¿Tiene dolor de pecho en reposo, insuficiencia cardíaca o una enfermedad del corazón que no está estable?',
  stroke: '¿Ha tenido alguna vez un derrame cerebral?',
  'raised-intracranial-pressure': '¿Le dijeron que tiene la presión alta dentro de la cabeza?',
  'raised-eye-pressure': '¿Tiene glaucoma, o una herida en el ojo que no ha sanado?',
  'migraine-with-aura':
    'Antes o durante un dolor de cabeza, ¿ve a veces zigzags, destellos o manchas ciegas (un aura)?',
  'psychosis-now': '¿Oye o ve cosas que otros no, o le dijeron que tiene esquizofrenia?',
  'psychosis-past': '¿Le pasó eso en el pasado?',
  'mania-now': '¿Está ahora con el ánimo muy alto o acelerado, o tiene trastorno bipolar sin tratamiento?',
  'bipolar-treated': '¿Tiene trastorno bipolar y toma un estabilizador del ánimo?',
  'substance-use-now': '¿El alcohol, la marihuana u otras drogas le causan problemas ahora?',
  'substance-use-past': '¿Se los causaron en el pasado, o ha usado ketamina por su cuenta?',
  'severe-liver-disease': '¿Tiene una enfermedad grave del hígado?',
  'moderate-liver-disease': '¿Tiene alguna otra enfermedad del hígado?',
  'untreated-hyperthyroidism': '¿Tiene la tiroides muy activa y sin tratar?',
  'severe-lung-disease': '¿Tiene una enfermedad grave del pulmón, como EPOC grave?',
  'sleep-apnoea': '¿Deja de respirar mientras duerme?',
  'irregular-heartbeat': '¿Tiene el pulso irregular, muy lento o muy rápido?',
  'head-injury': '¿Tuvo hace poco un golpe en la cabeza, o uno que todavía nota?',
  porphyria: '¿Tiene porfiria?',
  'bladder-trouble': '¿Tiene a menudo dolor, ardor o sangre al orinar?',
  'uncontrolled-seizures': '¿Tiene convulsiones que no están controladas?',
  'bad-reaction': '¿Le dieron ketamina antes y salió mal?',
  'dissociative-disorder': '¿Le dijeron que tiene un trastorno disociativo?',
  'acute-suicidality': '¿Piensa en acabar con su vida?',
};
