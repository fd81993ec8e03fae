/** What one incident has to do with others that began together with it. */
export interface IncidentBurst {
  incident: string;
  /** How many services broke, its own among them. */
  services: number;
  /** When the first and the last of the incidents began. */
  from: number;
  to: number;
  /** `root`: all others depend on its service; `downstream`: all depend on another of them; absent: neither. */
  cascade?: 'root' | 'downstream';
}
