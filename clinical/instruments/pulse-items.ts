// Further questions a person may add to the one of the day: each one number, always on the same scale, so that every answer
// can be laid beside their own of before. Our own questions, H-HOUSE; nobody has published them as a scale.

/** `doing` is what a day was good for, beside how it felt: of the six only this one is read as a benefit that held. */
export const pulseItems = ['distress', 'rumination', 'feelings', 'perspective', 'openness', 'doing'] as const;

export type PulseItem = (typeof pulseItems)[number];
