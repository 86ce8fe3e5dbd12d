import { join } from 'node:path'
import { ReleaseError } from '../finding.ts'
import { readImages } from '../images/read-images.ts'

const LIMITS = { bytes: 1_000_000, pixels: 10_000_000 }

/** Reads the masthead's picture as a data URL. Throws `letterhead-invalid` where it cannot be used. */
export async function logoDataUrl(
  folder: string,
  logo: { readonly file: string; readonly alt: string },
  shown: string,
): Promise<{ src: string; alt: string }> {
  const request = { url: logo.file, line: 1, column: 1 }
  const { images, findings } = await readImages([request], {
    draftFolder: folder,
    projectFolder: folder,
    limits: LIMITS,
  })
  const image = images.get(logo.file)
  if (image) return { src: image.dataUrl, alt: logo.alt }
  throw new ReleaseError('letterhead-invalid', `the logo of "${shown}" cannot be used`, {
    findings: findings.map((finding) => ({
      ...finding,
      rule: 'letterhead-invalid',
      path: join(shown, 'letterhead.yaml'),
    })),
  })
}
