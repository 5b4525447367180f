// Where each kind of code comes from, as the standards name it. SNOMED CT is left out on purpose: its licence differs by
// country, and none of what we exchange needs it.

export const codeSystems = {
  loinc: 'http://loinc.org',
  ucum: 'http://unitsofmeasure.org',
  rxnorm: 'http://www.nlm.nih.gov/research/umls/rxnorm',
  icd10cm: 'http://hl7.org/fhir/sid/icd-10-cm',
  cpt: 'http://www.ama-assn.org/go/cpt',
} as const;
