/**
 * Stands in for the package `debug` in the bundle: puppeteer hands it every message of the protocol, and a
 * release under embargo must not appear on a terminal because of a DEBUG variable.
 */
export default function noDebug(): () => void {
  return () => {}
}
