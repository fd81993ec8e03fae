import {
  OrganisationResponse,
  WorseTurn,
} from 'backstage-plugin-accountability-common';
import { formatDay, formatNumber, useText } from '../../../text';
import { refName } from '../../reading';
import { ServiceLink } from '../../record';
import { EmptySentence, Section } from '../../states';
import { ScrollBox } from '../../table';
import { ScorecardLink } from '../ScorecardLink';
import { TurnWords } from './TurnWords';

/** What turned for the worse in the week, with who answers for it. */
export function WorseSection(props: { worse: OrganisationResponse['worse'] }) {
  const t = useText();
  const { from, checks, levels, turns } = props.worse;
  if (turns.length === 0) {
    return (
      <Section title={t('worse.title')}>
        <EmptySentence>
          {t('worse.empty', { from: formatDay(from) })}
        </EmptySentence>
      </Section>
    );
  }
  return (
    <Section
      title={t('worse.title')}
      sub={t('worse.sub', {
        from: formatDay(from),
        shown: formatNumber(turns.length),
        number: formatNumber(checks + levels),
      })}
    >
      <ScrollBox label={t('worse.title')}>
        <table className="acc-table acc-rows" aria-label={t('worse.title')}>
          <thead>
            <tr>
              <th style={{ minWidth: 150 }}>{t('worse.service')}</th>
              <th style={{ minWidth: 140 }}>{t('worse.what')}</th>
              <th style={{ minWidth: 150 }}>{t('worse.turn')}</th>
              <th style={{ minWidth: 240 }}>{t('worse.why')}</th>
              <th className="acc-right">{t('worse.when')}</th>
            </tr>
          </thead>
          <tbody>
            {turns.map(turn => (
              <Row
                key={`${turn.entityRef} ${turn.scorecard} ${turn.check} ${turn.at}`}
                turn={turn}
              />
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </Section>
  );
}

function Row({ turn }: { turn: WorseTurn }) {
  const t = useText();
  const { check, burden, severity, owner } = turn;
  const about = [
    burden && t(`burden.${burden}`),
    severity && t(`severity.${severity}`),
  ].filter(Boolean);
  return (
    <tr>
      <th scope="row">
        <ServiceLink entityRef={turn.entityRef}>{turn.title}</ServiceLink>
        <div className="acc-label">
          {owner ? refName(owner) : t('owner.none')}
        </div>
      </th>
      <td data-label={t('worse.what')}>
        <ScorecardLink scorecard={turn.scorecard}>
          {check ? <code className="acc-code">{check}</code> : t('worse.level')}
        </ScorecardLink>
        <div className="acc-label">
          {about.length > 0 ? about.join(', ') : turn.scorecard}
        </div>
      </td>
      <td data-label={t('worse.turn')}>
        <TurnWords turn={turn} />
      </td>
      <td data-label={t('worse.why')} className="acc-muted">
        {turn.because}
      </td>
      <td data-label={t('worse.when')} className="acc-nowrap acc-right">
        {formatDay(turn.at)}
      </td>
    </tr>
  );
}
