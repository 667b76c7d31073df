import { systemListSchema, systemPaths } from '../backend/src/cases/simulated-sources/simulated-system.contract.ts';
import type { SystemList } from '../backend/src/cases/simulated-sources/simulated-system.contract.ts';
import { clientHeader } from '../src/contract/paths.ts';

type System = SystemList['systems'][number];

/** Lets a visitor make the systems behind the inbox silent, in `section`, which stays hidden where none are simulated. */
export async function silentSystems(section: HTMLElement): Promise<void> {
  if (document.documentElement.hasAttribute('data-static')) await backendInTab();
  const systems = await simulatedSystems();
  if (systems.length === 0) return;
  const status = section.querySelector<HTMLElement>('[role="status"]');
  section.querySelector('fieldset')?.append(
    ...systems.map((system) =>
      checkboxFor(system, async (silent) => {
        const isSet = await setSilent(system, silent);
        if (status) status.textContent = isSet ? `${system.name} ${silent ? 'svarar inte' : 'svarar igen'}. Ladda om sidan, så ser du skillnaden.` : 'Det gick inte att ändra. Försök igen.';
        return isSet;
      }),
    ),
  );
  section.hidden = false;
}

/** Settles when the backend in the tab can answer. */
const backendInTab = () =>
  new Promise<void>((resolve) => {
    new PerformanceObserver((marks) => {
      if (marks.getEntriesByName('demo-ready').length > 0) resolve();
    }).observe({ type: 'mark', buffered: true });
  });

function checkboxFor({ name, silent }: System, onChange: (silent: boolean) => Promise<boolean>): HTMLLabelElement {
  const label = document.createElement('label');
  const box = document.createElement('input');
  box.type = 'checkbox';
  box.checked = silent;
  box.addEventListener('change', async () => {
    const { checked } = box;
    if (!(await onChange(checked))) box.checked = !checked;
  });
  label.append(box, ` ${name}`);
  return label;
}

async function simulatedSystems(): Promise<System[]> {
  try {
    const answer = await fetch(systemPaths.systems);
    return answer.ok ? systemListSchema.parse(await answer.json()).systems : [];
  } catch {
    return [];
  }
}

async function setSilent({ id }: System, silent: boolean): Promise<boolean> {
  try {
    const headers = { [clientHeader.name]: clientHeader.value, 'Content-Type': 'application/json' };
    return (await fetch(systemPaths.system(id), { method: 'PUT', headers, body: JSON.stringify({ silent }) })).ok;
  } catch {
    return false;
  }
}
