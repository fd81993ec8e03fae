import { CaseReader } from './CaseReader';
import { PreparedCase } from './PreparedCase';
import { answersOfCase } from './answersOfCase';
import { exemptionsOfCase } from './exemptionsOfCase';
import { expectationsOfCase } from './expectationsOfCase';
import { factsOfCase } from './factsOfCase';
import { serviceOfCase } from './serviceOfCase';

/** Makes a case ready; what is wrong with it is gathered in the reader's faults. */
export function prepareCase(reading: CaseReader): PreparedCase {
  const { reader, test, written, index, policy } = reading;
  const now = written.now ?? test.spec.now;
  const service = serviceOfCase(test.spec.service, written.service);
  const { file, line, column } = reader.atPath(['spec', 'cases', index], '');
  return {
    test: test.metadata.name,
    name: written.name,
    place: { file, line, column },
    policy,
    now,
    service,
    facts: factsOfCase(reading, now),
    exemptions: exemptionsOfCase(reading, { now, service }),
    answers: answersOfCase(reading),
    question: {
      entityRef: service.entityRef,
      ...(written.request ?? { point: 'deploy', labels: [] }),
    },
    ...expectationsOfCase(reading),
  };
}
