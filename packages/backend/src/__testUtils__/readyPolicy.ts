/** A scorecard of one check, which every service with an owner passes. */
export const readyScorecard = `
apiVersion: accountability.io/v1alpha1
kind: Scorecard
metadata: { name: ready, title: Ready }
spec:
  levels: [bronze]
  checks:
    - id: owner-exists
      title: The owner exists
      burden: ownership
      level: bronze
      expression: ownership.owner_resolves
`;

/** The same, and a gate that asks it. */
export const readyPolicy = `${readyScorecard}---
apiVersion: accountability.io/v1alpha1
kind: Gate
metadata: { name: production, title: Production }
spec:
  rules:
    - { check: ready/owner-exists, mode: enforce }
`;
