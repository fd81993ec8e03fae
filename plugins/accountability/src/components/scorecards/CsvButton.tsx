import { useState } from 'react';
import { Button } from '@backstage/ui';
import { fetchApiRef, useApi } from '@backstage/frontend-plugin-api';
import { ResponseError } from '@backstage/errors';
import { useText } from '../../text';
import { Trouble } from '../states';

/** Downloads a scorecard with all its services; asked as the pages ask, so that it holds what the caller may read. */
export function CsvButton({ scorecard }: { scorecard: string }) {
  const t = useText();
  const { fetch } = useApi(fetchApiRef);
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string>();
  const download = async () => {
    setBusy(true);
    setTrouble(undefined);
    try {
      const name = encodeURIComponent(scorecard);
      const response = await fetch(
        `plugin://accountability/scorecards/${name}/services`,
        { headers: { accept: 'text/csv' } },
      );
      if (!response.ok) throw await ResponseError.fromResponse(response);
      save(await response.blob(), `${scorecard}.csv`);
    } catch (thrown) {
      setTrouble(thrown instanceof Error ? thrown.message : String(thrown));
    } finally {
      setBusy(false);
    }
  };
  return (
    <div>
      <Button variant="secondary" isPending={busy} onPress={download}>
        {t('scorecard.csv')}
      </Button>
      {trouble && (
        <Trouble>{t('scorecard.csvFailed', { because: trouble })}</Trouble>
      )}
    </div>
  );
}

function save(content: Blob, name: string) {
  const url = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
