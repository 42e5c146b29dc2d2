/** The browser is found or installed by scripts/ensure-browser.ts, never while npm installs. */
module.exports = { skipDownload: true };
