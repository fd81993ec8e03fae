import { Select, ToggleButton, ToggleButtonGroup } from '@backstage/ui';
import { metricWindows } from 'backstage-plugin-accountability-common';
import { useText } from '../../text';

/** Which window and which environment the fact is looked at in. */
export function MetricControls(props: {
  window?: number;
  environment?: string;
  /** Those to choose from. */
  environments: readonly string[];
  onWindow(days: number): void;
  onEnvironment(name: string): void;
}) {
  const t = useText();
  const { window, environment, environments, onWindow, onEnvironment } = props;
  return (
    <div className="acc-controls acc-metricControls">
      <ToggleButtonGroup
        aria-label={t('metric.window')}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={window === undefined ? [] : [String(window)]}
        onSelectionChange={keys => {
          const [days] = keys;
          if (days !== undefined) onWindow(Number(days));
        }}
      >
        {metricWindows.map(days => (
          <ToggleButton key={days} id={String(days)}>
            {t('metric.days', { days: String(days) })}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      <Select
        aria-label={t('popover.environment')}
        options={environments.map(name => ({ value: name, label: name }))}
        value={environment ?? null}
        onChange={value => {
          if (value !== null) onEnvironment(String(value));
        }}
      />
    </div>
  );
}
