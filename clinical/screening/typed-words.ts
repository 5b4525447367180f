// The words people write around the name of a medicine: how much, how often, in what form, as what salt and why. They
// name nothing by themselves; any other word beside a name is shown as not read.

const doseWords: ReadonlySet<string> = new Set(
  (
    'mg mcg ug g gram grams ml iu unit units meq percent dose doses half one two three four five six ' +
    'tab tabs tablet tablets cap caps capsule capsules pill pills drop drops spray sprays nasal patch patches film films ' +
    'strip strips puff puffs liquid syrup solution suspension injection injectable shot shots vial pen cream gel oral ' +
    'orally mouth buccal sublingual disintegrating chewable glass glasses can cans cup cups bottle bottles juice tea ' +
    'gummy gummies oil vape edible po sl im iv sc subq inh od bd bid tid qid qd qod qam qpm qhs hs am pm prn h hr hrs hour hours ' +
    'xr xl sr er cr la ir dr cd odt extended release delayed immediate sustained controlled long short acting ' +
    'day days daily week weeks weekly month months monthly year years once twice thrice times time every each per ' +
    'morning mornings noon afternoon evening evenings night nights nightly bed bedtime bedtimes weekend weekends ' +
    'breakfast lunch dinner meal meals today yesterday ago last now still currently since until before after ' +
    'i ive im my me take takes taking took taken use used using have had has drink drinks drinking am is was been ' +
    'a an the of or for to at in on by with as and if when only also some sometimes often rarely usually maybe about ' +
    'around up down low high small large max maximum needed need necessary required regularly regular occasional ' +
    'occasionally sleep insomnia anxiety depression pain panic attack attacks adhd add bipolar mood migraine migraines ' +
    'headache headaches allergy allergies blood pressure seizures seizure epilepsy nausea cough cold heart thyroid ' +
    'diabetes weight w x brand generic name prescribed prescription otc doctor he she they it its'
  ).split(' '),
);

const saltWords: ReadonlySet<string> = new Set(
  (
    'hcl hydrochloride hbr hydrobromide sodium potassium calcium magnesium maleate tartrate succinate fumarate mesylate ' +
    'besylate citrate sulfate sulphate phosphate acetate carbonate oxalate dimesylate decanoate propionate furoate ' +
    'bitartrate saccharate aspartate pamoate nitrate chloride bromide gluconate lactate malate tosylate base anhydrous ' +
    'monohydrate dihydrate hemihydrate salt salts mixed disoproxil dipotassium'
  ).split(' '),
);

/** Says how much, how often, in what form or why: a part of a line made only of these names no medicine. */
export function isDoseWord(word: string): boolean {
  return word.length < 2 || /^\d+$/.test(word) || doseWords.has(word);
}

/** Says nothing new beside a recognised name; alone it might be a medicine of its own, as a salt can be. */
export function isKnownBesideName(word: string): boolean {
  return isDoseWord(word) || saltWords.has(word);
}
