import { Button } from '@backstage/ui';
import { Pages } from '../../hooks/usePages';
import { useText } from '../../text';
import { Trouble } from '../states';

/** Reads the next page of a listing; gone when there is none. */
export function MoreButton<T>({ pages }: { pages: Pages<T> }) {
  const t = useText();
  return (
    <>
      <Trouble>{pages.error?.message}</Trouble>
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
