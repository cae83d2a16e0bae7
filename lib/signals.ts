const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Notes signals instead of dying of them, until `end`: a commit stops between two steps. */
export function watchSignals(): { seen: () => string | undefined; end: () => void } {
  let first: string | undefined;
  const handlers = signals.map((signal) => {
    const handler = (): void => {
      first ??= signal;
    };
    process.on(signal, handler);
    return { signal, handler };
  });
  return {
    seen: () => first,
    end: () => {
      for (const { signal, handler } of handlers) process.off(signal, handler);
    },
  };
}
