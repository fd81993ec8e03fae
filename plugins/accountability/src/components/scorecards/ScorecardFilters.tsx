import { Select } from '@backstage/ui';
import {
  checkStatuses,
  ScorecardSummary,
} from 'backstage-plugin-accountability-common';
import { useText } from '../../text';
import { levelName } from '../marks';
import { ScorecardQuery, sorts } from './useScorecard';

const ALL = 'all';
const NONE = 'none';

/** What the list is narrowed to, and its order. */
export function ScorecardFilters(props: {
  scorecard: ScorecardSummary;
  query: ScorecardQuery;
  onQuery(next: ScorecardQuery): void;
}) {
  const t = useText();
  const { scorecard, query, onQuery } = props;
  const { levels, checks } = scorecard;
  const all = { value: ALL, label: t('scorecard.all') };
  return (
    <div
      className="acc-controls"
      style={{ flexWrap: 'wrap', alignItems: 'end', marginBottom: 16 }}
      role="group"
      aria-label={t('scorecard.filters')}
    >
      <Select
        label={t('scorecard.level')}
        options={[
          all,
          { value: NONE, label: t('scorecard.noLevel') },
          ...levels.map(level => ({ value: level, label: levelName(level) })),
        ]}
        value={query.level ?? ALL}
        onChange={value =>
          onQuery({
            ...query,
            level: [NONE, ...levels].find(each => each === value),
          })
        }
      />
      <Select
        label={t('scorecard.check')}
        options={[
          all,
          ...checks.map(({ check, title }) => ({ value: check, label: title })),
        ]}
        value={query.check ?? ALL}
        onChange={value =>
          onQuery({
            ...query,
            check: checks.find(({ check }) => check === value)?.check,
          })
        }
      />
      {query.check && (
        <Select
          label={t('scorecard.result')}
          options={[
            all,
            ...checkStatuses.map(status => ({
              value: status,
              label: t(`status.${status}`),
            })),
          ]}
          value={query.status ?? ALL}
          onChange={value =>
            onQuery({
              ...query,
              status: checkStatuses.find(each => each === value),
            })
          }
        />
      )}
      <Select
        label={t('scorecard.sort')}
        options={sorts.map(sort => ({
          value: sort,
          label: t(`scorecard.sorts.${sort}`),
        }))}
        value={query.sort}
        onChange={value =>
          onQuery({
            ...query,
            sort: sorts.find(each => each === value) ?? 'name',
          })
        }
      />
    </div>
  );
}
