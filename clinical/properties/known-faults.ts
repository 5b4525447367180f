// Faults on view: a missing or impossible input that today still earns a fine answer, or an error. None may be added for
// convenience, and a line whose fault is mended must go: the test that reads this list fails in both directions.

export const knownFaults: readonly string[] = [];
