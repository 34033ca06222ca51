/** Milliseconds that something is waited for: a machine that is busy with more than these tests is slow, not wrong. */
export const PATIENCE = 90_000;
