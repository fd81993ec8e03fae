import { Checkbox, Select } from '@backstage/ui';
import {
  GateOutcome,
  GateSummary,
} from 'backstage-plugin-accountability-common';
import { useText } from '../../text';
import { DecisionsQuery } from './useDecisions';

const ALL = 'all';
const outcomes: readonly GateOutcome[] = ['deny', 'warn', 'allow'];

/** What the log is narrowed to. */
export function DecisionFilters(props: {
  gates: GateSummary[];
  query: DecisionsQuery;
  onQuery(next: DecisionsQuery): void;
}) {
  const t = useText();
  const { gates, query, onQuery } = props;
  const all = { value: ALL, label: t('decisions.all') };
  return (
    <div
      className="acc-controls"
      style={{ flexWrap: 'wrap', alignItems: 'end', marginBottom: 16 }}
      role="group"
      aria-label={t('decisions.filters')}
    >
      <Select
        label={t('decisions.gate')}
        options={[
          all,
          ...gates.map(({ gate, title }) => ({ value: gate, label: title })),
        ]}
        value={query.gate ?? ALL}
        onChange={value =>
          onQuery({
            ...query,
            gate: gates.find(({ gate }) => gate === value)?.gate,
          })
        }
      />
      <Select
        label={t('decisions.verdict')}
        options={[
          all,
          ...outcomes.map(outcome => ({
            value: outcome,
            label: t(`gateOutcome.${outcome}`),
          })),
        ]}
        value={query.outcome ?? ALL}
        onChange={value =>
          onQuery({ ...query, outcome: outcomes.find(each => each === value) })
        }
      />
      <Checkbox
        isSelected={query.brokenGlass ?? false}
        onChange={brokenGlass => onQuery({ ...query, brokenGlass })}
      >
        {t('decisions.onlyBroken')}
      </Checkbox>
    </div>
  );
}
