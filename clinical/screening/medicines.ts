// Medicines people bring, as data: generic name, class, brand names, codes, and how sure each is. One class per
// medicine decides which interaction is asked about; traits add what the class does not say. A name that is not here is
// unknown, never harmless.

import type { Confidence } from '#clinical/sources.ts';

export type MedicineClass =
  | 'ketamine-self'
  | 'benzodiazepine'
  | 'z-hypnotic'
  | 'orexin-antagonist'
  | 'opioid'
  | 'opioid-antagonist'
  | 'gabapentinoid'
  | 'other-cns-depressant'
  | 'alcohol'
  | 'cannabis'
  | 'maoi'
  | 'psychostimulant'
  | 'sympathomimetic-decongestant'
  | 'nasal-decongestant'
  | 'nasal-corticosteroid'
  | 'lamotrigine'
  | 'lithium'
  | 'cyp3a4-inhibitor'
  | 'cyp3a4-inducer'
  | 'cyp2b6-inhibitor'
  | 'xanthine'
  | 'nmda-antagonist'
  | 'thyroid-hormone'
  | 'vasopressin-analogue'
  | 'ergot'
  | 'antipsychotic'
  | 'alpha2-agonist'
  | 'antihypertensive-rescue'
  | 'glp1-ra'
  | 'antiemetic-rescue'
  | 'antidepressant-compatible';

export type MedicineTrait =
  | 'barbiturate'
  | 'lowers-seizure-threshold'
  | 'raises-blood-pressure'
  | 'lowers-blood-pressure'
  | 'sedating'
  | 'hidden-maoi'
  | 'mild-inducer'
  | 'opioid-antagonism'
  | 'little-concern';

export type Medicine = {
  readonly generic: string;
  /** Undefined: listed only because a combination contains it. */
  readonly class: MedicineClass | undefined;
  readonly traits: readonly MedicineTrait[];
  /** Read in value sets or labels. */
  readonly brandsRead: readonly string[];
  /** From general knowledge. */
  readonly brandsKnown: readonly string[];
  /** Brands given as a long-acting shot or implant: weeks after the last dose it still acts and cannot be held. */
  readonly depotBrands: readonly string[];
  /** From the ATC index extract, source A-ATC, confidence V. */
  readonly atc: readonly string[];
  readonly rxcui: { readonly code: string; readonly confidence: Confidence } | undefined;
  readonly note: string | undefined;
};

type Row = Partial<Omit<Medicine, 'generic' | 'class' | 'rxcui' | 'brandsRead' | 'brandsKnown'>> & {
  readonly read?: readonly string[];
  readonly known?: readonly string[];
  readonly rxcui?: readonly [string, Confidence];
};

function medicine(generic: string, medicineClass: MedicineClass | undefined, row: Row): Medicine {
  return {
    generic,
    class: medicineClass,
    traits: row.traits ?? [],
    brandsRead: row.read ?? [],
    brandsKnown: row.known ?? [],
    depotBrands: row.depotBrands ?? [],
    atc: row.atc ?? [],
    rxcui: row.rxcui && { code: row.rxcui[0], confidence: row.rxcui[1] },
    note: row.note,
  };
}

export const medicines: readonly Medicine[] = [
  medicine('ketamine', 'ketamine-self', {
    known: ['Ketalar'],
    atc: ['N01AX03'],
    rxcui: ['6130', 'V2'],
    note: 'other ketamine source = duplicate therapy',
  }),
  medicine('esketamine', 'ketamine-self', {
    read: ['Spravato'],
    atc: ['N06AX27', 'N01AX14'],
    rxcui: ['2119365', 'G'],
  }),
  medicine('alprazolam', 'benzodiazepine', { read: ['Xanax'], atc: ['N05BA12'], rxcui: ['596', 'G'] }),
  medicine('chlordiazepoxide', 'benzodiazepine', {
    read: ['Librax'],
    known: ['Librium'],
    atc: ['N05BA02'],
    rxcui: ['2356', 'G'],
    note: 'Librax = with clidinium',
  }),
  medicine('clobazam', 'benzodiazepine', {
    read: ['Onfi', 'Sympazan'],
    atc: ['N05BA09'],
    rxcui: ['21241', 'V'],
  }),
  medicine('clonazepam', 'benzodiazepine', {
    read: ['Klonopin'],
    atc: ['N03AE01'],
    rxcui: ['2598', 'G'],
    note: 'ATC sits in antiepileptics, not N05BA: a prefix test on N05BA misses it',
  }),
  medicine('clorazepate', 'benzodiazepine', { read: ['Tranxene'], atc: ['N05BA05'] }),
  medicine('diazepam', 'benzodiazepine', {
    read: ['Valium', 'Diastat', 'Valtoco', 'Libervant'],
    atc: ['N05BA01'],
    rxcui: ['3322', 'V'],
  }),
  medicine('estazolam', 'benzodiazepine', { known: ['Prosom'], atc: ['N05CD04'] }),
  medicine('flurazepam', 'benzodiazepine', { known: ['Dalmane'], atc: ['N05CD01'] }),
  medicine('lorazepam', 'benzodiazepine', {
    read: ['Ativan', 'Loreev'],
    atc: ['N05BA06'],
    rxcui: ['6470', 'G'],
  }),
  medicine('midazolam', 'benzodiazepine', {
    read: ['Nayzilam', 'Seizalam'],
    known: ['Versed'],
    atc: ['N05CD08'],
    rxcui: ['6960', 'V'],
  }),
  medicine('oxazepam', 'benzodiazepine', { known: ['Serax'], atc: ['N05BA04'], rxcui: ['7781', 'V'] }),
  medicine('quazepam', 'benzodiazepine', { read: ['Doral'], atc: ['N05CD10'] }),
  medicine('remimazolam', 'benzodiazepine', { read: ['Byfavo'], atc: ['N05CD14'] }),
  medicine('temazepam', 'benzodiazepine', { read: ['Restoril'], atc: ['N05CD07'], rxcui: ['10355', 'G'] }),
  medicine('triazolam', 'benzodiazepine', { read: ['Halcion'], atc: ['N05CD05'], rxcui: ['10767', 'G'] }),
  medicine('zolpidem', 'z-hypnotic', {
    known: ['Ambien', 'Edluar', 'Intermezzo'],
    atc: ['N05CF02'],
    rxcui: ['39993', 'G'],
  }),
  medicine('eszopiclone', 'z-hypnotic', { known: ['Lunesta'], atc: ['N05CF04'], rxcui: ['461016', 'G'] }),
  medicine('zaleplon', 'z-hypnotic', { known: ['Sonata'], atc: ['N05CF03'], rxcui: ['74667', 'G'] }),
  medicine('zopiclone', 'z-hypnotic', { known: ['Imovane'], atc: ['N05CF01'], note: 'not US' }),
  medicine('suvorexant', 'orexin-antagonist', { known: ['Belsomra'], atc: ['N05CJ01'] }),
  medicine('lemborexant', 'orexin-antagonist', { known: ['Dayvigo'], atc: ['N05CJ02'] }),
  medicine('daridorexant', 'orexin-antagonist', { known: ['Quviviq'], atc: ['N05CJ03'] }),
  medicine('oxycodone', 'opioid', {
    read: [
      'OxyContin',
      'Xtampza',
      'Roxybond',
      'Roxicodone',
      'Oxaydo',
      'Percocet',
      'Endocet',
      'Nalocet',
      'Prolate',
    ],
    atc: ['N02AA05'],
    rxcui: ['7804', 'V'],
  }),
  medicine('hydrocodone', 'opioid', {
    read: ['Norco', 'Lortab', 'Lorcet', 'Hycet', 'Zohydro', 'Hysingla', 'Apadaz'],
    known: ['Vicodin'],
    atc: ['R05DA03'],
    rxcui: ['5489', 'G'],
    note: 'Apadaz = benzhydrocodone prodrug',
  }),
  medicine('hydromorphone', 'opioid', { read: ['Dilaudid'], atc: ['N02AA03'], rxcui: ['3423', 'G'] }),
  medicine('oxymorphone', 'opioid', { known: ['Opana'], atc: ['N02AA11'], rxcui: ['7814', 'G'] }),
  medicine('morphine', 'opioid', {
    read: ['MS Contin', 'Kadian', 'Arymo'],
    atc: ['N02AA01'],
    rxcui: ['7052', 'V'],
  }),
  medicine('codeine', 'opioid', {
    read: ['Tylenol with Codeine', 'Fioricet with Codeine'],
    atc: ['R05DA04'],
    rxcui: ['2670', 'V'],
  }),
  medicine('fentanyl', 'opioid', {
    read: ['Actiq', 'Fentora', 'Subsys', 'Lazanda', 'Abstral'],
    known: ['Duragesic'],
    atc: ['N01AH01', 'N02AB03'],
    rxcui: ['4337', 'V'],
  }),
  medicine('sufentanil', 'opioid', { read: ['Dsuvia'] }),
  medicine('alfentanil', 'opioid', { rxcui: ['480', 'V'] }),
  medicine('tramadol', 'opioid', {
    read: ['Ultram', 'ConZip', 'Qdolo', 'Ultracet', 'Seglentis'],
    atc: ['N02AX02'],
    rxcui: ['10689', 'V'],
    traits: ['lowers-seizure-threshold'],
    note: 'also serotonergic and seizure risk',
  }),
  medicine('tapentadol', 'opioid', { read: ['Nucynta'], atc: ['N02AX06'] }),
  medicine('methadone', 'opioid', {
    read: ['Dolophine', 'Methadose', 'Diskets'],
    atc: ['N07BC02'],
    rxcui: ['6813', 'V'],
  }),
  medicine('meperidine', 'opioid', { read: ['Demerol'], atc: ['N02AB02'], note: 'INN pethidine' }),
  medicine('butorphanol', 'opioid', { known: ['Stadol'], atc: ['N02AF01'] }),
  medicine('buprenorphine', 'opioid', {
    read: ['Belbuca', 'Butrans', 'Suboxone', 'Zubsolv', 'Bunavail', 'Probuphine'],
    known: ['Sublocade', 'Subutex'],
    depotBrands: ['Sublocade', 'Probuphine'],
    atc: ['N02AE01', 'N07BC01'],
    rxcui: ['1819', 'G'],
    note: 'partial agonist; Suboxone, Zubsolv, Bunavail also contain naloxone',
  }),
  medicine('naltrexone', 'opioid-antagonist', {
    known: ['Revia', 'Vivitrol', 'Contrave'],
    depotBrands: ['Vivitrol'],
    atc: ['N07BB04'],
    rxcui: ['7243', 'V'],
    note: 'Vivitrol = monthly depot, cannot be held; Contrave = with bupropion',
  }),
  medicine('naloxone', 'opioid-antagonist', {
    known: ['Narcan'],
    atc: ['V03AB15', 'A06AH04'],
    rxcui: ['7242', 'V'],
  }),
  medicine('gabapentin', 'gabapentinoid', {
    known: ['Neurontin', 'Gralise', 'Horizant'],
    atc: ['N02BF01'],
    rxcui: ['25480', 'G'],
  }),
  medicine('pregabalin', 'gabapentinoid', { known: ['Lyrica'], atc: ['N02BF02'], rxcui: ['187832', 'G'] }),
  medicine('carisoprodol', 'other-cns-depressant', {
    known: ['Soma'],
    atc: ['M03BA02'],
    rxcui: ['2101', 'V'],
  }),
  medicine('baclofen', 'other-cns-depressant', { known: ['Lioresal'], atc: ['M03BX01'] }),
  medicine('cyclobenzaprine', 'other-cns-depressant', { known: ['Flexeril'], atc: ['M03BX08'] }),
  medicine('tizanidine', 'other-cns-depressant', {
    known: ['Zanaflex'],
    atc: ['M03BX02'],
    traits: ['lowers-blood-pressure'],
    note: 'alpha-2 agonist: also lowers BP',
  }),
  medicine('sodium oxybate', 'other-cns-depressant', {
    known: ['Xyrem', 'Xywav'],
    atc: ['N07XX04', 'N01AX11'],
  }),
  medicine('hydroxyzine', 'other-cns-depressant', { known: ['Vistaril', 'Atarax'], atc: ['N05BB01'] }),
  medicine('diphenhydramine', 'other-cns-depressant', { known: ['Benadryl'], atc: ['R06AA02'] }),
  medicine('doxepin', 'other-cns-depressant', {
    known: ['Silenor'],
    rxcui: ['3638', 'V'],
    note: 'low dose hypnotic; tricyclic',
  }),
  medicine('phenobarbital', 'other-cns-depressant', {
    atc: ['N03AA02'],
    rxcui: ['8134', 'G'],
    traits: ['barbiturate'],
    note: 'barbiturate; also inducer; IV incompatible with ketamine in one syringe',
  }),
  medicine('primidone', 'other-cns-depressant', {
    known: ['Mysoline'],
    atc: ['N03AA03'],
    traits: ['barbiturate'],
  }),
  medicine('ramelteon', 'other-cns-depressant', {
    known: ['Rozerem'],
    atc: ['N05CH02'],
    traits: ['little-concern'],
    note: 'melatonin agonist, low concern',
  }),
  medicine('ethanol', 'alcohol', { rxcui: ['448', 'V'] }),
  medicine('cannabis', 'cannabis', { atc: ['N02BG10'], note: 'ATC name: cannabinoids' }),
  medicine('dronabinol', 'cannabis', { known: ['Marinol'], atc: ['A04AD10'] }),
  medicine('nabilone', 'cannabis', { known: ['Cesamet'], atc: ['A04AD11'] }),
  medicine('cannabidiol', 'cannabis', {
    known: ['Epidiolex'],
    atc: ['N03AX24'],
    note: 'CYP3A4/2C19 inhibitor properties (general)',
  }),
  medicine('phenelzine', 'maoi', {
    known: ['Nardil'],
    atc: ['N06AF03'],
    rxcui: ['8123', 'G'],
    note: 'irreversible',
  }),
  medicine('tranylcypromine', 'maoi', {
    known: ['Parnate'],
    atc: ['N06AF04'],
    rxcui: ['10734', 'G'],
    note: 'irreversible',
  }),
  medicine('isocarboxazid', 'maoi', {
    known: ['Marplan'],
    atc: ['N06AF01'],
    rxcui: ['6011', 'G'],
    note: 'irreversible',
  }),
  medicine('selegiline', 'maoi', {
    known: ['Emsam', 'Zelapar', 'Eldepryl'],
    atc: ['N04BD01'],
    rxcui: ['9639', 'G'],
    note: 'MAO-B; Emsam patch loses selectivity at higher dose',
  }),
  medicine('rasagiline', 'maoi', { known: ['Azilect'], atc: ['N04BD02'], note: 'MAO-B' }),
  medicine('safinamide', 'maoi', { known: ['Xadago'], atc: ['N04BD03'], note: 'MAO-B, reversible' }),
  medicine('moclobemide', 'maoi', {
    known: ['Manerix', 'Aurorix'],
    atc: ['N06AG02'],
    note: 'reversible; not US',
  }),
  medicine('linezolid', 'maoi', {
    known: ['Zyvox'],
    atc: ['J01XX08'],
    rxcui: ['190376', 'G'],
    traits: ['hidden-maoi'],
    note: 'antibiotic with MAO inhibition: easily missed',
  }),
  medicine('methylene blue', 'maoi', {
    known: ['Provayblue'],
    atc: ['V03AB17', 'V04CG05'],
    rxcui: ['6878', 'V'],
    traits: ['hidden-maoi'],
    note: 'dye with MAO inhibition',
  }),
  medicine('amphetamine', 'psychostimulant', {
    known: ['Adderall', 'Evekeo', 'Adzenys'],
    atc: ['N06BA01'],
    rxcui: ['725', 'G'],
    note: 'Adderall = mixed amphetamine salts',
  }),
  medicine('dextroamphetamine', 'psychostimulant', {
    known: ['Dexedrine', 'Zenzedi'],
    atc: ['N06BA02'],
    rxcui: ['3288', 'G'],
  }),
  medicine('methamphetamine', 'psychostimulant', { known: ['Desoxyn'], atc: ['N06BA03'] }),
  medicine('lisdexamfetamine', 'psychostimulant', {
    known: ['Vyvanse'],
    atc: ['N06BA12'],
    rxcui: ['700810', 'G'],
  }),
  medicine('methylphenidate', 'psychostimulant', {
    known: ['Ritalin', 'Concerta', 'Daytrana'],
    atc: ['N06BA04'],
    rxcui: ['6901', 'V'],
  }),
  medicine('dexmethylphenidate', 'psychostimulant', { known: ['Focalin'], atc: ['N06BA11'] }),
  medicine('modafinil', 'psychostimulant', {
    known: ['Provigil'],
    atc: ['N06BA07'],
    rxcui: ['30125', 'V'],
    note: 'also weak CYP3A4 inducer (general)',
  }),
  medicine('armodafinil', 'psychostimulant', { known: ['Nuvigil'], atc: ['N06BA13'] }),
  medicine('solriamfetol', 'psychostimulant', { known: ['Sunosi'], atc: ['N06BA14'] }),
  medicine('phentermine', 'psychostimulant', {
    known: ['Adipex-P', 'Qsymia'],
    atc: ['A08AA01'],
    note: 'Qsymia = with topiramate',
  }),
  medicine('caffeine', 'psychostimulant', {
    rxcui: ['1886', 'V'],
    traits: ['little-concern'],
    note: 'xanthine as well',
  }),
  medicine('atomoxetine', 'psychostimulant', {
    known: ['Strattera'],
    atc: ['N06BA09'],
    rxcui: ['38400', 'V'],
    traits: ['raises-blood-pressure'],
    note: 'non-stimulant; raises BP/HR',
  }),
  medicine('pseudoephedrine', 'sympathomimetic-decongestant', {
    known: ['Sudafed'],
    atc: ['R01BA02'],
    note: 'oral',
  }),
  medicine('phenylephrine', 'sympathomimetic-decongestant', {
    known: ['Sudafed PE', 'Neo-Synephrine'],
    atc: ['C01CA06', 'R01BA03', 'R01AA04'],
    note: 'oral or nasal',
  }),
  medicine('ephedrine', 'sympathomimetic-decongestant', { atc: ['R03CA02', 'C01CA26'] }),
  medicine('oxymetazoline', 'nasal-decongestant', {
    known: ['Afrin'],
    atc: ['R01AA05'],
    note: '1 h rule before esketamine',
  }),
  medicine('xylometazoline', 'nasal-decongestant', {
    known: ['Otrivin'],
    atc: ['R01AA07'],
    note: '1 h rule before esketamine',
  }),
  medicine('fluticasone nasal', 'nasal-corticosteroid', {
    known: ['Flonase'],
    atc: ['R01AD12'],
    note: 'code shown is fluticasone furoate; propionate differs; 1 h rule',
  }),
  medicine('mometasone nasal', 'nasal-corticosteroid', {
    known: ['Nasonex'],
    atc: ['R01AD09'],
    note: '1 h rule',
  }),
  medicine('budesonide nasal', 'nasal-corticosteroid', {
    known: ['Rhinocort'],
    atc: ['R01AD05'],
    note: '1 h rule',
  }),
  medicine('lamotrigine', 'lamotrigine', { known: ['Lamictal'], atc: ['N03AX09'], rxcui: ['28439', 'V'] }),
  medicine('lithium', 'lithium', { known: ['Lithobid'], atc: ['N05AN01'], rxcui: ['6448', 'G'] }),
  medicine('clarithromycin', 'cyp3a4-inhibitor', {
    known: ['Biaxin'],
    atc: ['J01FA09'],
    rxcui: ['21212', 'G'],
    note: 'strong',
  }),
  medicine('erythromycin', 'cyp3a4-inhibitor', { atc: ['J01FA01'], rxcui: ['4053', 'V'], note: 'moderate' }),
  medicine('ketoconazole', 'cyp3a4-inhibitor', {
    known: ['Nizoral'],
    atc: ['J02AB02'],
    rxcui: ['6135', 'G'],
    note: 'strong',
  }),
  medicine('itraconazole', 'cyp3a4-inhibitor', {
    known: ['Sporanox'],
    atc: ['J02AC02'],
    rxcui: ['28031', 'G'],
    note: 'strong',
  }),
  medicine('voriconazole', 'cyp3a4-inhibitor', {
    known: ['Vfend'],
    atc: ['J02AC03'],
    rxcui: ['121243', 'V'],
    note: 'strong',
  }),
  medicine('posaconazole', 'cyp3a4-inhibitor', { known: ['Noxafil'], atc: ['J02AC04'], note: 'strong' }),
  medicine('fluconazole', 'cyp3a4-inhibitor', { known: ['Diflucan'], atc: ['J02AC01'], note: 'moderate' }),
  medicine('ritonavir', 'cyp3a4-inhibitor', {
    known: ['Norvir', 'Paxlovid'],
    atc: ['J05AE03'],
    rxcui: ['85762', 'G'],
    note: 'strong; Paxlovid = with nirmatrelvir',
  }),
  medicine('cobicistat', 'cyp3a4-inhibitor', { known: ['Tybost'], atc: ['V03AX03'], note: 'strong' }),
  medicine('nefazodone', 'cyp3a4-inhibitor', { atc: ['N06AX06'], note: 'strong' }),
  medicine('diltiazem', 'cyp3a4-inhibitor', { known: ['Cardizem'], atc: ['C08DB01'], note: 'moderate' }),
  medicine('verapamil', 'cyp3a4-inhibitor', { known: ['Calan'], atc: ['C08DA01'], note: 'moderate' }),
  medicine('fluvoxamine', 'cyp3a4-inhibitor', {
    known: ['Luvox'],
    atc: ['N06AB08'],
    rxcui: ['42355', 'V'],
    note: 'weak-moderate',
  }),
  medicine('grapefruit', 'cyp3a4-inhibitor', { note: 'food; gut CYP3A4' }),
  medicine('rifampin', 'cyp3a4-inducer', {
    known: ['Rifadin'],
    atc: ['J04AB02'],
    rxcui: ['9384', 'G'],
    note: 'INN rifampicin; also induces 2B6',
  }),
  medicine('rifabutin', 'cyp3a4-inducer', { known: ['Mycobutin'], atc: ['J04AB04'] }),
  medicine('carbamazepine', 'cyp3a4-inducer', {
    known: ['Tegretol', 'Equetro'],
    atc: ['N03AF01'],
    rxcui: ['2002', 'V'],
  }),
  medicine('phenytoin', 'cyp3a4-inducer', { known: ['Dilantin'], atc: ['N03AB02'], rxcui: ['8183', 'V'] }),
  medicine("st john's wort", 'cyp3a4-inducer', { atc: ['N06AX25'], traits: ['mild-inducer'] }),
  medicine('efavirenz', 'cyp3a4-inducer', {
    known: ['Sustiva'],
    atc: ['J05AG03'],
    rxcui: ['195085', 'V'],
    note: 'also induces 2B6',
  }),
  medicine('ticlopidine', 'cyp2b6-inhibitor', {
    known: ['Ticlid'],
    atc: ['B01AC05'],
    rxcui: ['10594', 'G'],
    note: 'strong',
  }),
  medicine('clopidogrel', 'cyp2b6-inhibitor', {
    known: ['Plavix'],
    atc: ['B01AC04'],
    rxcui: ['32968', 'V'],
    note: 'moderate',
  }),
  medicine('thiotepa', 'cyp2b6-inhibitor', { known: ['Tepadina'], atc: ['L01AC01'] }),
  medicine('theophylline', 'xanthine', {
    known: ['Theo-24', 'Uniphyl'],
    atc: ['R03DA04'],
    rxcui: ['10438', 'G'],
  }),
  medicine('aminophylline', 'xanthine', { atc: ['R03DA05'], rxcui: ['689', 'G'] }),
  medicine('memantine', 'nmda-antagonist', {
    known: ['Namenda', 'Namzaric'],
    atc: ['N06DX01'],
    rxcui: ['6719', 'G'],
  }),
  medicine('amantadine', 'nmda-antagonist', { known: ['Gocovri', 'Osmolex'], atc: ['N04BB01'] }),
  medicine('dextromethorphan', 'nmda-antagonist', {
    known: ['Auvelity', 'Nuedexta', 'Delsym'],
    atc: ['R05DA09'],
    rxcui: ['3289', 'V'],
    note: 'Auvelity = with bupropion; Nuedexta = with quinidine',
  }),
  medicine('levothyroxine', 'thyroid-hormone', {
    known: ['Synthroid', 'Levoxyl', 'Tirosint'],
    atc: ['H03AA01'],
    rxcui: ['10582', 'G'],
  }),
  medicine('liothyronine', 'thyroid-hormone', {
    known: ['Cytomel'],
    atc: ['H03AA02'],
    rxcui: ['10814', 'G'],
  }),
  medicine('vasopressin', 'vasopressin-analogue', { known: ['Vasostrict'], atc: ['H01BA01'] }),
  medicine('desmopressin', 'vasopressin-analogue', {
    known: ['DDAVP'],
    atc: ['H01BA02'],
    traits: ['little-concern'],
    note: 'little pressor effect',
  }),
  medicine('ergometrine', 'ergot', { atc: ['G02AB03'], note: 'EU leaflet names it' }),
  medicine('methylergometrine', 'ergot', { known: ['Methergine'], atc: ['G02AB01'] }),
  medicine('haloperidol', 'antipsychotic', {
    known: ['Haldol'],
    depotBrands: ['Haldol Decanoate', 'haloperidol decanoate'],
    atc: ['N05AD01'],
    rxcui: ['5093', 'V'],
  }),
  medicine('risperidone', 'antipsychotic', {
    known: ['Risperdal'],
    depotBrands: ['Risperdal Consta', 'Perseris', 'Uzedy'],
    atc: ['N05AX08'],
    rxcui: ['35636', 'V'],
  }),
  medicine('clozapine', 'antipsychotic', { known: ['Clozaril'], atc: ['N05AH02'], rxcui: ['2626', 'V'] }),
  medicine('olanzapine', 'antipsychotic', {
    known: ['Zyprexa', 'Symbyax', 'Lybalvi'],
    depotBrands: ['Zyprexa Relprevv'],
    atc: ['N05AH03'],
    rxcui: ['61381', 'V'],
    note: 'Symbyax = with fluoxetine; Lybalvi = with samidorphan (opioid antagonist)',
  }),
  medicine('quetiapine', 'antipsychotic', { known: ['Seroquel'], atc: ['N05AH04'], rxcui: ['51272', 'G'] }),
  medicine('aripiprazole', 'antipsychotic', {
    known: ['Abilify'],
    depotBrands: ['Abilify Maintena', 'Abilify Asimtufii', 'Aristada'],
    atc: ['N05AX12'],
    rxcui: ['89013', 'V'],
  }),
  medicine('perphenazine', 'antipsychotic', { rxcui: ['8076', 'V'] }),
  medicine('clonidine', 'alpha2-agonist', {
    known: ['Catapres', 'Kapvay'],
    atc: ['C02AC01', 'N02CX02', 'S01EA04'],
    rxcui: ['2599', 'G'],
  }),
  medicine('guanfacine', 'alpha2-agonist', { known: ['Tenex', 'Intuniv'], atc: ['C02AC02'] }),
  medicine('labetalol', 'antihypertensive-rescue', {
    known: ['Trandate'],
    atc: ['C07AG01'],
    rxcui: ['6185', 'G'],
  }),
  medicine('hydralazine', 'antihypertensive-rescue', { atc: ['C02DB02'], rxcui: ['5470', 'V'] }),
  medicine('metoprolol', 'antihypertensive-rescue', {
    known: ['Lopressor', 'Toprol-XL'],
    atc: ['C07AB02'],
    rxcui: ['6918', 'V'],
  }),
  medicine('propranolol', 'antihypertensive-rescue', {
    known: ['Inderal'],
    atc: ['C07AA05'],
    rxcui: ['8787', 'V'],
  }),
  medicine('nicardipine', 'antihypertensive-rescue', { known: ['Cardene'], atc: ['C08CA04'] }),
  medicine('semaglutide', 'glp1-ra', {
    known: ['Ozempic', 'Wegovy', 'Rybelsus'],
    atc: ['A10BJ06'],
    rxcui: ['1991302', 'G'],
    note: 'Ozempic/Wegovy weekly; Rybelsus daily oral',
  }),
  medicine('dulaglutide', 'glp1-ra', {
    known: ['Trulicity'],
    atc: ['A10BJ05'],
    rxcui: ['1551291', 'G'],
    note: 'weekly',
  }),
  medicine('liraglutide', 'glp1-ra', {
    known: ['Victoza', 'Saxenda'],
    atc: ['A10BJ02'],
    rxcui: ['475968', 'G'],
    note: 'daily',
  }),
  medicine('exenatide', 'glp1-ra', {
    known: ['Byetta', 'Bydureon'],
    atc: ['A10BJ01'],
    rxcui: ['60548', 'G'],
    note: 'Byetta twice daily; Bydureon weekly',
  }),
  medicine('lixisenatide', 'glp1-ra', { known: ['Adlyxin'], atc: ['A10BJ03'], note: 'daily' }),
  medicine('tirzepatide', 'glp1-ra', {
    known: ['Mounjaro', 'Zepbound'],
    atc: ['A10BX16'],
    rxcui: ['2601723', 'G'],
    note: 'weekly; ATC is A10BX not A10BJ',
  }),
  medicine('ondansetron', 'antiemetic-rescue', {
    known: ['Zofran'],
    atc: ['A04AA01'],
    rxcui: ['26225', 'V'],
    note: 'QT',
  }),
  medicine('metoclopramide', 'antiemetic-rescue', {
    known: ['Reglan'],
    atc: ['A03FA01'],
    rxcui: ['6915', 'V'],
  }),
  medicine('prochlorperazine', 'antiemetic-rescue', { known: ['Compazine'], atc: ['N05AB04'] }),
  medicine('promethazine', 'antiemetic-rescue', {
    known: ['Phenergan'],
    atc: ['R06AD02'],
    traits: ['sedating'],
    note: 'sedating',
  }),
  medicine('sertraline', 'antidepressant-compatible', {
    known: ['Zoloft'],
    atc: ['N06AB06'],
    rxcui: ['36437', 'V'],
  }),
  medicine('escitalopram', 'antidepressant-compatible', { known: ['Lexapro'], rxcui: ['321988', 'V'] }),
  medicine('fluoxetine', 'antidepressant-compatible', { known: ['Prozac'], rxcui: ['4493', 'V'] }),
  medicine('paroxetine', 'antidepressant-compatible', { known: ['Paxil'], rxcui: ['32937', 'V'] }),
  medicine('venlafaxine', 'antidepressant-compatible', {
    known: ['Effexor'],
    rxcui: ['39786', 'V'],
    traits: ['raises-blood-pressure'],
    note: 'may raise BP',
  }),
  medicine('duloxetine', 'antidepressant-compatible', { known: ['Cymbalta'], rxcui: ['72625', 'V'] }),
  medicine('mirtazapine', 'antidepressant-compatible', { known: ['Remeron'], rxcui: ['15996', 'V'] }),
  medicine('bupropion', 'antidepressant-compatible', {
    known: ['Wellbutrin'],
    atc: ['N06AX12'],
    rxcui: ['42347', 'V'],
    traits: ['lowers-seizure-threshold'],
    note: 'seizure threshold',
  }),
  medicine('vortioxetine', 'antidepressant-compatible', { known: ['Trintellix'], rxcui: ['1455099', 'V'] }),
  medicine('trazodone', 'antidepressant-compatible', { known: ['Desyrel'], atc: ['N06AX05'] }),
  medicine('clidinium', undefined, {}),
  medicine('quinidine', undefined, {}),
  medicine('samidorphan', undefined, { traits: ['opioid-antagonism'], note: 'opioid antagonist' }),
  medicine('topiramate', undefined, {}),
  medicine('nirmatrelvir', undefined, {}),
  medicine('acetaminophen', undefined, {}),
  medicine('celecoxib', undefined, {}),
  medicine('donepezil', undefined, {}),
  medicine('butalbital', undefined, { traits: ['barbiturate'], note: 'barbiturate' }),
];

/** One brand, several medicines. */
export const combinationBrands: readonly {
  readonly brand: string;
  readonly generics: readonly string[];
  readonly confidence: Confidence;
}[] = [
  { brand: 'Librax', generics: ['chlordiazepoxide', 'clidinium'], confidence: 'G' },
  { brand: 'Suboxone', generics: ['buprenorphine', 'naloxone'], confidence: 'G' },
  { brand: 'Zubsolv', generics: ['buprenorphine', 'naloxone'], confidence: 'G' },
  { brand: 'Bunavail', generics: ['buprenorphine', 'naloxone'], confidence: 'G' },
  { brand: 'Contrave', generics: ['naltrexone', 'bupropion'], confidence: 'G' },
  { brand: 'Auvelity', generics: ['dextromethorphan', 'bupropion'], confidence: 'G' },
  { brand: 'Nuedexta', generics: ['dextromethorphan', 'quinidine'], confidence: 'G' },
  { brand: 'Symbyax', generics: ['olanzapine', 'fluoxetine'], confidence: 'G' },
  { brand: 'Lybalvi', generics: ['olanzapine', 'samidorphan'], confidence: 'G' },
  { brand: 'Qsymia', generics: ['phentermine', 'topiramate'], confidence: 'G' },
  { brand: 'Paxlovid', generics: ['nirmatrelvir', 'ritonavir'], confidence: 'G' },
  { brand: 'Percocet', generics: ['oxycodone', 'acetaminophen'], confidence: 'G' },
  { brand: 'Ultracet', generics: ['tramadol', 'acetaminophen'], confidence: 'G' },
  { brand: 'Seglentis', generics: ['tramadol', 'celecoxib'], confidence: 'G' },
  { brand: 'Namzaric', generics: ['memantine', 'donepezil'], confidence: 'G' },
  {
    brand: 'Fioricet with Codeine',
    generics: ['butalbital', 'acetaminophen', 'caffeine', 'codeine'],
    confidence: 'G',
  },
  { brand: 'Fioricet', generics: ['butalbital', 'acetaminophen', 'caffeine'], confidence: 'G' },
  { brand: 'Tylenol with Codeine', generics: ['acetaminophen', 'codeine'], confidence: 'G' },
  { brand: 'Tylenol 3', generics: ['acetaminophen', 'codeine'], confidence: 'G' },
  { brand: 'Tylenol 4', generics: ['acetaminophen', 'codeine'], confidence: 'G' },
  { brand: 'Adderall', generics: ['amphetamine', 'dextroamphetamine'], confidence: 'G' },
];

/** Other names for the same medicine. */
export const medicineSynonyms: Readonly<Record<string, string>> = {
  rifampicin: 'rifampin',
  pethidine: 'meperidine',
  amfetamine: 'amphetamine',
  dexamfetamine: 'dextroamphetamine',
  metamfetamine: 'methamphetamine',
  'methylthioninium chloride': 'methylene blue',
  hypericum: "st john's wort",
  thc: 'cannabis',
  marijuana: 'cannabis',
  paracetamol: 'acetaminophen',
  apap: 'acetaminophen',
  alcohol: 'ethanol',
  beer: 'ethanol',
  wine: 'ethanol',
  liquor: 'ethanol',
  weed: 'cannabis',
  cbd: 'cannabidiol',
  coffee: 'caffeine',
  vodka: 'ethanol',
  whisky: 'ethanol',
  whiskey: 'ethanol',
  beers: 'ethanol',
  hashish: 'cannabis',
  edibles: 'cannabis',
  cannabinoids: 'cannabis',
  's ketamine': 'esketamine',
  dexamphetamine: 'dextroamphetamine',
  methylergonovine: 'methylergometrine',
  ergonovine: 'ergometrine',
  dxm: 'dextromethorphan',
  ghb: 'sodium oxybate',
  thyroxine: 'levothyroxine',
  'st john wort': "st john's wort",
  'saint johns wort': "st john's wort",
  'saint john wort': "st john's wort",
};

/** Names that could mean more than one product; only the person can say whether it is the listed one. */
export const halfNames: Readonly<Record<string, string>> = {
  fluticasone: 'fluticasone nasal',
  mometasone: 'mometasone nasal',
  budesonide: 'budesonide nasal',
  oxybate: 'sodium oxybate',
};
