import { Button } from '@backstage/ui';
import { Pages } from '../../hooks/usePages';
import { useText } from '../../text';

/** Reads the next page of a listing; gone when there is none. */
export function MoreButton<T>({ pages }: { pages: Pages<T> }) {
  const t = useText();
  return (
    <>
      {pages.error && (
        <p className="acc-note acc-small" role="alert">
          {pages.error.message}
        </p>
      )}
      {pages.more && (
        <div style={{ paddingTop: 12 }}>
          <Button
            variant="secondary"
            isPending={pages.loading}
            onPress={pages.more}
          >
            {t('more')}
          </Button>
        </div>
      )}
    </>
  );
}
