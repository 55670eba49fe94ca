import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

// `virtual:paper.css` is the stylesheet of the printed page's blocks, as the Rust renderer has it, made fit for a place
// inside the workbench: its rules hold inside `.paper` only, its widths are measured on the paper and not on the window,
// and the colours by which the renderer tells parties apart become variables (`--party-0` …) that a dark theme can set.

const RENDERER = new URL('../../crates/detente-brief/src/render/html/', import.meta.url);
const NAME = 'virtual:paper.css';
const RESOLVED = '\0' + NAME;

export function paper(): Plugin {
  return {
    name: 'paper',
    resolveId: (id) => (id === NAME ? RESOLVED : null),
    load(id) {
      if (id !== RESOLVED) return null;
      const [blocks, look] = ['blocks.css', 'look.rs'].map((name) => {
        this.addWatchFile(new URL(name, RENDERER).pathname);
        return readFileSync(new URL(name, RENDERER), 'utf8');
      });
      return `${parties(look!)}\n.paper {\n${onPaper(blocks!)}\n}\n`;
    },
  };
}

/** Widths of the window become widths of the paper, which may have a panel beside it. */
function onPaper(css: string): string {
  return css.replace(/@media screen and (\([^)]*\))/g, '@container paper $1');
}

/** The colours of `LOOKS` in `look.rs`, by number. The dark ones stand in `style/tokens.css`. */
function parties(rust: string): string {
  const colours = [...rust.matchAll(/^ {4}\("(#[0-9a-f]{6})", "[\d ]+"\),$/gm)].map((found) => found[1]!);
  if (colours.length !== 6) throw new Error(`look.rs: expected six colours of parties, found ${colours.length}`);
  const variables = colours.map((light, i) => `--party-${i}: light-dark(${light}, var(--party-${i}-dark));`);
  const rules = colours.flatMap((light, i) =>
    ['fill', 'stroke'].map((what) => `.paper [${what}="${light}"] { ${what}: var(--party-${i}); }`),
  );
  return `:root { ${variables.join(' ')} }\n${rules.join('\n')}`;
}
