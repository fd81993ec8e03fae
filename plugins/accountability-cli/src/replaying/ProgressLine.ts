import { Replay } from 'backstage-plugin-accountability-common';
import { CommandIo } from '../commands/CommandIo';
import { isOpen } from './isOpen';
import { replayWords } from './replayWords';

/** Without a terminal a line is worth printing when this much more of the whole is read. */
const STEP = 0.1;
const CLEAR = '\r\x1b[2K';

/** Shows a replay as it goes: one line that is written over on a terminal, else a line now and then. */
export class ProgressLine {
  private shown?: Replay;
  private unfinished = false;

  constructor(private readonly io: CommandIo) {}

  show(replay: Replay): void {
    const words = replayWords(replay);
    if (this.io.isTerminal) {
      this.io.err(`${CLEAR}${words}`);
      this.unfinished = true;
      if (!isOpen(replay)) this.leave();
    } else if (!this.shown || isNews(this.shown, replay)) {
      this.io.err(`${words}\n`);
      this.shown = replay;
    }
  }

  /** Ends the line that would be written over, so that something else can be said. */
  leave(): void {
    if (this.unfinished) this.io.err('\n');
    this.unfinished = false;
  }
}

function isNews(shown: Replay, replay: Replay): boolean {
  return (
    shown.status !== replay.status ||
    replay.read - shown.read >= STEP * replay.total
  );
}
