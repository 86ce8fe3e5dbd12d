import { createHash } from 'node:crypto'
import { type Stamp, stampOf } from '../file-stamp.ts'
import type { LocalFinding, Place } from '../finding.ts'
import { describeForeign } from './describe-foreign.ts'
import { readRegularFile } from './image-file.ts'
import { EXAMPLE, ImageRefusal, quoted } from './image-refusal.ts'
import { type ImageFolders, locateImage } from './locate-image.ts'
import { type Raster, readRaster } from './read-raster.ts'
import { looksLikeSvg, readSvg } from './svg/read-svg.ts'

/** An image as a draft names it, and where. */
export interface ImageRequest extends Place {
  /** The address as written. */
  readonly url: string
}

/** How much an image may weigh. */
export interface ImageLimits {
  /** Bytes of the file. */
  readonly bytes: number
  /** Width times height as its header declares them. */
  readonly pixels: number
}

/** 10 MB and 40 megapixels: a good camera's picture; a bomb of 15000 × 15000 costs Chromium gigabytes. */
export const DEFAULT_IMAGE_LIMITS: ImageLimits = { bytes: 10 * 2 ** 20, pixels: 40_000_000 }

/** An image that was read and found harmless, ready to be embedded. */
export interface Image {
  /** Absolute real path of the file. */
  readonly file: string
  /** The file as a base64 data URL. */
  readonly dataUrl: string
  /** By content, never by extension. */
  readonly mime: Raster['mime'] | 'image/svg+xml'
  /** CSS pixels as displayed, EXIF orientation applied. */
  readonly width: number
  /** CSS pixels as displayed, EXIF orientation applied. */
  readonly height: number
  /** Size of the file. */
  readonly bytes: number
  /** Of the file's bytes, in hexadecimal. */
  readonly sha256: string
  /** Of the file before it was read. */
  readonly stamp?: Stamp | undefined
}

/**
 * Reads the images of a draft from inside its project folder; a file named twice is read once.
 * Every request that cannot be met gives one finding, `image-missing` or `image-refused`. Never throws
 * for anything a draft can write, and never fetches.
 */
export async function readImages(
  requests: readonly ImageRequest[],
  { limits, ...folders }: ImageFolders & { readonly limits: ImageLimits },
): Promise<{ images: Map<string, Image>; findings: LocalFinding[] }> {
  const images = new Map<string, Image>()
  const findings: LocalFinding[] = []
  const byUrl = new Map<string, Promise<Image>>()
  const byPath = new Map<string, Promise<Image>>()
  const read = async (url: string): Promise<Image> => {
    const path = await locateImage(url, folders)
    return remembered(byPath, path, () => readImage(path, limits))
  }
  // One after the other: a draft has few images, and their order is that of the findings.
  for (const { url, line, column, end } of requests) {
    try {
      images.set(url, await remembered(byUrl, url, () => read(url)))
    } catch (error) {
      const refusal = asRefusal(error)
      findings.push({
        severity: 'error',
        rule: refusal.missing ? 'image-missing' : 'image-refused',
        message: `image ${quoted(url)} ${refusal.message}`,
        hint: refusal.hint,
        line,
        column,
        ...(end && { end }),
      })
    }
  }
  return { images, findings }
}

function remembered<T>(known: Map<string, Promise<T>>, key: string, make: () => Promise<T>): Promise<T> {
  const value = known.get(key) ?? make()
  known.set(key, value)
  return value
}

async function readImage(path: string, limits: ImageLimits): Promise<Image> {
  const stamp = stampOf(path)
  const bytes = await readRegularFile(path, limits.bytes)
  const { mime, width, height } = identify(bytes, limits)
  if (width * height > limits.pixels) {
    const size = `${width} × ${height} pixels, more than ${Math.floor(limits.pixels / 1e6)} megapixels`
    throw new ImageRefusal(`has ${size}`, 'save it smaller, e.g. 2000 pixels wide')
  }
  return {
    file: path,
    dataUrl: `data:${mime};base64,${bytes.toString('base64')}`,
    mime,
    width,
    height,
    bytes: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    stamp,
  }
}

function identify(bytes: Buffer, limits: ImageLimits): Pick<Image, 'mime' | 'width' | 'height'> {
  const raster = readRaster(bytes)
  if (raster === 'damaged') {
    throw new ImageRefusal(
      'is damaged, cut off or of a kind browsers cannot show',
      'save it again as PNG or JPEG',
    )
  }
  if (raster) return raster
  if (looksLikeSvg(bytes)) return { mime: 'image/svg+xml', ...readSvg(bytes, limits.pixels) }
  throw new ImageRefusal(
    describeForeign(bytes),
    `save it as PNG, JPEG, GIF, WebP or SVG; only the content counts, e.g. ${EXAMPLE}`,
  )
}

/** The file system's own refusals (no permission, a name too long) are told by their code. */
function asRefusal(error: unknown): ImageRefusal {
  if (error instanceof ImageRefusal) return error
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') {
    return new ImageRefusal(
      `cannot be read (${error.code})`,
      'check the permissions of the file and its folders',
    )
  }
  throw error
}
