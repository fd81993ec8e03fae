import { OrganisationResponse } from 'backstage-plugin-accountability-common';
import { formatNumber, useText } from '../../text';
import { levelName, LevelSteps } from '../marks';
import { EmptySentence, Section } from '../states';

/** How many services are on each level, now and twelve weeks ago. */
export function LevelsSection(props: {
  levels: OrganisationResponse['levels'];
}) {
  const t = useText();
  const { levels } = props;
  const steps = Math.max(1, ...levels.map(({ rank }) => rank));
  const most = Math.max(1, ...levels.map(({ services }) => services));
  return (
    <Section
      title={t('organisationLevels.title')}
      sub={t('organisationLevels.sub')}
    >
      {levels.length === 0 && (
        <EmptySentence>{t('organisationLevels.none')}</EmptySentence>
      )}
      <ul>
        {levels.map(({ level, rank, services, before }) => (
          <li key={`${rank} ${level}`} className="acc-levelRow">
            <LevelSteps rank={rank} steps={steps} />
            <span>{level ? levelName(level) : t('level.none')}</span>
            <svg width="100%" height="8" aria-hidden>
              <rect
                width={`${(100 * services) / most}%`}
                height="8"
                fill="var(--acc-mark)"
              />
            </svg>
            <span className="acc-right acc-nowrap">
              <span className="acc-strong">{formatNumber(services)}</span>{' '}
              <span className="acc-label">
                {t('organisationLevels.was', { number: formatNumber(before) })}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
