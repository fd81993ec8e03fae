import { Box, Skeleton } from '@backstage/ui';
import { useText } from '../../text';

/** The boxes a page will have, empty: heights in px, a list stands for boxes side by side. */
export function LoadingBoxes({ boxes }: { boxes: (number | number[])[] }) {
  const t = useText();
  return (
    <div className="acc-stack" role="status" aria-label={t('state.loading')}>
      {boxes.map((box, index) =>
        typeof box === 'number' ? (
          <LoadingCard key={index} height={box} />
        ) : (
          <div className="acc-tiles" key={index}>
            {box.map((height, at) => (
              <LoadingCard key={at} height={height} />
            ))}
          </div>
        ),
      )}
    </div>
  );
}

function LoadingCard({ height }: { height: number }) {
  return (
    <Box bg="neutral" className="acc-card" style={{ height }} aria-hidden>
      <Skeleton width="30%" height={16} style={{ marginBottom: 12 }} />
      <Skeleton width="60%" height={12} style={{ marginBottom: 8 }} />
      <Skeleton width="45%" height={12} />
    </Box>
  );
}
