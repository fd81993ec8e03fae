import { optionalText as optionalTextOf } from 'backstage-plugin-accountability-node';

/** Git's own words about a branch, which people name after themselves. */
const BRANCH = /\b(branch |into )'[^']+'/gi;

/** A text that people wrote, as record events take it: without people and their branches, and cut. */
export const optionalText = (max: number) =>
  optionalTextOf(max, text => text.replace(BRANCH, '$1…'));
