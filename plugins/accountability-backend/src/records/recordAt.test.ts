import {
  DeploymentRecord,
  IncidentRecord,
} from 'backstage-plugin-accountability-common';
import { deploymentAt, incidentAt } from './recordAt';

const deployment: DeploymentRecord = {
  kind: 'deployment',
  id: 'd',
  subject: 's',
  startedAt: 10,
  endedAt: 20,
  state: 'finished',
  result: 'failure',
};
const incident: IncidentRecord = {
  kind: 'incident',
  id: 'i',
  subject: 's',
  startedAt: 10,
  endedAt: 40,
  state: 'resolved',
  acknowledgedAt: 15,
  episodes: [
    { from: 12, to: 20 },
    { from: 30, to: 40 },
  ],
};

describe('a record at an instant', () => {
  it.each([
    { at: 9, gives: undefined },
    { at: 10, gives: { state: 'executing', result: undefined } },
    { at: 20, gives: { state: 'finished', result: 'failure' } },
  ])('gives a deployment as it was at $at', ({ at, gives }) => {
    const then = deploymentAt(deployment, at);

    expect(then && { state: then.state, result: then.result }).toEqual(gives);
  });

  it.each([
    { at: 11, gives: { state: 'triggered', episodes: [] } },
    {
      at: 16,
      gives: {
        state: 'acknowledged',
        acknowledgedAt: 15,
        episodes: [{ from: 12 }],
      },
    },
    {
      at: 35,
      gives: {
        state: 'acknowledged',
        episodes: [{ from: 12, to: 20 }, { from: 30 }],
      },
    },
    { at: 40, gives: { state: 'resolved', endedAt: 40 } },
  ])('gives an incident as it was at $at', ({ at, gives }) => {
    const then = incidentAt(incident, at);

    expect(then).toEqual(expect.objectContaining(gives));
  });
});
