import { ScorecardResult } from 'backstage-plugin-accountability-common';
import { formatDate, useText } from '../../text';
import { LevelMark, levelName } from '../marks';
import { hasLadder } from '../reading';

/** The level of the first scorecard, what stands before the next one, and the other scorecards in a line. */
export function LevelPart({ scorecards }: { scorecards: ScorecardResult[] }) {
  const t = useText();
  const [first, ...others] = scorecards.filter(hasLadder);
  if (!first) {
    return (
      <div className="acc-stripPart">
        <span className="acc-label">{t('verdict.level')}</span>
        <span className="acc-stripValue">{t('verdict.noScorecard')}</span>
      </div>
    );
  }
  const { level } = first;
  const about = [
    level.since ? t('verdict.since', { date: formatDate(level.since) }) : '',
    t('verdict.scorecard', { title: first.title }),
  ];
  const also = others.map(
    ({ title, level: other }) =>
      `${other.name ? levelName(other.name) : t('level.none')} ${t(
        'verdict.scorecard',
        { title },
      )}`,
  );
  return (
    <div className="acc-stripPart">
      <span className="acc-label">{t('verdict.level')}</span>
      <span className="acc-stripValue">
        <LevelMark
          name={level.name}
          rank={level.rank}
          ladder={level.ladder}
          large
        />
      </span>
      <span className="acc-label">{about.filter(Boolean).join('; ')}</span>
      <span className="acc-label">
        <Before scorecard={first} />
      </span>
      {also.length > 0 && (
        <span className="acc-label">
          {t('verdict.others', { levels: also.join('; ') })}
        </span>
      )}
    </div>
  );
}

function Before({ scorecard }: { scorecard: ScorecardResult }) {
  const t = useText();
  const { level, checks } = scorecard;
  const next = level.ladder[level.rank];
  if (!next) return <>{t('verdict.top')}</>;
  const blocking = checks.filter(check =>
    level.blockedBy.includes(check.check),
  );
  const unknown = blocking.filter(check => check.status === 'unknown').length;
  const failing = blocking.length - unknown;
  const what = [
    failing > 0 && t('verdict.failing', { count: failing }),
    unknown > 0 && t('verdict.unknown', { count: unknown }),
  ]
    .filter(Boolean)
    .join(', ');
  return <>{t('verdict.blocked', { what, next })}</>;
}
