/** The style of the page, for light and dark, for a wide screen and a phone. */
export const pageStyle = `
:root { --back: #f6f7f9; --card: #ffffff; --ink: #16202c; --soft: #5b6878; --edge: #dfe4ea; --line: #1967a8; --area: #1967a822; }
@media (prefers-color-scheme: dark) {
  :root { --back: #10151b; --card: #18202a; --ink: #e8edf3; --soft: #9aa8b8; --edge: #2b3643; --line: #6cb6f2; --area: #6cb6f226; }
}
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 72rem; padding: 1.5rem 1rem 3rem; background: var(--back); color: var(--ink); font: 16px/1.45 system-ui, sans-serif; }
h1 { margin: 0 0 .25rem; font-size: 1.6rem; }
header p { margin: 0 0 1.5rem; color: var(--soft); max-width: 46rem; }
main { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 22rem), 1fr)); gap: 1rem; }
article { display: flex; flex-direction: column; min-width: 0; padding: 1rem; background: var(--card); border: 1px solid var(--edge); border-radius: .5rem; }
h2 { margin: 0; font-size: 1rem; overflow-wrap: anywhere; }
h2 span { color: var(--soft); font-weight: 400; }
.left { margin: .25rem 0 .75rem; font-size: 1.5rem; font-variant-numeric: tabular-nums; overflow-wrap: anywhere; }
.left small { font-size: .875rem; color: var(--soft); }
figure { margin: 0; display: grid; grid-template-columns: auto 1fr; gap: .25rem .5rem; font-size: .75rem; color: var(--soft); font-variant-numeric: tabular-nums; }
.scale { display: flex; flex-direction: column; justify-content: space-between; text-align: right; min-width: 2.5rem; }
svg { width: 100%; height: 8rem; overflow: visible; border-bottom: 1px solid var(--edge); }
.line { fill: none; stroke: var(--line); stroke-width: 2; stroke-linecap: round; stroke-linejoin: round; vector-effect: non-scaling-stroke; }
.area { fill: var(--area); }
.mark { fill: transparent; }
.mark:hover { fill: var(--area); }
figcaption { grid-column: 2; display: flex; justify-content: space-between; }
dl div:only-child { grid-column: 1 / -1; }
dl { display: grid; grid-template-columns: 1fr 1fr; gap: .5rem 1rem; margin: 1rem 0 0; font-size: .875rem; }
dt { color: var(--soft); }
dd { margin: 0; overflow-wrap: anywhere; font-variant-numeric: tabular-nums; }
`;
