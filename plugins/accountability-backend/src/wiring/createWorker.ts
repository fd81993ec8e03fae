import {
  DatabaseService,
  LifecycleService,
  LoggerService,
  RootConfigService,
} from '@backstage/backend-plugin-api';
import {
  MetricsService,
  TracingService,
} from '@backstage/backend-plugin-api/alpha';
import { EventsService } from '@backstage/plugin-events-node';
import { SignalsService } from '@backstage/plugin-signals-node';
import { AssessmentWorker } from '../assessment';
import { readQuietSources } from '../ingestion';
import { TurnTeller, readTellingSettings } from '../telling';
import { Judges } from './createJudges';
import { observeAssessment } from './observeAssessment';

interface Services {
  config: RootConfigService;
  database: DatabaseService;
  events: EventsService;
  lifecycle: LifecycleService;
  logger: LoggerService;
  metrics: MetricsService;
  signals: SignalsService;
  tracing: TracingService;
}

/** What assesses services, and tells other plugins and open pages of what turned until the backend shuts down. */
export function createWorker(
  services: Services,
  judges: Judges,
  signal: AbortSignal,
): AssessmentWorker {
  const teller = TurnTeller.create({
    ...services,
    ...readTellingSettings(services.config),
  });
  services.lifecycle.addShutdownHook(() => teller.stop());
  return AssessmentWorker.create({
    ...services,
    ...judges,
    readQuietSources,
    observer: observeAssessment(services),
    onTurned: turned => teller.tell(turned),
    signal,
  });
}
