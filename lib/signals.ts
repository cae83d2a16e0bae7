const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** A signal that asks a run to end. */
export type Signal = (typeof signals)[number];

/** Signals that are noted instead of died of. */
export interface Watch {
  /** The first that came. */
  seen(): Signal | undefined;
  /** Has each from now on heard of. */
  heed(act: (signal: Signal) => void): void;
  end(): void;
}

/** Notes signals instead of dying of them, until `end`: what is under way stops between two steps. */
export function watchSignals(): Watch {
  let first: Signal | undefined;
  let heard: ((signal: Signal) => void) | undefined;
  const handlers = signals.map((signal) => {
    const handler = (): void => {
      first ??= signal;
      heard?.(signal);
    };
    process.on(signal, handler);
    return { signal, handler };
  });
  return {
    seen: () => first,
    heed: (act) => {
      heard = act;
    },
    end: () => {
      for (const { signal, handler } of handlers) process.off(signal, handler);
    },
  };
}
