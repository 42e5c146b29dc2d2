/** The look of what the wizard puts into the page: its dock, and the boxes around what is meant. */
export const HOST_CSS = `
:host { color-scheme: light dark; }
* { box-sizing: border-box; }
.dock {
  position: absolute; inset: 0 0 0 auto; width: 360px; max-width: 100vw; pointer-events: auto; z-index: 3;
  background: light-dark(#fff, #141a1f); border-left: 1px solid light-dark(#dde3e7, #2d3841);
  box-shadow: 0 6px 20px rgb(20 32 43 / 12%);
}
.dock.left { inset: 0 auto 0 0; border-left: 0; border-right: 1px solid light-dark(#dde3e7, #2d3841); }
.dock[hidden] { display: none; }
.dock iframe { display: block; width: 100%; height: 100%; border: 0; }
.side {
  all: unset; position: absolute; left: -28px; top: 50%; width: 28px; height: 44px; margin-top: -22px;
  display: grid; place-items: center; cursor: pointer; font: 16px/1 system-ui, sans-serif;
  border-radius: 8px 0 0 8px; color: light-dark(#fff, #06282a); background: light-dark(#0b6b73, #4fc3c7);
}
.left .side { left: auto; right: -28px; border-radius: 0 8px 8px 0; }
.side:focus-visible { outline: 2px solid light-dark(#0b6b73, #4fc3c7); outline-offset: 2px; }
.cover { position: absolute; inset: 0; width: 100%; height: 100%; border: 0; pointer-events: auto; z-index: 1;
  color-scheme: light only; background: transparent; }
.box { position: absolute; z-index: 2; border: 2px solid #0b6b73; border-radius: 3px; background: rgb(11 107 115 / 12%);
  box-shadow: 0 0 0 2px rgb(255 255 255 / 70%); }
.box[hidden] { display: none; }
.label { position: absolute; left: -2px; bottom: 100%; max-width: 320px; padding: 2px 6px; border-radius: 3px 3px 0 0;
  overflow: hidden; white-space: nowrap; text-overflow: ellipsis; font: 12px/18px system-ui, sans-serif;
  color: #fff; background: #0b6b73; }
.box.low .label { bottom: auto; top: 100%; border-radius: 0 0 3px 3px; }
.label:empty { display: none; }
@media (forced-colors: active) { .side, .box { border: 2px solid Highlight; } }
@media print { .dock, .box { display: none; } }
`;
