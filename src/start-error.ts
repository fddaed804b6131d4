/** A start or command that failed for a reason outside the program: the message says what to do, a stack would not. */
export class StartError extends Error {}
