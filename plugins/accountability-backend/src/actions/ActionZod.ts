import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';

type Options = Parameters<ActionsRegistryService['register']>[0];

/** The zod that the actions registry reads schemas with, which is not the one of our package. */
export type ActionZod = Parameters<Options['schema']['input']>[0];
