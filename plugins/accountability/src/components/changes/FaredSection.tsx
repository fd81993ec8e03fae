import { MakerTally } from 'backstage-plugin-accountability-common';
import { formatNumber, useText } from '../../text';
import { Section } from '../states';
import { ScrollBox } from '../table';
import { changeMakers } from './changeMakers';

/** Fewer on a side make no comparison. */
const LEAST_SIDE = 30;
/** Fewer make no share. */
const LEAST_SHARE = 10;

/** What became of the changes of each maker, side by side and unranked. */
export function FaredSection({ makers }: { makers: MakerTally[] }) {
  const t = useText();
  const rows = changeMakers.flatMap(
    maker => makers.find(tally => tally.maker === maker) ?? [],
  );
  return (
    <Section title={t('fared.title')} sub={t('fared.sub')}>
      <ScrollBox label={t('fared.title')}>
        <table className="acc-table" aria-label={t('fared.title')}>
          <thead>
            <tr>
              <th style={{ minWidth: 130 }}>{t('changes.made')}</th>
              <th className="acc-right">{t('fared.changes')}</th>
              <th className="acc-right">{t('fared.remarked')}</th>
              <th className="acc-right">{t('fared.reworked')}</th>
              <th className="acc-right">{t('fared.broke')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ maker, changes, ...tallies }) => (
              <tr key={maker}>
                <th scope="row">{t(`maker.${maker}`)}</th>
                <td className="acc-right">{formatNumber(changes)}</td>
                {[
                  tallies.remarked,
                  tallies.reworked,
                  tallies.brokeSomething,
                ].map((tally, place) => (
                  <td key={place} className="acc-right">
                    <Tally {...tally} changes={changes} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
      <p className="acc-label" style={{ marginTop: 12 }}>
        {t('fared.correlation')}
      </p>
    </Section>
  );
}

function Tally(props: { yes: number; of: number; changes: number }) {
  const t = useText();
  const { yes, of, changes } = props;
  if (changes === 0) {
    return <span className="acc-muted">{t('fared.noChange')}</span>;
  }
  if (of === 0) return <>{t('checks.unknownValue')}</>;
  const counts = { yes: formatNumber(yes), of: formatNumber(of) };
  return (
    <>
      <span className="acc-nowrap">
        {of < LEAST_SHARE
          ? t('fared.of', counts)
          : t('fared.share', {
              ...counts,
              percent: formatNumber((100 * yes) / of),
            })}
      </span>
      {of < LEAST_SIDE && <div className="acc-label">{t('fared.tooFew')}</div>}
    </>
  );
}
