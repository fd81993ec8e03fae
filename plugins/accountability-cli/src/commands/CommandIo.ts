/** What a command needs of its surroundings. */
export interface CommandIo {
  env: Record<string, string | undefined>;
  out(text: string): void;
  err(text: string): void;
  /** Milliseconds of a clock that only runs forward. */
  clock(): number;
  sleep?: (ms: number) => Promise<unknown>;
  /** Whether `err` writes to a terminal, whose last line can be written over. */
  isTerminal?: boolean;
  /** Calls back once when somebody presses Ctrl-C; gives back how to stop listening. */
  onInterrupt?(callBack: () => void): () => void;
}

/** How a command ended, for scripts. */
export const exitCodes = {
  done: 0,
  /** Some rows were refused and the rest is taken; a replay failed or was cancelled; a gate denied; policy is at fault, or a test of it does not hold. */
  refused: 1,
  /** The command was not understood; nothing was sent. */
  usage: 2,
  /** Stopped on the way. */
  stopped: 3,
  /** Ctrl-C; what runs on the server goes on there. */
  interrupted: 130,
} as const;
