import { useRef, useState } from 'react';
import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
} from '@backstage/ui';
import { useApi } from '@backstage/frontend-plugin-api';
import { accountabilityApiRef } from '../../api';
import { usePolled } from '../../hooks';
import { formatInstant, useText } from '../../text';
import { Answer } from '../states';
import { MetricControls } from './MetricControls';
import { MetricPanel } from './MetricPanel';

/** Everything behind one fact of a service, for a window and an environment of choice, now or as of a past instant. */
export function MetricDialog(props: {
  entityRef: string;
  fact: string;
  /** The past instant that the page speaks of. */
  at?: number;
  onClose(): void;
}) {
  const t = useText();
  const api = useApi(accountabilityApiRef);
  const { entityRef, fact, at } = props;
  const [window, setWindow] = useState<number>();
  const [environment, setEnvironment] = useState<string>();
  const answer = usePolled(
    () => api.getMetric(entityRef, fact, { window, environment, at }),
    { key: `${entityRef} ${fact} ${window} ${environment} ${at}` },
  );
  // While another window is on its way the choice stays what it was.
  const environments = useRef<readonly string[]>([]);
  environments.current = answer.data?.environments ?? environments.current;
  return (
    <Dialog
      isOpen
      isDismissable
      width={820}
      onOpenChange={open => {
        if (!open) props.onClose();
      }}
    >
      <DialogHeader>
        {fact}
        {at !== undefined && `, ${t('metric.asOf', { at: formatInstant(at) })}`}
      </DialogHeader>
      <DialogBody>
        <div className="acc-stack acc-metric">
          <MetricControls
            window={window ?? answer.data?.windowDays}
            environment={environment ?? answer.data?.environment}
            environments={environments.current}
            onWindow={setWindow}
            onEnvironment={setEnvironment}
          />
          <Answer polled={answer} what={fact} boxes={[90, 200, 160]}>
            {data => (
              <MetricPanel entityRef={entityRef} metric={data} at={at} />
            )}
          </Answer>
        </div>
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" slot="close">
          {t('evidence.close')}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
