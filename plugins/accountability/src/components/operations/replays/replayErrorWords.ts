import { Text } from '../../../text';
import { errorStatus } from '../../states';

/** Why a replay was not begun or cancelled: the permission to ask for, or the server's own sentence. */
export function replayErrorWords(
  t: Text,
  thrown: unknown,
  permission: string,
): string {
  const error = thrown instanceof Error ? thrown : new Error(String(thrown));
  const { code, sentence } = errorStatus(error);
  return code === 403 ? t('replays.forbidden', { permission }) : sentence;
}
