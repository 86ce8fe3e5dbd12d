import { type Manifest, manifestSchema } from './schema.ts'

/** A manifest that was read, or why it cannot be: one fact, lower-case. */
export type ReadManifest =
  | { readonly manifest: Manifest }
  | { readonly reason: string; readonly hint: string }

/** Largest manifest that is read, bytes: some 50,000 releases. */
export const MANIFEST_BYTES = 64_000_000

const AGAIN = 'build again with --force'

/** Reads the bytes of a manifest; never throws, whatever file it is. */
export function readManifest(bytes: Uint8Array): ReadManifest {
  if (bytes.length > MANIFEST_BYTES) return { reason: `is larger than ${MANIFEST_BYTES} bytes`, hint: AGAIN }
  let value: unknown
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return { reason: bytes.length === 0 ? 'is empty' : 'is not JSON in UTF-8', hint: AGAIN }
  }
  const version = versionOf(value)
  if (version !== 1) {
    return typeof version === 'number' && version > 1
      ? { reason: `has version ${version}, and this release reads 1`, hint: 'use a newer release' }
      : { reason: 'is not a manifest of release: "version" is not 1', hint: AGAIN }
  }
  const read = manifestSchema.safeParse(value)
  if (read.success) return { manifest: read.data }
  const [issue] = read.error.issues
  const place = issue?.path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)).join('')
  return {
    reason: `is damaged: ${place?.slice(1) || 'its content'} is not as a manifest has it`,
    hint: AGAIN,
  }
}

function versionOf(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'version' in value ? value.version : undefined
}
