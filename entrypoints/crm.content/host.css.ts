/**
 * The look of what stands in the CRM's page: a narrow tab and the dock that holds the panel's frame.
 * Kept apart from the page by a closed shadow root; colours are those of the panel's own tokens.
 */
export const HOST_CSS = `
:host { color-scheme: light dark; }
*, ::before { box-sizing: border-box; }
.dock {
  position: absolute; inset: 0 0 0 auto; width: var(--width); pointer-events: auto;
  background: light-dark(#fff, #141a1f); border-left: 1px solid light-dark(#dde3e7, #2d3841);
  box-shadow: 0 6px 20px #14202b1f; will-change: opacity;
}
.veiled .dock { visibility: visible; opacity: .001; pointer-events: none; }
iframe { display: block; width: 100%; height: 100%; border: 0; }
.grip { position: absolute; inset: 0 auto 0 -4px; width: 8px; cursor: ew-resize; touch-action: none; opacity: 0; }
.tab {
  all: unset; position: absolute; right: 0; top: var(--top); width: 28px; height: 44px; margin-top: -22px;
  display: grid; place-items: center; pointer-events: auto; cursor: pointer; touch-action: none;
  visibility: visible; border-radius: 8px 0 0 8px; color: light-dark(#fff, #06282a);
  background: light-dark(#0b6b73, #4fc3c7); box-shadow: -5px 1px 4px #14202b40;
}
[aria-expanded=true] { right: var(--width); }
.tab::before {
  content: ""; width: 14px; height: 14px; border: 2px solid; border-left-color: #0000; border-radius: 50%;
  background: radial-gradient(currentcolor 2px, #0000 2.5px);
}
[data-stale] { background: light-dark(#8a5a00, #f3c15f); }
.away .tab { visibility: hidden; }
:is(.tab, .grip):focus-visible { outline: 2px solid light-dark(#0b6b73, #4fc3c7); outline-offset: 2px; opacity: 1; }
@media (forced-colors: active) { .tab { border: 1px solid } }
@media print { .dock, .tab { display: none } }
`;
