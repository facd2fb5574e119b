import type { HomeView } from '../../sandbox/page/contract.ts';
import type { Chosen } from '../../sandbox/slack-simulator/simulator.ts';
import { drawBlocks } from './blocks.ts';
import { element } from './dom.ts';
import type { Scene } from './scene.ts';
import { dayNumber } from './slack-date.ts';

/** The app's Home tab. */
export function makeHome(scene: Scene) {
  const content = element('div', { class: 'home-blocks message-card' });
  const values = new Map<string, Chosen>();
  let shown = '';

  return {
    element: element(
      'div',
      { class: 'scroller home', tabindex: '0', role: 'region', 'aria-label': 'Home of the app' },
      content,
    ),

    /** @param view null while the app has published nothing */
    update(view: HomeView | null, user: string): void {
      const { zone, now } = scene.reader();
      const key = JSON.stringify([user, view, dayNumber(new Date(now), zone)]);
      if (key === shown) return;
      shown = key;
      const nothing = element('p', { class: 'muted', text: 'The app shows nothing here yet.' });
      const place = { at: { viewId: view?.id ?? '' }, values, errors: {} };
      content.replaceChildren(...(view === null ? [nothing] : drawBlocks(view.blocks, place, scene)));
    },
  };
}
