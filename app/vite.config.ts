import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';
import { paper } from './vite/paper.ts';

// The bundle is committed and built into the server: names are fixed, and the same sources give the same bytes.
export default defineConfig({
  plugins: [paper(), svelte()],
  base: '/',
  build: {
    outDir: '../crates/detente-server/bundle',
    emptyOutDir: true,
    target: ['chrome125', 'firefox128', 'safari18'],
    modulePreload: { polyfill: false },
    cssCodeSplit: false,
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    rolldownOptions: {
      output: {
        entryFileNames: 'app.js',
        chunkFileNames: '[name].js',
        assetFileNames: (asset) => (asset.names[0]?.endsWith('.css') ? 'app.css' : '[name][extname]'),
        codeSplitting: {
          groups: [
            // What the editor shares with everything else: without a chunk of its own it would be in the editor's, and the first
            // paint would wait for that.
            { name: 'shared', test: /src\/(protocol|state|words\/(index|en(?!\/day-after-))|views\/(index|read)|trace|frame\/connect|parts\/(?!Range|Order|Difference|range|days))|node_modules\/(svelte|esm-env|clsx)|preload-helper/, priority: 5 },
            {
              name: 'codemirror',
              test: /node_modules\/(@codemirror\/(?!merge)|@lezer|@marijn|style-mod|w3c-keyname|crelt)/,
              priority: 2,
            },
            // Views together: they are much alike, and so weigh less in one file.
            { name: 'views', test: /src\/(views\/(?!index|read)|words\/en\/day-after-|parts\/(Range|Order|range|days))/, priority: 3 },
            { name: 'editor', test: /src\/editor\/(?!difference)/, priority: 1 },
            { name: 'merge', test: /node_modules\/@codemirror\/merge|src\/editor\/difference/ },
          ],
        },
      },
    },
  },
});
