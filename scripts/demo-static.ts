import { widgetsBuild } from '../demo/node/build.ts';
import { builtFolders } from '../demo/node/site-files.ts';
import { buildStaticSite, serveStaticSite } from '../demo/node/static-site.ts';
import { runSteps } from '../demo/node/steps.ts';

// `npm run demo:static`: the demo as a folder that any static host can serve. With `--serve`, a look at it from here.
await runSteps([
  ...(widgetsBuild.isStale() ? [widgetsBuild] : []),
  { name: 'Building the static site', run: buildStaticSite },
]);
console.log(`The static demo is in ${builtFolders.static}`);

if (process.argv.includes('--serve')) {
  const { port } = await serveStaticSite({ port: Number(process.env['PORT'] || 3000) });
  console.log(`It can be looked at on http://localhost:${port}`);
}
