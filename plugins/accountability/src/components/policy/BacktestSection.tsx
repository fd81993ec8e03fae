import { useState } from 'react';
import { Button, TextAreaField } from '@backstage/ui';
import { BacktestResponse } from 'backstage-plugin-accountability-common';
import { formatNumber, useText } from '../../text';
import { Section, Trouble } from '../states';
import { BacktestReportView } from './BacktestReportView';
import { useBacktest } from './useBacktest';

/** Takes a candidate policy, has it tried over all services and their past, and shows what would be. */
export function BacktestSection() {
  const t = useText();
  const [policy, setPolicy] = useState('');
  const { send, busy, trouble, started, polled } = useBacktest();
  const test = polled.data ?? started;
  const runs = test?.state === 'waiting' || test?.state === 'running';
  return (
    <>
      <Section title={t('backtest.title')} sub={t('backtest.sub')}>
        <div className="acc-form acc-yaml">
          <TextAreaField
            label={t('backtest.policy')}
            description={t('backtest.policyHint')}
            rows={10}
            value={policy}
            onChange={setPolicy}
          />
          <div>
            <Button
              isDisabled={!policy.trim() || runs}
              isPending={busy}
              onPress={() => void send({ policy })}
            >
              {t('backtest.run')}
            </Button>
          </div>
          <Trouble>{trouble}</Trouble>
          {test && <Progress test={test} />}
        </div>
      </Section>
      {test?.report && <BacktestReportView report={test.report} />}
    </>
  );
}

function Progress({ test }: { test: BacktestResponse }) {
  const t = useText();
  const { state, progress, because = '' } = test;
  const words = {
    waiting: t('backtest.waiting'),
    running: t('backtest.running', {
      done: formatNumber(progress.done),
      total: formatNumber(progress.total),
    }),
    failed: t('backtest.failed', { because }),
    done: '',
  };
  return words[state] ? (
    <p className="acc-label" role="status">
      {words[state]}
    </p>
  ) : null;
}
