/** A CVE identifier in upper case. */
export const cvePattern = /^CVE-\d{4}-\d{4,19}$/;
