import { counted } from './wording';

/** `2 more jobs say no commit and are not counted`; nothing where there are none. */
export function leftOut(
  count: number,
  unit: 'job' | 'run',
  [one, several]: [string, string],
): string[] {
  return count === 0
    ? []
    : [
        `${counted(count, `more ${unit}`)} ${
          count === 1 ? `${one} and is` : `${several} and are`
        } not counted`,
      ];
}

/** Notes as they follow a sentence, each behind a semicolon. */
export function tailOf(notes: readonly string[]): string {
  return notes.map(note => `; ${note}`).join('');
}

/** Notes as `measureShare` takes them. */
export function besides(notes: readonly string[]): { besides?: string } {
  return notes.length > 0 ? { besides: notes.join('; ') } : {};
}
