// md-to-pdf prints with the Chromium that is here already.
module.exports = { skipDownload: true }
