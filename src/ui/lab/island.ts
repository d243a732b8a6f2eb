// Where the lab comes to life: what it will ask for is fetched beside its own code, the machine first.
import { startAhead } from '../session/engine-worker.ts';

const browser = typeof document !== 'undefined';
if (browser) startAhead();
const lab = import('./Lab.tsx');
if (browser) {
  // On a phone the terminal may be on a part of the page that is not open.
  const terminal = document.querySelector('.lab-start');
  if (terminal !== null && terminal.clientWidth > 0) void import('../terminal/controller.ts').catch(() => {});
}

export const { Lab } = await lab;
