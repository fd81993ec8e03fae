import { Text, useText } from '../../../text';

/** How far a share moved, in words. */
export function movedWords(points: number, t: Text): string {
  if (points === 0) return t('heat.steady');
  return points > 0
    ? t('heat.up', { count: points })
    : t('heat.down', { count: -points });
}

const arrowOf = (points: number) => {
  if (points === 0) return '→';
  return points > 0 ? '↗' : '↘';
};

/** How far a share moved: an arrow and its words, in no colour. */
export function MovedWords({ points }: { points: number }) {
  const t = useText();
  return (
    <span className="acc-nowrap">
      <span aria-hidden className="acc-strong">
        {arrowOf(points)}
      </span>{' '}
      {movedWords(points, t)}
    </span>
  );
}
