/** The server under measure keeps records for so many days: longer than any history that is laid behind a service. */
export const retentionDays = 5000;
