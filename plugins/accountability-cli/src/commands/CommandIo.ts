/** What a command needs of its surroundings. */
export interface CommandIo {
  env: Record<string, string | undefined>;
  out(text: string): void;
  err(text: string): void;
  /** Milliseconds of a clock that only runs forward. */
  clock(): number;
  sleep?: (ms: number) => Promise<unknown>;
}

/** How a command ended, for scripts. */
export const exitCodes = {
  done: 0,
  /** Some rows were refused; the rest is taken. */
  refused: 1,
  /** The command was not understood; nothing was sent. */
  usage: 2,
  /** Stopped on the way; the same command goes on from there. */
  stopped: 3,
} as const;
