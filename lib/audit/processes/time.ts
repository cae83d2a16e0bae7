import { Failure } from '../failure.ts';

/** Waits some seconds. */
export function pause(seconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, seconds * 1000));
}

/** Asks again and again until the answer is true; `Failure` with the sentence after the seconds. */
export async function until(
  holds: () => Promise<boolean> | boolean,
  seconds: number,
  sentence: () => string,
): Promise<void> {
  const end = performance.now() + seconds * 1000;
  while (!(await holds())) {
    if (performance.now() > end) throw new Failure(`${sentence()} (waited ${seconds} s)`);
    await pause(0.05);
  }
}

/** The promise's value, or a `Failure` with the sentence when it takes longer. */
export async function within<T>(
  seconds: number,
  promise: Promise<T>,
  sentence: string,
): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(
      () => reject(new Failure(`${sentence} (waited ${seconds} s)`)),
      seconds * 1000,
    );
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
