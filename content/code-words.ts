// Words said aloud at the door, so that a person is handed to the one they named. Short, plain, hard to mistake for one
// another, and the same on every telephone.

export const codeWords = [
  'anchor', 'apple', 'barn', 'basket', 'bell', 'bridge', 'butter', 'candle', 'canoe', 'carpet', 'cedar', 'chalk',
  'cherry', 'cloud', 'copper', 'cotton', 'daisy', 'desk', 'drum', 'eagle', 'ember', 'fern', 'fiddle', 'flag',
  'forest', 'garden', 'ginger', 'harbor', 'hazel', 'honey', 'island', 'jacket', 'jigsaw', 'kettle', 'kite', 'ladder',
  'lantern', 'lemon', 'maple', 'marble', 'meadow', 'mitten', 'nutmeg', 'oak', 'olive', 'orchard', 'otter', 'paddle',
  'pebble', 'pepper', 'pillow', 'quilt', 'rabbit', 'ribbon', 'river', 'saddle', 'sparrow', 'spoon', 'thimble', 'tulip',
  'violet', 'walnut', 'willow', 'window',
] as const;
