import { useMemo, useRef } from 'react';
import { IncidentResponse } from 'backstage-plugin-accountability-common';
import { useElementWidth } from '../../../hooks';
import { useText } from '../../../text';
import { EmptySentence, Section } from '../../states';
import { ScrollBox } from '../../table';
import { AffectedDrawing } from './AffectedDrawing';
import { layoutAffected } from './layoutAffected';

const MIN_WIDTH = 620;

/** Whom it hit, along the catalog's dependencies; the table of owners beside it says the same in words. */
export function AffectedSection({ data }: { data: IncidentResponse }) {
  const t = useText();
  const box = useRef<HTMLDivElement>(null);
  const width = Math.max(MIN_WIDTH, useElementWidth(box, 700));
  const { affected, service, incident } = data;
  const layout = useMemo(
    () => layoutAffected(affected, { service, width }),
    [affected, service, width],
  );
  const count = (state: string) =>
    String(affected.filter(each => each.state === state).length);
  const alone = affected.every(({ relation }) => relation === 'itself');
  return (
    <Section title={t('affected.title')} sub={t('affected.sub')}>
      {alone && <EmptySentence>{t('affected.alone')}</EmptySentence>}
      <div ref={box} />
      {!alone && (
        <ScrollBox label={t('affected.title')}>
          <div className="acc-plot" style={{ width: layout.width }}>
            <AffectedDrawing
              layout={layout}
              title={service.title}
              startedAt={incident.startedAt}
              sentence={t('affected.sentence', {
                affected: count('affected'),
                calm: count('not-affected'),
                unknown: count('unknown'),
              })}
            />
          </div>
        </ScrollBox>
      )}
      {layout.more > 0 && (
        <p className="acc-label">
          {t('affected.more', { number: String(layout.more) })}
        </p>
      )}
    </Section>
  );
}
