import { useState } from 'react';
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
import { useText } from '../../text';
import { Answer } from '../states';
import { MetricControls } from './MetricControls';
import { MetricPanel } from './MetricPanel';

/** Everything behind one fact of a service, for a window and an environment of choice. */
export function MetricDialog(props: {
  entityRef: string;
  fact: string;
  onClose(): void;
}) {
  const t = useText();
  const api = useApi(accountabilityApiRef);
  const { entityRef, fact } = props;
  const [window, setWindow] = useState<number>();
  const [environment, setEnvironment] = useState<string>();
  const answer = usePolled(
    () => api.getMetric(entityRef, fact, { window, environment }),
    { key: `${entityRef} ${fact} ${window} ${environment}` },
  );
  return (
    <Dialog
      isOpen
      isDismissable
      width={820}
      onOpenChange={open => {
        if (!open) props.onClose();
      }}
    >
      <DialogHeader>{fact}</DialogHeader>
      <DialogBody>
        <div className="acc-stack acc-metric">
          <MetricControls
            entityRef={entityRef}
            window={window ?? answer.data?.windowDays}
            environment={environment ?? answer.data?.environment}
            onWindow={setWindow}
            onEnvironment={setEnvironment}
          />
          <Answer polled={answer} what={fact} boxes={[90, 200, 160]}>
            {data => <MetricPanel entityRef={entityRef} metric={data} />}
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
