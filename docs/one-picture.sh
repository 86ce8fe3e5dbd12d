#!/bin/sh
# Makes docs/one-picture.png: the first lines of a draft beside page 1 of its PDF.
# Needs poppler-utils (pdftoppm), ImageMagick (convert) and a Chromium; run it after `npm run build`.
set -eu
cd "$(dirname "$0")/.."
draft=examples/admission/draft.md
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
node bin/release.js build "$draft" -f pdf -o "$work" --quiet >/dev/null
pdftoppm -png -r 72 -f 1 -l 1 -singlefile "$work/draft.pdf" "$work/page"
lines=$(head -n 23 "$draft" | sed 's/&/\&amp;/g; s/</\&lt;/g')
cat > "$work/picture.html" <<HTML
<!doctype html><meta charset="utf-8"><style>
body { margin: 0; padding: 28px; width: 1100px; height: 800px; box-sizing: border-box; display: flex; gap: 28px; background: #e9ebee }
pre { flex: 1; margin: 0; padding: 20px; overflow: hidden; background: #fff; font: 12.5px/1.45 monospace; white-space: pre-wrap; color: #222; max-height: 704px }
img { height: 744px; background: #fff }
</style><pre>$lines</pre><img src="page.png">
HTML
"${RELEASE_BROWSER:-chromium}" --headless --no-sandbox --disable-gpu --hide-scrollbars \
  --window-size=1100,800 --screenshot="$work/picture.png" "file://$work/picture.html" >/dev/null 2>&1
convert "$work/picture.png" +dither -colors 12 -strip -define png:compression-level=9 docs/one-picture.png
ls -l docs/one-picture.png
