// What cannot be set up as it was asked for, in one sentence for the person at the terminal; printed without a stack.

export class SetupRefusal extends Error {}
