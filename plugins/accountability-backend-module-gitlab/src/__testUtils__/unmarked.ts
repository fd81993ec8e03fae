/** What is told of a request in which no marker is found. */
export const unmarked = {
  tools: [],
  commits: 0,
  automation: false,
  suggestions: false,
  none: false,
  signedByTool: false,
  evidence: [],
};
