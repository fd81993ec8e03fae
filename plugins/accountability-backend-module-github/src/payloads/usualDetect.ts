import { createDetect } from 'backstage-plugin-accountability-node';

/** Reads the markers that are known without configuration. */
export const usualDetect = createDetect();
