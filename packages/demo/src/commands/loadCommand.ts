import { Company, createCompany } from '../company/createCompany';
import { writeDemoState } from '../loading/DemoState';
import { loadDemo } from '../loading/loadDemo';
import { CommandOptions } from './CommandOptions';

/** Sends Halden's story; goes on where an earlier load stopped, and does nothing once it is all there. */
export async function loadCommand(options: CommandOptions): Promise<void> {
  const { state, statePath, say } = options;
  if (state.loaded) {
    say('Halden is loaded already');
    return;
  }
  const company = createCompany(state);
  const whole = measure(company);
  say(
    `Halden's last ${state.days} days: ${print(whole.events)} events in ` +
      `${print(whole.deliveries)} deliveries`,
  );

  let shown = -1;
  let saving = Promise.resolve();
  await loadDemo({
    ...options,
    company,
    startAt: state.taken,
    onProgress: ({ deliveries, events }) => {
      const tenth = Math.floor((events / whole.events) * 10);
      if (tenth === shown) return;
      shown = tenth;
      const percent = Math.floor((events / whole.events) * 100);
      say(`  ${percent} %  ${print(events)} events taken`);
      const reached = { ...state, taken: deliveries };
      saving = saving.then(() => writeDemoState(statePath, reached));
    },
  });
  await saving;
  await writeDemoState(statePath, {
    ...state,
    taken: whole.deliveries,
    loaded: true,
  });
  say('Halden is loaded');
}

function measure(company: Company) {
  const whole = { deliveries: 0, events: 0 };
  for (const { events } of company.deliveries()) {
    whole.deliveries++;
    whole.events += events;
  }
  return whole;
}

function print(count: number): string {
  return count.toLocaleString('en-GB');
}
