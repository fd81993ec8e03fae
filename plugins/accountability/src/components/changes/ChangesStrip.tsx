import { Box } from '@backstage/ui';
import { ChangesResponse } from 'backstage-plugin-accountability-common';
import { formatNumber, useText } from '../../text';
import { CoverageBar, LowerBoundBar } from '../marks';
import { StripPart } from '../record';

/** Fewer make no share. */
const LEAST = 10;

/** How many changes there are, how many of them say that a machine wrote them, and in how many that was looked for. */
export function ChangesStrip(props: { data: ChangesResponse; days: number }) {
  const t = useText();
  const { data, days } = props;
  return (
    <Box
      as="section"
      bg="neutral"
      className="acc-card acc-strip"
      aria-label={t('changes.strip')}
    >
      <StripPart
        label={t('changes.merged')}
        value={{ number: formatNumber(data.total), unit: '' }}
      >
        {t('changes.days', { days: String(days) })}
      </StripPart>
      <DeclaredPart data={data} />
      <ProvenancePart data={data} />
    </Box>
  );
}

function DeclaredPart({ data }: { data: ChangesResponse }) {
  const t = useText();
  const { total, provenanceKnown, makers } = data;
  const label = t('changes.declared');
  if (provenanceKnown === 0) {
    return (
      <StripPart label={label} value={t('status.unknown')}>
        {t('changes.declaredUnknown')}
      </StripPart>
    );
  }
  const number = makers.find(({ maker }) => maker === 'machine')?.changes ?? 0;
  const counts = {
    number: formatNumber(number),
    total: formatNumber(total),
  };
  const few = total < LEAST;
  // Down, since at least so much is true.
  const percent = formatNumber(Math.floor((100 * number) / total));
  return (
    <div className="acc-stripPart">
      <span className="acc-label">{label}</span>
      <span className="acc-stripValue">
        <span>
          {t('changes.atLeast')}{' '}
          <span className="acc-big">{few ? counts.number : percent}</span>
          {!few && <span className="acc-unit"> %</span>}
        </span>
      </span>
      {!few && (
        <LowerBoundBar
          share={number / total}
          label={t('changes.bar', { ...counts, percent })}
        />
      )}
      <span className="acc-label">{t('changes.declaredOf', counts)}</span>
      {few && (
        <span className="acc-label">
          {t('changes.declaredFew', { least: String(LEAST) })}
        </span>
      )}
    </div>
  );
}

function ProvenancePart({ data }: { data: ChangesResponse }) {
  const t = useText();
  const { total, provenanceKnown } = data;
  const unread = total - provenanceKnown;
  const counts = {
    known: formatNumber(provenanceKnown),
    total: formatNumber(total),
  };
  return (
    <div className="acc-stripPart">
      <span className="acc-label">{t('changes.provenance')}</span>
      <span className="acc-stripValue acc-owner">
        {t('changes.provenanceOf', counts)}
      </span>
      <CoverageBar
        coverage={{ known: provenanceKnown, applicable: total }}
        label={t('changes.provenanceBar', counts)}
      />
      <span className="acc-label">
        {unread > 0
          ? t('changes.provenanceUnread', { unread: formatNumber(unread) })
          : t('changes.provenanceAll')}
      </span>
    </div>
  );
}
