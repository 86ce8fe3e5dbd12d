/**
 * Thrown when a step did not end in time; whatever was asked is then in an unknown state and must be killed.
 */
export class StepTimeout extends Error {
  override readonly name = 'StepTimeout'
}

/** Waits for the work of a step, at most so many milliseconds. */
export async function within<T>(step: string, milliseconds: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const timeout = new Promise<never>((_, reject) => {
    const message = `"${step}" was not done after ${milliseconds / 1000} s`
    timer = setTimeout(() => reject(new StepTimeout(message)), milliseconds)
  })
  try {
    return await Promise.race([work, timeout])
  } finally {
    clearTimeout(timer)
  }
}
