// The bibliography. Every rule and every number in a protocol edition names its source by one of these ids, so a
// clinician can walk from a line on a gate sheet to the page it came from.

/**
 * How well a fact is known. V: read in a primary source. V2: read in a secondary page of limited authority.
 * G: general clinical knowledge, no source opened, to be checked before clinical use. H: a house rule of this
 * project, chosen so that the software gives one answer; not a published fact.
 */
export type Confidence = 'V' | 'V2' | 'G' | 'H';

export const sources = {
  'L-MED': 'Medscape drug monograph, Spravato (esketamine intranasal)',
  'L-LEXI': 'Lexi/UpToDate esketamine monograph, 2025 edition',
  'L-PDR': 'PDR drug summaries, Spravato and Ketalar',
  'L-US': 'US prescribing information for esketamine nasal spray, sections 4 and 5',
  'L-EU': 'EU package leaflet for esketamine nasal spray, 2022; UK and Hong Kong label pages',
  'L-HCP': 'Spravato dosing page for healthcare professionals',
  'L-ORA': 'Digests of labels and guidelines, droracle.ai (secondary)',
  'L-NDC': 'openFDA NDC entry 50458-028, esketamine nasal spray',
  'R-FDA': 'FDA REMS public page for Spravato (REMS 386)',
  'R-SET': 'Spravato REMS pages for outpatient and inpatient settings and for patients',
  'R-PMF21': 'Spravato REMS Patient Monitoring Form, revision 11/2021',
  'R-PMFV': 'Manufacturer video transcript on the Spravato monitoring form',
  'R-HCS': 'Spravato REMS Outpatient Healthcare Setting Enrollment Form, 08/2020',
  'R-EHR': 'Spravato REMS checklists by software vendors, 2026 (secondary)',
  'K-SAN': 'Sanacora et al. 2017, JAMA Psychiatry, consensus statement on ketamine (abstract)',
  'K-CAN': 'Swainson et al. 2021, CANMAT ketamine recommendations (abstract)',
  'K-MCI': 'McIntyre et al. 2021, American Journal of Psychiatry, international opinion (abstract)',
  'K-AN17': 'Andrade 2017, Journal of Clinical Psychiatry, ketamine for depression: dose, session, duration',
  'K-AN19': 'Andrade 2019, Journal of Clinical Psychiatry, oral ketamine practical considerations',
  'K-SIN': 'Singh et al. 2016, American Journal of Psychiatry, twice against three times weekly ketamine',
  'K-FAV': 'Fava et al. 2018, Molecular Psychiatry, ketamine dose finding',
  'K-KRF': 'Wolfson and Braunstein, Ketamine Research Foundation practice guidelines',
  'K-HUL': 'Hull et al. 2022, Journal of Affective Disorders, telehealth sublingual ketamine cohort',
  'K-PAIN': 'ASRA/AAPM/ASA consensus 2018, intravenous ketamine for chronic pain',
  'K-ASA': 'ASA statement on ketamine clinics; ASA fasting guideline; GLP-1 guidance 2023 and 2024',
  'K-APNA': 'American Psychiatric Nurses Association ketamine checklist',
  'K-ED': 'Emergency-department ketamine trial protocol, PMC10812090',
  'K-UK': 'UK Ketalar product characteristics; ACEP ketamine sedation guideline',
  'K-USL': 'US ketamine injection label, warnings and interactions',
  'K-DOR':
    'Dore et al. 2019, Journal of Psychoactive Drugs, ketamine-assisted psychotherapy practices (abstract)',
  'K-KTC': 'Ketamine Training Center, letter on at-home use, 2020',
  'K-NZ': 'New Zealand mental-health service guideline on ketamine, PMC10594164',
  'P-KAM': 'Kamp et al. 2020, Clinical Pharmacokinetics, ketamine population pharmacokinetics',
  'P-ESK': 'Esketamine pharmacokinetic summary',
  'P-ZAN': 'Zanos et al. 2018, Pharmacological Reviews, table of ketamine concentrations',
  'P-SL': 'Rolan 2014, sublingual ketamine wafer; Chong 2006 and 2009, sublingual against oral ketamine',
  'P-FAN': 'Fanta 2015, model of oral S-ketamine',
  'P-RT': 'Tables of ketamine absorption by route (secondary)',
  'I-VER':
    'Veraart et al. 2021, International Journal of Neuropsychopharmacology, ketamine drug interactions',
  'I-AND': 'Andrashko et al. 2020, benzodiazepine dose and ketamine response',
  'I-CYP': 'Oral and intravenous S-ketamine interaction studies (Turku group)',
  'I-WIL': 'Williams et al. 2018, American Journal of Psychiatry, naltrexone before ketamine',
  'I-JC': 'Journey Clinical medication guideline',
  'I-KLA':
    'Practice pages: Ketamine Clinics Los Angeles, findketamine.com, Mindbloom, Wells Medicine, Invita',
  'I-MTL': 'Montreal model paper, Frontiers, by way of a digest',
  'M-EMO': 'Emory infusion series, 684 infusions',
  'M-YALE': 'Yale infusion series, 2342 infusions in 138 people',
  'M-SZA': 'Szarmach et al., vital signs during ketamine infusion',
  'M-YIP': 'Yip 2022, review of blood pressure guidance (abstract)',
  'M-MOAA': 'BMC Anesthesiology 2022, table of the MOAA/S scale',
  'M-ALD': 'Aldrete score calculators; Italian day-surgery table; Chung 1995, PADSS',
  'M-DRV': 'van de Loo 2017 and Hayley 2018, driving after ketamine and esketamine',
  'M-CADSS': 'Bremner 2014, CADSS instructions; paper deriving the CADSS-6',
  'M-BMJ': 'BMJ Open meta-analysis of sedation events in paediatric emergency departments',
  'Q-CAM': 'CamCOPS task documentation and code: scoring and licences',
  'Q-USC': 'US Core and HL7 example resources; LOINC',
  'Q-OTH': 'Kounali 2020; Toussaint 2020; Reed 2023 and others on change in questionnaires',
  'Q-CSSRS': 'Columbia screener triage as printed in clinical calculators (secondary)',
  'Q-PHQ': 'Patient Health Questionnaire, PHQ-9 and GAD-7 forms, phqscreeners.com',
  'Q-AWELL': 'Public PCL-5 scoring notes (awell-score)',
  'Q-DAST': 'Comorbidity Guidelines, appendix W, DAST-10; NIDA common data element 3254089',
  'Q-MEQ': 'MEQ-30: Barrett 2015 (abstract), McCulloch 2022, and a scoring card (secondary)',
  'Q-ICHD':
    'International Classification of Headache Disorders, 3rd edition, 8.2, as printed by the Canadian Headache Society',
  'Q-PPS': 'McAlpine 2024, Scientific Reports 14:3280, Psychedelic Preparedness Scale',
  'Q-INT': 'Frymann 2022, Frontiers, integration scales',
  'Q-KSET': 'Short et al. 2020 and KSET-R 2024/25, Ketamine Side Effect Tool',
  'C-988': '988 Lifeline pages of the United States and Canada; SAMHSA helpline',
  'C-CTL':
    'Crisis Text Line, notes of 15 October 2021 and 16 October 2023: AYUDA to 741741 leads to someone who answers in Spanish',
  'C-CYST': 'Chang 2024, BMC Psychiatry, cystitis in therapeutic use; Cotter 2021, liver and bile',
  'C-BPS': 'O’Leary 1997 (abstract) and Sirinian 2005, interstitial cystitis indices',
  'C-PLAN':
    'Stanley and Brown 2012, Cognitive and Behavioral Practice 19, safety planning: what a plan covers and in which order',
  'N-PRAC': 'Practice pages of clinics and home services: preparation, home rules and discharge sheets',
  'W-TELE': '90 FR 61301, fourth temporary extension of telemedicine flexibilities',
  'W-CFR': '21 CFR 1301.76, 1304.04, 1304.11, 1304.21 and 1304.22; DEA pages',
  'W-STATE': 'State rules: Wisconsin Med 17.05, Iowa 481-553.5, South Carolina; state licensure pages',
  'W-BILL': 'Payer and coding guides; CMS article A59250 (secondary for code changes)',
  'W-ICD': 'CMS ICD-10-CM list of 2018',
  'A-ATC': 'WHO ATC index extract dated 2026-04-25',
  'A-RX': 'CPIC drug list with RxNorm ids; other public code lists',
  'A-OPI': 'CDC/CQF opioid-prescribing value sets (brand names)',
  'T-GEN': 'Textbook and general clinical knowledge; no single source opened',
  'H-HOUSE': 'House rule of this project, to be approved or changed by the clinic',
  'O-CLINIC': 'Decision of the clinic, answered for by the clinician who signed the protocol',
} as const;

export type SourceId = keyof typeof sources;
