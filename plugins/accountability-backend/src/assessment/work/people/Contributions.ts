import { AuthorshipDay, People } from 'backstage-plugin-accountability-engine';

/** Who contributors are, and who worked on what: read once for services, asked at any instant. */
export interface Contributions {
  /** Undefined where no fact looks at it. */
  people?: People;
  /** By subject; a person's keys are one. */
  authorship: ReadonlyMap<string, AuthorshipDay[]>;
  /** The one key under which a person is known, by each key of theirs. */
  personOf: ReadonlyMap<string, string>;
}

/** What is known where no fact asks. */
export const noContributions: Contributions = {
  authorship: new Map(),
  personOf: new Map(),
};
