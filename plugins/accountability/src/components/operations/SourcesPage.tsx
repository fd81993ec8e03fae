import '../../theme/tokens.css';
import '../../theme/accountability.css';
import '../../theme/operations.css';
import { useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  Replay,
  SourceHealth,
  SourcesResponse,
  sourceReadPermission,
} from 'backstage-plugin-accountability-common';
import { accountabilityApiRef } from '../../api';
import { POLL_MS, usePolled } from '../../hooks';
import { useText } from '../../text';
import { Page } from '../page';
import { Answer, Section } from '../states';
import { ReferenceTable } from './references/ReferenceTable';
import { ReplayDialog } from './replays/ReplayDialog';
import { ReplaySection } from './replays/ReplaySection';
import { useReplays } from './replays/useReplays';
import { FirstSource } from './sources/FirstSource';
import { ReadySources } from './sources/ReadySources';
import { SourceStrip } from './sources/SourceStrip';
import { SourceTable } from './sources/SourceTable';
import { sortSources, sourceState } from './sources/sourceState';

/** How every source is doing, how to connect those that never delivered, and what was read again. */
export function SourcesPage() {
  const t = useText();
  const api = useApi(accountabilityApiRef);
  const sources = usePolled(() => api.getSources(), {
    key: 'sources',
    everyMs: POLL_MS,
  });
  return (
    <Page>
      <Answer
        polled={sources}
        what={t('operations.whatSources')}
        permission={sourceReadPermission.name}
        boxes={[110, 320, 160]}
      >
        {data => (
          <Sources data={data} now={sources.refreshedAt ?? Date.now()} />
        )}
      </Answer>
    </Page>
  );
}

const neverDelivered = (source: SourceHealth) =>
  sourceState(source) === 'ready';

function Sources({ data, now }: { data: SourcesResponse; now: number }) {
  const t = useText();
  const replays = useReplays();
  const [readingAgain, setReadingAgain] = useState<string>();
  const [asked, setAsked] = useState<Replay>();
  const sources = sortSources(data.sources);
  const ready = sources.filter(neverDelivered);
  const delivering = sources.filter(source => !neverDelivered(source));
  const begin = (replay: Replay) => {
    setAsked(replay);
    setReadingAgain(undefined);
    replays.retry();
  };
  return (
    <>
      <SourceStrip data={data} now={now} />
      {delivering.length === 0 ? (
        <FirstSource />
      ) : (
        <Section title={t('sources.title')} sub={t('sources.sub')}>
          <SourceTable
            sources={delivering}
            now={now}
            onReadAgain={setReadingAgain}
          />
        </Section>
      )}
      {delivering.length > 0 && (
        <ReplaySection replays={replays} asked={asked} />
      )}
      {ready.length > 0 && (
        <Section title={t('connect.readyTitle')} sub={t('connect.readySub')}>
          <ReadySources sources={ready} />
        </Section>
      )}
      <Section title={t('references.title')} sub={t('references.sub')}>
        <ReferenceTable references={data.references} now={now} />
      </Section>
      {readingAgain !== undefined && (
        <ReplayDialog
          sources={delivering
            .filter(({ on }) => on)
            .map(({ source }) => source)}
          source={readingAgain}
          now={now}
          onAsked={begin}
          onClose={() => setReadingAgain(undefined)}
        />
      )}
    </>
  );
}
