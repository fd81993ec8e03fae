import { useAsOf } from '../../hooks';
import { formatDate, useText } from '../../text';
import { PastNote } from '../incident/PastNote';
import { Page } from '../page';
import { refName } from '../reading';
import { Answer, EmptySentence, Section } from '../states';
import { ChangesHead } from './ChangesHead';
import { ChangesSection } from './ChangesSection';
import { ChangesStrip } from './ChangesStrip';
import { FaredSection } from './FaredSection';
import { useChanges } from './useChanges';
import { useChangesQuery } from './useChangesQuery';

const BOXES = [110, 220, 420];

/** The merged changes of a service: how each was made, read and delivered, and what became of it. Nobody is named. */
export function ChangesPage({ entityRef }: { entityRef: string }) {
  const { at, setAt } = useAsOf();
  const { query, setQuery } = useChangesQuery();
  const changes = useChanges(entityRef, query, at);
  const { answer, pages, overview } = changes;
  const title = overview?.service.title ?? refName(entityRef);
  return (
    <Page headed>
      <PastNote at={at} onNow={() => setAt(undefined)} />
      <ChangesHead
        entityRef={entityRef}
        title={title}
        overview={overview}
        window={query.window}
        onWindow={days => setQuery({ window: String(days) })}
      />
      {!overview && (
        <Answer polled={answer} what={title} boxes={BOXES}>
          {() => null}
        </Answer>
      )}
      {overview?.total === 0 && <NoChanges window={overview.window} />}
      {overview && overview.total > 0 && (
        <>
          <ChangesStrip data={overview} days={query.window} />
          <FaredSection makers={overview.makers} />
          <ChangesSection
            overview={overview}
            answer={answer}
            pages={pages}
            query={query}
            onQuery={setQuery}
          />
        </>
      )}
    </Page>
  );
}

function NoChanges({ window }: { window: { from: number; to: number } }) {
  const t = useText();
  return (
    <Section title={t('changes.list')}>
      <EmptySentence>
        {t('changes.none', {
          from: formatDate(window.from),
          to: formatDate(window.to),
        })}
      </EmptySentence>
    </Section>
  );
}
