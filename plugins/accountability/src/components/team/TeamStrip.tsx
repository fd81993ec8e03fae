import { Box } from '@backstage/ui';
import { RollupResponse } from 'backstage-plugin-accountability-common';
import { useText } from '../../text';
import { levelName, LevelSteps } from '../marks';
import { levelCounts } from './levelCounts';
import { CoveragePart } from '../service/CoveragePart';

/** Services on each level, highest first, and how much of them is known. */
export function TeamStrip({ rollup }: { rollup: RollupResponse }) {
  const t = useText();
  const { levels, steps } = levelCounts(rollup);
  const all = rollup.levels.reduce((sum, { services }) => sum + services, 0);
  return (
    <Box
      as="section"
      bg="neutral"
      className="acc-card acc-strip"
      aria-label={t('verdict.label')}
    >
      <div className="acc-stripPart" style={{ flexGrow: 2 }}>
        <span className="acc-label">{t('team.levels')}</span>
        <div className="acc-levels acc-stripValue">
          {levels.map(({ level, rank, services }) => (
            <span key={`${rank} ${level}`} className="acc-level">
              <LevelSteps rank={rank} steps={steps} size={20} />
              <span>
                <span className="acc-owner acc-strong">{services}</span>{' '}
                <span className="acc-label">
                  {level ? levelName(level) : t('level.none')}
                </span>
              </span>
            </span>
          ))}
        </div>
        <span className="acc-label">{t('team.services', { count: all })}</span>
      </div>
      <CoveragePart coverage={rollup.coverage} />
    </Box>
  );
}
