import { UploadFormat } from '../UploadFormat';
import { coverage } from './coverage/coverage';
import { cyclonedx } from './cyclonedx/cyclonedx';
import { instrumentation } from './instrumentation/instrumentation';
import { junit } from './junit/junit';
import { agentTrace } from './provenance/agentTrace';
import { gitAi } from './provenance/gitAi';
import { sarif } from './sarif/sarif';
import { slo } from './slo/slo';
import { spdx } from './spdx/spdx';

/** Every form of what CI uploads. */
export const formats: readonly UploadFormat[] = [
  sarif,
  cyclonedx,
  spdx,
  junit,
  coverage,
  gitAi,
  agentTrace,
  slo,
  instrumentation,
];
