// How long after it was given an answer by a link is still taken, where the phone had no signal.

export const mostWaitedMs = 72 * 60 * 60_000;
