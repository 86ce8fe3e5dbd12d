import { realpathSync } from 'node:fs'
import { isInside } from '../images/is-inside.ts'

/** True for a draft that links take out of the folder that nothing is read outside of: no byte of it is shown. */
export function leadsOut(file: string, projectFolder: string): boolean {
  try {
    return !isInside(realpathSync.native(projectFolder), realpathSync.native(file))
  } catch {
    // What is not there is told as that.
    return false
  }
}
