import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { ReleaseError } from '../finding.ts'
import type { FontCut, FontStyle } from './font-matching.ts'
import { type CodePointRanges, parseRanges } from './font-ranges.ts'

/** A font family as `letterhead.yaml` declares it: from a fontsource package, from own files, or both. */
export interface FontDeclaration {
  /** CSS family name, e.g. `Source Serif 4`. */
  readonly family: string
  /** A fontsource package, e.g. `@fontsource/source-serif-4`. */
  readonly package?: string
  /** WOFF2 files in the letterhead's folder, as absolute paths. */
  readonly files?: readonly { readonly file: string; readonly weight: number; readonly style: FontStyle }[]
  /** Upright weights wanted of the package, e.g. `[400, 700]`. */
  readonly weights: readonly number[]
  /** Italic weights wanted of the package, e.g. `[400]`. */
  readonly italics: readonly number[]
  /** Silently left out when the package is not installed. */
  readonly optional: boolean
}

/** A part of a family's characters that lies in files of its own, one for each cut. */
export interface FontSubset {
  /** The CSS `unicode-range`; absent for a letterhead's own file, which is asked for every character. */
  readonly unicodeRange?: string
  /** The same as numbers. */
  readonly ranges?: CodePointRanges
  /** Weight and style with the absolute path of the WOFF2 file. */
  readonly cuts: readonly (FontCut & { readonly file: string })[]
}

/** A declared family whose package was found. */
export interface FontFamily {
  /** CSS family name. */
  readonly family: string
  /** In the order of `@font-face` rules: where subsets overlap a browser asks the last one first. */
  readonly subsets: readonly FontSubset[]
}

/** The families of a letterhead in order of preference; the font files are not read yet. */
export type FontSet = readonly FontFamily[]

/**
 * Finds the declared families: packages from the letterhead's folder, then from this tool's own.
 * Throws `ReleaseError` `letterhead-invalid` when a package that is not optional is missing, or when
 * a package does not hold a declared weight or italic.
 */
export async function loadFonts(
  declarations: readonly FontDeclaration[],
  fromFolder: string,
): Promise<FontSet> {
  const families = await Promise.all(declarations.map((declaration) => loadFamily(declaration, fromFolder)))
  return families.filter((family) => family !== undefined)
}

async function loadFamily(declared: FontDeclaration, fromFolder: string): Promise<FontFamily | undefined> {
  const own: FontSubset[] = (declared.files ?? []).map((file) => ({ cuts: [file] }))
  if (declared.package === undefined) return { family: declared.family, subsets: own }
  const folder = findPackage(declared.package, fromFolder)
  if (folder === undefined) {
    if (declared.optional) return own.length > 0 ? { family: declared.family, subsets: own } : undefined
    throw new ReleaseError('letterhead-invalid', `font package "${declared.package}" is not installed`, {
      hint: `npm install ${declared.package}`,
      exitCode: 2,
    })
  }
  // Own files come last, so that they win over the package where both have a character.
  return { family: declared.family, subsets: [...(await packageSubsets(declared, folder)), ...own] }
}

/** The folder of a font package, looked for from a letterhead's folder, then from this tool's own. */
export function findPackage(name: string, fromFolder: string): string | undefined {
  for (const from of [join(fromFolder, 'letterhead.yaml'), import.meta.url]) {
    try {
      return dirname(createRequire(from).resolve(`${name}/unicode.json`))
    } catch {
      // Not installed from here: the next place may have it.
    }
  }
  return undefined
}

/** What a fontsource package's `metadata.json` says, as far as it matters here. */
interface PackageFacts {
  readonly id: string
  readonly weights: readonly number[]
  readonly styles: readonly string[]
}

async function packageSubsets(declared: FontDeclaration, folder: string): Promise<FontSubset[]> {
  const json = async (name: string): Promise<unknown> =>
    JSON.parse(await readFile(join(folder, name), 'utf8'))
  const [facts, unicode] = await Promise.all([json('metadata.json'), json('unicode.json')])
  const { id, weights, styles } = facts as PackageFacts
  const cuts: FontCut[] = [
    ...declared.weights.map((weight) => ({ weight, style: 'normal' as const })),
    ...declared.italics.map((weight) => ({ weight, style: 'italic' as const })),
  ]
  for (const { weight, style } of cuts) {
    if (weights.includes(weight) && styles.includes(style)) continue
    throw new ReleaseError(
      'letterhead-invalid',
      `font package "${declared.package}" has no ${weight} ${style}`,
      {
        hint: `it has the weights ${weights.join(', ')} in ${styles.join(' and ')}, e.g. weights: [${weights[0]}]`,
        exitCode: 2,
      },
    )
  }
  return Object.entries(unicode as Record<string, string>).map(([subset, unicodeRange]) => ({
    unicodeRange,
    ranges: parseRanges(unicodeRange),
    // The numbered slices of CJK families are "[4]" in unicode.json and "4" in file names.
    cuts: cuts.map((cut) => ({
      ...cut,
      file: join(folder, 'files', `${id}-${subset.replace(/[[\]]/g, '')}-${cut.weight}-${cut.style}.woff2`),
    })),
  }))
}
