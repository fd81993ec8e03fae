import { Box } from '@backstage/ui';
import { OrganisationResponse } from 'backstage-plugin-accountability-common';
import { formatNumber, useText } from '../../text';
import { StripPart } from '../record';
import { CoveragePart } from '../service/CoveragePart';
import { percentWords } from './heat/HeatCell';
import { readCell } from './heat/readCell';
import { OrganisationQuery } from './useOrganisationQuery';

interface Counts {
  notPassing: number;
  known: number;
}

const sum = (counts: Counts[]): Counts => ({
  notPassing: counts.reduce((all, { notPassing }) => all + notPassing, 0),
  known: counts.reduce((all, { known }) => all + known, 0),
});

/** Coverage, what does not pass, what nobody answers for, and what turned for the worse, in four numbers. */
export function OrganisationStrip(props: {
  data: OrganisationResponse;
  query: OrganisationQuery;
}) {
  const t = useText();
  const { data, query } = props;
  return (
    <Box
      as="section"
      bg="neutral"
      className="acc-card acc-strip"
      aria-label={t('organisationStrip.label')}
    >
      <CoveragePart coverage={data.coverage} />
      <NotPassing data={data} />
      <Unowned data={data} query={query} />
      <Worse worse={data.worse} />
    </Box>
  );
}

function NotPassing({ data }: { data: OrganisationResponse }) {
  const t = useText();
  const now = sum(data.burdens);
  const past = sum(data.trends.flatMap(({ points }) => points.slice(0, 1)));
  const reading = readCell({ ...now, applicable: data.coverage.applicable });
  const counts = {
    number: formatNumber(now.notPassing),
    known: formatNumber(now.known),
  };
  return (
    <StripPart
      label={t('organisationStrip.notPassing')}
      value={
        reading.is === 'share'
          ? { number: formatNumber(reading.percent, 0), unit: '%' }
          : t('organisationStrip.unknown')
      }
    >
      {past.known === 0
        ? t('organisationStrip.ofKnown', counts)
        : t('organisationStrip.before', {
            ...counts,
            share: percentWords((100 * past.notPassing) / past.known),
          })}
    </StripPart>
  );
}

function Unowned(props: {
  data: OrganisationResponse;
  query: OrganisationQuery;
}) {
  const t = useText();
  const { unowned, services } = props.data;
  return (
    <StripPart
      label={t('organisationStrip.unowned')}
      value={{ number: formatNumber((100 * unowned) / services), unit: '%' }}
    >
      {t('organisationStrip.unownedOf', {
        count: services,
        number: formatNumber(services),
        unowned: formatNumber(unowned),
      })}{' '}
      {unowned > 0 && (
        <button
          type="button"
          className="acc-link acc-textButton"
          aria-label={t('organisationStrip.showUnownedLabel')}
          aria-haspopup="dialog"
          onClick={() => props.query.open({ of: 'unowned' })}
        >
          {t('organisationStrip.showUnowned')}
        </button>
      )}
    </StripPart>
  );
}

function Worse({ worse }: { worse: OrganisationResponse['worse'] }) {
  const t = useText();
  const { checks, levels } = worse;
  return (
    <StripPart
      label={t('organisationStrip.worse')}
      value={{
        number: formatNumber(checks),
        unit: t('organisationStrip.checks', { count: checks }),
      }}
    >
      {levels === 0
        ? t('organisationStrip.noLevels')
        : t('organisationStrip.levels', {
            count: levels,
            number: formatNumber(levels),
          })}
    </StripPart>
  );
}
