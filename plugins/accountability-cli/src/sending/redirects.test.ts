import { askGate } from '../gate/askGate';
import { FakeGates } from '../testing/FakeGates';
import { FakeIntake } from '../testing/FakeIntake';
import { IntakeClient } from './IntakeClient';

const token = 'ci-token';
const statuses = [301, 302, 303, 307, 308];

describe('a redirect to another host', () => {
  let elsewhere: FakeGates;
  let location: string;
  beforeEach(async () => {
    elsewhere = new FakeGates();
    location = await elsewhere.start();
  });
  afterEach(() => elsewhere.stop());

  it.each(statuses)(
    'is not followed by the intake, neither with the token nor with what is sent: %s',
    async status => {
      const intake = new FakeIntake();
      const url = await intake.start();
      intake.mood = () => ({ status, headers: { location } });
      const client = new IntakeClient({ url, token, onRetry: () => {} });

      const sent = await client.send('{}', 'key');

      expect(sent).toEqual({
        status: 'stopped',
        because: expect.stringContaining(
          'a redirect, which is not followed; give the address behind it as --url',
        ),
      });
      expect(elsewhere.requests).toEqual([]);
      await intake.stop();
    },
  );

  it.each(statuses)(
    'is not followed by a gate, which refuses instead of allowing: %s',
    async status => {
      const gates = new FakeGates();
      const url = await gates.start();
      gates.answer = () => ({ status, headers: { location }, body: '' });

      const asked = await askGate(
        'production',
        { entityRef: 'component:default/payments' },
        { url, token, timeoutMs: 5000, retries: 0, onRetry: () => {} },
      );

      expect(asked).toEqual({
        status: 'refused',
        because: expect.stringContaining('which is not followed'),
      });
      expect(elsewhere.requests).toEqual([]);
      await gates.stop();
    },
  );
});
