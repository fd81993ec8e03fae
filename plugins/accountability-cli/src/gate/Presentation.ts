/** In what a decision is told. */
export const formats = ['text', 'json', 'sarif', 'github'] as const;

/** How a decision is told, and where. */
export interface Presentation {
  format: (typeof formats)[number];
  /** File that gets the format; the console gets text then. */
  output?: string;
  /** Address of Backstage. */
  portalUrl?: string;
  /** The file of the service, where SARIF says that findings are. */
  catalogFile: string;
}
