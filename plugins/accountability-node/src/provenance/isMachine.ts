import { createIsMachine } from './createIsMachine';

/** See `createIsMachine`; by the markers that are known without configuration. */
export const isMachine = createIsMachine();
