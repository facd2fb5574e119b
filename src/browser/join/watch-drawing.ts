import { KIT_FAULT } from './kit-fault.ts';

/** In which a screen of the kit has to be there: some thirty small files, also over a slow network. */
const PATIENCE_MS = 20_000;
const LOOK_EVERY_MS = 500;

export interface DrawingWatch {
  /** The call was entered, and the kit fetches the screen for it. */
  entered(): void;
  stop(): void;
}

/**
 * Gives up when the kit stays empty: it hides itself until it and all within it were drawn, and says nothing when that
 * never happens. Later only a file that is known to be missing counts, and only one of the call's first screen:
 * nobody is thrown out of a call for a part of it that they asked for and did not get.
 */
export function watchDrawing(kit: HTMLElement, giveUp: () => void): DrawingWatch {
  const isDrawn = () => kit.classList.contains('hydrated');
  const looking = setInterval(() => {
    if (!isDrawn()) return;
    clearInterval(looking);
    stop();
  }, LOOK_EVERY_MS);
  let timer = setTimeout(giveUp, PATIENCE_MS);
  addEventListener(KIT_FAULT, giveUp);

  function stop(): void {
    clearInterval(looking);
    clearTimeout(timer);
    removeEventListener(KIT_FAULT, giveUp);
  }

  return {
    entered() {
      stop();
      addEventListener(KIT_FAULT, giveUp);
      timer = setTimeout(stop, PATIENCE_MS);
    },
    stop,
  };
}
