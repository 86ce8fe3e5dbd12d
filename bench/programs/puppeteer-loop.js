// What one would write first: two pages of Puppeteer, `setContent` and `pdf` for one file after the other.
// Arguments: how to launch, as JSON; the folder for the PDFs; HTML files.
import { readFile, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import puppeteer from 'puppeteer-core'

const [launch, folder, ...files] = process.argv.slice(2)
const browser = await puppeteer.launch(JSON.parse(launch))
try {
  await Promise.all(
    [0, 1].map(async () => {
      const page = await browser.newPage()
      for (let file = files.shift(); file !== undefined; file = files.shift()) {
        await page.setContent(await readFile(file, 'utf8'))
        const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true })
        await writeFile(join(folder, basename(file).replace(/html$/, 'pdf')), pdf)
      }
    }),
  )
} finally {
  await browser.close()
}
