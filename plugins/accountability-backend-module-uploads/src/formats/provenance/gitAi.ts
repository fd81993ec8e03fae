import { refuse } from '../../refuse';
import { Reading, UploadFormat } from '../../UploadFormat';
import { measureLines } from './measureLines';
import { readNote } from './readNote';

/**
 * Notes of git-ai, authorship/3.0.0: which lines of a commit machines and
 * people wrote. A note says neither when it was made nor of which commit: its
 * `base_commit_sha` is what the work began from.
 */
export const gitAi: UploadFormat = {
  id: 'git-ai',
  read: ({ text }): Reading => {
    const note = readNote(text);
    if (!note.ok) return refuse(note);
    const { files, tools } = note.value;
    const measures = measureLines(files, tools);
    return { reports: [{ tool: 'git-ai', measures, closes: true }] };
  },
};
