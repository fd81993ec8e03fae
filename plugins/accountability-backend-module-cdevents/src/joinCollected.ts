import { Collected } from 'backstage-plugin-accountability-node';

/**
 * The verdict on a batch out of those on its events, in their order. Where one
 * is taken the unreadable ones are refused parts; where none is, the worst
 * verdict is the batch's, so that it is kept for replay if that could help.
 */
export function joinCollected(parts: readonly Collected[]): Collected {
  if (parts.length === 0) {
    return { status: 'ignored', because: 'The batch is empty' };
  }
  const accepted = parts.filter(part => part.status === 'accepted');
  if (accepted.length > 0) {
    return {
      status: 'accepted',
      events: accepted.flatMap(({ events }) => events),
      refused: parts.flatMap((part, index) =>
        part.status === 'rejected' || part.status === 'unsupported'
          ? [{ line: index + 1, because: part.because }]
          : [],
      ),
    };
  }
  const others = parts.filter(part => part.status !== 'accepted');
  const worst =
    others.find(part => part.status === 'rejected') ??
    others.find(part => part.status === 'unsupported') ??
    others[0];
  const { status, because } = worst;
  return {
    status,
    because:
      parts.length === 1
        ? because
        : `None of the ${parts.length} events of the batch was taken. One of them: ${because}`,
  };
}
